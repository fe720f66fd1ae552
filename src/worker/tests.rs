//! What the desk promises: texts as the engine writes them, cancellation, refusals.

use super::*;
use syw_core::decoding::Completion;

const ONNX: &[u8] = include_bytes!("../../crates/engine/tests/fixtures/tiny.onnx");
const CARD: &str = include_str!("../../crates/engine/tests/fixtures/tiny.json");

pub(super) fn desk() -> Desk {
    let mut desk = Desk::new(|| 0.0);
    let card = serde_json::from_str(CARD).unwrap();
    let loaded = desk.take(Request::Load { id: 1, card }, ONNX);
    assert_eq!(
        loaded,
        Some(Event::Loaded {
            id: 1,
            model: "tiny".into(),
            took_ms: 0.0
        })
    );
    desk
}

pub(super) fn tokens(ids: &[u8]) -> Vec<Token> {
    ids.iter().copied().map(Token).collect()
}

fn complete(id: RequestId, prefix: &[u8], sampling: Sampling, max_new: usize) -> Request {
    Request::Complete {
        id,
        model: "tiny".into(),
        prefix: tokens(prefix),
        sampling,
        max_new,
    }
}

/// Works until nothing is left; the tokens of each request in turn, and the last event.
pub(super) fn finish(desk: &mut Desk) -> (Vec<Token>, Event) {
    let mut written = Vec::new();
    let mut last = Event::Ready;
    while desk.is_busy() {
        for event in desk.work() {
            if let Event::Token { token, .. } = &event {
                written.push(*token);
            }
            last = event;
        }
    }
    (written, last)
}

#[track_caller]
pub(super) fn check_refused(
    desk: &mut Desk,
    request: Request,
    bytes: &[u8],
    kind: FailureKind,
    message: &str,
) {
    match desk.take(request, bytes) {
        Some(Event::Failed { failure, .. }) => {
            assert_eq!(
                (failure.kind, failure.message.contains(message)),
                (kind, true),
                "{}",
                failure.message
            );
        }
        other => panic!("{other:?} instead of a failure"),
    }
}

#[test]
fn a_text_is_written_as_the_engine_writes_it() {
    let mut desk = desk();
    let expected = desk.models["tiny"]
        .greedy(&tokens(&[1, 13, 2]), 12)
        .unwrap()
        .tokens;
    assert_eq!(
        desk.take(complete(2, &[1, 13, 2], Sampling::Greedy, 12), &[]),
        None
    );
    let (written, last) = finish(&mut desk);
    assert_eq!(written, expected);
    assert_eq!(
        last,
        Event::Done {
            id: 2,
            end: End::MaxNew,
            took_ms: 0.0
        }
    );
}

#[test]
fn a_seed_repeats_its_text() {
    let mut desk = desk();
    let mut sample = |seed| {
        let sampling = Sampling::Seeded {
            temperature: 3.0,
            seed,
        };
        desk.take(complete(2, &[1, 13, 2], sampling, 20), &[]);
        finish(&mut desk).0
    };
    assert_eq!(sample(1), sample(1));
    assert_ne!(sample(1), sample(2));
}

#[test]
fn a_text_ends_where_the_positions_end() {
    let mut desk = desk();
    desk.take(complete(2, &[7; 126], Sampling::Greedy, 50), &[]);
    let (written, last) = finish(&mut desk);
    assert_eq!(
        (written.len(), last),
        (
            2,
            Event::Done {
                id: 2,
                end: End::MaxLength,
                took_ms: 0.0
            }
        )
    );
    desk.take(complete(3, &[7], Sampling::Greedy, 0), &[]);
    assert_eq!(
        finish(&mut desk),
        (
            vec![],
            Event::Done {
                id: 3,
                end: End::MaxNew,
                took_ms: 0.0
            }
        )
    );
}

#[test]
fn scoring_gives_the_probabilities_that_writing_gave() {
    let mut desk = desk();
    let events = |desk: &mut Desk| {
        let mut events = Vec::new();
        while desk.is_busy() {
            events.extend(desk.work());
        }
        events.pop();
        events
    };
    desk.take(complete(2, &[1, 13, 2], Sampling::Greedy, 5), &[]);
    let written = events(&mut desk);
    let of = |event: &Event| match event {
        Event::Token { token, .. } => *token,
        other => panic!("{other:?}"),
    };
    let text = [tokens(&[1, 13, 2]), written.iter().map(of).collect()].concat();
    desk.take(
        Request::Score {
            id: 2,
            model: "tiny".into(),
            text,
            from: 3,
        },
        &[],
    );
    assert_eq!(events(&mut desk), written);
}

#[test]
fn a_cancelled_text_writes_nothing_more() {
    let mut desk = desk();
    desk.take(complete(2, &[1], Sampling::Greedy, 50), &[]);
    desk.take(complete(3, &[2], Sampling::Greedy, 1), &[]);
    assert_eq!(desk.work().len(), 1);
    let cancelled = desk.take(Request::Cancel { id: 2 }, &[]);
    assert_eq!(
        cancelled,
        Some(Event::Done {
            id: 2,
            end: End::Cancelled,
            took_ms: 0.0
        })
    );
    assert_eq!(desk.take(Request::Cancel { id: 2 }, &[]), None);
    assert_eq!(finish(&mut desk).0.len(), 1);
}

#[test]
fn a_distribution_adds_up() {
    let request = Request::Distribution {
        id: 5,
        model: "tiny".into(),
        prefix: tokens(&[1, 13, 2, 3]),
    };
    match desk().take(request, &[]) {
        Some(Event::Distribution { id: 5, probs, .. }) => {
            assert!((probs.iter().sum::<f32>() - 1.0).abs() < 1e-5)
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_cannot_be_answered_is_refused() {
    let mut desk = desk();
    let card: Box<ModelCard> = serde_json::from_str(CARD).unwrap();
    let load = |card: &ModelCard| Request::Load {
        id: 9,
        card: Box::new(card.clone()),
    };
    let truncated = &ONNX[..ONNX.len() / 2];
    check_refused(
        &mut desk,
        load(&card),
        truncated,
        FailureKind::Digest,
        "truncated or altered",
    );
    let mut own = *card;
    own.sha256 = syw_engine::digest(truncated);
    check_refused(
        &mut desk,
        load(&own),
        truncated,
        FailureKind::Model,
        "no ONNX model",
    );
    let request = FailureKind::Request;
    check_refused(
        &mut desk,
        complete(2, &[], Sampling::Greedy, 5),
        &[],
        request,
        "no token to read",
    );
    check_refused(
        &mut desk,
        complete(2, &[200], Sampling::Greedy, 5),
        &[],
        request,
        "no token number 200",
    );
    let cold = Sampling::Seeded {
        temperature: 0.0,
        seed: 1,
    };
    check_refused(
        &mut desk,
        complete(2, &[1], cold, 5),
        &[],
        request,
        "not above 0",
    );
    let score = |from| Request::Score {
        id: 2,
        model: "tiny".into(),
        text: tokens(&[1, 2]),
        from,
    };
    check_refused(&mut desk, score(0), &[], request, "position 0");
    check_refused(&mut desk, score(3), &[], request, "position 3");
    let unknown = Request::Distribution {
        id: 2,
        model: "big".into(),
        prefix: tokens(&[1]),
    };
    check_refused(
        &mut desk,
        unknown,
        &[],
        FailureKind::NotLoaded,
        "\"big\" is not loaded",
    );
}

fn complete_many(id: RequestId, prefixes: Vec<Vec<Token>>, max_new: usize) -> Request {
    Request::CompleteMany {
        id,
        model: "tiny".into(),
        prefixes,
        max_new,
    }
}

/// Texts of several lengths, more than fit into a slice.
fn many_texts() -> Vec<Vec<Token>> {
    let text = |idx: usize| tokens(&[1, 7 + (idx % 10) as u8, 2, 3][..2 + idx % 3]);
    (0..450).map(text).collect()
}

#[test]
fn many_texts_are_those_that_the_engine_writes_one_by_one() {
    let mut desk = desk();
    let texts = many_texts();
    let expected: Vec<Completion> = texts
        .iter()
        .map(|text| desk.models["tiny"].greedy(text, 4).unwrap())
        .collect();
    assert_eq!(desk.take(complete_many(2, texts, 4), &[]), None);
    let mut n_turns = 0;
    let completed = loop {
        n_turns += 1;
        if let Some(event) = desk.work().pop() {
            break event;
        }
    };
    assert_eq!(n_turns, 4, "450 texts in slices of 128");
    assert!(!desk.is_busy());
    let Event::Completed {
        id: 2, completions, ..
    } = completed
    else {
        panic!("{completed:?}")
    };
    assert_eq!(completions.len(), expected.len());
    for (completion, expected) in completions.iter().zip(&expected) {
        assert_eq!(completion.tokens, expected.tokens);
        let pairs = completion.probs.iter().zip(&expected.probs);
        assert!(pairs.into_iter().all(|(x, y)| (x - y).abs() < 1e-4));
    }
}

#[test]
fn many_texts_are_read() {
    let mut desk = desk();
    let texts = many_texts();
    let greedy = |text: &Vec<Token>| desk.models["tiny"].greedy(text, 1).unwrap().tokens;
    let expected: Vec<Vec<Token>> = texts.iter().map(greedy).collect();
    let request = Request::ReadMany {
        id: 2,
        model: "tiny".into(),
        texts: texts.clone(),
    };
    assert_eq!(desk.take(request, &[]), None);
    let (_, read) = finish(&mut desk);
    let Event::Read { id: 2, best, .. } = read else {
        panic!("{read:?}")
    };
    for ((text, best), expected) in texts.iter().zip(best).zip(expected) {
        assert_eq!(best.len(), text.len());
        assert_eq!(best.last(), expected.first());
    }
}

#[test]
fn no_text_at_all_is_completed_too() {
    let mut desk = desk();
    desk.take(complete_many(2, vec![], 4), &[]);
    let completed = Event::Completed {
        id: 2,
        completions: vec![],
        took_ms: 0.0,
    };
    assert_eq!(desk.work(), [completed]);
}

#[test]
fn a_text_goes_before_many() {
    let mut desk = desk();
    desk.take(complete_many(2, many_texts(), 1), &[]);
    assert_eq!(desk.work(), []);
    desk.take(complete(3, &[1, 13, 2], Sampling::Greedy, 2), &[]);
    let ids: Vec<Option<RequestId>> = (0..2)
        .flat_map(|_| desk.work())
        .map(|event| event.id())
        .collect();
    assert_eq!(ids, [Some(3); 3]);
    assert!(desk.is_busy(), "the many texts are not forgotten");
}

#[test]
fn many_texts_are_cancelled_between_slices() {
    let mut desk = desk();
    desk.take(complete_many(2, many_texts(), 1), &[]);
    assert_eq!(desk.work(), []);
    let cancelled = Event::Done {
        id: 2,
        end: End::Cancelled,
        took_ms: 0.0,
    };
    assert_eq!(desk.take(Request::Cancel { id: 2 }, &[]), Some(cancelled));
    assert!(!desk.is_busy());
    assert_eq!(desk.take(Request::Cancel { id: 2 }, &[]), None);
}

#[test]
fn many_texts_are_refused_whole() {
    let mut desk = desk();
    let texts = vec![tokens(&[1]), tokens(&[200])];
    let read = Request::ReadMany {
        id: 3,
        model: "tiny".into(),
        texts: texts.clone(),
    };
    for request in [complete_many(2, texts, 1), read] {
        let kind = FailureKind::Request;
        check_refused(&mut desk, request, &[], kind, "no token number 200");
    }
    assert!(!desk.is_busy());
}
