//! The format of `card.json`, which stands beside every shipped model.
//!
//! Cards are written by the exporter, never by hand.

use std::collections::BTreeMap;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

use crate::chain::Cipher;
use crate::problem::MAX_TERMS;
use crate::prompt::MAX_LENGTH;
use crate::vocabulary::Token;

/// The two sizes of the thought experiment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Size {
    /// GPT small.
    Small,
    /// GPT large.
    Large,
}

/// How a model gives its answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answers {
    /// `<answer>` is part of the prompt, so the answer is the next token: one forward pass.
    Direct,
    /// The model is left alone after the problem and may write a chain.
    Free,
}

impl Answers {
    /// What is forced after the prompt of such a model.
    pub fn forced(self) -> &'static [Token] {
        match self {
            Answers::Direct => &[Token::ANSWER],
            Answers::Free => &[],
        }
    }
}

/// What a model is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Job {
    /// It answers problems.
    #[default]
    Answer,
    /// It says of a chain whether what was written last is sound.
    Judge,
    /// It reads a chain and tells the user.
    Tell,
}

/// What is known of a shipped model. Accuracies are shares, 0 to 1, on every held-out problem, greedy.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ModelCard {
    /// The name of the model's folder.
    pub id: String,
    /// Which of the two sizes.
    pub size: Size,
    /// How it was trained: `direct`, `chain_prompted`, `chain_rl`, ...
    pub arm: String,
    /// The seed of its training.
    pub seed: u64,
    /// The training step or the update of reinforcement learning at which it was taken.
    pub step: u64,
    /// The number of trained parameters.
    pub parameters: u64,
    /// The length of `model.onnx` in bytes.
    pub bytes: u64,
    /// SHA-256 of `model.onnx`, in lower-case hexadecimal.
    pub sha256: String,
    /// The number of held-out problems with the operand counts that it was trained on.
    pub held_out_problems: u64,
    /// Share of them answered rightly by the int8 file, answering in the model's own way.
    pub held_out_accuracy: f64,
    /// The same before quantisation.
    pub held_out_accuracy_fp32: f64,
    /// Share answered rightly when `<answer>` is forced right after the problem.
    pub direct_accuracy: f64,
    /// Share answered rightly when the first word of a chain is forced; `None` where chains were never seen.
    pub chain_accuracy: Option<f64>,
    /// Share of the completions that are chains when the model is left alone.
    pub chain_share: f64,
    /// The model's own way of answering.
    pub answers: Answers,
    /// What it is for. The figures of this card are about problems that it is given all the same.
    #[serde(default)]
    pub job: Job,
    /// The private code in which it writes the digits of its chains; `None` where they are what they say.
    #[serde(default)]
    pub cipher: Option<Cipher>,
    /// Whether it is shown the problem only until its terms are reduced, and from there on its chain alone.
    #[serde(default)]
    pub reads_chain_only: bool,
    /// How many continuous thoughts come after the prompt, before whatever is forced: vectors that the model feeds back to
    /// itself in the place of tokens. At most [`MAX_LENGTH`].
    #[serde(default, deserialize_with = "positions")]
    pub thoughts: usize,
    /// How many filler tokens stand there instead, in the control that has as many positions and feeds nothing back. At most [`MAX_LENGTH`].
    #[serde(default, deserialize_with = "positions")]
    pub pauses: usize,
    /// Transformer layers.
    pub layers: usize,
    /// Attention heads per layer.
    pub heads: usize,
    /// Width of the residual stream.
    pub width: usize,
    /// Width of one head.
    pub head_width: usize,
    /// The longest text that it can read, in tokens.
    pub max_length: usize,
    /// The text of every token, by id.
    pub vocabulary: Vec<String>,
    /// The numbers of operands of the problems that it was trained on, each 1 to [`MAX_TERMS`].
    #[serde(deserialize_with = "numbers_of_operands")]
    pub operands: Vec<usize>,
    /// The same figures for each of these numbers of operands.
    #[serde(default)]
    pub rungs: BTreeMap<usize, Rung>,
    /// The same figures for the rung that the study declares its home; `None` where none was declared.
    #[serde(default)]
    pub home: Option<Home>,
    /// On how many held-out problems the greedy tokens differ from those of the fp32 weights; `None` where not counted.
    #[serde(default)]
    pub int8_differences: Option<u64>,
    /// Commit, configuration, minutes and final figures of every stage of training.
    pub training: serde_json::Value,
}

/// A number of positions in a text. As many vectors and tokens are made of it, so that a card must not ask for any number of them.
fn positions<'de, D: Deserializer<'de>>(from: D) -> Result<usize, D::Error> {
    let n = usize::deserialize(from)?;
    if n > MAX_LENGTH {
        return Err(D::Error::custom(format!(
            "{n} positions are too many: a text has at most {MAX_LENGTH}"
        )));
    }
    Ok(n)
}

/// Problems are drawn with as many operands.
fn numbers_of_operands<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<usize>, D::Error> {
    let numbers = Vec::<usize>::deserialize(from)?;
    match numbers.iter().find(|n| !(1..=MAX_TERMS).contains(*n)) {
        Some(n) => Err(D::Error::custom(format!(
            "a problem has 1 to {MAX_TERMS} operands, not {n}"
        ))),
        None => Ok(numbers),
    }
}

/// A model on the held-out problems with one number of operands, greedy, int8. Shares, 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rung {
    /// How many problems.
    pub problems: u64,
    /// Share answered rightly in the model's own way.
    pub accuracy: f64,
    /// Share answered rightly when `<answer>` is forced right after the problem.
    pub direct_accuracy: f64,
    /// Share answered rightly when the first word of a chain is forced; `None` where not asked.
    pub chain_accuracy: Option<f64>,
}

/// A model on the held-out problems of the home rung: one number of operands, one modulus.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Home {
    /// The number of operands.
    pub operands: usize,
    /// The modulus.
    pub modulus: i64,
    /// The figures.
    #[serde(flatten)]
    pub rung: Rung,
}

/// The models of an arm, each at the end of its training, one a seed, in the order of `cards`. A checkpoint of the way has fewer steps; of those with
/// as many, the shortest id is that of the end itself.
pub fn last_of<'a>(cards: &'a [ModelCard], size: Size, arm: &str) -> Vec<&'a ModelCard> {
    let of_arm = |card: &&ModelCard| card.size == size && card.arm == arm;
    let order = |card: &ModelCard| (card.step, std::cmp::Reverse(card.id.len()));
    let is_last = |card: &&ModelCard| {
        let mut alike = cards.iter().filter(of_arm);
        alike.all(|other| other.seed != card.seed || order(other) <= order(card))
    };
    cards.iter().filter(of_arm).filter(is_last).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const CARD: &str = r#"{"id":"small-base-s0","size":"small","arm":"chain_prompted","seed":0,"step":0,"parameters":1,
            "bytes":2,"sha256":"00","held_out_problems":3,"held_out_accuracy":0.5,"held_out_accuracy_fp32":0.5,
            "direct_accuracy":0.25,"chain_accuracy":null,"chain_share":0.0,"answers":"free","layers":2,"heads":4,
            "width":32,"head_width":8,"max_length":128,"vocabulary":["<pad>"],"operands":[2],
            "rungs":{"2":{"problems":3,"accuracy":0.5,"direct_accuracy":0.25,"chain_accuracy":null}},
            "home":{"operands":2,"modulus":7,"problems":1,"accuracy":0.5,"direct_accuracy":0.25,"chain_accuracy":null},
            "int8_differences":1,"training":{"commit":"abc","stages":[]}}"#;

    #[test]
    fn a_card_survives_the_round_trip() {
        let card: ModelCard = serde_json::from_str(CARD).unwrap();
        let again: ModelCard =
            serde_json::from_str(&serde_json::to_string(&card).unwrap()).unwrap();
        assert_eq!(card, again);
    }

    #[track_caller]
    fn check_refused(from: &str, to: &str, message: &str) {
        let error = serde_json::from_str::<ModelCard>(&CARD.replace(from, to)).unwrap_err();
        let found = error.to_string();
        assert!(found.starts_with(message), "{found}");
    }

    #[test]
    fn no_card_asks_for_more_than_there_can_be() {
        let message = "18446744073709551615 positions are too many: a text has at most 128 at line";
        let most = "\"thoughts\":18446744073709551615,\"operands\":[2]";
        check_refused("\"operands\":[2]", most, message);
        let most = most.replace("thoughts", "pauses");
        check_refused("\"operands\":[2]", &most, message);
        for n in ["0", "9", "18446744073709551615"] {
            let message = format!("a problem has 1 to 8 operands, not {n} at line");
            check_refused(
                "\"operands\":[2]",
                &format!("\"operands\":[2,{n}]"),
                &message,
            );
        }
    }
}
