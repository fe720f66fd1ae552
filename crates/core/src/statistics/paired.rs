//! Two models on the same problems, and many comparisons at once.

use statrs::distribution::{Binomial, DiscreteCDF};

use super::{CONFIDENCE, Interval};

/// How often the two were right on the same problems.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Paired {
    /// Both were right.
    pub both: usize,
    /// Only the first was.
    pub only_first: usize,
    /// Only the second was.
    pub only_second: usize,
    /// Neither was.
    pub neither: usize,
}

impl Paired {
    /// Counts the pairs; the longer of the two is cut.
    pub fn of(first: &[bool], second: &[bool]) -> Paired {
        let mut paired = Paired::default();
        for pair in first.iter().zip(second) {
            match pair {
                (true, true) => paired.both += 1,
                (true, false) => paired.only_first += 1,
                (false, true) => paired.only_second += 1,
                (false, false) => paired.neither += 1,
            }
        }
        paired
    }

    /// McNemar's test, exact and two-sided: how probable it is that the problems on which the two differ are split as
    /// unevenly as this where neither is better (McNemar 1947, Psychometrika 12:153). 1 where they differ on none.
    pub fn mcnemar(self) -> f64 {
        let n = (self.only_first + self.only_second) as u64;
        let fewer = self.only_first.min(self.only_second) as u64;
        let coin = Binomial::new(0.5, n).expect("a probability of one half");
        (2.0 * coin.cdf(fewer)).min(1.0)
    }
}

/// A difference less probable than this is left out of the bootstrap: far less than rounding loses, even 10,000 times over.
const NEGLIGIBLE: f64 = 1e-30;

/// The share of right answers of the first less that of the second, with its 95 % interval by the bootstrap: problems are
/// drawn anew, with what both did on them (Efron and Tibshirani 1993, percentile method).
///
/// No resamples are drawn: a drawn problem moves the difference up, down or not at all, so that the distribution which
/// ever more resamples come to can be worked out. Takes at most the square of the number of problems in time.
pub fn paired_bootstrap(paired: Paired) -> (f64, Interval) {
    let n = paired.both + paired.only_first + paired.only_second + paired.neither;
    let share = |count: usize| count as f64 / n.max(1) as f64;
    let (up, down) = (share(paired.only_first), share(paired.only_second));
    let same = 1.0 - up - down;
    // How probable each difference is, from -n to n, after as many draws as have been made.
    let mut probs = vec![0.0; 2 * n + 1];
    probs[n] = 1.0;
    let (mut first, mut last) = (n, n);
    for _ in 0..n {
        (first, last) = (first - 1, last + 1);
        let mut below = 0.0;
        for idx in first..=last {
            let above = probs.get(idx + 1).copied().unwrap_or(0.0);
            let here = probs[idx];
            probs[idx] = same * here + up * below + down * above;
            below = here;
        }
        while first < last && probs[first] < NEGLIGIBLE {
            probs[first] = 0.0;
            first += 1;
        }
        while first < last && probs[last] < NEGLIGIBLE {
            probs[last] = 0.0;
            last -= 1;
        }
    }
    let tail = (1.0 - CONFIDENCE) / 2.0;
    let quantile = |level: f64| {
        let mut sum = 0.0;
        let reaches = |prob: &f64| {
            sum += prob;
            sum >= level
        };
        let idx = probs.iter().position(reaches).unwrap_or(2 * n);
        (idx as f64 - n as f64) / n.max(1) as f64
    };
    let interval = Interval {
        low: quantile(tail),
        high: quantile(1.0 - tail),
    };
    (up - down, interval)
}

/// Holm's correction (1979, Scand. J. Stat. 6:65): each p-value made so large that it may be compared with the level as if
/// it were the only one. In the order given.
pub fn holm(p_values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p_values.len()).collect();
    order.sort_by(|&x, &y| p_values[x].total_cmp(&p_values[y]));
    let mut adjusted = vec![1.0; p_values.len()];
    let mut largest = 0.0_f64;
    for (rank, idx) in order.into_iter().enumerate() {
        let factor = (p_values.len() - rank) as f64;
        largest = largest.max(p_values[idx] * factor).min(1.0);
        adjusted[idx] = largest;
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(only_first: usize, only_second: usize, expected: f64) {
        let paired = Paired {
            only_first,
            only_second,
            ..Paired::default()
        };
        let found = paired.mcnemar();
        assert!((found - expected).abs() < 5e-4, "{found}");
    }

    /// Two media for one culture, 12 specimens growing on the first only and 2 on the second only: p = 0.0129 (Armitage and
    /// Berry 1994, Statistical Methods in Medical Research, p. 127).
    #[test]
    fn mcnemar_as_published() {
        check(12, 2, 0.0129);
        check(2, 12, 0.0129);
        check(0, 0, 1.0);
        check(5, 5, 1.0);
        check(0, 6, 0.03125);
    }

    /// Hypotheses with p = 0.01, 0.04, 0.03 and 0.005 at the level 0.05: Holm rejects the first and the last.
    #[test]
    fn holm_by_hand() {
        let adjusted = holm(&[0.01, 0.04, 0.03, 0.005]);
        for (found, expected) in adjusted.iter().zip([0.03, 0.06, 0.06, 0.02]) {
            assert!((found - expected).abs() < 1e-12, "{adjusted:?}");
        }
        assert!(holm(&[]).is_empty());
        assert_eq!(holm(&[0.9, 0.8]), [1.0, 1.0]);
    }

    /// Large samples: the interval of the difference is that of the normal distribution.
    #[test]
    fn the_bootstrap_agrees_with_the_normal_interval() {
        let paired = Paired {
            both: 700,
            only_first: 150,
            only_second: 50,
            neither: 100,
        };
        let (difference, interval) = paired_bootstrap(paired);
        assert!((difference - 0.1).abs() < 1e-12);
        // 1.96 times the square root of (0.2 - 0.1²) / 1000.
        let half = 0.02702;
        assert!((interval.low - (0.1 - half)).abs() < 0.001, "{interval:?}");
        assert!((interval.high - (0.1 + half)).abs() < 0.001, "{interval:?}");
    }

    /// Two problems, of which the first alone got one: the difference is 0 or 1/2 or 1 with probabilities 1/4, 1/2, 1/4.
    #[test]
    fn the_bootstrap_by_hand() {
        let paired = Paired {
            both: 1,
            only_first: 1,
            ..Paired::default()
        };
        let (difference, interval) = paired_bootstrap(paired);
        assert_eq!((difference, interval.low, interval.high), (0.5, 0.0, 1.0));
        let (difference, interval) = paired_bootstrap(Paired::default());
        assert_eq!((difference, interval.low, interval.high), (0.0, 0.0, 0.0));
    }

    #[test]
    fn pairs_are_counted() {
        let paired = Paired::of(&[true, true, false, false], &[true, false, true, false]);
        assert_eq!((paired.both, paired.only_first), (1, 1));
        assert_eq!((paired.only_second, paired.neither), (1, 1));
    }
}
