//! McNemar's test, the bootstrap of a difference, and Holm's correction.

use proptest::prelude::*;
use statrs::distribution::{Binomial, Discrete};
use syw_core::statistics::{Paired, holm, paired_bootstrap};

use crate::{check, inputs};

/// n over k, exactly, up to n = 120.
fn choices(n: usize, k: usize) -> u128 {
    (0..k as u128).fold(1, |product, idx| product * (n as u128 - idx) / (idx + 1))
}

/// The probability of all splits of fair coins that are at most as probable as the one seen.
fn exact_mcnemar(first: usize, second: usize) -> f64 {
    let n = first + second;
    let seen = choices(n, first);
    let rare = (0..=n).map(|k| choices(n, k)).filter(|&all| all <= seen);
    rare.map(|all| all as f64).sum::<f64>() / 2_f64.powi(n as i32)
}

/// The differences of all resamples of the given problems, each worth -1, 0 or 1.
fn all_resamples(problems: &[i64]) -> Vec<i64> {
    let mut sums = vec![0];
    for _ in problems {
        let drawn = sums
            .iter()
            .flat_map(|sum| problems.iter().map(move |one| sum + one));
        sums = drawn.collect();
    }
    sums.sort_unstable();
    sums
}

/// How probable it is that problems drawn anew, so many of each kind, come to each difference, from -n to n: first how many
/// go up, then how many of the rest go down.
fn resampled(up: usize, down: usize, n: usize) -> Vec<f64> {
    let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
    let ups = Binomial::new(share(up, n), n as u64).unwrap();
    let mut probs = vec![0.0; 2 * n + 1];
    for n_up in 0..=n {
        let downs = Binomial::new(share(down, n - up), (n - n_up) as u64).unwrap();
        for n_down in 0..=n - n_up {
            probs[n + n_up - n_down] += ups.pmf(n_up as u64) * downs.pmf(n_down as u64);
        }
    }
    probs
}

/// The largest of the plain corrections over all sets of hypotheses that hold this one: a hypothesis is rejected when every
/// set with it is (Marcus, Peritz and Gabriel 1976).
fn closed_test(p_values: &[f64], idx: usize) -> f64 {
    let sets = (0..1_u32 << p_values.len()).filter(|set| set >> idx & 1 == 1);
    sets.map(|set| {
        let members = (0..p_values.len()).filter(|member| set >> member & 1 == 1);
        let least = members.map(|member| p_values[member]).fold(1.0, f64::min);
        (least * f64::from(set.count_ones())).min(1.0)
    })
    .fold(0.0, f64::max)
}

proptest! {
    #![proptest_config(inputs(500))]

    #[test]
    fn mcnemar_sums_the_splits_that_are_no_more_probable(
        both in 0..9_usize, only_first in 0..60_usize, only_second in 0..60_usize, neither in 0..9_usize
    ) {
        let found = Paired { both, only_first, only_second, neither }.mcnemar();
        check(Some(found), Some(exact_mcnemar(only_first, only_second)), 1e-12);
    }

    #[test]
    fn holm_is_the_closed_test(p_values in prop::collection::vec(0.0..1.0, 0..9)) {
        for (idx, found) in holm(&p_values).into_iter().enumerate() {
            check(Some(found), Some(closed_test(&p_values, idx)), 0.0);
        }
    }

    #[test]
    fn the_bootstrap_is_that_of_all_resamples(problems in prop::collection::vec(-1..=1_i64, 1..7)) {
        let count = |kind| problems.iter().filter(|&&one| one == kind).count();
        let paired = Paired {
            both: count(0), only_first: count(1), only_second: count(-1), neither: 0,
        };
        let (difference, interval) = paired_bootstrap(paired);
        let (n, sums) = (problems.len() as f64, all_resamples(&problems));
        let quantile = |level: f64| sums[(level * sums.len() as f64).ceil() as usize - 1] as f64;
        check(Some(difference), Some(problems.iter().sum::<i64>() as f64 / n), 1e-15);
        check(Some(interval.low), Some(quantile(0.025) / n), 1e-15);
        check(Some(interval.high), Some(quantile(0.975) / n), 1e-15);
    }
}

proptest! {
    #![proptest_config(inputs(60))]

    /// Each end is the first difference that the distribution reaches the level at; a level reached but for rounding may
    /// count as reached or not.
    #[test]
    fn the_bootstrap_of_many_problems_is_drawn_from_binomials(
        both in 0..150_usize, only_first in 0..150_usize, only_second in 0..150_usize, neither in 1..150_usize
    ) {
        let paired = Paired { both, only_first, only_second, neither };
        let n = both + only_first + only_second + neither;
        let probs = resampled(only_first, only_second, n);
        let (_, interval) = paired_bootstrap(paired);
        for (end, level) in [(interval.low, 0.025), (interval.high, 0.975)] {
            let idx = (end * n as f64 + n as f64).round() as usize;
            let below: f64 = probs[..idx].iter().sum();
            prop_assert!(below < level + 1e-9, "{below} lie below {end} of {n}");
            prop_assert!(below + probs[idx] > level - 1e-9, "{below} lie below {end} of {n}");
        }
    }
}
