//! The files of `public/results/`: each says in which version of its format it is, and whoever reads one refuses another. The writers that are not
//! in Rust have the same numbers in `training/syw/formats.py`.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use thiserror::Error;

use crate::debate::Debate;
use crate::evaluation::{self, Evaluations};
use crate::frontier::Frontier;
use crate::hidden::{HiddenReport, ParaphraseRuns};
use crate::inside::{self, Inside};
use crate::knowledge::KnowledgeReport;
use crate::latent::{self, Latents};
use crate::outside;
use crate::plane::{self, Plane};
use crate::rl_runs::{RlLog, RlRuns};
use crate::watchers::WatchersReport;

/// A file of results: a JSON object with a number `version`.
pub trait ResultsFile: DeserializeOwned {
    /// Raised when the file can no longer be read, or means something else.
    const VERSION: u32;
}

impl ResultsFile for Debate {
    const VERSION: u32 = 1;
}

impl ResultsFile for Evaluations {
    const VERSION: u32 = evaluation::VERSION;
}

impl ResultsFile for Frontier {
    const VERSION: u32 = 1;
}

impl ResultsFile for HiddenReport {
    const VERSION: u32 = 1;
}

impl ResultsFile for Inside {
    const VERSION: u32 = inside::VERSION;
}

impl ResultsFile for KnowledgeReport {
    const VERSION: u32 = 1;
}

impl ResultsFile for Latents {
    const VERSION: u32 = latent::VERSION;
}

impl ResultsFile for ParaphraseRuns {
    const VERSION: u32 = 1;
}

impl ResultsFile for Plane {
    const VERSION: u32 = plane::VERSION;
}

impl ResultsFile for RlLog {
    const VERSION: u32 = 1;
}

impl ResultsFile for RlRuns {
    const VERSION: u32 = 1;
}

impl ResultsFile for WatchersReport {
    const VERSION: u32 = 1;
}

/// Why a text is no file of results.
#[derive(Debug, Error)]
pub enum ResultsError {
    /// It says no version of its format.
    #[error("it says no version of its format; what is read is version {wanted}")]
    NoVersion {
        /// The version that is read.
        wanted: u32,
    },
    /// It was written for another version of what reads it.
    #[error("it is version {found} of its format; what is read is version {wanted}")]
    OtherVersion {
        /// The version that it says.
        found: u32,
        /// The version that is read.
        wanted: u32,
    },
    /// It is of the right version and still not readable.
    #[error("{0}")]
    Content(String),
}

/// Reads a file of results. The version is looked at first, so that a file of another one is never said to be damaged.
pub fn parse<T: ResultsFile>(text: &str) -> Result<T, ResultsError> {
    check::<T>(text)?;
    outside::json(text).map_err(ResultsError::Content)
}

/// Fails unless a JSON object says the version of such a file.
pub fn check<T: ResultsFile>(text: &str) -> Result<(), ResultsError> {
    check_version(text, T::VERSION)
}

/// Fails unless a JSON object says this version.
pub fn check_version(text: &str, wanted: u32) -> Result<(), ResultsError> {
    #[derive(Deserialize)]
    struct Versioned {
        version: Option<u32>,
    }
    let file: Versioned = outside::json(text).map_err(ResultsError::Content)?;
    match file.version {
        None => Err(ResultsError::NoVersion { wanted }),
        Some(found) if found != wanted => Err(ResultsError::OtherVersion { found, wanted }),
        Some(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found = parse::<RlRuns>(text);
        let found = found.map_or_else(|error| error.to_string(), |file| format!("{file:?}"));
        assert_eq!(found, expected);
    }

    #[test]
    fn a_file_of_another_version_is_refused_before_it_is_read() {
        check(r#"{"version":1,"runs":[]}"#, "RlRuns { runs: [] }");
        check(
            r#"{"runs":[]}"#,
            "it says no version of its format; what is read is version 1",
        );
        check(
            r#"{"version":2,"lines":{}}"#,
            "it is version 2 of its format; what is read is version 1",
        );
        check(
            r#"{"version":1}"#,
            "missing field `runs` at line 1 column 13",
        );
        check("[", "EOF while parsing a list at line 1 column 1");
    }
}
