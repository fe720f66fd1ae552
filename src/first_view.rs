//! The recorded run that the page opens with: written into the HTML by the build, read back when the page starts.

use serde::{Deserialize, Serialize};
use syw_core::Problem;
use syw_core::card::ModelCard;

use crate::completion::Completion;
use crate::state::{LargeView, RlUpdate};

/// The id of the element that holds the recording as JSON.
pub const ELEMENT_ID: &str = "first-view";

/// A real run of the shipped models on the default problem.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FirstView {
    pub problem: Problem,
    pub large: LargeView,
    pub small: Completion,
    /// The cards of all models, digests included.
    pub models: Vec<ModelCard>,
    pub history: Vec<RlUpdate>,
}
