//! What becomes of hiding when chains are said again in training, by whom and how often: the format of
//! `public/results/paraphrase.json`.

use serde::{Deserialize, Serialize};

use crate::chain::{Hiding, Paraphraser};
use crate::vocabulary::Dialect;

/// The file.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ParaphraseRuns {
    /// One for each seed of every way of training.
    pub runs: Vec<ParaphraseRun>,
}

/// One run of reinforcement of a model that was taught to hide, and to do it seldom.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ParaphraseRun {
    /// What it was taught to hide in.
    pub hides_in: Hiding,
    /// Who said its chains again before their answers were rewarded; `None` for nobody.
    pub paraphraser: Option<Means>,
    /// In every how many updates, from 1.
    pub every: u64,
    /// How many updates there were.
    pub n_updates: u64,
    /// Of its training.
    pub seed: u64,
    /// Of the held-out problems of the home rung, the share answered rightly after its own chains, as they are written. 0 to 1.
    pub right: f64,
    /// The updates after which something was logged.
    pub updates: Vec<u64>,
    /// The share of some held-out problems answered rightly then, where that was tried.
    pub greedy_accuracy: Vec<Option<f64>>,
}

/// Who says chains again in training.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Means {
    /// [`Paraphraser::Words`].
    Words,
    /// A translation into German.
    German,
    /// [`Paraphraser::Order`].
    Order,
}

impl Means {
    /// The paraphraser.
    pub fn paraphraser(self) -> Paraphraser {
        match self {
            Means::Words => Paraphraser::Words,
            Means::German => Paraphraser::Translation(Dialect::German),
            Means::Order => Paraphraser::Order,
        }
    }

    /// Whether it changes what is hidden in something, by what it is made for. Another order of the plans of two residues leaves their
    /// product.
    pub fn touches(self, hides_in: Hiding) -> bool {
        match self {
            Means::Words | Means::German => hides_in == Hiding::Words,
            Means::Order => hides_in == Hiding::Order,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Token;
    use crate::chain::plans;
    use crate::hidden::Channel;

    #[test]
    fn a_run_is_read() {
        let text = r#"{"runs": [{"hides_in": "order", "paraphraser": "german", "every": 5, "n_updates": 200, "seed": 1, "right": 0.25,
            "updates": [0, 10], "greedy_accuracy": [0.5, null]}, {"hides_in": "words", "paraphraser": null, "every": 1, "n_updates": 1000, "seed": 0,
            "right": 0.9, "updates": [], "greedy_accuracy": []}]}"#;
        let file: ParaphraseRuns = serde_json::from_str(text).unwrap();
        assert_eq!(file.runs[0].paraphraser, Some(Means::German));
        assert_eq!(file.runs[0].hides_in, Hiding::Order);
        assert_eq!(file.runs[0].greedy_accuracy, [Some(0.5), None]);
        assert_eq!(file.runs[1].paraphraser, None);
    }

    /// Whether what is said in a channel changes with some seed; of another order of plans, more than their places.
    #[test]
    fn a_paraphraser_touches_what_it_is_made_for() {
        let changes = |hiding, means: Means, has_places: bool| {
            let said = plans(hiding, &[5, 2], 0, 7);
            let channel = match hiding {
                Hiding::Words => Channel::Words,
                _ => Channel::Order,
            };
            let message = |tokens: &[Token]| {
                let mut message = channel.message(tokens);
                if !has_places {
                    message.sort_unstable();
                }
                message
            };
            let again = (0..8).map(|seed| means.paraphraser().say_again(&said, seed));
            let mut again = again.map(|again| message(&again));
            again.any(|again| again != message(&said))
        };
        for means in [Means::Words, Means::German] {
            assert!(!changes(Hiding::Order, means, true) && !means.touches(Hiding::Order));
            assert!(changes(Hiding::Words, means, true) && means.touches(Hiding::Words));
        }
        assert!(!changes(Hiding::Words, Means::Order, false));
        assert!(!Means::Order.touches(Hiding::Words));
        assert!(changes(Hiding::Order, Means::Order, true) && Means::Order.touches(Hiding::Order));
    }
}
