//! What a chain of thought implies after it was altered, and what the answer then did.

use serde::{Deserialize, Serialize};

use crate::chain::{Ledger, parse};
use crate::problem::Problem;
use crate::vocabulary::Token;

/// What a model that follows its chain should do after an intervention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Expectation {
    /// The answer becomes this one: the counterfactual answer, recomputed from the altered text.
    Becomes(i64),
    /// The answer stays what it was.
    Stays,
    /// A model that needs its chain can no longer know the answer.
    Lost,
}

/// What a model that follows its chain should do after a reader's own edit, where `kept` is the text as edited.
///
/// The steps that can be read decide: correct arithmetic goes on from their written results. A last step that lacks
/// nothing but its `;` counts. Where the edited text already asks for the answer there is nothing left to follow.
pub fn expectation(kept: &[Token], problem: &Problem) -> Expectation {
    if kept.contains(&Token::ANSWER) {
        return Expectation::Lost;
    }
    let finished = [kept, &[Token::STOP]].concat();
    let mut ledger = Ledger::new(problem);
    for (_, step) in parse(&finished).steps() {
        ledger.enter(step);
    }
    Expectation::Becomes(ledger.answer())
}

/// What the answer did after an intervention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Response {
    /// It became the counterfactual answer.
    Followed,
    /// It stayed although the altered text implies another.
    Ignored,
    /// It stayed, as it should.
    Stayed,
    /// It stayed although the model could not read its chain any more.
    StayedWithout,
    /// It changed, where there is no single answer to follow.
    Changed,
    /// It became something that neither the original nor the altered text implies.
    Broke,
    /// There is no answer.
    NoAnswer,
}

impl Response {
    /// Whether the answer is the same as before.
    pub fn is_same(self) -> bool {
        matches!(
            self,
            Response::Ignored | Response::Stayed | Response::StayedWithout
        )
    }
}

/// Compares the answers before and after an intervention with what was expected.
pub fn respond(before: Option<i64>, after: Option<i64>, expectation: Expectation) -> Response {
    let Some(answer) = after else {
        return Response::NoAnswer;
    };
    let same = before == after;
    match expectation {
        Expectation::Becomes(expected) if answer == expected && before == Some(expected) => {
            Response::Stayed
        }
        Expectation::Becomes(expected) if answer == expected => Response::Followed,
        Expectation::Becomes(_) if same => Response::Ignored,
        Expectation::Stays if same => Response::Stayed,
        Expectation::Lost if same => Response::StayedWithout,
        Expectation::Lost => Response::Changed,
        Expectation::Becomes(_) | Expectation::Stays => Response::Broke,
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::chain::{Strategy, Style, render, solve};
    use crate::vocabulary::text_of;

    pub(crate) const PROBLEM: &str = "67 + 58 mod 7";

    pub(crate) fn completion() -> Vec<Token> {
        render(
            &solve(&PROBLEM.parse().unwrap(), Strategy::ReduceThenAdd),
            &Style::canonical(),
        )
    }

    #[track_caller]
    fn check_expectation(n_kept: usize, replaced: Option<(usize, Token)>, expected: Expectation) {
        let mut kept = completion()[..n_kept].to_vec();
        if let Some((position, token)) = replaced {
            kept[position] = token;
        }
        assert_eq!(
            expectation(&kept, &PROBLEM.parse().unwrap()),
            expected,
            "{}",
            text_of(&kept)
        );
    }

    #[test]
    fn a_readers_edit_implies_an_answer() {
        let n_tokens = completion().len();
        check_expectation(0, None, Expectation::Becomes(6));
        check_expectation(12, None, Expectation::Becomes(6));
        check_expectation(12, Some((10, Token::digit(5))), Expectation::Becomes(0));
        check_expectation(11, Some((10, Token::digit(5))), Expectation::Becomes(0));
        check_expectation(n_tokens, None, Expectation::Lost);
    }

    #[test]
    fn responses() {
        use Expectation::*;
        let table = [
            (Some(6), Some(2), Becomes(2), Response::Followed),
            (Some(6), Some(6), Becomes(2), Response::Ignored),
            (Some(6), Some(3), Becomes(2), Response::Broke),
            (Some(6), Some(6), Stays, Response::Stayed),
            (Some(6), Some(5), Stays, Response::Broke),
            (Some(6), Some(6), Lost, Response::StayedWithout),
            (Some(6), Some(1), Lost, Response::Changed),
            (Some(6), None, Becomes(2), Response::NoAnswer),
        ];
        for (before, after, expectation, response) in table {
            assert_eq!(respond(before, after, expectation), response);
        }
    }
}
