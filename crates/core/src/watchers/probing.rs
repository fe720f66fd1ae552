//! A judge of a model that writes no notes: a linear probe on what is inside it at its answer.

use serde::{Deserialize, Serialize};

use crate::family::Family;
use crate::statistics::{LinearProbe, Scored, auroc};

/// How well a linear probe tells a model's right answers to a family of problems from its wrong ones. Shares of four decimals, 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FailureProbe {
    /// The id of the model's card.
    pub model: String,
    /// SHA-256 of its file.
    pub sha256: String,
    /// The family; the probe was fitted to all others.
    pub family: Family,
    /// Right answers to it.
    pub good: usize,
    /// Wrong answers to it.
    pub bad: usize,
    /// The area under the ROC curve; `None` where all are good or all are bad.
    pub auroc: Option<f64>,
    /// The most that probes reach which were fitted to answers called right and wrong at random, as many of each, twenty times: what chance
    /// can do.
    pub shuffled: Option<f64>,
}

/// A model's stream where it answers a problem, and whether the answer was right.
#[derive(Debug, Clone, PartialEq)]
pub struct AtAnswer {
    /// By channel.
    pub stream: Vec<f32>,
    /// Whether the answer was right.
    pub is_right: bool,
}

/// The area that a probe reaches on `tested` which was fitted to `fitted_on`, with `labels` in the place of what was right there, one for each.
/// `None` where nothing can be fitted, or one kind of answer is missing.
pub fn probe_area(fitted_on: &[&AtAnswer], labels: &[bool], tested: &[AtAnswer]) -> Option<f64> {
    let rows: Vec<&[f32]> = fitted_on.iter().map(|one| &one.stream[..]).collect();
    let classes: Vec<usize> = labels
        .iter()
        .map(|&is_right| usize::from(is_right))
        .collect();
    let probe = LinearProbe::fit(&rows, &classes, 2)?;
    let scored = tested.iter().map(|one| {
        let [wrong, right] = [0, 1].map(|class| probe.score(class, &one.stream));
        Some(Scored {
            score: f64::from(right? - wrong?),
            is_right: one.is_right,
        })
    });
    let area = auroc(&scored.collect::<Option<Vec<Scored>>>()?)?;
    Some((area * 1e4).round() / 1e4)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(n: usize) -> Vec<AtAnswer> {
        let one = |idx: usize| AtAnswer {
            stream: vec![(idx % 5) as f32, (idx * 7 % 11) as f32],
            is_right: idx % 5 > 2,
        };
        (0..n).map(one).collect()
    }

    #[test]
    fn what_is_linear_is_foretold_and_chance_is_not() {
        let (fitted_on, tested) = (answers(400), answers(150));
        let fitted_on: Vec<&AtAnswer> = fitted_on.iter().collect();
        let labels: Vec<bool> = fitted_on.iter().map(|one| one.is_right).collect();
        assert_eq!(probe_area(&fitted_on, &labels, &tested), Some(1.0));
        let unrelated: Vec<bool> = (0..400).map(|idx| idx / 55 % 2 == 0).collect();
        let area = probe_area(&fitted_on, &unrelated, &tested).unwrap();
        assert!((0.0..1.0).contains(&area), "{area}");
        let opposite: Vec<bool> = labels.iter().map(|is_right| !is_right).collect();
        assert_eq!(probe_area(&fitted_on, &opposite, &tested), Some(0.0));
    }

    #[test]
    fn without_both_kinds_there_is_no_area() {
        let (fitted_on, tested) = (answers(400), answers(3));
        let fitted_on: Vec<&AtAnswer> = fitted_on.iter().collect();
        let labels: Vec<bool> = fitted_on.iter().map(|one| one.is_right).collect();
        assert_eq!(probe_area(&fitted_on, &labels, &tested), None);
        assert_eq!(probe_area(&[], &[], &answers(9)), None);
    }
}
