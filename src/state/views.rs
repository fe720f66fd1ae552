//! The plain data in the signals, and what is read off the models' cards.

use serde::{Deserialize, Serialize};
use syw_core::Token;
use syw_core::card::{ModelCard, Size};
use syw_core::prompt::answer_of;
pub use syw_core::rl_runs::RlUpdate;

use crate::completion::Completion;

/// A failure as it is shown, in the place of what is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    pub cause: Cause,
    /// A sentence for readers: what failed, and what can be done.
    pub message: String,
    /// Whether trying again can help.
    pub can_retry: bool,
}

/// What failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// The engine's files did not arrive or did not compile.
    Engine,
    /// The browser is too old for the engine.
    Simd,
    /// A model, its card or a log did not arrive, or is not what its card says.
    Model,
    /// A file of results did not arrive, or is none.
    Results,
    /// A worker died.
    Worker,
}

impl Cause {
    /// The name in attributes.
    pub fn name(self) -> &'static str {
        match self {
            Cause::Engine => "engine",
            Cause::Simd => "simd",
            Cause::Model => "model",
            Cause::Results => "results",
            Cause::Worker => "worker",
        }
    }
}

/// Whether the results on the page were recorded at the build or computed here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EngineStatus {
    Recorded,
    /// Bytes of the engine and the models so far; `total` is 0 until it is known.
    Loading {
        received: u64,
        total: u64,
    },
    Live,
    Failed(Failure),
}

impl EngineStatus {
    /// The name in attributes.
    pub fn name(&self) -> &'static str {
        match self {
            EngineStatus::Recorded => "recorded",
            EngineStatus::Loading { .. } => "loading",
            EngineStatus::Live => "live",
            EngineStatus::Failed(_) => "failed",
        }
    }
}

/// Where the run behind one card stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum RunStatus {
    /// The result is the one that the build recorded.
    Recorded,
    /// The engine or the model has not arrived yet.
    #[default]
    Waiting,
    Running,
    Done,
    Failed(Failure),
}

/// What GPT large answers in one pass.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct LargeView {
    #[serde(skip)]
    pub status: RunStatus,
    /// The probability of every token of the vocabulary as the answer, by token id; empty until it is known.
    pub probs: Vec<f32>,
    /// The tokens after `<answer>`, the answer's digits first.
    pub written: Completion,
}

impl LargeView {
    pub fn answer(&self) -> Option<i64> {
        let tokens: Vec<Token> = [Token::ANSWER]
            .into_iter()
            .chain(self.written.tokens())
            .collect();
        answer_of(&tokens)
    }

    /// The probability of each digit as the first token of the answer, and of everything else together.
    pub fn digit_probs(&self) -> ([f32; 10], f32) {
        let prob = |token: Token| self.probs.get(usize::from(token.0)).copied().unwrap_or(0.0);
        let digits: [f32; 10] = std::array::from_fn(|digit| prob(Token::digit(digit as u8)));
        let rest = self.probs.iter().sum::<f32>() - digits.iter().sum::<f32>();
        (digits, rest.max(0.0))
    }
}

/// The small model at one moment of its reinforcement learning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    pub id: String,
    /// The number of updates so far; 0 is the base.
    pub update: u64,
}

/// The model behind the large card: the first large one that answers directly.
pub fn large_model(models: &[ModelCard]) -> Option<&ModelCard> {
    let mut large = models.iter().filter(|card| card.size == Size::Large);
    large
        .clone()
        .find(|card| card.arm == "direct")
        .or_else(|| large.next())
}

/// The model behind the small card: the one with the id, or the last checkpoint, or any small one.
pub fn small_model<'a>(models: &'a [ModelCard], id: Option<&str>) -> Option<&'a ModelCard> {
    let find = |id: &str| {
        models
            .iter()
            .find(|card| card.size == Size::Small && card.id == id)
    };
    id.and_then(find)
        .or_else(|| checkpoints(models).last().and_then(|last| find(&last.id)))
        .or_else(|| models.iter().find(|card| card.size == Size::Small))
}

/// The seed of GPT small that the page follows: the one whose way through reinforcement learning is shipped. Of several
/// that are shipped alike, the lowest.
pub fn followed_seed(models: &[ModelCard]) -> Option<u64> {
    let is_rl = |card: &&ModelCard| card.size == Size::Small && card.arm == "chain_rl";
    let seeds: Vec<u64> = models.iter().filter(is_rl).map(|card| card.seed).collect();
    let n_cards = |seed: u64| seeds.iter().filter(|&&other| other == seed).count();
    seeds
        .iter()
        .copied()
        .max_by_key(|&seed| (n_cards(seed), std::cmp::Reverse(seed)))
}

/// The base and every checkpoint of reinforcement learning with the followed seed, by update.
pub fn checkpoints(models: &[ModelCard]) -> Vec<Checkpoint> {
    let Some(seed) = followed_seed(models) else {
        return Vec::new();
    };
    let is_rl = |card: &ModelCard| card.size == Size::Small && card.arm == "chain_rl";
    let is_base = |card: &ModelCard| card.size == Size::Small && card.arm == "chain_prompted";
    let mut found: Vec<Checkpoint> = models
        .iter()
        .filter(|card| card.seed == seed && (is_rl(card) || is_base(card)))
        .map(|card| Checkpoint {
            id: card.id.clone(),
            update: if is_base(card) { 0 } else { card.step },
        })
        .collect();
    // Of a checkpoint and the final model with the same update, the final one stays: its id is the shorter.
    found.sort_by_key(|checkpoint| (checkpoint.update, checkpoint.id.len()));
    found.dedup_by_key(|checkpoint| checkpoint.update);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(id: &str, size: Size, arm: &str, step: u64) -> ModelCard {
        let text = r#"{"id":"","size":"small","arm":"","seed":0,"step":0,"parameters":1,"bytes":2,"sha256":"00",
            "held_out_problems":3,"held_out_accuracy":0.5,"held_out_accuracy_fp32":0.5,"direct_accuracy":0.25,
            "chain_accuracy":null,"chain_share":0.0,"answers":"free","layers":2,"heads":4,"width":32,"head_width":8,
            "max_length":128,"vocabulary":[],"operands":[2],"training":null}"#;
        let card: ModelCard = serde_json::from_str(text).unwrap();
        ModelCard {
            id: id.into(),
            size,
            arm: arm.into(),
            step,
            ..card
        }
    }

    fn shipped() -> Vec<ModelCard> {
        vec![
            card("large-direct-s0", Size::Large, "direct", 9),
            card("small-direct-s0", Size::Small, "direct", 9),
            card("small-base-s0", Size::Small, "chain_prompted", 6700),
            card("small-chain_rl-s0", Size::Small, "chain_rl", 150),
            card("small-chain_rl-s0-u150", Size::Small, "chain_rl", 150),
            card("small-chain_rl-s0-u005", Size::Small, "chain_rl", 5),
        ]
    }

    #[test]
    fn checkpoints_go_from_the_base_to_the_final_model() {
        let found: Vec<_> = checkpoints(&shipped())
            .into_iter()
            .map(|found| (found.update, found.id))
            .collect();
        let expected = [
            (0, "small-base-s0"),
            (5, "small-chain_rl-s0-u005"),
            (150, "small-chain_rl-s0"),
        ];
        assert_eq!(found, expected.map(|(update, id)| (update, id.to_owned())));
        assert_eq!(checkpoints(&[]), []);
    }

    #[track_caller]
    fn check_small(id: Option<&str>, found: &str) {
        assert_eq!(small_model(&shipped(), id).unwrap().id, found);
    }

    #[test]
    fn models_are_found_by_role() {
        assert_eq!(large_model(&shipped()).unwrap().id, "large-direct-s0");
        check_small(None, "small-chain_rl-s0");
        check_small(Some("small-direct-s0"), "small-direct-s0");
        check_small(Some("large-direct-s0"), "small-chain_rl-s0");
        assert_eq!(large_model(&[]).or(small_model(&[], None)), None);
    }

    #[test]
    fn a_negative_answer_is_read() {
        let view = |token| crate::completion::TokenView {
            token,
            prob: None,
            top: vec![],
            origin: crate::completion::Origin::Written,
        };
        let views = [Token::MINUS, Token::digit(4), Token::END]
            .map(view)
            .to_vec();
        assert_eq!(
            LargeView {
                written: Completion { views },
                ..LargeView::default()
            }
            .answer(),
            Some(-4)
        );
        assert_eq!(LargeView::default().answer(), None);
    }

    #[test]
    fn a_line_of_the_log_may_lack_figures() {
        let first: RlUpdate =
            serde_json::from_str(r#"{"update":0,"greedy_accuracy":0.4,"strategies":{"other":1}}"#)
                .unwrap();
        assert_eq!(
            (first.update, first.greedy_accuracy, first.reward),
            (0, Some(0.4), None)
        );
    }
}
