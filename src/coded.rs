//! A chain in a private code, on one problem: read with its key, altered by a reader, and gone on with by the model.
//!
//! All tokens here are plain: what the key makes of them. What is written for them is [`Cipher::encode`] of the same tokens, one
//! for one, so that a place in the one is the same place in the other.

use std::ops::Range;

use syw_core::chain::{Cipher, Statement, parse};
use syw_core::prompt::{answer_of, prompt};
use syw_core::response::{Response, expectation, respond};
use syw_core::{Problem, Token};

use crate::edit::sentence;
use crate::t;

/// What a model that writes in code did with a problem.
#[derive(Debug, Clone, PartialEq)]
pub struct Coded {
    /// The model, by its id.
    pub model: String,
    pub problem: Problem,
    pub cipher: Cipher,
    /// Its own completion.
    pub original: Vec<Token>,
    /// What a reader made of it.
    pub change: Option<Change>,
}

/// A reader's change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What the model is made to have written: up to the digit that was changed, which is the last.
    pub kept: Vec<Token>,
    /// The whole completion, once the model has gone on.
    pub whole: Option<Vec<Token>>,
}

/// Where a change stands: the sentence for readers, and what the answer did once it is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    pub sentence: String,
    pub response: Option<Response>,
}

/// The text that a model in code is to go on with, after a problem and a plain beginning of its completion.
pub fn prefix(problem: &Problem, cipher: Cipher, kept: &[Token]) -> Vec<Token> {
    [prompt(problem), cipher.encode(kept)].concat()
}

/// The plain completion: what was kept, and what the model wrote after it in code.
pub fn whole(cipher: Cipher, kept: &[Token], written: &[Token]) -> Vec<Token> {
    cipher.decode(&[&cipher.encode(kept), written].concat())
}

/// The digits of the result of each step, as places in a plain completion: what a reader can change.
pub fn results(plain: &[Token]) -> Vec<Range<usize>> {
    let parsed = parse(plain);
    let steps = parsed
        .segments
        .iter()
        .filter(|segment| matches!(segment.content, Ok(Statement::Step(_))));
    let result = |span: &Range<usize>| {
        let is_digit = |idx: &usize| plain[*idx].as_digit().is_some();
        // A step ends with `;`, and before that with its result.
        let end = span.end - 1;
        let n_digits = (span.start..end).rev().take_while(is_digit).count();
        end - n_digits..end
    };
    steps.map(|segment| result(&segment.span)).collect()
}

impl Coded {
    /// The plain completion that is shown: of a change, what there is of it.
    pub fn shown(&self) -> &[Token] {
        match &self.change {
            None => &self.original,
            Some(change) => change.whole.as_ref().unwrap_or(&change.kept),
        }
    }

    /// What is kept where a reader puts a digit in the place of a token. The digit is plain with the key, and else as it is
    /// written in the code.
    pub fn kept_with(&self, position: usize, digit: u8, with_key: bool) -> Vec<Token> {
        let shown = self.shown();
        let before = &shown[..position.min(shown.len())];
        let digit = [Token::digit(digit)];
        let plain = match with_key {
            true => digit.to_vec(),
            false => self.cipher.decode(&digit),
        };
        [before, &plain].concat()
    }

    /// The place of the digit that a reader changed.
    pub fn changed(&self) -> Option<usize> {
        self.change.as_ref()?.kept.len().checked_sub(1)
    }

    /// What came of a change; nothing where there is none.
    pub fn outcome(&self) -> Option<Outcome> {
        let change = self.change.as_ref()?;
        let Some(whole) = &change.whole else {
            return Some(Outcome {
                sentence: t!("hidden-code-goes-on"),
                response: None,
            });
        };
        let expected = expectation(&change.kept, &self.problem);
        let (before, after) = (answer_of(&self.original), answer_of(whole));
        Some(Outcome {
            sentence: sentence(before, after, expected),
            response: Some(respond(before, after, expected)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use syw_core::chain::{Strategy, Style, render, solve};
    use syw_core::vocabulary::text_of;

    fn right_chain(problem: &Problem) -> Vec<Token> {
        render(
            &solve(problem, Strategy::ReduceThenAdd),
            &Style::canonical(),
        )
    }

    fn coded() -> Coded {
        let problem: Problem = "37 × 58 mod 7".parse().unwrap();
        Coded {
            model: "m".into(),
            original: right_chain(&problem),
            problem,
            cipher: Cipher::new([1, 2, 3, 4, 5, 6, 7, 8, 9, 0]).unwrap(),
            change: None,
        }
    }

    #[test]
    fn the_results_of_steps_can_be_changed_and_nothing_else() {
        let plain = coded().original;
        let said: Vec<String> = results(&plain)
            .into_iter()
            .map(|range| text_of(&plain[range]))
            .collect();
        assert_eq!(said, ["2", "2", "4", "4"]);
        assert!(results(&[]).is_empty());
    }

    #[test]
    fn a_digit_is_plain_with_the_key_and_code_without() {
        let coded = coded();
        let position = results(&coded.original)[0].start;
        let last = |with_key| *coded.kept_with(position, 6, with_key).last().unwrap();
        assert_eq!(
            [last(true), last(false)],
            [Token::digit(6), Token::digit(5)]
        );
        let kept = coded.kept_with(position, 6, true);
        let read = prefix(&coded.problem, coded.cipher, &kept);
        assert_eq!(
            text_of(&read),
            "<problem> 37 × 58 % 7 ? plan reduce then add ; 48 mod 8 is 7"
        );
    }

    /// What the model goes on with in code is read with the key, its answer as it stands.
    #[track_caller]
    fn check(answer: u8, response: Response, said: &str) {
        let mut coded = coded();
        let kept = coded.kept_with(results(&coded.original)[0].start, 6, true);
        let rest = [Token::STOP, Token::ANSWER, Token::digit(answer), Token::END];
        let written = whole(coded.cipher, &kept, &rest);
        coded.change = Some(Change {
            kept,
            whole: Some(written),
        });
        let outcome = coded.outcome().unwrap();
        assert_eq!(outcome.response, Some(response));
        assert!(outcome.sentence.starts_with(said), "{}", outcome.sentence);
    }

    #[test]
    fn the_answer_follows_or_does_not() {
        // 6 × 2 is 12, which leaves 5.
        check(5, Response::Followed, "The answer followed");
        check(4, Response::Ignored, "The answer ignored");
        check(1, Response::Broke, "The answer broke");
    }

    #[test]
    fn while_the_model_writes_there_is_no_outcome_yet() {
        let mut coded = coded();
        assert_eq!(coded.outcome(), None);
        let kept = coded.kept_with(10, 6, true);
        coded.change = Some(Change { kept, whole: None });
        assert_eq!(coded.outcome().unwrap().response, None);
        assert_eq!((coded.shown().len(), coded.changed()), (11, Some(10)));
    }
}
