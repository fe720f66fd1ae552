//! What `training/reference_statistics.py` had SciPy, scikit-learn and statsmodels say of random samples.

use serde::Deserialize;
use syw_core::statistics::{
    LinearProbe, Paired, Scored, auroc, brier, calibration_error, found_at, generalised_risk, holm,
    median, paired_bootstrap, seed_interval, wilson,
};

use crate::check;

/// How far two computations of the same number may be apart.
const ROUNDING: f64 = 1e-12;
/// Cases of each statistic.
const CASES: usize = 20;
/// Bins of the calibration error.
const BINS: usize = 15;

#[derive(Deserialize)]
struct Table {
    wilson: Vec<Wilson>,
    paired: Vec<Pairs>,
    holm: Vec<Holm>,
    ranking: Vec<Ranking>,
    calibration: Vec<Calibration>,
    seeds: Vec<Seeds>,
    ridge: Vec<Ridge>,
}

#[derive(Deserialize)]
struct Wilson {
    successes: usize,
    trials: usize,
    low: f64,
    high: f64,
}

#[derive(Deserialize)]
struct Pairs {
    both: usize,
    only_first: usize,
    only_second: usize,
    neither: usize,
    mcnemar: f64,
    low: f64,
    high: f64,
}

#[derive(Deserialize)]
struct Holm {
    p_values: Vec<f64>,
    adjusted: Vec<f64>,
}

#[derive(Deserialize)]
struct Ranking {
    scores: Vec<f64>,
    right: Vec<bool>,
    auroc: f64,
    found_at_1_in_10: f64,
    generalised_risk: f64,
    brier: f64,
}

#[derive(Deserialize)]
struct Calibration {
    scores: Vec<f64>,
    right: Vec<bool>,
    error: f64,
}

#[derive(Deserialize)]
struct Seeds {
    values: Vec<f64>,
    low: f64,
    high: f64,
    median: f64,
}

#[derive(Deserialize)]
struct Ridge {
    vectors: Vec<Vec<f32>>,
    classes: Vec<usize>,
    n_classes: usize,
    weights: Vec<Vec<f64>>,
}

fn table() -> Table {
    serde_json::from_str(include_str!("../reference_statistics.json")).unwrap()
}

fn scored(scores: &[f64], right: &[bool]) -> Vec<Scored> {
    let both = scores.iter().zip(right);
    both.map(|(&score, &is_right)| Scored { score, is_right })
        .collect()
}

#[test]
fn wilson_as_statsmodels() {
    let cases = table().wilson;
    assert_eq!(cases.len(), CASES);
    for case in cases {
        let found = wilson(case.successes, case.trials);
        check(Some(found.low), Some(case.low), ROUNDING);
        check(Some(found.high), Some(case.high), ROUNDING);
    }
}

/// SciPy draws its resamples, a hundred thousand: its ends may be one problem off.
#[test]
fn pairs_as_statsmodels_and_scipy() {
    let cases = table().paired;
    assert_eq!(cases.len(), CASES);
    for case in cases {
        let paired = Paired {
            both: case.both,
            only_first: case.only_first,
            only_second: case.only_second,
            neither: case.neither,
        };
        check(Some(paired.mcnemar()), Some(case.mcnemar), ROUNDING);
        let n = case.both + case.only_first + case.only_second + case.neither;
        let one_problem = 1.0 / n as f64 + ROUNDING;
        let (_, found) = paired_bootstrap(paired);
        check(Some(found.low), Some(case.low), one_problem);
        check(Some(found.high), Some(case.high), one_problem);
    }
}

#[test]
fn holm_as_statsmodels() {
    let cases = table().holm;
    assert_eq!(cases.len(), CASES);
    for case in cases {
        let found = holm(&case.p_values);
        assert_eq!(found.len(), case.adjusted.len());
        for (found, expected) in found.into_iter().zip(case.adjusted) {
            check(Some(found), Some(expected), ROUNDING);
        }
    }
}

#[test]
fn rankings_as_scikit_learn() {
    let cases = table().ranking;
    assert_eq!(cases.len(), CASES);
    for case in cases {
        let scored = scored(&case.scores, &case.right);
        check(auroc(&scored), Some(case.auroc), ROUNDING);
        check(
            found_at(&scored, 0.1),
            Some(case.found_at_1_in_10),
            ROUNDING,
        );
        check(
            generalised_risk(&scored),
            Some(case.generalised_risk),
            ROUNDING,
        );
        check(brier(&scored), Some(case.brier), ROUNDING);
    }
}

#[test]
fn calibration_as_scikit_learn() {
    let cases = table().calibration;
    assert_eq!(cases.len(), CASES);
    for case in cases {
        let scored = scored(&case.scores, &case.right);
        check(calibration_error(&scored, BINS), Some(case.error), ROUNDING);
    }
}

#[test]
fn seeds_as_scipy_and_numpy() {
    let cases = table().seeds;
    assert_eq!(cases.len(), CASES);
    for case in cases {
        let found = seed_interval(&case.values);
        check(found.map(|found| found.low), Some(case.low), 1e-9);
        check(found.map(|found| found.high), Some(case.high), 1e-9);
        check(median(&case.values), Some(case.median), 0.0);
    }
}

/// Our weights are `f32`; theirs are not.
#[test]
fn probes_as_scikit_learn() {
    let cases = table().ridge;
    assert_eq!(cases.len(), CASES);
    for case in cases {
        let rows: Vec<&[f32]> = case.vectors.iter().map(Vec::as_slice).collect();
        let probe = LinearProbe::fit(&rows, &case.classes, case.n_classes).unwrap();
        let expected = case.weights.into_iter().flatten();
        let found = probe.weights.into_iter().flatten();
        assert_eq!(found.clone().count(), expected.clone().count());
        for (found, expected) in found.zip(expected) {
            let rounded = f64::from(f32::EPSILON) * expected.abs().max(1.0);
            check(Some(f64::from(found)), Some(expected), rounded);
        }
    }
}
