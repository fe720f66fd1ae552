//! The competence map: what a model did on every problem `a × b mod m` with both operands from [`FIRST`] to [`LAST`].
//!
//! A [`Cell`] holds what the model wrote, never what follows from it: whether that is right is worked out from the
//! answer each time ([`outcome`]). `order.rs` says in which order a map is filled, `sweep.rs` fills one, `text.rs` is the
//! form of the file, `region.rs` counts.

mod order;
mod region;
mod sweep;
mod text;

use crate::card::Answers;
use crate::chain;
use crate::decoding::Completion;
use crate::problem::{Convention, Operator, Outcome, Problem, Term, residue};
use crate::prompt::prompt;
use crate::vocabulary::Token;

pub use order::{Area, order};
pub use region::{Region, Tally, is_held_out, tally};
pub use sweep::{sweep, sweep_cells};
pub use text::{MapError, parse, render};

/// The smallest operand of a map, on both axes.
pub const FIRST: i64 = -100;
/// The largest operand of a map, on both axes.
pub const LAST: i64 = 200;
/// Cells on one side of a map.
pub const SIDE: usize = (LAST - FIRST + 1) as usize;
/// Cells of a map.
pub const N_CELLS: usize = SIDE * SIDE;

/// The moduli whose maps are published, the one that is shown first at the front.
pub const PUBLISHED_MODULI: [i64; 6] = [7, 3, 4, 5, 8, 9];

/// How finely a confidence is kept, in per cent. Finer steps would fill a third of the file with the noise of models that are
/// outside what they were trained on.
pub const CONFIDENCE_STEP: u8 = 5;

/// What a model did on one problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cell {
    /// The answer that it gave, if it gave one.
    pub answer: Option<i64>,
    /// Tokens before the answer; 0 where it answered at once. Where there is no answer, all that it wrote.
    pub n_chain: u8,
    /// The first step that is not true as written, counted from 0.
    pub invalid_step: Option<u8>,
    /// The probability that the model gave to the tokens of its answer together, in per cent, rounded to a multiple of
    /// [`CONFIDENCE_STEP`]; 0 without an answer.
    pub confidence: u8,
}

/// What one model did on every problem of a modulus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompetenceMap {
    /// The id on the model's card.
    pub model: String,
    /// SHA-256 of the model's file, in lower-case hexadecimal.
    pub sha256: String,
    /// The modulus of all problems.
    pub modulus: i64,
    /// [`N_CELLS`] cells, by [`index`].
    pub cells: Vec<Cell>,
}

impl CompetenceMap {
    /// The cell of two operands, which must lie on the map.
    pub fn cell(&self, a: i64, b: i64) -> &Cell {
        &self.cells[index(a, b)]
    }
}

/// Whether an operand lies on a map.
pub fn is_on_map(operand: i64) -> bool {
    (FIRST..=LAST).contains(&operand)
}

/// The place of a cell among all: rows of one `b` from [`FIRST`] upwards, in each of them `a` from [`FIRST`] upwards.
///
/// # Panics
///
/// Where an operand is not on the map.
pub fn index(a: i64, b: i64) -> usize {
    assert!(is_on_map(a) && is_on_map(b), "{a} × {b} is not on the map");
    (b - FIRST) as usize * SIDE + (a - FIRST) as usize
}

/// The operands `(a, b)` of the cell at an index below [`N_CELLS`].
pub fn operands(idx: usize) -> (i64, i64) {
    (FIRST + (idx % SIDE) as i64, FIRST + (idx / SIDE) as i64)
}

/// The problem `a × b mod modulus`. `None` where the modulus is not one that a problem may have.
pub fn problem_at(a: i64, b: i64, modulus: i64) -> Option<Problem> {
    let term = |operator, value| Term { operator, value };
    let terms = vec![term(Operator::Plus, a), term(Operator::Times, b)];
    Problem::new(terms, modulus)
}

/// The text that a model is given for the problem `a × b mod modulus`. The modulus must be one that a problem may have.
pub fn prefix(a: i64, b: i64, modulus: i64, answers: Answers) -> Vec<Token> {
    let problem = problem_at(a, b, modulus).expect("the modulus of a map is one of a problem");
    [&prompt(&problem), answers.forced()].concat()
}

/// What a model did, read from its completion of a prompt that ended with the tokens `forced`.
pub fn cell_of(problem: &Problem, forced: &[Token], completion: &Completion) -> Cell {
    let text = [forced, &completion.tokens].concat();
    let parsed = chain::parse(&text);
    let answer_at = text.iter().rposition(|&token| token == Token::ANSWER);
    let n_chain = match (parsed.answer, answer_at) {
        (Some(_), Some(at)) => at,
        _ => text.iter().filter(|&&token| token != Token::END).count(),
    };
    let verdicts = chain::check(&parsed, problem);
    let invalid_step = verdicts.iter().position(|verdict| !verdict.is_valid());
    let n_before = answer_at.map_or(0, |at| (at + 1).saturating_sub(forced.len()));
    let said = completion.tokens.iter().zip(&completion.probs);
    let said = said
        .skip(n_before)
        .take_while(|(token, _)| **token != Token::END);
    let prob: f32 = said.map(|(_, prob)| prob).product();
    let steps = (prob * 100.0 / f32::from(CONFIDENCE_STEP)).round() as u8;
    Cell {
        answer: parsed.answer,
        n_chain: small(n_chain),
        invalid_step: invalid_step.map(small),
        confidence: parsed.answer.map_or(0, |_| steps * CONFIDENCE_STEP),
    }
}

/// A count of things in one completion, which has at most 128 tokens.
fn small(count: usize) -> u8 {
    u8::try_from(count).unwrap_or(u8::MAX)
}

/// The right answers to `a × b mod modulus`: floored, truncated.
pub fn right_answers(a: i64, b: i64, modulus: i64) -> (i64, i64) {
    let of = |convention| residue(a * b, modulus, convention);
    (of(Convention::Floored), of(Convention::Truncated))
}

/// Whether an answer to `a × b mod modulus` is right under at least one convention, as [`Problem::accepts`] says.
pub fn is_right(a: i64, b: i64, modulus: i64, answer: Option<i64>) -> bool {
    let (floored, truncated) = right_answers(a, b, modulus);
    answer.is_some_and(|answer| answer == floored || answer == truncated)
}

/// What an answer to `a × b mod modulus` did, as [`Problem::outcome`] says; quick enough for all cells of a map.
pub fn outcome(a: i64, b: i64, modulus: i64, answer: Option<i64>) -> Outcome {
    let (floored, truncated) = right_answers(a, b, modulus);
    // The absolute values multiplied leave the truncated answer without its sign, so that one name covers both.
    match answer {
        None => Outcome::NoAnswer,
        Some(answer) if answer == floored && answer == truncated => Outcome::Right,
        Some(answer) if answer == floored => Outcome::Floored,
        Some(answer) if answer == truncated => Outcome::Truncated,
        Some(answer) if answer == truncated.abs() => Outcome::SignDropped,
        Some(_) => Outcome::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_found_by_their_operands() {
        assert_eq!(index(FIRST, FIRST), 0);
        assert_eq!(index(LAST, LAST), N_CELLS - 1);
        for idx in [0, 1, SIDE, SIDE + 1, N_CELLS - 1] {
            let (a, b) = operands(idx);
            assert_eq!(index(a, b), idx);
        }
    }

    #[test]
    fn the_quick_judgement_is_that_of_a_problem() {
        for idx in (0..N_CELLS).step_by(7) {
            let (a, b) = operands(idx);
            let problem = problem_at(a, b, 7).unwrap();
            for answer in (-9..=9).map(Some).chain([None]) {
                assert_eq!(outcome(a, b, 7, answer), problem.outcome(answer));
                let is_accepted = answer.is_some_and(|answer| problem.accepts(answer));
                assert_eq!(is_right(a, b, 7, answer), is_accepted);
            }
        }
    }

    #[track_caller]
    fn check(problem: &str, answers: Answers, texts: &[(&str, f32)], expected: Cell) {
        let token = |text: &str| Token::from_text(text).unwrap();
        let completion = Completion {
            tokens: texts.iter().map(|(text, _)| token(text)).collect(),
            probs: texts.iter().map(|(_, prob)| *prob).collect(),
        };
        let problem = problem.parse().unwrap();
        assert_eq!(cell_of(&problem, answers.forced(), &completion), expected);
    }

    #[test]
    fn completions_become_cells() {
        let direct = Cell {
            answer: Some(2),
            confidence: 95,
            ..Cell::default()
        };
        let said = [("2", 0.94), ("<end>", 0.1)];
        check("3 × 3 mod 7", Answers::Direct, &said, direct);
        let two_digits = Cell {
            answer: Some(-12),
            confidence: 30,
            ..Cell::default()
        };
        let said = [("-", 0.8), ("1", 0.8), ("2", 0.5), ("<end>", 1.0)];
        check("3 × 3 mod 7", Answers::Direct, &said, two_digits);
        check("3 × 3 mod 7", Answers::Free, &[], Cell::default());
        let silent = Cell {
            n_chain: 1,
            ..Cell::default()
        };
        let said = [("<answer>", 1.0), ("<end>", 1.0)];
        check("3 × 3 mod 7", Answers::Free, &said, silent);
        let chain = |result: &'static str| {
            let texts = ["3", "×", "3", "=", result, ";", "<answer>", "2", "<end>"];
            texts.map(|text| (text, 0.5))
        };
        let right = Cell {
            answer: Some(2),
            n_chain: 6,
            confidence: 50,
            invalid_step: None,
        };
        check("3 × 3 mod 7", Answers::Free, &chain("9"), right);
        let wrong = Cell {
            invalid_step: Some(0),
            ..right
        };
        check("3 × 3 mod 7", Answers::Free, &chain("8"), wrong);
    }
}
