//! What the desk promises of thinking: the engine's thoughts, changed as asked, and refusals.

use super::tests::{check_refused, desk, tokens};
use super::*;
use syw_core::thoughts::{Alteration, Thinking};

const PROMPT: [u8; 7] = [1, 9, 20, 10, 19, 14, 2];

fn request(alterations: Vec<Alteration>) -> Request {
    Request::Think {
        id: 5,
        model: "tiny".into(),
        prompt: tokens(&PROMPT),
        alterations,
        forced: vec![Token::ANSWER],
    }
}

#[track_caller]
fn thinking(desk: &mut Desk, alterations: Vec<Alteration>) -> Thinking {
    match desk.take(request(alterations), &[]) {
        Some(Event::Thought { id, thinking, .. }) => {
            assert_eq!(id, 5);
            thinking
        }
        other => panic!("{other:?} is no thought"),
    }
}

#[test]
fn a_thought_is_fed_back_or_what_is_given_in_its_place() {
    let mut desk = desk();
    let own = thinking(&mut desk, vec![Alteration::Kept; 3]);
    assert_eq!(own.thoughts.len(), 3);
    assert!((own.probs.iter().sum::<f32>() - 1.0).abs() < 1e-5);
    // Its own vectors, given, change nothing; another one changes what comes after it.
    let vectors = own.thoughts.iter().map(|it| it.vector.clone());
    let given = vectors.map(Alteration::Given).collect();
    assert_eq!(thinking(&mut desk, given), own);
    let noise = Alteration::Noise { seed: 1 };
    let noisy = thinking(&mut desk, vec![Alteration::Kept, noise, Alteration::Kept]);
    assert_eq!(noisy.thoughts[0], own.thoughts[0]);
    assert_ne!(noisy.thoughts[1].vector, own.thoughts[1].vector);
    assert_ne!(noisy.probs, own.probs);
    assert!(!desk.is_busy());
}

#[test]
fn what_cannot_be_thought_is_refused_and_nothing_is_lost() {
    let mut desk = desk();
    let odd = request(vec![Alteration::Given(vec![0.0; 3])]);
    check_refused(
        &mut desk,
        odd,
        &[],
        FailureKind::Request,
        "a thought is 16 finite numbers, and 3 numbers were given, or one that is not finite",
    );
    let long = request(vec![Alteration::Kept; 500]);
    check_refused(
        &mut desk,
        long,
        &[],
        FailureKind::Request,
        "a text of 507 tokens is too long: the model reads at most 128",
    );
    assert_eq!(thinking(&mut desk, Vec::new()).thoughts, []);
}
