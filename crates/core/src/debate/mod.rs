//! The debate: claims, the criteria that speak for and against them, how the claims hang together, and what came out.
//!
//! The format of `public/results/claims.json`, which is `docs/claims.toml` with the measured values put beside each criterion
//! (`training/study.py` writes it). Verdicts are not in the file: [`Debate::verdict`] computes them from it.

mod live;
mod verdict;

use serde::{Deserialize, Serialize};

pub use live::{LiveMeasure, Quantity, Take, live_measure};
pub use verdict::{Evidence, Outcome, Verdict, outcome};

/// The file.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Debate {
    /// SHA-256 of `docs/claims.toml`.
    pub claims_sha256: String,
    /// In the order of the declaration.
    pub criteria: Vec<Criterion>,
    /// What a criterion is worth nothing without.
    pub controls: Vec<Control>,
    /// Those for reasoning out loud first, then those against.
    pub claims: Vec<Claim>,
    /// How they hang together.
    pub relations: Vec<Relation>,
}

/// A test with its line, and what was measured.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Criterion {
    /// Unique.
    pub id: String,
    /// What is shown when it is reached, in a sentence.
    pub says: String,
    /// The test and its line, in a sentence.
    pub test: String,
    /// The name of the measure in `training/syw/criteria.py`.
    pub measure: String,
    /// On which side of the line it is reached.
    pub comparison: Comparison,
    /// The line: a share, or whatever `unit` says.
    pub threshold: f64,
    /// Which of the seeds have to be there.
    pub of: Of,
    /// What the numbers are.
    pub unit: Unit,
    /// Whether the line was drawn after it had been measured.
    #[serde(default)]
    pub late: bool,
    /// From how many seeds it is judged.
    pub n_wanted: usize,
    /// A number a seed.
    pub values: Vec<f64>,
}

/// A side of a line; the line itself belongs to both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Comparison {
    /// At least.
    #[serde(rename = ">=")]
    AtLeast,
    /// At most.
    #[serde(rename = "<=")]
    AtMost,
}

impl Comparison {
    /// Whether a value is on this side.
    pub fn holds(self, value: f64, threshold: f64) -> bool {
        match self {
            Comparison::AtLeast => value >= threshold,
            Comparison::AtMost => value <= threshold,
        }
    }
}

/// Which seeds have to be on the right side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Of {
    /// All of them.
    #[serde(rename = "every seed")]
    EverySeed,
    /// The one in the middle; of an even number the lower of two.
    #[serde(rename = "median seed")]
    MedianSeed,
}

/// What a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// A share, 0 to 1.
    Share,
    /// A difference of shares, -1 to 1.
    Points,
    /// Anything else.
    Number,
}

/// Where the control is not reached, the criterion does not count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Control {
    /// The criterion, by id.
    pub of: String,
    /// Its control, a criterion, by id.
    pub control: String,
}

/// What one side of the debate holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// P1 to P12, O1 to O4.
    pub id: String,
    /// Whether it is for models that reason out loud, or against.
    pub side: Side,
    /// In a few words.
    pub name: String,
    /// In a sentence.
    pub says: String,
    /// Who holds it, and when it was said.
    pub held_by: String,
    /// Criteria that speak for it where they are reached, and against it where they are not.
    #[serde(rename = "for")]
    pub in_favour: Vec<String>,
    /// Criteria that speak against it where they are reached, and for it where they are not.
    pub against: Vec<String>,
    /// Criteria that are shown with it and do not count.
    pub beside: Vec<String>,
    /// Why there is no test of it.
    #[serde(default)]
    pub not_testable: Option<String>,
    /// What would change the verdict.
    pub would_change: String,
}

/// A side of the debate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// For models that reason out loud.
    For,
    /// Against.
    Against,
}

/// A thread between two claims.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relation {
    /// A claim, by id.
    pub from: String,
    /// Another.
    pub to: String,
    /// What the first does to the second.
    pub kind: RelationKind,
}

/// What a claim does to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RelationKind {
    /// Who holds the first has a reason for the second.
    Supports,
    /// Who holds the first has a reason against the second.
    Opposes,
    /// On these two the sides part.
    Crux,
}

impl Debate {
    /// A claim.
    pub fn claim(&self, id: &str) -> Option<&Claim> {
        self.claims.iter().find(|claim| claim.id == id)
    }

    /// A criterion.
    pub fn criterion(&self, id: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|criterion| criterion.id == id)
    }

    /// The threads that begin or end at a claim.
    pub fn relations_of(&self, id: &str) -> impl Iterator<Item = &Relation> {
        let touches = move |relation: &&Relation| relation.from == id || relation.to == id;
        self.relations.iter().filter(touches)
    }

    /// Ids that are named and not there, with where they are named: none in a file that is whole.
    pub fn dangling(&self) -> Vec<String> {
        let mut missing = Vec::new();
        let mut want_criterion = |id: &str, by: &str| {
            if self.criterion(id).is_none() {
                missing.push(format!("{by} names a criterion {id}"));
            }
        };
        for control in &self.controls {
            want_criterion(&control.of, "a control");
            want_criterion(&control.control, "a control");
        }
        for claim in &self.claims {
            let all = [&claim.in_favour, &claim.against, &claim.beside];
            for id in all.into_iter().flatten() {
                want_criterion(id, &claim.id);
            }
        }
        for relation in &self.relations {
            for id in [&relation.from, &relation.to] {
                if self.claim(id).is_none() {
                    missing.push(format!("a relation names a claim {id}"));
                }
            }
        }
        missing
    }
}
