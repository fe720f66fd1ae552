//! What rounding the weights to eight bits costs, by the cards: every shipped model was measured with both on every held-out problem,
//! and the study's table says so.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use syw_core::card::ModelCard;
use syw_core::split::{Split, problems};

/// How far the accuracy of int8 may be from that of fp32: on all held-out problems, and on those of the home rung, a sixth of them.
const TOLERANCE: (f64, f64) = (0.0035, 0.01);

/// Taken amid the jump from answering at once to reasoning, when two answers in five began a chain: which of the two it does
/// hangs by a near tie, which rounding tips.
const AT_THE_JUMP: (&str, (f64, f64)) = ("small-chain_rl-s0-u014", (0.031, 0.042));

/// What a card says of the home rung beside what [`ModelCard`] reads.
#[derive(Deserialize)]
struct Measured {
    home: Home,
}

#[derive(Deserialize)]
struct Home {
    problems: u64,
    accuracy: f64,
    accuracy_fp32: f64,
    int8_differences: u64,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Both accuracies are shares of the same problems, they are close, and no more answers changed from right to wrong or back than
/// completions did.
#[track_caller]
fn check(id: &str, (int8, fp32): (f64, f64), n_problems: u64, n_other: u64, tolerance: f64) {
    let n = n_problems as f64;
    for accuracy in [int8, fp32] {
        let n_right = accuracy * n;
        assert!((n_right - n_right.round()).abs() < 1e-6, "{id}: {n_right}");
    }
    let difference = (int8 - fp32).abs();
    assert!(difference <= tolerance, "{id}: {int8} and {fp32}");
    assert!(difference * n <= n_other as f64 + 1e-6, "{id}: {n_other}");
}

#[test]
fn every_shipped_model_was_measured_with_both() {
    let index = fs::read_to_string(root().join("public/models/index.json")).unwrap();
    let ids: Vec<String> = serde_json::from_str(&index).unwrap();
    let study = fs::read_to_string(root().join("docs/study.md")).unwrap();
    let (_, table) = study.split_once("\n## int8\n").unwrap();
    let rows: Vec<Vec<&str>> = table
        .lines()
        .map(|row| row.split(" | ").collect())
        .collect();
    assert!(!ids.is_empty());
    let mut n_held_out = HashMap::new();
    for id in ids {
        let card = fs::read_to_string(root().join("public/models").join(&id).join("card.json"));
        let card = card.unwrap();
        let measured: Measured = serde_json::from_str(&card).unwrap();
        let card: ModelCard = serde_json::from_str(&card).unwrap();
        let (all, home) = match id == AT_THE_JUMP.0 {
            true => AT_THE_JUMP.1,
            false => TOLERANCE,
        };
        let n_other = card.int8_differences.expect("it was counted");
        let of = |n: &usize| problems(Split::HeldOut, *n).len();
        let rungs = card.operands.iter();
        let n_problems: usize = rungs
            .map(|n| *n_held_out.entry(*n).or_insert_with(|| of(n)))
            .sum();
        assert_eq!(card.held_out_problems, n_problems as u64, "{id}");
        let accuracies = (card.held_out_accuracy, card.held_out_accuracy_fp32);
        check(&id, accuracies, card.held_out_problems, n_other, all);
        let Home {
            problems,
            accuracy,
            accuracy_fp32,
            int8_differences,
        } = measured.home;
        check(
            &id,
            (accuracy, accuracy_fp32),
            problems,
            int8_differences,
            home,
        );

        let row = rows.iter().find(|row| row[0] == format!("| {id}"));
        let row = row.unwrap_or_else(|| panic!("docs/study.md does not list {id}"));
        assert_eq!(row[4], n_other.to_string(), "{id}");
    }
}
