//! The recorded run that the page opens with: written into the HTML by the build, read back when the page starts.

use serde::{Deserialize, Serialize};
use syw_core::Problem;
use syw_core::card::ModelCard;
use syw_core::vocabulary::vocabulary;
use thiserror::Error;

use crate::completion::Completion;
use crate::state::{LargeView, RlUpdate};

/// The id of the element that holds the recording as JSON.
pub const ELEMENT_ID: &str = "first-view";

/// A real run of the shipped models on the default problem, and what the page knows of every model from its start on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FirstView {
    pub problem: Problem,
    pub large: LargeView,
    pub small: Completion,
    /// The cards of all models, digests included. What each says of its training only the card's own file has.
    pub models: Vec<ModelCard>,
    pub history: Vec<RlUpdate>,
}

impl FirstView {
    /// As JSON. Every model speaks the vocabulary of `syw_core`, so it is left out; a card with another one is refused.
    pub fn to_json(mut self) -> Result<String, FirstViewError> {
        for card in &mut self.models {
            if card.vocabulary != vocabulary() {
                return Err(FirstViewError::Vocabulary(card.id.clone()));
            }
            card.vocabulary.clear();
            card.training = serde_json::Value::Null;
        }
        Ok(serde_json::to_string(&self)?)
    }

    /// Reads what [`FirstView::to_json`] wrote.
    pub fn from_json(text: &str) -> Result<FirstView, FirstViewError> {
        let mut view: FirstView = serde_json::from_str(text)?;
        for card in &mut view.models {
            card.vocabulary = vocabulary().iter().map(|&token| token.to_owned()).collect();
        }
        Ok(view)
    }
}

/// Why a first view cannot be written or read.
#[derive(Debug, Error)]
pub enum FirstViewError {
    #[error("{0} speaks another vocabulary than this program")]
    Vocabulary(String),
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(card: &str) -> FirstView {
        FirstView {
            problem: "2 + 3 mod 5".parse().unwrap(),
            large: LargeView::default(),
            small: Completion::default(),
            models: vec![serde_json::from_str(card).unwrap()],
            history: Vec::new(),
        }
    }

    const CARD: &str = include_str!("../public/models/small-chain_rl-s0/card.json");

    #[test]
    fn cards_come_back_whole_but_for_their_training() {
        let written = view(CARD);
        let json = written.clone().to_json().unwrap();
        let mut expected = written;
        expected.models[0].training = serde_json::Value::Null;
        assert_eq!(FirstView::from_json(&json).unwrap(), expected);
        assert!(json.len() * 2 < CARD.len(), "{} bytes", json.len());
    }

    #[test]
    fn another_vocabulary_is_refused() {
        let error = view(&CARD.replace("\"<end>\"", "\"<fin>\"")).to_json();
        assert_eq!(
            error.unwrap_err().to_string(),
            "small-chain_rl-s0 speaks another vocabulary than this program"
        );
    }
}
