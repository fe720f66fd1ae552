//! Whether a model knows the answer before its chain begins: the format of `public/results/knowledge.json`.

use serde::{Deserialize, Serialize};

use crate::problem::{Convention, Problem};
use crate::prompt::{direct_prompt, prompt};
use crate::vocabulary::Token;

/// The file.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct KnowledgeReport {
    /// The models, in the order of `public/models/index.json`.
    pub models: Vec<Knowledge>,
}

/// What linear probes find in one model, on the held-out problems of the home rung.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Knowledge {
    /// The id of its card.
    pub model: String,
    /// SHA-256 of its file.
    pub sha256: String,
    /// From its card.
    pub arm: String,
    /// From its card.
    pub seed: u64,
    /// How many problems.
    pub problems: usize,
    /// Problems whose answer is the most frequent one of the training problems: what a probe that sees nothing gets right.
    pub common: usize,
    /// A probe for each place and layer.
    pub probes: Vec<ProbeRead>,
}

/// Where the residual stream is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// At the `?` that ends the problem: a chain begins after it.
    EndOfProblem,
    /// At an `<answer>` forced right after the problem.
    MadeToAnswer,
}

impl Place {
    /// Both.
    pub const ALL: [Place; 2] = [Place::EndOfProblem, Place::MadeToAnswer];

    /// The text at whose last token the stream is read.
    pub fn text(self, problem: &Problem) -> Vec<Token> {
        match self {
            Place::EndOfProblem => prompt(problem),
            Place::MadeToAnswer => direct_prompt(problem),
        }
    }
}

/// What one probe reads off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProbeRead {
    /// Where.
    pub place: Place,
    /// After which layer; 0 is before the first.
    pub layer: usize,
    /// Answers read off rightly.
    pub right: usize,
    /// The same for a probe fitted to shuffled answers: what of it is chance.
    pub shuffled: usize,
}

impl Knowledge {
    /// The share of the answers that the probe after the last layer reads off at a place, 0 to 1.
    pub fn last_layer(&self, place: Place) -> Option<f64> {
        let of_place = self.probes.iter().filter(|probe| probe.place == place);
        let last = of_place.max_by_key(|probe| probe.layer)?;
        Some(last.right as f64 / self.problems.max(1) as f64)
    }
}

/// What a probe is to read off: the right answer, as a class.
pub fn class_of(problem: &Problem) -> usize {
    usize::try_from(problem.answer(Convention::Floored)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_layer_of_a_place_is_what_counts() {
        let read = |place, layer, right| ProbeRead {
            place,
            layer,
            right,
            shuffled: 0,
        };
        let probes = vec![
            read(Place::EndOfProblem, 2, 5),
            read(Place::EndOfProblem, 1, 9),
            read(Place::MadeToAnswer, 2, 8),
        ];
        let found = Knowledge {
            model: String::new(),
            sha256: String::new(),
            arm: String::new(),
            seed: 0,
            problems: 10,
            common: 3,
            probes,
        };
        assert_eq!(found.last_layer(Place::EndOfProblem), Some(0.5));
        assert_eq!(found.last_layer(Place::MadeToAnswer), Some(0.8));
        assert_eq!(class_of(&"5 × 4 mod 7".parse().unwrap()), 6);
    }
}
