//! Scores that foretell: by pairs, by thresholds, by orders of acceptance.

use proptest::prelude::*;
use syw_core::statistics::{Scored, auroc, brier, calibration_error, found_at, generalised_risk};

use crate::{check, inputs};

/// Answers with scores of a grid, so that some are tied.
fn answers(n: std::ops::Range<usize>, n_scores: u32) -> impl Strategy<Value = Vec<Scored>> {
    let one = (0..=n_scores, any::<bool>()).prop_map(move |(score, is_right)| Scored {
        score: f64::from(score) / f64::from(n_scores),
        is_right,
    });
    prop::collection::vec(one, n)
}

/// The scores of those that are right, or of those that are wrong.
fn scores(scored: &[Scored], is_right: bool) -> Vec<f64> {
    let such = scored.iter().filter(|one| one.is_right == is_right);
    such.map(|one| one.score).collect()
}

/// `part` of `whole`, 0 to 1; none of nothing.
fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// In how many pairs of a right and a wrong answer the right one has the higher score; a tie is half of one.
fn pairs_in_order(scored: &[Scored]) -> Option<f64> {
    let (right, wrong) = (scores(scored, true), scores(scored, false));
    let pairs = right.iter().flat_map(|x| wrong.iter().map(move |y| (x, y)));
    let halves = pairs.map(|(x, y)| usize::from(x > y) + usize::from(x >= y));
    share(halves.sum(), 2 * right.len() * wrong.len())
}

/// The most wrong answers found by any alarm below a threshold that is allowed.
fn best_alarm(scored: &[Scored], allowed: f64) -> Option<f64> {
    let (right, wrong) = (scores(scored, true), scores(scored, false));
    let thresholds = scored.iter().map(|one| one.score).chain([f64::INFINITY]);
    let raised = |scores: &[f64], threshold: f64| {
        let below = scores.iter().filter(|&&score| score < threshold).count();
        share(below, scores.len())
    };
    let found = thresholds.filter_map(|threshold| {
        let (spoilt, found) = (raised(&right, threshold)?, raised(&wrong, threshold)?);
        (spoilt <= allowed).then_some(found)
    });
    found.max_by(f64::total_cmp)
}

/// Every order of so many.
fn orders(n: usize) -> Vec<Vec<usize>> {
    let mut orders = vec![Vec::new()];
    for _ in 0..n {
        let longer = |order: &Vec<usize>| {
            let rest = (0..n).filter(|idx| !order.contains(idx));
            let longer = rest.map(|idx| [&order[..], &[idx]].concat());
            longer.collect::<Vec<_>>()
        };
        orders = orders.iter().flat_map(longer).collect();
    }
    orders
}

/// The area under the curve of accepted and wrong by accepted, in trapezes, the mean over all orders of acceptance in which no
/// score rises.
fn mean_risk(scored: &[Scored]) -> f64 {
    let n = scored.len();
    let falls = |order: &[usize]| {
        let mut pairs = order.windows(2);
        pairs.all(|pair| scored[pair[0]].score >= scored[pair[1]].score)
    };
    let area = |order: Vec<usize>| {
        let wrong = order
            .iter()
            .map(|&idx| f64::from(u8::from(!scored[idx].is_right)));
        let mut accepted = 0.0;
        let trapezes = wrong.map(|wrong| {
            accepted += wrong;
            accepted - wrong / 2.0
        });
        trapezes.sum::<f64>() / (n * n) as f64
    };
    let areas: Vec<f64> = orders(n)
        .into_iter()
        .filter(|order| falls(order))
        .map(area)
        .collect();
    areas.iter().sum::<f64>() / areas.len() as f64
}

/// Bins filled one answer after the other, the least confident first.
fn gaps(scored: &[Scored], n_bins: usize) -> f64 {
    let mut order: Vec<usize> = (0..scored.len()).collect();
    order.sort_by(|&x, &y| scored[x].score.total_cmp(&scored[y].score).then(x.cmp(&y)));
    let size = scored.len() / n_bins;
    let gap = |bin: &[usize]| {
        let mean = |of: fn(&Scored) -> f64| {
            bin.iter().map(|&idx| of(&scored[idx])).sum::<f64>() / size as f64
        };
        (mean(|one| one.score) - mean(|one| f64::from(u8::from(one.is_right)))).abs()
    };
    order.chunks(size).map(gap).sum::<f64>() / n_bins as f64
}

proptest! {
    #![proptest_config(inputs(500))]

    #[test]
    fn the_area_is_the_share_of_pairs_in_order(scored in answers(0..80, 30)) {
        check(auroc(&scored), pairs_in_order(&scored), 1e-15);
    }

    #[test]
    fn no_allowed_alarm_finds_more(scored in answers(0..60, 25), percent in 0..=100_u32) {
        let allowed = f64::from(percent) / 100.0;
        check(found_at(&scored, allowed), best_alarm(&scored, allowed), 0.0);
    }

    /// Traub et al. 2024, equation 6: the risk follows from the area and the share of right answers.
    #[test]
    fn risk_follows_from_the_area(scored in answers(1..400, 50)) {
        let wrong = scores(&scored, false).len() as f64 / scored.len() as f64;
        let expected = (1.0 - auroc(&scored).unwrap_or(1.0)) * wrong * (1.0 - wrong) + wrong * wrong / 2.0;
        check(generalised_risk(&scored), Some(expected), 1e-12);
    }

    #[test]
    fn the_mean_square_is_that_of_the_shares(scored in answers(1..200, 40)) {
        // Murphy 1973: reliability less resolution plus uncertainty, over the answers with one score.
        let n = scored.len() as f64;
        let right = scores(&scored, true).len() as f64 / n;
        let mut expected = right * (1.0 - right);
        for level in (0..=40).map(|level| f64::from(level) / 40.0) {
            let here: Vec<&Scored> = scored.iter().filter(|one| one.score == level).collect();
            let share = here.iter().filter(|one| one.is_right).count() as f64 / here.len().max(1) as f64;
            expected += here.len() as f64 / n * ((level - share).powi(2) - (share - right).powi(2));
        }
        check(brier(&scored), Some(expected), 1e-12);
    }

    #[test]
    fn calibration_is_bin_by_bin(
        (scored, n_bins) in (1..9_usize, 1..16_usize)
            .prop_flat_map(|(size, n_bins)| (answers(size * n_bins..size * n_bins + 1, 20), Just(n_bins)))
    ) {
        check(calibration_error(&scored, n_bins), Some(gaps(&scored, n_bins)), 1e-12);
    }
}

proptest! {
    #![proptest_config(inputs(100))]

    #[test]
    fn risk_is_the_mean_over_orders(scored in answers(1..7, 3)) {
        check(generalised_risk(&scored), Some(mean_risk(&scored)), 1e-12);
    }
}
