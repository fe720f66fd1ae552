//! What a link holds is what is read from it, edits above all.

use super::*;

#[track_caller]
fn check_edit(text: &str) {
    assert_eq!(encode_edit(&decode_edit(text).unwrap()), text);
}

#[test]
fn edits_read_as_they_are_written() {
    for text in [
        "mistake.0.3",
        "congruent.1",
        "early.2",
        "filler",
        "shuffle.3",
        "paraphrase.5",
        "translate.german",
        "translate.symbols",
        "tokens.",
        "tokens.0k0l07",
    ] {
        check_edit(text);
    }
}

#[test]
fn what_is_no_edit_is_none() {
    for text in [
        "",
        "mistake",
        "mistake.0",
        "mistake.-1.3",
        "mistake.0.3.4",
        "congruent.99999999999999999999",
        "early.129",
        "filler.1",
        "translate.latin",
        "tokens.0",
        "tokens.zz",
        "tokens.0!",
        "tokens",
    ] {
        assert_eq!(decode_edit(text), None, "{text}");
    }
}

#[test]
fn a_key_is_told_once_and_a_proof_by_its_own_reader() {
    assert_eq!(decode(&"t=hot&s=x&".repeat(500)).1.len(), 2);
    assert_eq!(decode("#v=%zz").1, [] as [String; 0]);
}

#[test]
fn escapes_that_are_no_text_are_refused() {
    assert_eq!(unescape("%C3%BC+%20"), Some("ü+ ".into()));
    for text in ["%", "%4", "%zz", "%FF", "a%+1"] {
        assert_eq!(unescape(text), None, "{text}");
    }
}
