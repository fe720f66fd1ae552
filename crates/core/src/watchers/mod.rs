//! Who watches chains, and who tells the user: a monitor trained apart, beside simpler judges; and a Face that reads the chain of
//! a reasoner, beside single models with the same rule in their reward.
//!
//! The formats of `public/results/watchers.json` and what is measured for it.

mod judge;
mod probing;
mod telling;
mod watch;

use serde::{Deserialize, Serialize};

pub use judge::{Judge, monitor_texts, score_of};
pub use probing::{AtAnswer, FailureProbe, probe_area};
pub use telling::{Counts, System, Told, answer_by_face, tell};
pub use watch::{FALSE_ALARMS, Flagged, Judged, Watched, What, alarm, right_chains, watch};

/// The file.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct WatchersReport {
    /// The monitors, by seed.
    pub monitors: Vec<Watched>,
    /// The systems that tell the user something, by seed.
    pub told: Vec<Told>,
    /// Who foretells the failures of a model that writes no notes, by family.
    #[serde(default)]
    pub probes: Vec<FailureProbe>,
}
