//! What is measured of a model: how it answers, what its answer does when its chain is altered, and how well its failures
//! can be foretold.
//!
//! A measurement is made of parts, each of which can be made alone: by `cargo xtask evaluate` for every model, and by the
//! page for the reader. Everything is greedy, and a count of what happened on listed problems; shares and areas are
//! worked out from the counts where they are shown.

mod answered;
mod as_read;
mod battery;
mod foretelling;
mod lines;
mod parts;
mod report;
mod sets;

pub use answered::{AnswerTally, Answered, Way};
pub use as_read::AsRead;
pub use battery::{Case, Place, ResponseTally, Test, cases};
pub use foretelling::{Foretelling, Foretold};
pub use lines::{LineError, LineReader};
pub use parts::{Measuring, Part, parts_of};
pub use report::{
    AnswersEntry, BatteryEntry, Entry, Evaluation, Evaluations, VERSION, bits_of, hex_of,
};
pub use sets::{ALTERED_FAMILIES, LADDER, Set, spread};
