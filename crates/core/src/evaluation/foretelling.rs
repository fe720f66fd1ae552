//! How well it can be foretold which answers are wrong: by the model's own confidence, and by the step checker.

use serde::{Deserialize, Serialize};

use super::{AnswerTally, Answered};
use crate::statistics::{Scored, auroc, brier, calibration_error, generalised_risk};

/// Into how many parts of equal size answers are cut for the calibration error.
const N_BINS: usize = 15;

/// Answers with what is known before they are compared with the truth.
#[derive(Debug, Clone, Default)]
pub struct Foretelling {
    by_confidence: Vec<Scored>,
    by_checker: Vec<Scored>,
}

/// How well failures were foretold. Shares, 0 to 1, of four decimals; `None` where it does not apply.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Foretold {
    /// The area under the ROC curve of the confidence: 0.5 tells nothing, 1 everything.
    pub confidence_auroc: Option<f64>,
    /// The area under the generalised risk-coverage curve of the confidence: 0 is best.
    pub confidence_risk: Option<f64>,
    /// The mean squared error of the confidence: 0 is best.
    pub confidence_brier: Option<f64>,
    /// The expected calibration error of the confidence: 0 is best.
    pub calibration_error: Option<f64>,
    /// The area under the ROC curve of the checker's verdict, where every answer has a chain.
    pub checker_auroc: Option<f64>,
    /// The area under its generalised risk-coverage curve.
    pub checker_risk: Option<f64>,
}

impl Foretelling {
    /// Adds an answer, and whether the checker passes its chain ([`AnswerTally::add`]). An answer without a chain counts as
    /// one that does not pass.
    pub fn add(&mut self, answered: &Answered, passes: Option<bool>) {
        let is_right = answered.is_right();
        self.by_confidence.push(Scored {
            score: answered.confidence,
            is_right,
        });
        self.by_checker.push(Scored {
            score: f64::from(u8::from(passes == Some(true))),
            is_right,
        });
    }

    /// The figures. The checker's are left out where most answers were given at once: it has nothing to read there.
    pub fn figures(&self, tally: &AnswerTally) -> Foretold {
        let rounded = |value: Option<f64>| value.map(|value| (value * 1e4).round() / 1e4);
        let has_chains = 2 * tally.chains > tally.problems;
        let checker = if has_chains {
            &self.by_checker[..]
        } else {
            &[]
        };
        Foretold {
            confidence_auroc: rounded(auroc(&self.by_confidence)),
            confidence_risk: rounded(generalised_risk(&self.by_confidence)),
            confidence_brier: rounded(brier(&self.by_confidence)),
            calibration_error: rounded(calibration_error(&self.by_confidence, N_BINS)),
            checker_auroc: rounded(auroc(checker)),
            checker_risk: rounded(generalised_risk(checker)),
        }
    }
}
