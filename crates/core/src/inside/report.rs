//! The format of `public/results/inside.json`: what was measured inside the models, and what a short program foretells of them.

use serde::{Deserialize, Serialize};

use super::{Circle, Foretold, Heads, Rule, SetReport, Simulator};
use crate::card::{ModelCard, Size};
use crate::outside::total;

/// Raised when something is measured otherwise than before.
pub const VERSION: u32 = 1;

/// The file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Inside {
    /// [`VERSION`] when it was written.
    pub version: u32,
    /// The models, in the order of `public/models/index.json`.
    pub models: Vec<ModelReport>,
}

/// What was measured of one model.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ModelReport {
    /// The id of its card.
    pub model: String,
    /// SHA-256 of its file.
    pub sha256: String,
    /// From its card.
    pub size: Size,
    /// From its card.
    pub arm: String,
    /// From its card.
    pub seed: u64,
    /// The short rule that stands for it, chosen on other problems than those below.
    pub rule: Rule,
    /// What was foretold of its answers, set by set.
    pub sets: Vec<SetReport>,
    /// What its heads read where its chains copy a result; empty for a model that answers at once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub heads: Vec<Heads>,
    /// Its residual stream at the answer by residue; GPT large only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub circles: Vec<Circle>,
}

impl Inside {
    /// Whether it was measured as it would be now.
    pub fn is_current(&self) -> bool {
        self.version == VERSION
    }

    /// A model's measurement.
    pub fn of(&self, model: &str) -> Option<&ModelReport> {
        self.models.iter().find(|found| found.model == model)
    }

    /// GPT large: the one that answers at once.
    pub fn large(&self) -> Option<&ModelReport> {
        let mut large = self.models.iter().filter(|found| found.size == Size::Large);
        large.find(|found| found.arm == "direct")
    }
}

impl ModelReport {
    /// A measurement without anything measured.
    pub fn new(card: &ModelCard) -> ModelReport {
        ModelReport {
            model: card.id.clone(),
            sha256: card.sha256.clone(),
            size: card.size,
            arm: card.arm.clone(),
            seed: card.seed,
            rule: Rule::default(),
            sets: Vec::new(),
            heads: Vec::new(),
            circles: Vec::new(),
        }
    }

    /// Wrong answers, over all sets.
    pub fn n_errors(&self) -> usize {
        total(self.sets.iter().map(|set| set.errors))
    }

    /// Problems, over all sets.
    pub fn n_problems(&self) -> usize {
        total(self.sets.iter().map(|set| set.problems))
    }

    /// Wrong answers after a chain, over all sets.
    pub fn n_chain_errors(&self) -> usize {
        total(self.sets.iter().map(|set| set.chain_errors))
    }

    /// How often a program foretold the answer, over all sets.
    pub fn foretold(&self, by: Simulator) -> Foretold {
        Foretold {
            all: total(self.sets.iter().map(|set| set.by(by).all)),
            errors: total(self.sets.iter().map(|set| set.by(by).errors)),
        }
    }

    /// The share of its wrong answers that a program foretold; `None` without a wrong answer.
    pub fn errors_told(&self, by: Simulator) -> Option<f64> {
        let n = self.n_errors();
        (n > 0).then(|| self.foretold(by).errors as f64 / n as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn sets_are_added_up() {
        let set = |errors: usize, told: usize| {
            json!({"set": "home", "problems": 10, "errors": errors, "chains": 10, "chain_errors": told,
                "foretold": {"chain": {"all": 8, "errors": told}}})
        };
        let mut report: ModelReport =
            serde_json::from_value(json!({"model": "s", "sha256": "00", "size": "small",
            "arm": "chain_rl", "seed": 0, "rule": Rule::default(), "sets": [set(4, 3), set(6, 6)]}))
            .unwrap();
        assert_eq!((report.n_errors(), report.n_problems()), (10, 20));
        assert_eq!(report.n_chain_errors(), 9);
        assert_eq!(report.errors_told(Simulator::Chain), Some(0.9));
        assert_eq!(report.errors_told(Simulator::Rule), Some(0.0));
        report.sets.clear();
        assert_eq!(report.errors_told(Simulator::Chain), None);
    }
}
