//! How sure one can be: intervals of a proportion and over seeds, paired comparisons, correction for many tests, and how
//! well a score tells failures from successes.
//!
//! The distributions come from statrs; what stands here is the formulas above them, each tested against a published
//! worked example, and in `tests/statistics` against its definition and other libraries. A greedy sweep over every problem has no sampling error and needs none of this.

mod paired;
mod proportion;
mod ranking;
mod ridge;
mod seeds;

use serde::{Deserialize, Serialize};

pub use paired::{Paired, holm, paired_bootstrap};
pub use proportion::wilson;
pub use ranking::{Scored, auroc, brier, calibration_error, found_at, generalised_risk};
pub use ridge::LinearProbe;
pub use seeds::{median, seed_interval};

/// The confidence of every interval on the page.
pub const CONFIDENCE: f64 = 0.95;

/// Two ends, the lower first.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// Where the middle [`CONFIDENCE`] of a symmetric distribution ends, as a share of its whole.
const UPPER_TAIL: f64 = 0.5 + CONFIDENCE / 2.0;
