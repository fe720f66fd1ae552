//! A lesson: steps of predicting, running and explaining, each about one figure of the page.
//!
//! Lessons are data (`public/lessons/<id>.json`). No answer is in them: each question names a quantity, and which choice is
//! right is worked out from the run in the page or from the results ([`facts`]). [`progress`] is what one person did with a lesson,
//! [`code`] its form as a short text, [`tally`] many of those together, [`slides`] what a presentation goes through.

pub mod code;
pub mod facts;
pub mod progress;
pub mod slides;
pub mod tally;

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::lesson::facts::{Facts, Quantity, Value};
use crate::query::{Control, Figure};
use crate::settings::{Settings, decode};

/// The lessons that are shipped, the shortest first. A lesson's id has small letters only.
pub const LESSONS: [&str; 3] = ["follows", "outside", "trust"];

/// A text in every language that the lesson speaks, by tag. English is always there.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
pub struct Said(pub BTreeMap<String, String>);

impl Said {
    /// The text in a language; where that is missing, in English.
    pub fn in_language(&self, tag: &str) -> &str {
        let found = self.0.get(tag).or_else(|| self.0.get("en"));
        found.map_or("", String::as_str)
    }
}

/// The file.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Lesson {
    pub id: String,
    /// How long a class needs for it.
    pub minutes: u32,
    pub title: Said,
    /// What it is about, in a sentence or two.
    pub about: Said,
    pub steps: Vec<Step>,
    /// Problems for a worksheet, to be done on paper and then on the page.
    #[serde(default)]
    pub problems: Vec<String>,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Step {
    pub title: Said,
    /// What stands above the question.
    pub say: Said,
    /// The figure that it is about, by its name in links.
    pub figure: String,
    /// The settings of the page, as in the hash of a link.
    #[serde(default)]
    pub settings: String,
    /// Controls that are left out, by their names in links.
    #[serde(default)]
    pub hide: BTreeSet<String>,
    /// Whether a reader may choose other problems and models in this step.
    #[serde(default)]
    pub free: bool,
    #[serde(default)]
    pub question: Option<Question>,
    /// Asks for an explanation in the reader's own words.
    #[serde(default)]
    pub explain: Option<Said>,
}

/// A prediction.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Question {
    pub ask: Said,
    /// What decides.
    pub of: Quantity,
    /// At least two, at most nine; for every value of the quantity that can come up, one of them holds.
    pub choices: Vec<Choice>,
}

/// One of the answers.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Choice {
    pub says: Said,
    pub holds: Holds,
}

/// When an answer is right.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Holds {
    /// The value is one of these words.
    Is(Vec<String>),
    /// The value is a share from the first to below the second number.
    Between(f64, f64),
}

impl Holds {
    /// Whether a value makes the answer right.
    pub fn of(&self, value: &Value) -> bool {
        match (self, value) {
            (Holds::Is(words), Value::Word(word)) => words.iter().any(|known| known == word),
            (Holds::Between(low, high), Value::Share(share)) => (*low..*high).contains(share),
            _ => false,
        }
    }
}

impl Question {
    /// The answer that is right, once what decides is known.
    pub fn right(&self, facts: &Facts<'_>) -> Option<usize> {
        let value = self.of.value(facts)?;
        self.choices
            .iter()
            .position(|choice| choice.holds.of(&value))
    }
}

impl Step {
    /// The figure.
    pub fn figure(&self) -> Figure {
        Figure::from_name(&self.figure).unwrap_or(Figure::Duel)
    }

    /// The settings once the question is answered.
    pub fn after(&self) -> Settings {
        decode(&self.settings).0
    }

    /// The settings until then: the chain is not altered yet.
    pub fn before(&self) -> Settings {
        Settings {
            edit: None,
            ..self.after()
        }
    }

    /// Whether the figure itself would give the answer away. Where a chain is to be altered, the chain before may be seen.
    pub fn is_veiled_until_answered(&self) -> bool {
        self.question.is_some() && self.after().edit.is_none()
    }

    /// The controls that are left out, as far as they are known.
    pub fn hidden(&self) -> BTreeSet<Control> {
        let known = self.hide.iter().filter_map(|name| Control::from_name(name));
        known.collect()
    }
}

impl Lesson {
    /// The steps with a question, by their places.
    pub fn questions(&self) -> Vec<(usize, &Question)> {
        let steps = self.steps.iter().enumerate();
        let asked = steps.filter_map(|(idx, step)| Some((idx, step.question.as_ref()?)));
        asked.collect()
    }
}

#[cfg(test)]
pub mod tests;
