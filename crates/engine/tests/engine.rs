//! The engine on a model that knows nothing, made by `python -m syw.parity --random` with its recording.

use syw_core::Token;
use syw_core::card::ModelCard;
use syw_core::decoding::{BatchModel, Completion, LanguageModel};
use syw_core::vocabulary::vocabulary;
use syw_engine::parity::{Mismatch, check_parity};
use syw_engine::{Error, load, verify};

const ONNX: &[u8] = include_bytes!("fixtures/tiny.onnx");
const RECORDING: &str = include_str!("fixtures/tiny.txt");

fn card() -> ModelCard {
    serde_json::from_str(include_str!("fixtures/tiny.json")).unwrap()
}

fn tokens(ids: &[u8]) -> Vec<Token> {
    ids.iter().copied().map(Token).collect()
}

#[test]
fn it_computes_what_pytorch_computes() {
    let model = load(ONNX, &card()).unwrap();
    let parity = check_parity(&model, RECORDING, usize::MAX).unwrap();
    assert_eq!(
        (parity.completions, parity.logits),
        (40, 2 * 8 * 4 * vocabulary().len())
    );
}

#[test]
fn a_difference_from_the_recording_is_found() {
    let model = load(ONNX, &card()).unwrap();
    let check = |recording: &str| check_parity(&model, recording, 0).unwrap_err().to_string();
    let logits = RECORDING
        .lines()
        .find(|line| line.starts_with("logits"))
        .unwrap();
    let (head, number) = logits.rsplit_once(' ').unwrap();
    let other = number.parse::<f32>().unwrap() + 0.01;
    assert!(
        check(&format!("{head} {other}"))
            .starts_with("line 1: one pass gives logits that differ by 0.0")
    );
    assert!(check(&format!("{head} nan")).ends_with("differ by NaN"));
    assert!(check(head).ends_with("differ by inf"));
    let complete = RECORDING.lines().next().unwrap();
    assert!(check(&complete[..complete.len() - 1]).starts_with("line 1: a batch wrote ["));
    assert_eq!(check("complete !"), Mismatch::Line(1).to_string());
}

#[test]
fn a_text_can_be_read_in_parts_and_a_state_used_twice() {
    let model = load(ONNX, &card()).unwrap();
    let text = tokens(&[1, 13, 14, 17, 12, 15, 19, 14, 2, 20]);
    let (_, whole) = model.read(None, &text).unwrap();
    let (state, _) = model.read(None, &text[..4]).unwrap();
    let (_, other) = model.read(Some(&state), &tokens(&[7, 8, 9])).unwrap();
    let (end, parts) = model.read(Some(&state), &text[4..]).unwrap();
    assert_eq!(end.length(), text.len());
    assert_ne!(whole, other);
    let difference = whole
        .iter()
        .zip(&parts)
        .map(|(x, y)| (x - y).abs())
        .fold(0.0, f32::max);
    assert!(difference < 1e-4, "{difference}");
}

/// A batch says how probable its tokens are, as one text at a time does.
#[test]
fn a_batch_knows_its_probabilities() {
    let model = load(ONNX, &card()).unwrap();
    let texts = [tokens(&[1, 13, 2]), tokens(&[1, 14, 17, 15, 2])];
    let batch = model.complete(&texts, 12).unwrap();
    for (text, completion) in texts.iter().zip(batch) {
        let alone = model.greedy(text, 12).unwrap();
        assert_eq!(completion.tokens, alone.tokens);
        assert_eq!(completion.probs.len(), completion.tokens.len());
        for (one, other) in completion.probs.iter().zip(alone.probs) {
            assert!((one - other).abs() < 1e-4, "{one} and {other}");
        }
    }
}

/// Of whatever lengths the texts are: more of them than advance together, and those that began longer end later, so that
/// some change groups.
#[test]
fn a_batch_writes_what_each_text_alone_would_go_on_with() {
    let model = load(ONNX, &card()).unwrap();
    let texts: Vec<Vec<Token>> = (0..90_usize)
        .map(|idx| (0..=idx % 13).map(move |at| Token(((idx * 7 + at * 5) % 97) as u8)))
        .map(Iterator::collect)
        .collect();
    let batch = model.complete(&texts, 20).unwrap();
    for (text, completion) in texts.iter().zip(&batch) {
        assert_eq!(completion.tokens, model.greedy(text, 20).unwrap().tokens);
    }
    let whole = texts.iter().zip(&batch);
    let whole: Vec<Vec<Token>> = whole
        .map(|(text, completion)| [&text[..], &completion.tokens].concat())
        .collect();
    let after = model.most_probable_after(&whole).unwrap();
    for ((text, completion), after) in texts.iter().zip(&batch).zip(after) {
        assert_eq!(after.len(), text.len() + completion.tokens.len());
        let written = &after[text.len() - 1..after.len() - 1];
        assert_eq!(written, completion.tokens);
    }
    assert_eq!(model.most_probable_after(&[]), Ok(vec![]));
}

#[test]
fn texts_that_cannot_be_read_are_refused() {
    let model = load(ONNX, &card()).unwrap();
    let full = vec![Token(7); 128];
    assert!(model.read(None, &full).is_ok());
    for (text, message) in [
        (
            vec![Token(7); 129],
            "a text of 129 tokens is too long: the model reads at most 128",
        ),
        (vec![], "there is no token to read"),
        (tokens(&[1, 250]), "there is no token number 250"),
    ] {
        assert_eq!(model.read(None, &text).unwrap_err().to_string(), message);
        assert_eq!(model.greedy(&text, 9).unwrap_err().to_string(), message);
        let texts = [full.clone(), text];
        let refused = model.complete(&texts, 9).unwrap_err();
        assert_eq!(refused.to_string(), message);
        assert_eq!(model.most_probable_after(&texts).unwrap_err(), refused);
    }
    let (state, _) = model.read(None, &full).unwrap();
    assert_eq!(
        model.read(Some(&state), &[Token(7)]).unwrap_err(),
        Error::TooLong {
            length: 129,
            max: 128
        }
    );
    assert_eq!(model.greedy(&full, 9).unwrap(), Completion::default());
}

#[test]
fn an_altered_file_does_not_match_its_card() {
    let mut altered = ONNX.to_vec();
    altered[ONNX.len() / 2] ^= 1;
    assert_eq!(verify(ONNX, &card()), Ok(()));
    let message = verify(&altered, &card()).unwrap_err().to_string();
    assert!(
        message.ends_with("...: it was truncated or altered"),
        "{message}"
    );
}

#[test]
fn a_file_that_is_no_model_is_refused() {
    for (bytes, message) in [
        (&b""[..], "the file is no ONNX model: it has no graph"),
        (&b"<!doctype html>"[..], "the file is no ONNX model: "),
        (&ONNX[..ONNX.len() / 2], "the file is no ONNX model: "),
    ] {
        let refused = load(bytes, &card())
            .err()
            .expect("it should be refused")
            .to_string();
        assert!(refused.starts_with(message), "{refused}");
    }
}

/// Whatever single byte is damaged, loading and running end with a result or an error, never with a panic.
#[test]
fn damage_never_panics() {
    for at in (0..ONNX.len()).step_by(397) {
        let mut damaged = ONNX.to_vec();
        damaged[at] ^= 1 << (at % 8);
        if let Ok(model) = load(&damaged, &card()) {
            let _ = model.greedy(&tokens(&[1, 13, 2]), 2);
        }
    }
}

#[test]
fn a_card_of_another_model_is_refused() {
    let refused = |card: ModelCard| {
        load(ONNX, &card)
            .err()
            .expect("it should be refused")
            .to_string()
    };
    assert_eq!(
        refused(ModelCard {
            layers: 3,
            ..card()
        }),
        "the ONNX graph has layers 2, and its card says 3"
    );
    assert_eq!(
        refused(ModelCard {
            max_length: 64,
            ..card()
        }),
        "the ONNX graph has positions 128, and its card says 64"
    );
    let mut other = card();
    other.vocabulary[7] = "zero".into();
    assert_eq!(
        refused(other),
        "the model speaks another language: its token 7 is \"zero\" instead of \"0\"",
    );
    let mut short = card();
    short.vocabulary.pop();
    assert!(refused(short).contains("is \"\" instead of"));
}
