//! What several seeds of one recipe say together.

use statrs::distribution::{ContinuousCDF, StudentsT};

use super::{Interval, UPPER_TAIL};

/// Student's interval of the mean over seeds at 95 %. `None` for fewer than two.
///
/// It takes each seed for one draw of the recipe, so it speaks of a seed not yet trained and not of the problems.
pub fn seed_interval(values: &[f64]) -> Option<Interval> {
    let n = values.len() as f64;
    let t = StudentsT::new(0.0, 1.0, n - 1.0).ok()?;
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    let spread = t.inverse_cdf(UPPER_TAIL) * (squares / (n - 1.0) / n).sqrt();
    Some(Interval {
        low: mean - spread,
        high: mean + spread,
    })
}

/// The middle value; of an even number the lower of the two in the middle, which is a seed that there is.
pub fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let middle = sorted.len().checked_sub(1)? / 2;
    sorted.get(middle).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Student 1908 (Biometrika 6:1), the additional hours of sleep of ten patients under the second drug: mean 2.33,
    /// standard deviation 2.002; with t = 2.262 for nine degrees of freedom, 0.90 to 3.76.
    #[test]
    fn a_published_example() {
        let hours = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
        let found = seed_interval(&hours).unwrap();
        assert!((found.low - 0.898).abs() < 1e-3, "{found:?}");
        assert!((found.high - 3.762).abs() < 1e-3, "{found:?}");
    }

    #[test]
    fn too_few_seeds_have_no_interval() {
        assert_eq!(seed_interval(&[0.5]), None);
        assert_eq!(seed_interval(&[]), None);
        let same = seed_interval(&[0.5, 0.5, 0.5]).unwrap();
        assert_eq!((same.low, same.high), (0.5, 0.5));
    }

    #[test]
    fn medians() {
        assert_eq!(median(&[0.9, 0.1, 0.5]), Some(0.5));
        assert_eq!(median(&[0.9, 0.1, 0.5, 0.6]), Some(0.5));
        assert_eq!(median(&[]), None);
    }
}
