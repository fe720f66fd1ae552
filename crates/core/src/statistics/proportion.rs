//! The interval of a proportion from a sample.

use statrs::distribution::{ContinuousCDF, Normal};

use super::{Interval, UPPER_TAIL};

/// Wilson's score interval at 95 % (Wilson 1927, J. Am. Stat. Assoc. 22:209; without correction for continuity).
///
/// Without any trial nothing is known: 0 to 1. Successes beyond the trials count as all of them.
pub fn wilson(successes: usize, trials: usize) -> Interval {
    if trials == 0 {
        return Interval {
            low: 0.0,
            high: 1.0,
        };
    }
    let z = Normal::standard().inverse_cdf(UPPER_TAIL);
    let n = trials as f64;
    let share = successes.min(trials) as f64 / n;
    let centre = share + z * z / (2.0 * n);
    let spread = z * (share * (1.0 - share) / n + z * z / (4.0 * n * n)).sqrt();
    let scale = 1.0 + z * z / n;
    // The ends of none and of all are exact, which rounding would miss.
    Interval {
        low: match successes {
            0 => 0.0,
            _ => ((centre - spread) / scale).max(0.0),
        },
        high: match successes < trials {
            true => ((centre + spread) / scale).min(1.0),
            false => 1.0,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(successes: usize, trials: usize, low: f64, high: f64) {
        let found = wilson(successes, trials);
        let close = |found: f64, expected: f64| (found - expected).abs() < 5e-5;
        assert!(
            close(found.low, low) && close(found.high, high),
            "{found:?}"
        );
    }

    /// Newcombe 1998, Statistics in Medicine 17:857, table I, method 3.
    #[test]
    fn published_examples() {
        check(81, 263, 0.2553, 0.3662);
        check(15, 148, 0.0624, 0.1605);
        check(0, 20, 0.0, 0.1611);
        check(1, 29, 0.0061, 0.1718);
    }

    #[test]
    fn the_ends() {
        check(0, 0, 0.0, 1.0);
        check(20, 20, 0.8389, 1.0);
        check(30, 20, 0.8389, 1.0);
        assert!((1..300).all(|n| wilson(n, n).high == 1.0 && wilson(0, n).low == 0.0));
    }
}
