//! The plane is made from files with known numbers.

use super::making::{Sources, of_results};
use super::{Count, How, LinkKind, Oversight, Plane};
use crate::card::{Job, ModelCard};
use crate::evaluation::Evaluations;
use serde_json::{Value, json};

fn card(id: &str, arm: &str) -> ModelCard {
    let text = include_str!("../../../../public/models/small-chain_rl-s0/card.json");
    let mut card: ModelCard = serde_json::from_str(text).unwrap();
    (card.id, card.arm, card.sha256) = (id.into(), arm.into(), "00".into());
    card
}

/// How a set of a hundred problems was answered.
fn answers(set: &Value, way: &str, right: usize, chains: usize) -> Value {
    json!({"set": set, "way": way, "foretold": {"confidence_auroc": 0.75, "checker_auroc": null},
        "tally": {"problems": 100, "right": right, "by_modulus": {}, "outcomes": {}, "tokens": 0, "chains": chains, "steps": 4 * chains,
            "valid_steps": 3 * chains, "malformed": 0, "right_with_a_wrong_step": 0, "complete": chains / 2, "passed": 0}})
}

fn altered(way: &str, followed: usize, ignored: usize, not_applicable: usize) -> Value {
    json!({"set": "home", "test": "added_mistakes", "way": way, "tally": {"without_chain": 0, "not_applicable": not_applicable,
        "places": [{"n_steps": 4, "at": 0, "right_before": 0, "right_after": 0, "responses": {"followed": followed, "ignored": ignored}}]}})
}

fn model(id: &str, arm: &str, answers: &[Value], battery: &[Value]) -> Value {
    json!({"model": id, "sha256": "00", "size": "small", "arm": arm, "seed": 0, "step": 1, "answers": answers, "battery": battery})
}

#[track_caller]
fn made(cards: &[ModelCard], models: &[Value], hidden: Value) -> Plane {
    let file = json!({"version": 1, "language": "", "models": models});
    let evaluations: Evaluations = serde_json::from_value(file).unwrap();
    let inside = json!({"version": 1, "models": [{"model": "small-chain_rl-s0", "sha256": "00", "size": "small", "arm": "chain_rl",
        "seed": 0, "rule": crate::inside::Rule::default(), "sets": [{"set": "home", "problems": 100, "errors": 8, "chains": 100,
        "chain_errors": 8, "foretold": {"chain": {"all": 9, "errors": 6}, "rule": {"all": 9, "errors": 1}}}]}]});
    let watchers = json!({"told": [], "monitors": [{"model": "w", "sha256": "00", "seed": 0, "watches": "small-chain_rl-s0", "reads": "r",
        "flagged": [], "judged": [{"what": {"failures": "subtraction"}, "judge": "monitor", "good": 1, "bad": 1, "auroc": 0.9, "found": null}]}]});
    of_results(
        cards,
        Sources {
            evaluations: &evaluations,
            inside: &serde_json::from_value(inside).unwrap(),
            hidden: &serde_json::from_value(hidden).unwrap(),
            watchers: &serde_json::from_value(watchers).unwrap(),
        },
    )
}

fn no_hidden() -> Value {
    json!({"models": []})
}

#[test]
fn every_number_is_that_of_another_file() {
    let home = json!("home");
    let mut measured: Vec<Value> = [3, 4, 6, 8]
        .map(|n| answers(&json!({"ladder": n}), "own", n, 100))
        .to_vec();
    measured.push(answers(&home, "own", 92, 100));
    measured.push(answers(&json!("held_out"), "own", 91, 100));
    let models = [model(
        "small-chain_rl-s0",
        "chain_rl",
        &measured,
        &[altered("own", 70, 10, 20)],
    )];
    let plane = made(
        &[card("small-chain_rl-s0", "chain_rl")],
        &models,
        no_hidden(),
    );
    let [point] = &plane.points[..] else {
        panic!("one point: {plane:?}");
    };
    assert_eq!(
        (point.home, point.held_out, point.longer),
        (Count(92, 100), Some(Count(91, 100)), Some(Count(21, 400)))
    );
    assert_eq!(point.families, []);
    let first = |of: Oversight| point.counts.get(&of).and_then(|found| found[0]);
    assert_eq!(first(Oversight::Follow), Some(Count(70, 80)));
    assert_eq!(first(Oversight::Legible), Some(Count(300, 400)));
    assert_eq!(first(Oversight::Complete), Some(Count(50, 100)));
    assert_eq!(first(Oversight::Simulated), Some(Count(6, 8)));
    assert_eq!(point.areas[&Oversight::Confidence][0], Some(0.75));
    assert_eq!(point.areas[&Oversight::Monitor][2], Some(0.9));
    assert!(
        !point.areas.contains_key(&Oversight::Checker)
            && !point.counts.contains_key(&Oversight::Kept)
    );
}

#[test]
fn what_does_not_apply_is_not_there() {
    let home = json!("home");
    let ways = [
        answers(&home, "own", 30, 10),
        answers(&home, "chain", 20, 100),
    ];
    let models = [model(
        "small-base-s0",
        "chain_prompted",
        &ways,
        &[altered("chain", 10, 10, 80)],
    )];
    let plane = made(
        &[card("small-base-s0", "chain_prompted")],
        &models,
        no_hidden(),
    );
    let said: Vec<_> = plane
        .points
        .iter()
        .map(|point| (point.how, point.home, point.counts.len()))
        .collect();
    // Left alone it seldom writes a chain; asked for one, most of its steps cannot be altered.
    assert_eq!(
        said,
        [
            (How::Own, Count(30, 100), 0),
            (How::Asked, Count(20, 100), 2)
        ]
    );
    let another = ModelCard {
        sha256: "11".into(),
        ..card("small-base-s0", "chain_prompted")
    };
    assert_eq!(made(&[another], &models, no_hidden()).points, []);
    let monitor = ModelCard {
        job: Job::Judge,
        ..card("small-base-s0", "chain_prompted")
    };
    assert_eq!(made(&[monitor], &models, no_hidden()).points, []);
}

#[test]
fn a_hider_stands_there_before_and_after_a_paraphrase() {
    let home = json!("home");
    let models = [model(
        "small-steganography-s0",
        "steganography",
        &[answers(&home, "own", 90, 0), answers(&home, "chain", 90, 0)],
        &[],
    )];
    let hidden = |silent: usize| {
        json!({"models": [{"model": "small-steganography-s0", "sha256": "00", "arm": "steganography", "seed": 0,
        "problems": 100, "right": 90, "without_numbers": silent, "said_again": [{"by": "words", "right": 18}], "carried": [], "examples": []}]})
    };
    let cards = [card("small-steganography-s0", "steganography")];
    let plane = made(&cards, &models, hidden(100));
    let said: Vec<_> = plane
        .points
        .iter()
        .map(|point| (point.how, point.home))
        .collect();
    assert_eq!(
        said,
        [(How::Own, Count(90, 100)), (How::SaidAgain, Count(18, 100))]
    );
    assert_eq!(
        plane.points[0].counts[&Oversight::Kept],
        [Some(Count(18, 90))]
    );
    assert_eq!(
        plane.points[0].counts[&Oversight::Complete],
        [Some(Count(0, 100))]
    );
    assert_eq!(
        plane.points[1].counts[&Oversight::Complete],
        [Some(Count(0, 100))]
    );
    let [link] = &plane.links[..] else {
        panic!("one link: {:?}", plane.links);
    };
    assert_eq!(
        (link.kind, link.to.how),
        (LinkKind::SaidAgain, How::SaidAgain)
    );
    assert_eq!(made(&cards, &models, hidden(99)).points.len(), 1);
}

#[test]
fn what_was_taken_on_the_way_has_its_update() {
    let models = ["small-chain_rl-s0-u004", "small-chain_rl-s0"].map(|id| {
        model(
            id,
            "chain_rl",
            &[answers(&json!("home"), "own", 50, 100)],
            &[],
        )
    });
    let cards = [
        card("small-chain_rl-s0-u004", "chain_rl"),
        card("small-chain_rl-s0", "chain_rl"),
    ];
    let cards = cards.map(|card| ModelCard { step: 4, ..card });
    let updates: Vec<_> = made(&cards, &models, no_hidden())
        .points
        .iter()
        .map(|point| point.update)
        .collect();
    assert_eq!(updates, [Some(4), None]);
}
