//! The plane of capability against oversight: how often each model is right, and how well somebody who looks at it can tell what it
//! does. Oversight has several definitions, which are never merged: what one of them finds says nothing of the others.
//!
//! Nothing is measured here. [`of_results`] puts together what the other files of results say, and the rest is read off that.

mod kinds;
mod making;
mod reading;
mod report;
#[cfg(test)]
mod tests;

pub use kinds::{Capability, How, Kind, LinkKind, Oversight, Where};
pub use making::{Sources, of_results};
pub use reading::{Choice, Group, LeftOut, Seen, Why, front};
pub use report::{Count, End, Link, Measured, Plane, Point, VERSION};

/// Two capabilities are equal within this: the line that docs/claims.toml draws for the equal capability that the thought experiment supposes.
pub const EQUAL_WITHIN: f64 = 0.02;
