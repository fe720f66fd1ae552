//! A model's own way of answering every held-out problem: the figures that its card states.

use syw_core::card::ModelCard;
use syw_core::decoding::BatchModel;
use syw_core::evaluation::{AsRead, Way};
use syw_core::problem::{Convention, Problem};
use syw_core::prompt::prompt;
use syw_core::split::{Split, problems};
use syw_core::{Token, chain};

use crate::{Answering, Error, load, verify};

/// How many held-out problems a model answers rightly, greedily, in its own way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct HeldOut {
    /// Every held-out problem with the operand counts that the model was trained on.
    pub problems: usize,
    /// Answered rightly.
    pub correct: usize,
    /// Answered by a chain.
    pub chains: usize,
}

impl HeldOut {
    /// Share of right answers, 0 to 1.
    pub fn accuracy(&self) -> f64 {
        self.correct as f64 / self.problems as f64
    }

    /// Share of completions that are chains, 0 to 1.
    pub fn chain_share(&self) -> f64 {
        self.chains as f64 / self.problems as f64
    }
}

/// Answers every held-out problem with the file `bytes`, which must be the one that `card` describes.
pub fn evaluate_held_out(card: &ModelCard, bytes: &[u8]) -> Result<HeldOut, Error> {
    verify(bytes, card)?;
    let model = load(bytes, card)?;
    let problems: Vec<Problem> = card
        .operands
        .iter()
        .flat_map(|&n_operands| problems(Split::HeldOut, n_operands))
        .collect();
    let forced = card.answers.forced();
    let prompts: Vec<Vec<Token>> = problems
        .iter()
        .map(|problem| [&prompt(problem), forced].concat())
        .collect();
    let answering = Answering::new(&model, card);
    let as_read = AsRead::new(&answering, card, Way::Own);
    let completions = as_read.complete(&prompts, model.max_length())?;
    let mut held_out = HeldOut {
        problems: problems.len(),
        ..HeldOut::default()
    };
    for (problem, completion) in problems.iter().zip(completions) {
        let parsed = chain::parse(&[forced, &completion.tokens].concat());
        held_out.correct += usize::from(parsed.answer == Some(problem.answer(Convention::Floored)));
        held_out.chains += usize::from(!chain::check(&parsed, problem).is_empty());
    }
    Ok(held_out)
}
