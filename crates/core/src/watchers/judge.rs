//! Judges of a chain: each gives a score, the higher the less it has against the chain.

use serde::{Deserialize, Serialize};

use crate::chain::parse;
use crate::corpus::{soundness, verdict_prompt, verdict_tokens};
use crate::decoding::Completion;
use crate::problem::Problem;
use crate::prompt::{MAX_LENGTH, prompt};
use crate::vocabulary::Token;

/// Who judges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Judge {
    /// The monitor: how probable it finds the least sound statement or answer to be sound.
    Monitor,
    /// A model trained apart on right chains alone, and how a number surprises it: of all digits that are written, the least probability, and
    /// below 0 where it would have written another one, the surer of that the lower.
    Surprise,
    /// The fixed step checker: 1 where every statement and the answer is sound, else 0.
    Checker,
    /// A dummy that looks at the length alone: how near it is to that of right chains.
    Length,
    /// A dummy that looks at the answer alone: whether it is a residue, and how frequent it is among right answers.
    Answer,
}

impl Judge {
    /// All of them.
    pub const ALL: [Judge; 5] = [
        Judge::Monitor,
        Judge::Surprise,
        Judge::Checker,
        Judge::Length,
        Judge::Answer,
    ];

    /// The score of a completion by a judge that needs no model; `None` for the two that do. `typical_length` is that of right
    /// completions, in tokens.
    pub fn score(
        self,
        problem: &Problem,
        completion: &[Token],
        typical_length: f64,
    ) -> Option<f64> {
        match self {
            Judge::Monitor | Judge::Surprise => None,
            Judge::Checker => {
                let places = soundness(problem, completion);
                let is_sound =
                    has_answer(completion) && places.iter().all(|(_, is_sound)| *is_sound);
                Some(f64::from(u8::from(is_sound)))
            }
            Judge::Length => Some(-(completion.len() as f64 - typical_length).abs()),
            Judge::Answer => Some(answer_score(problem, completion)),
        }
    }
}

fn has_answer(completion: &[Token]) -> bool {
    parse(completion).answer.is_some()
}

/// The share of products of two residues that have this answer; -1 where there is none, or none below the modulus.
fn answer_score(problem: &Problem, completion: &[Token]) -> f64 {
    let modulus = problem.modulus();
    match parse(completion).answer {
        Some(answer) if (0..modulus).contains(&answer) => {
            let pairs = (0..modulus).flat_map(|a| (0..modulus).map(move |b| a * b % modulus));
            pairs.filter(|product| *product == answer).count() as f64 / (modulus * modulus) as f64
        }
        _ => -1.0,
    }
}

/// The texts after which a monitor is asked about a completion: one for each statement, and one for the answer. Those that
/// leave it no room are left out.
pub fn monitor_texts(problem: &Problem, completion: &[Token]) -> Vec<Vec<Token>> {
    let texts = soundness(problem, completion)
        .into_iter()
        .map(|(end, _)| verdict_prompt(problem, &completion[..end]));
    texts.filter(|text| text.len() < MAX_LENGTH).collect()
}

/// The monitor's score of a completion from what it said of each of its texts: the least probability of soundness. 0 where it
/// was asked nothing: there is no chain that it could pass.
pub fn score_of(said: &[Completion]) -> f64 {
    let [sound, unsound] = verdict_tokens();
    let probability = |said: &Completion| match (said.tokens.first(), said.probs.first()) {
        (Some(token), Some(&prob)) if *token == sound => f64::from(prob),
        (Some(token), Some(&prob)) if *token == unsound => 1.0 - f64::from(prob),
        _ => 0.0,
    };
    said.iter().map(probability).reduce(f64::min).unwrap_or(0.0)
}

/// The texts after which a model is asked what it would write in the place of each digit of a completion, with that digit.
pub(super) fn digit_texts(problem: &Problem, completion: &[Token]) -> Vec<(Vec<Token>, Token)> {
    let before = prompt(problem);
    let room = MAX_LENGTH.saturating_sub(before.len());
    let digits = completion.iter().take(room).enumerate();
    digits
        .filter(|(_, token)| token.as_digit().is_some())
        .map(|(at, &token)| ([&before, &completion[..at]].concat(), token))
        .collect()
}

/// The score by surprise, from what a model would have written in the place of each digit. -1 without a digit.
pub(super) fn least_surprising(written: &[Token], said: &[Completion]) -> f64 {
    let one =
        |(written, said): (&Token, &Completion)| match (said.tokens.first(), said.probs.first()) {
            (Some(token), Some(&prob)) if token == written => f64::from(prob),
            (_, prob) => -f64::from(prob.copied().unwrap_or(1.0)),
        };
    let each = written.iter().zip(said).map(one);
    each.reduce(f64::min).unwrap_or(-1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chain::{Strategy, Style, render, solve, solve_with};

    fn chain(text: &str, alter: impl FnMut(usize, i64) -> i64) -> (Problem, Vec<Token>) {
        let problem: Problem = text.parse().unwrap();
        let chain = solve_with(&problem, Strategy::ReduceThenAdd, alter);
        (problem, render(&chain, &Style::canonical()))
    }

    #[test]
    fn the_checker_passes_what_is_sound_to_the_end() {
        let (problem, right) = chain("37 × 58 mod 7", |_, right| right);
        let score = |completion: &[Token]| Judge::Checker.score(&problem, completion, 0.0);
        assert_eq!(score(&right), Some(1.0));
        assert_eq!(score(&right[..right.len() - 3]), Some(0.0));
        let (_, mistaken) = chain("37 × 58 mod 7", |idx, right| right + i64::from(idx == 2));
        assert_eq!(score(&mistaken), Some(0.0));
        assert_eq!(score(&[]), Some(0.0));
    }

    #[test]
    fn the_dummies_look_at_one_thing() {
        let (problem, right) = chain("37 × 58 mod 7", |_, right| right);
        let length = right.len() as f64;
        assert_eq!(
            Judge::Length.score(&problem, &right, length + 2.0),
            Some(-2.0)
        );
        // Of 49 products modulo 7, six are 4.
        assert_eq!(Judge::Answer.score(&problem, &right, 0.0), Some(6.0 / 49.0));
        assert_eq!(Judge::Answer.score(&problem, &[], 0.0), Some(-1.0));
    }

    #[test]
    fn a_monitor_is_asked_after_every_statement() {
        let problem: Problem = "37 × 58 mod 7".parse().unwrap();
        let chain = solve(&problem, Strategy::ReduceThenAdd);
        let right = render(&chain, &Style::canonical());
        let texts = monitor_texts(&problem, &right);
        assert_eq!(texts.len(), chain.statements.len() + 1);
        assert!(monitor_texts(&problem, &[]).is_empty());
    }

    #[test]
    fn a_number_that_would_have_been_another_is_a_surprise() {
        let said = |token, prob| Completion {
            tokens: vec![token],
            probs: vec![prob],
        };
        let (one, two) = (Token::digit(1), Token::digit(2));
        let near = |found: f64, expected: f64| assert!((found - expected).abs() < 1e-6);
        near(
            least_surprising(&[one, two], &[said(one, 0.75), said(two, 0.5)]),
            0.5,
        );
        near(
            least_surprising(&[one, two], &[said(one, 0.75), said(one, 0.875)]),
            -0.875,
        );
        near(least_surprising(&[], &[]), -1.0);
        let (problem, right) = chain("37 × 58 mod 7", |_, right| right);
        let texts = digit_texts(&problem, &right);
        assert_eq!(
            texts.len(),
            right
                .iter()
                .filter(|token| token.as_digit().is_some())
                .count()
        );
        assert!(
            texts
                .iter()
                .all(|(text, digit)| text.len() < MAX_LENGTH && digit.as_digit().is_some())
        );
    }

    #[test]
    fn its_score_is_that_of_the_least_sound_statement() {
        let [sound, unsound] = verdict_tokens();
        let said = |token, prob| Completion {
            tokens: vec![token],
            probs: vec![prob],
        };
        let near = |found: f64, expected: f64| assert!((found - expected).abs() < 1e-6);
        near(score_of(&[said(sound, 0.75), said(unsound, 0.5)]), 0.5);
        near(score_of(&[said(sound, 0.75), said(Token::END, 0.9)]), 0.0);
        near(score_of(&[Completion::default()]), 0.0);
        near(score_of(&[]), 0.0);
    }
}
