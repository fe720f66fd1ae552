//! Student's interval and the median over seeds.

use proptest::prelude::*;
use syw_core::statistics::{median, seed_interval};

use crate::{check, inputs};

/// The probability that Student's t with so many degrees of freedom lies within `bound` of 0. With t = sqrt(n) tan(angle)
/// the density is cos(angle)^(n - 1), which Simpson's rule adds up.
fn within(bound: f64, freedom: usize) -> f64 {
    const STEPS: u32 = 2000;
    let area = |end: f64| {
        let height = |step: u32| {
            (end * f64::from(step) / f64::from(STEPS))
                .cos()
                .powi(freedom as i32 - 1)
        };
        let inner = (1..STEPS).map(|step| height(step) * if step % 2 == 1 { 4.0 } else { 2.0 });
        end / f64::from(STEPS) / 3.0 * (height(0) + inner.sum::<f64>() + height(STEPS))
    };
    let angle = (bound / (freedom as f64).sqrt()).atan();
    area(angle) / area(std::f64::consts::FRAC_PI_2)
}

proptest! {
    #![proptest_config(inputs(200))]

    /// The distance of either end from the mean, in standard errors, is where 95 % of Student's distribution end.
    #[test]
    fn the_interval_holds_95_percent(values in prop::collection::vec(-1.0..1.0, 2..40)) {
        let found = seed_interval(&values).unwrap();
        let n = values.len() as f64;
        let mean = values.iter().sum::<f64>() / n;
        // Half the mean square of all differences is the variance.
        let squares = values.iter().flat_map(|x| values.iter().map(move |y| (x - y).powi(2)));
        let error = (squares.sum::<f64>() / (2.0 * n * (n - 1.0)) / n).sqrt();
        check(Some(f64::midpoint(found.low, found.high)), Some(mean), 1e-12);
        for bound in [(found.high - mean) / error, (mean - found.low) / error] {
            check(Some(within(bound, values.len() - 1)), Some(0.95), 1e-9);
        }
    }

    #[test]
    fn the_median_has_no_more_below_than_above(values in prop::collection::vec(0..20_u32, 0..30)) {
        let values: Vec<f64> = values.into_iter().map(f64::from).collect();
        let rank = values.len().saturating_sub(1) / 2;
        let is_median = |&x: &f64| {
            let below = values.iter().filter(|&&y| y < x).count();
            let tied = values.iter().filter(|&&y| y == x).count();
            below <= rank && rank < below + tied
        };
        check(median(&values), values.iter().copied().find(is_median), 0.0);
    }
}
