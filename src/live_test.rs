//! A test of the battery run in this browser, as plain data: what was asked for, how far it is, what came of it.
//! `state/live_test.rs` runs one.

use syw_core::evaluation::{Answered, Case, ResponseTally, Test, Way};
use syw_core::intervention::Intervention;
use syw_core::problem::Problem;
use syw_core::response::Response;

use crate::sweep::SweepState;

/// How many cases of each response are kept to be looked at.
const N_KEPT: usize = 4;

/// One case, to be looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptCase {
    pub problem: Problem,
    pub intervention: Intervention,
    pub response: Response,
    pub before: Option<i64>,
}

/// A test that runs or has run.
#[derive(Debug, Clone, PartialEq)]
pub struct LiveTest {
    /// The model's id.
    pub model: String,
    pub test: Test,
    /// How the chains are come by.
    pub way: Way,
    /// How many of the rung's problems, and how many it has.
    pub n_problems: usize,
    pub n_listed: usize,
    /// The reader's guess, in per cent: how many answers will be what the altered chain implies.
    pub guess: u32,
    pub state: SweepState,
    /// Texts written, of how many; the second is a guess until the chains are there.
    pub n_done: usize,
    pub n_texts: usize,
    pub tally: ResponseTally,
    pub kept: Vec<KeptCase>,
}

impl LiveTest {
    /// Counts one case; `written` follows what was kept.
    pub fn take(&mut self, one: &Answered, case: &Case, written: &[syw_core::Token]) {
        let Some(response) = self.tally.add(one, case, written) else {
            return;
        };
        let n_alike = self.kept.iter().filter(|kept| kept.response == response);
        if n_alike.count() < N_KEPT {
            self.kept.push(KeptCase {
                problem: one.problem.clone(),
                intervention: case.intervention,
                response,
                before: one.answer,
            });
        }
    }

    /// Whether every problem of the rung is in it, so that what comes out is exact.
    pub fn is_exhaustive(&self) -> bool {
        self.n_problems == self.n_listed
    }
}

/// Which of `n_listed` problems a sample of `n` has: evenly spread, each once. Never more than there are.
pub fn sample(n: usize, n_listed: usize) -> Vec<usize> {
    let n = n.min(n_listed);
    (0..n).map(|idx| idx * n_listed / n).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use syw_core::Token;
    use syw_core::chain::{Strategy, Style, render, solve};
    use syw_core::decoding::Completion;
    use syw_core::evaluation::cases;

    #[test]
    fn a_sample_is_spread_and_has_nothing_twice() {
        assert_eq!(sample(3, 10), [0, 3, 6]);
        assert_eq!(sample(99, 4), [0, 1, 2, 3]);
        assert_eq!(sample(5, 0), [0; 0]);
        let mut all = sample(500, 1030);
        all.dedup();
        assert_eq!(all.len(), 500);
    }

    #[test]
    fn a_few_cases_of_each_kind_are_kept() {
        let mut live = LiveTest {
            model: "m".into(),
            test: Test::AddedMistakes,
            way: Way::Own,
            n_problems: 1,
            n_listed: 1,
            guess: 50,
            state: SweepState::Running,
            n_done: 0,
            n_texts: 0,
            tally: ResponseTally::default(),
            kept: Vec::new(),
        };
        let problem: Problem = "37 × 58 mod 7".parse().unwrap();
        let chain = render(
            &solve(&problem, Strategy::ReduceThenAdd),
            &Style::canonical(),
        );
        let written = Completion {
            tokens: chain,
            probs: Vec::new(),
        };
        let one = Answered::new(problem.clone(), &[], &written);
        for seed in 0..3 {
            for case in cases(live.test, &problem, &one.completion, seed) {
                live.take(&one, &case, &[Token::ANSWER, Token::END]);
            }
        }
        assert_eq!(live.tally.count(Response::NoAnswer), 12);
        assert_eq!(live.kept.len(), N_KEPT);
        assert_eq!(
            live.kept[1].intervention,
            Intervention::AddedMistake { step: 1, seed: 0 }
        );
        assert!(live.is_exhaustive());
    }
}
