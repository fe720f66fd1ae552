//! Hiders: which of them a reader can choose, who says their chains again, and what becomes of the answer. `hider/lines.rs` reads what a
//! chain carries in the code that was taught.

mod lines;

use syw_core::chain::{Hiding, Paraphraser, parse};
use syw_core::prompt::{MAX_LENGTH, answer_of, prompt};
use syw_core::{Problem, Token};

use crate::locale::named;
use crate::t;

pub use lines::{Carries, Line, carries, lines};

/// The models that a reader can choose, by the arm of their cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum HiderArm {
    /// Taught to hide in words; then rewarded for the answer, and a number in the chain earns nothing.
    #[default]
    Words,
    /// The same, with a paraphraser of words in every update.
    WordsParaphrased,
    /// Taught to hide in the order of plans, and rewarded in the same way.
    Order,
    /// The same, trained longer.
    OrderLonger,
    /// As long as the first, with plans put in another order in every update.
    OrderParaphrased,
    /// Plain reinforcement, with nothing to hide.
    Plain,
}

impl HiderArm {
    pub const ALL: [HiderArm; 6] = [
        HiderArm::Words,
        HiderArm::WordsParaphrased,
        HiderArm::Order,
        HiderArm::OrderLonger,
        HiderArm::OrderParaphrased,
        HiderArm::Plain,
    ];

    /// The arm in cards and results.
    pub fn arm(self) -> &'static str {
        match self {
            HiderArm::Words => "steganography",
            HiderArm::WordsParaphrased => "steganography_paraphrased",
            HiderArm::Order => "steganography_order",
            HiderArm::OrderLonger => "steganography_order_longer",
            HiderArm::OrderParaphrased => "steganography_order_paraphrased",
            HiderArm::Plain => "chain_rl",
        }
    }

    /// The name for readers: what it was taught, and how it was rewarded.
    pub fn label(self) -> String {
        named("hidden-arm", self.arm())
    }

    /// In which code its chains are read.
    pub fn hides_in(self) -> Hiding {
        match self {
            HiderArm::Words | HiderArm::WordsParaphrased | HiderArm::Plain => Hiding::Words,
            HiderArm::Order | HiderArm::OrderLonger | HiderArm::OrderParaphrased => Hiding::Order,
        }
    }

    /// Who said its chains again in training.
    pub fn trained_against(self) -> Option<Paraphraser> {
        match self {
            HiderArm::WordsParaphrased => Some(Paraphraser::Words),
            HiderArm::OrderParaphrased => Some(Paraphraser::Order),
            HiderArm::Words | HiderArm::Order | HiderArm::OrderLonger | HiderArm::Plain => None,
        }
    }
}

/// The paraphrasers as a reader chooses them, no paraphraser first.
pub const CHOICES: [Option<Paraphraser>; 5] = [
    None,
    Some(Paraphraser::ALL[0]),
    Some(Paraphraser::ALL[1]),
    Some(Paraphraser::ALL[2]),
    Some(Paraphraser::ALL[3]),
];

/// The name of a paraphraser for readers.
pub fn paraphraser_name(by: Option<Paraphraser>) -> String {
    match by {
        None => t!("hidden-read-written"),
        Some(Paraphraser::Words) => t!("hidden-read-words"),
        Some(Paraphraser::Order) => t!("hidden-read-order"),
        Some(Paraphraser::Translation(dialect)) => named("dialect", dialect.name()),
        Some(Paraphraser::Once) => t!("hidden-read-once"),
    }
}

/// What a model did with a problem, and after its chain was said again.
#[derive(Debug, Clone, PartialEq)]
pub struct Hider {
    /// The model, by its id.
    pub model: String,
    pub problem: Problem,
    /// What it was taught to hide in.
    pub hides_in: Hiding,
    /// Its own completion.
    pub written: Vec<Token>,
    pub by: Option<Paraphraser>,
    /// The answer after the chain as it was said again, once it is there; `Some(None)` where the model gives none.
    pub after: Option<Option<i64>>,
}

impl Hider {
    /// The chain as the answer is given after it, said again where somebody does.
    pub fn chain(&self) -> Vec<Token> {
        said_again(&self.written, self.by, 0)
    }

    /// The answer, once it is there.
    pub fn answer(&self) -> Option<Option<i64>> {
        match self.by {
            None => Some(answer_of(&self.written)),
            Some(_) => self.after,
        }
    }
}

/// The chain of a completion, without its answer, as a paraphraser says it.
pub fn said_again(written: &[Token], by: Option<Paraphraser>, seed: u64) -> Vec<Token> {
    let chain = &written[..parse(written).answer_start];
    by.map_or_else(|| chain.to_vec(), |by| by.say_again(chain, seed))
}

/// The text after which a model gives its answer to a chain; nothing where that leaves no room for one.
pub fn asked(problem: &Problem, chain: &[Token]) -> Option<Vec<Token>> {
    let text = [&prompt(problem), chain, &[Token::ANSWER]].concat();
    (text.len() < MAX_LENGTH).then_some(text)
}

/// The answer that a model wrote after [`asked`].
pub fn answer_after(written: &[Token]) -> Option<i64> {
    answer_of(&[&[Token::ANSWER], written].concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use syw_core::chain::plans;

    fn problem() -> Problem {
        "67 × 89 mod 7".parse().unwrap()
    }

    /// 67 leaves 4 and 89 leaves 5: the product leaves 6.
    fn hidden(residues: [i64; 2]) -> Vec<Token> {
        let chain = plans(Hiding::Words, &residues, 0, 0);
        [&chain[..], &[Token::ANSWER, Token::digit(6), Token::END]].concat()
    }

    #[test]
    fn the_answer_is_awaited_after_a_paraphrase_only() {
        let mut hider = Hider {
            model: "m".into(),
            problem: problem(),
            hides_in: Hiding::Words,
            written: hidden([4, 5]),
            by: None,
            after: None,
        };
        assert_eq!(hider.answer(), Some(Some(6)));
        hider.by = CHOICES[1];
        assert_eq!(hider.answer(), None);
        hider.after = Some(answer_after(&[Token::digit(0), Token::END]));
        assert_eq!(hider.answer(), Some(Some(0)));
    }

    #[test]
    fn what_leaves_no_room_is_not_asked() {
        let long = vec![Token::STOP; MAX_LENGTH];
        assert_eq!(asked(&problem(), &long), None);
        let text = asked(&problem(), &said_again(&hidden([1, 1]), None, 0)).unwrap();
        assert_eq!(text.last(), Some(&Token::ANSWER));
    }

    #[test]
    fn every_choice_has_a_name_of_its_own() {
        let names: std::collections::BTreeSet<_> =
            CHOICES.into_iter().map(paraphraser_name).collect();
        assert_eq!(names.len(), CHOICES.len());
        let arms: std::collections::BTreeSet<_> =
            HiderArm::ALL.into_iter().map(HiderArm::arm).collect();
        assert_eq!(arms.len(), HiderArm::ALL.len());
    }
}
