//! Marks in a message that stand for more than words: `<em>so</em>`, `<cite:lanham2023/>`, `<do:before>before it</do>`. A mark is a name,
//! perhaps with something after a colon, around words without marks of their own, or around nothing.

/// A piece of a marked text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Text(String),
    Mark(Mark),
}

/// Words with a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub name: String,
    /// What stands after the colon; empty without one.
    pub argument: String,
    /// The words; empty for a mark around nothing.
    pub words: String,
}

/// The pieces of a text. Never fails: what is not a whole mark is text.
pub fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = text;
    let mut plain = String::new();
    while let Some(start) = rest.find('<') {
        let (before, from) = rest.split_at(start);
        plain.push_str(before);
        match mark(from) {
            Some((mark, after)) => {
                if !plain.is_empty() {
                    pieces.push(Piece::Text(std::mem::take(&mut plain)));
                }
                pieces.push(Piece::Mark(mark));
                rest = after;
            }
            None => {
                plain.push('<');
                rest = &from[1..];
            }
        }
    }
    plain.push_str(rest);
    if !plain.is_empty() {
        pieces.push(Piece::Text(plain));
    }
    pieces
}

/// The mark that a text begins with, and what follows it.
fn mark(text: &str) -> Option<(Mark, &str)> {
    let (head, after) = text.strip_prefix('<')?.split_once('>')?;
    let (head, is_empty) = match head.strip_suffix('/') {
        Some(head) => (head, true),
        None => (head, false),
    };
    let (name, argument) = head.split_once(':').unwrap_or((head, ""));
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_argument = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.# ".contains(&byte);
    if !is_name || !argument.bytes().all(is_argument) {
        return None;
    }
    let (words, after) = match is_empty {
        true => ("", after),
        false => after.split_once(&format!("</{name}>"))?,
    };
    let mark = Mark {
        name: name.to_owned(),
        argument: argument.to_owned(),
        words: words.to_owned(),
    };
    Some((mark, after))
}

/// The text without its marks: for names and labels.
pub fn plain(text: &str) -> String {
    let of = |piece| match piece {
        Piece::Text(text) => text,
        Piece::Mark(mark) => mark.words,
    };
    pieces(text).into_iter().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let of = |piece| match piece {
            Piece::Text(text) => text,
            Piece::Mark(Mark {
                name,
                argument,
                words,
            }) => format!("[{name}|{argument}|{words}]"),
        };
        assert_eq!(
            pieces(text).into_iter().map(of).collect::<String>(),
            expected
        );
    }

    #[test]
    fn marks_are_found() {
        check("a <em>b</em> c", "a [em||b] c");
        check("<do:before>Before it</do>, x", "[do|before|Before it], x");
        check("by <cite:lanham2023/>.", "by [cite|lanham2023|].");
    }

    #[test]
    fn what_is_no_mark_is_text() {
        for text in [
            "a < b",
            "<0.1 %",
            "<em>open",
            "<Em>x</Em>",
            "</em>",
            "<",
            "<do:\"x\">y</do>",
        ] {
            check(text, text);
        }
    }

    proptest! {
        #[test]
        fn words_are_kept(text in "[a-c<>/:]{0,30}") {
            prop_assert!(plain(&text).len() <= text.len());
        }

        #[test]
        fn text_without_marks_is_itself(text in "[^<]{0,40}") {
            prop_assert_eq!(plain(&text), text);
        }
    }
}
