//! The format of `public/results/evaluation.json`: what was measured of every shipped model.

use serde::{Deserialize, Serialize};

use super::{AnswerTally, Foretold, Part, ResponseTally, Set, Test, Way};
use crate::card::{ModelCard, Size};

/// The file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Evaluations {
    /// [`VERSION`] when it was written.
    pub version: u32,
    /// The digest of the language ([`crate::corpus::digest`]) when it was written.
    pub language: String,
    /// The models, in the order of `public/models/index.json`.
    pub models: Vec<Evaluation>,
}

/// Raised when a part is measured otherwise than before, so that old measurements are made anew.
pub const VERSION: u32 = 2;

/// What was measured of one model.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Evaluation {
    /// The id of its card.
    pub model: String,
    /// SHA-256 of its file: another file is another model.
    pub sha256: String,
    /// From its card.
    pub size: Size,
    /// From its card.
    pub arm: String,
    /// From its card.
    pub seed: u64,
    /// From its card.
    pub step: u64,
    /// How it answered.
    pub answers: Vec<AnswersEntry>,
    /// What its answers did when its chains were altered.
    pub battery: Vec<BatteryEntry>,
}

/// How a model answered a set of problems in one way.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AnswersEntry {
    /// The problems.
    pub set: Set,
    /// How it was made to answer.
    pub way: Way,
    /// The counts.
    pub tally: AnswerTally,
    /// How well its failures were foretold.
    pub foretold: Foretold,
    /// For [`Set::Home`], whether each problem was answered rightly, in hexadecimal ([`bits_of`]): to be compared with other
    /// models problem by problem.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub right: Option<String>,
}

/// What a model's answers did in one test of the battery.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BatteryEntry {
    /// The problems. The home rung where a file does not say: that is the only set that earlier files have.
    #[serde(default = "home")]
    pub set: Set,
    /// The test.
    pub test: Test,
    /// How the chains were come by.
    pub way: Way,
    /// The counts.
    pub tally: ResponseTally,
}

fn home() -> Set {
    Set::Home
}

/// A part of a measurement.
#[derive(Debug, Clone, PartialEq)]
pub enum Entry {
    /// How it answered.
    Answers(Box<AnswersEntry>),
    /// What its answers did.
    Battery(BatteryEntry),
}

impl Evaluations {
    /// A file without models, by the rules of now.
    pub fn empty() -> Evaluations {
        Evaluations {
            version: VERSION,
            language: crate::corpus::digest(),
            models: Vec::new(),
        }
    }

    /// Whether it was measured as it would be now.
    pub fn is_current(&self) -> bool {
        (self.version, &self.language) == (VERSION, &crate::corpus::digest())
    }

    /// A model's measurement.
    pub fn of(&self, model: &str) -> Option<&Evaluation> {
        self.models.iter().find(|found| found.model == model)
    }

    /// GPT large: the one that answers at once.
    pub fn large(&self) -> Option<&Evaluation> {
        let mut large = self.models.iter().filter(|found| found.size == Size::Large);
        large.find(|found| found.arm == "direct")
    }
}

impl Evaluation {
    /// Whether another model was trained like this one for as long, whatever the seed.
    pub fn is_trained_like(&self, other: &Evaluation) -> bool {
        (self.size, &self.arm, self.step) == (other.size, &other.arm, other.step)
    }

    /// A measurement without any part.
    pub fn new(card: &ModelCard) -> Evaluation {
        Evaluation {
            model: card.id.clone(),
            sha256: card.sha256.clone(),
            size: card.size,
            arm: card.arm.clone(),
            seed: card.seed,
            step: card.step,
            answers: Vec::new(),
            battery: Vec::new(),
        }
    }

    /// Adds a part.
    pub fn add(&mut self, entry: Entry) {
        match entry {
            Entry::Answers(entry) => self.answers.push(*entry),
            Entry::Battery(entry) => self.battery.push(entry),
        }
    }

    /// A part, if it was measured.
    pub fn part(&self, part: Part) -> Option<Entry> {
        match part {
            Part::Answers { set, way } => self
                .answers(set, way)
                .map(|entry| Entry::Answers(Box::new(entry.clone()))),
            Part::Battery { set, test, way } => {
                let entry = self.battery_in(set, test, way);
                entry.cloned().map(Entry::Battery)
            }
        }
    }

    /// How it answered a set in one way.
    pub fn answers(&self, set: Set, way: Way) -> Option<&AnswersEntry> {
        let fits = |entry: &&AnswersEntry| (entry.set, entry.way) == (set, way);
        self.answers.iter().find(fits)
    }

    /// What a test of the battery found on a set of problems, asked in one way.
    pub fn battery_in(&self, set: Set, test: Test, way: Way) -> Option<&BatteryEntry> {
        let fits = |entry: &&BatteryEntry| (entry.set, entry.test, entry.way) == (set, test, way);
        self.battery.iter().find(fits)
    }

    /// What a test of the battery found on a set of problems, of chains as they stand.
    pub fn battery(&self, set: Set, test: Test) -> Option<&BatteryEntry> {
        let fits = |entry: &&BatteryEntry| (entry.set, entry.test) == (set, test);
        self.battery.iter().find(fits)
    }
}

/// Truths as hexadecimal digits, four in each, the first in the highest bit; the last digit is filled up with falsehoods.
pub fn hex_of(bits: &[bool]) -> String {
    let digit = |bits: &[bool]| {
        let value = (0..4).fold(0, |value, idx| {
            2 * value + u32::from(bits.get(idx) == Some(&true))
        });
        char::from_digit(value, 16).expect("below 16")
    };
    bits.chunks(4).map(digit).collect()
}

/// The first `n` truths that [`hex_of`] wrote; `None` where there are fewer or a digit is none.
pub fn bits_of(hex: &str, n: usize) -> Option<Vec<bool>> {
    let digits: Option<Vec<u32>> = hex.chars().map(|digit| digit.to_digit(16)).collect();
    let bits = digits?
        .into_iter()
        .flat_map(|digit| [8, 4, 2, 1].map(|bit| digit & bit != 0));
    let bits: Vec<bool> = bits.take(n).collect();
    (bits.len() == n).then_some(bits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{any, prop_assert_eq, proptest};

    proptest! {
        #[test]
        fn bits_survive_the_round_trip(bits in proptest::collection::vec(any::<bool>(), 0..50)) {
            prop_assert_eq!(bits_of(&hex_of(&bits), bits.len()), Some(bits));
        }

        #[test]
        fn no_text_makes_reading_bits_panic(text in ".{0,20}", n in 0..100_usize) {
            let _ = bits_of(&text, n);
        }
    }

    #[test]
    fn a_file_without_sets_is_about_the_home_rung() {
        let text = r#"{"test":"shuffle","way":"own","tally":{"without_chain":0,"not_applicable":0,"places":[]}}"#;
        let entry: BatteryEntry = serde_json::from_str(text).unwrap();
        assert_eq!(entry.set, Set::Home);
    }

    #[test]
    fn bits_that_are_missing_are_noticed() {
        assert_eq!(hex_of(&[true, false, false, false, true]), "88");
        assert_eq!(bits_of("88", 9), None);
        assert_eq!(bits_of("8g", 5), None);
    }
}
