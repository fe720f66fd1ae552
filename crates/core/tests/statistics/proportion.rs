//! Wilson's interval holds the shares that a score test does not reject.

use proptest::prelude::*;
use syw_core::statistics::wilson;

use crate::{check, inputs};

/// Where 95 % of the standard normal distribution end.
const Z: f64 = 1.959_963_984_540_054;

/// The share between `observed` and `far` at which the score test just rejects, by bisection.
fn end(observed: f64, far: f64, n: f64) -> f64 {
    let is_rejected =
        |share: f64| (observed - share).abs() > Z * (share * (1.0 - share) / n).sqrt();
    let (mut kept, mut rejected) = (observed, far);
    for _ in 0..100 {
        let middle = f64::midpoint(kept, rejected);
        match is_rejected(middle) {
            true => rejected = middle,
            false => kept = middle,
        }
    }
    kept
}

proptest! {
    #![proptest_config(inputs(1000))]
    #[test]
    fn wilson_inverts_the_score_test(
        (successes, trials) in (1..20_000_usize).prop_flat_map(|n| (0..=n, Just(n)))
    ) {
        let (n, found) = (trials as f64, wilson(successes, trials));
        let share = successes as f64 / n;
        check(Some(found.low), Some(end(share, 0.0, n)), 1e-12);
        check(Some(found.high), Some(end(share, 1.0, n)), 1e-12);
    }
}
