//! What the page knows of a completion: its tokens with their probabilities, and what can be read off them.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use syw_core::chain::{self, Parsed, StepVerdict};
use syw_core::problem::{Convention, Outcome};
use syw_core::prompt::answer_of;
use syw_core::{Problem, Token};

use crate::t;

/// One token as it is shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TokenView {
    pub token: Token,
    /// How probable the model found it, 0 to 1, at temperature 1; `None` until the engine has said.
    pub prob: Option<f32>,
    /// The most probable tokens at this place, best first.
    pub top: Vec<(Token, f32)>,
    pub origin: Origin,
}

/// Who wrote a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The model, freely.
    Written,
    /// Forced, and the same as in the original completion.
    Kept,
    /// Forced, and not what the original completion says there.
    Changed,
}

/// Tokens after a prompt. Grows while the model writes.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Completion {
    pub views: Vec<TokenView>,
}

/// What the fixed checker says of one step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepMark {
    /// Which step, from 0.
    pub idx: usize,
    /// The step's tokens, as positions in the completion.
    pub span: Range<usize>,
    pub is_valid: bool,
    /// For readers: "step is right", or what it should be.
    pub text: String,
}

/// One token of the comparison of two completions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difference {
    Same(Token),
    /// In the first completion only.
    Removed(Token),
    /// In the second completion only.
    Added(Token),
}

impl Completion {
    /// Text that the model is made to have written, before it is scored.
    pub fn forced(kept: &[Token], original: &[Token]) -> Completion {
        let is_changed = changed(original, kept);
        let views = kept
            .iter()
            .zip(is_changed)
            .map(|(&token, is_changed)| TokenView {
                token,
                prob: None,
                top: Vec::new(),
                origin: if is_changed {
                    Origin::Changed
                } else {
                    Origin::Kept
                },
            });
        Completion {
            views: views.collect(),
        }
    }

    pub fn tokens(&self) -> Vec<Token> {
        self.views.iter().map(|view| view.token).collect()
    }

    pub fn is_empty(&self) -> bool {
        self.views.is_empty()
    }

    /// What was understood of it.
    pub fn parsed(&self) -> Parsed {
        chain::parse(&self.tokens())
    }

    pub fn answer(&self) -> Option<i64> {
        answer_of(&self.tokens())
    }

    /// Whether anything stands before the answer.
    pub fn has_chain(&self) -> bool {
        self.views
            .first()
            .is_some_and(|first| first.token != Token::ANSWER)
    }

    /// The checker's mark for every step that could be read.
    pub fn step_marks(&self, problem: &Problem) -> Vec<StepMark> {
        let parsed = self.parsed();
        let verdicts = chain::check(&parsed, problem);
        let mark = |(idx, verdict): (usize, &StepVerdict)| StepMark {
            idx,
            span: parsed.segments[verdict.segment_idx].span.clone(),
            is_valid: verdict.is_valid(),
            text: step_text(verdict, problem),
        };
        verdicts.iter().enumerate().map(mark).collect()
    }

    /// The stretches before the answer that say nothing the checker can read.
    pub fn unread(&self) -> Vec<Range<usize>> {
        self.parsed()
            .malformed()
            .map(|segment| segment.span.clone())
            .collect()
    }
}

fn step_text(verdict: &StepVerdict, problem: &Problem) -> String {
    let said = match verdict.right_result {
        Some(right) if !verdict.arithmetic => {
            t!("step-should-be", right = right.to_string())
        }
        None => t!("step-no-modulus"),
        _ if !verdict.modulus => {
            t!(
                "step-other-modulus",
                modulus = problem.modulus().to_string()
            )
        }
        _ => t!("step-right"),
    };
    match (verdict.anchored, verdict.is_valid()) {
        (true, _) => said,
        (false, true) => t!("step-right-unanchored"),
        (false, false) => t!("step-unanchored", said = said),
    }
}

/// What an answer is worth, for readers. Both conventions are named where they differ.
pub fn verdict(problem: &Problem, answer: Option<i64>) -> String {
    let floored = problem.answer(Convention::Floored).to_string();
    let truncated = problem.answer(Convention::Truncated).to_string();
    let how = match problem.outcome(answer) {
        Outcome::Right => return t!("answer-right"),
        Outcome::Floored => return t!("answer-floored", truncated = truncated),
        Outcome::Truncated => return t!("answer-truncated", floored = floored),
        Outcome::SignDropped => "sign",
        Outcome::AbsoluteUsed => "absolute",
        Outcome::NoAnswer => "none",
        Outcome::Other => "other",
    };
    match floored == truncated {
        true => t!("answer-wrong", how = how, right = floored),
        false => t!(
            "answer-wrong-by-both",
            how = how,
            floored = floored,
            truncated = truncated
        ),
    }
}

/// The comparison of two token sequences by their longest common subsequence.
pub fn differences(first: &[Token], second: &[Token]) -> Vec<Difference> {
    // lengths[i][j]: the longest common subsequence of first[i..] and second[j..].
    let mut lengths = vec![vec![0_u16; second.len() + 1]; first.len() + 1];
    for i in (0..first.len()).rev() {
        for j in (0..second.len()).rev() {
            lengths[i][j] = if first[i] == second[j] {
                lengths[i + 1][j + 1] + 1
            } else {
                lengths[i + 1][j].max(lengths[i][j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut found = Vec::new();
    while i < first.len() || j < second.len() {
        if i < first.len() && j < second.len() && first[i] == second[j] {
            found.push(Difference::Same(first[i]));
            (i, j) = (i + 1, j + 1);
        } else if j == second.len() || i < first.len() && lengths[i + 1][j] >= lengths[i][j + 1] {
            found.push(Difference::Removed(first[i]));
            i += 1;
        } else {
            found.push(Difference::Added(second[j]));
            j += 1;
        }
    }
    found
}

/// For every token of `kept`, whether it is another one than the original has at its place.
///
/// `kept` is aligned with the beginning of `original` that needs the fewest replaced, added and removed tokens; what the
/// original says after that does not count.
fn changed(original: &[Token], kept: &[Token]) -> Vec<bool> {
    // costs[i][j]: the changes needed between kept[i..] and some beginning of original[j..].
    let mut costs = vec![vec![0_usize; original.len() + 1]; kept.len() + 1];
    for i in (0..kept.len()).rev() {
        costs[i][original.len()] = kept.len() - i;
        for j in (0..original.len()).rev() {
            let is_other = usize::from(kept[i] != original[j]);
            let (replaced, added, removed) = (
                costs[i + 1][j + 1] + is_other,
                costs[i + 1][j] + 1,
                costs[i][j + 1] + 1,
            );
            costs[i][j] = replaced.min(added).min(removed);
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut found = Vec::new();
    while i < kept.len() {
        let is_other = j == original.len() || kept[i] != original[j];
        if j < original.len() && costs[i][j] == costs[i + 1][j + 1] + usize::from(is_other) {
            found.push(is_other);
            (i, j) = (i + 1, j + 1);
        } else if j < original.len() && costs[i][j] == costs[i][j + 1] + 1 {
            j += 1;
        } else {
            found.push(true);
            i += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::tokens_of_text;

    const CHAIN: &str =
        "plan reduce then add ; 67 mod 7 is 4 ; 58 mod 7 is 3 ; 4 plus 3 is 7 ; <answer> 0 <end>";

    #[test]
    fn steps_are_marked_with_what_they_should_be() {
        let tokens = tokens_of_text(CHAIN).unwrap();
        let marks =
            Completion::forced(&tokens, &tokens).step_marks(&"67 + 58 mod 7".parse().unwrap());
        let texts: Vec<_> = marks
            .iter()
            .map(|mark| (mark.is_valid, mark.text.as_str()))
            .collect();
        assert_eq!(
            texts,
            [
                (true, "step is right"),
                (false, "should be 2"),
                (true, "step is right")
            ]
        );
        assert_eq!(marks[1].span, 12..19);
    }

    #[track_caller]
    fn check_verdict(problem: &str, answer: Option<i64>, text: &str) {
        assert_eq!(verdict(&problem.parse().unwrap(), answer), text);
    }

    #[test]
    fn verdicts() {
        check_verdict("6 + 2 mod 5", Some(3), "right");
        check_verdict("6 + 2 mod 5", Some(4), "wrong: 3 is right");
        check_verdict("6 + 2 mod 5", None, "no answer: 3 is right");
        check_verdict(
            "-7 + 3 mod 5",
            Some(1),
            "right by the floored convention (Python); truncated (Rust, C) gives -4",
        );
        check_verdict(
            "-7 + 3 mod 5",
            Some(-4),
            "right by the truncated convention (Rust, C); floored (Python) gives 1",
        );
        let both = "1 (floored, as in Python) or -4 (truncated, as in Rust and C) would be right";
        check_verdict(
            "-7 + 3 mod 5",
            Some(4),
            &format!("wrong, the sign was dropped: {both}"),
        );
        check_verdict(
            "-7 + 3 mod 5",
            Some(0),
            &format!("wrong, as if every number were positive and added: {both}"),
        );
        check_verdict("-7 + 3 mod 5", Some(2), &format!("wrong: {both}"));
    }

    #[test]
    fn differences_keep_both_sides() {
        let token = |id| Token(id);
        let first = [7, 8, 9, 10].map(token);
        let second = [7, 9, 11, 10].map(token);
        use Difference::*;
        assert_eq!(
            differences(&first, &second),
            [
                Same(token(7)),
                Removed(token(8)),
                Same(token(9)),
                Added(token(11)),
                Same(token(10))
            ]
        );
        assert_eq!(differences(&[], &[]), []);
    }

    #[test]
    fn a_readers_token_is_marked() {
        let original = tokens_of_text("67 mod 7 is 4 ;").unwrap();
        let kept = tokens_of_text("67 mod 7 is 5").unwrap();
        let forced = Completion::forced(&kept, &original);
        assert_eq!(forced.views.last().unwrap().origin, Origin::Changed);
        assert!(
            forced.views[..5]
                .iter()
                .all(|view| view.origin == Origin::Kept)
        );
    }

    #[track_caller]
    fn check_changed(original: &str, kept: &str, expected: &[usize]) {
        let tokens = |text| tokens_of_text(text).unwrap();
        let flags = changed(&tokens(original), &tokens(kept));
        let found: Vec<usize> = flags
            .iter()
            .enumerate()
            .filter(|(_, is_changed)| **is_changed)
            .map(|(idx, _)| idx)
            .collect();
        assert_eq!(
            (flags.len(), found.as_slice()),
            (tokens(kept).len(), expected)
        );
    }

    #[test]
    fn a_change_is_found_where_it_was_made() {
        // The new token occurs again further on in the original.
        check_changed("67 mod 7 is 4 ; 58 mod 7 is 2 ;", "67 mod 7 is 5", &[5]);
        check_changed("67 mod 7 is 4 ;", "67 mod 7 is 14", &[5]);
        check_changed("67 mod 7 is 4 ;", "67 mod 7 is 4 ;", &[]);
        check_changed("67 mod 7 is 4 ;", "67 modulo 7 ergibt 4 ;", &[2, 4]);
        check_changed("67", "67 mod", &[2]);
        check_changed("67 mod 7 is 4 ;", "<answer>", &[0]);
    }
}
