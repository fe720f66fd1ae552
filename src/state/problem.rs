//! Actions on the problem: typing, stepping, presets.

use leptos::prelude::*;
use syw_core::problem::{MAX_OPERAND, MAX_TERMS, MODULI, usual_operator};
use syw_core::{Problem, Term};

use super::PageState;
use crate::presets::{Preset, held_out};
use crate::refusals::no_problem;

/// A change to a problem by a button. One that would leave the bounds of a problem changes nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemEdit {
    StepTerm(usize, i64),
    StepModulus(i64),
    AddTerm,
    RemoveTerm,
}

impl ProblemEdit {
    pub fn apply(self, problem: &Problem) -> Problem {
        let mut terms = problem.terms().to_vec();
        let mut modulus = problem.modulus();
        match self {
            ProblemEdit::StepTerm(idx, delta) => {
                if let Some(term) = terms.get_mut(idx) {
                    term.value = (term.value + delta).clamp(-MAX_OPERAND, MAX_OPERAND);
                }
            }
            ProblemEdit::StepModulus(delta) => {
                modulus = (modulus + delta).clamp(*MODULI.start(), *MODULI.end())
            }
            ProblemEdit::AddTerm => terms.push(Term {
                operator: usual_operator(terms.len()),
                value: 25,
            }),
            ProblemEdit::RemoveTerm => drop(terms.pop()),
        }
        Problem::new(terms, modulus).unwrap_or_else(|| problem.clone())
    }
}

impl PageState {
    /// Takes what stands in the input. A text that is no problem leaves the results of the last one in place.
    pub fn set_problem_text(self, text: String) {
        if untrack(|| self.is_locked()) {
            return;
        }
        let parsed = text.parse::<Problem>();
        self.problem_text.set(text);
        match parsed {
            Ok(problem) => {
                self.problem_error.set(None);
                self.take_problem(problem);
            }
            Err(error) => self.problem_error.set(Some(no_problem(&error))),
        }
    }

    /// Shows another problem, its text included.
    pub fn set_problem(self, problem: Problem) {
        if untrack(|| self.is_locked()) {
            return;
        }
        self.problem_text.set(problem.to_string());
        self.problem_error.set(None);
        self.take_problem(problem);
    }

    pub fn step_term(self, idx: usize, delta: i64) {
        self.edit_problem(ProblemEdit::StepTerm(idx, delta));
    }

    pub fn step_modulus(self, delta: i64) {
        self.edit_problem(ProblemEdit::StepModulus(delta));
    }

    pub fn add_term(self) {
        self.edit_problem(ProblemEdit::AddTerm);
    }

    pub fn remove_term(self) {
        self.edit_problem(ProblemEdit::RemoveTerm);
    }

    pub fn can_add_term(self) -> bool {
        self.problem
            .with(|problem| problem.terms().len() < MAX_TERMS)
    }

    pub fn can_remove_term(self) -> bool {
        self.problem.with(|problem| problem.terms().len() > 1)
    }

    fn edit_problem(self, edit: ProblemEdit) {
        self.set_problem(self.problem.with_untracked(|problem| edit.apply(problem)));
    }

    /// Draws a problem: another one at each press, the same ones in the same order after each opening of the page.
    pub fn preset(self, preset: Preset) {
        let trained = untrack(|| self.trained_operands());
        self.draw(|seed| preset.draw(seed, &trained));
    }

    /// Draws a held-out problem with this many operands, of one modulus or of any in training.
    pub fn draw_held_out(self, n_operands: usize, modulus: Option<i64>) {
        self.draw(|seed| held_out(seed, n_operands, modulus));
    }

    fn draw(self, of_seed: impl Fn(u64) -> Problem) {
        let now = self.problem.get_untracked();
        let seed = self.seed.get_untracked();
        let mut draws = std::iter::repeat_with(|| {
            let draw = self.running(|running| {
                running.n_draws += 1;
                running.n_draws
            });
            of_seed(seed.wrapping_mul(1 << 20).wrapping_add(draw))
        });
        let drawn = draws.by_ref().take(20).find(|problem| *problem != now);
        self.set_problem(drawn.unwrap_or(now));
    }

    /// An edit belongs to the completion of one problem, so another problem begins without one.
    fn take_problem(self, problem: Problem) {
        if self.problem.get_untracked() == problem {
            return;
        }
        self.problem.set(problem);
        self.forget_edit();
        self.run_large();
        self.run_small();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(problem: &str, edit: ProblemEdit, expected: &str) {
        assert_eq!(edit.apply(&problem.parse().unwrap()).to_string(), expected);
    }

    #[test]
    fn buttons_stay_within_bounds() {
        use ProblemEdit::*;
        check("67 + 58 mod 7", StepTerm(1, 1), "67 + 59 mod 7");
        check("67 + 58 mod 7", StepTerm(0, -10), "57 + 58 mod 7");
        check("0 + 58 mod 7", StepTerm(0, -1), "-1 + 58 mod 7");
        check("999 + 58 mod 7", StepTerm(0, 1), "999 + 58 mod 7");
        check("67 + 58 mod 7", StepTerm(5, 1), "67 + 58 mod 7");
        check("67 + 58 mod 2", StepModulus(-1), "67 + 58 mod 2");
        check("67 + 58 mod 9", StepModulus(1), "67 + 58 mod 10");
        check("67 - 58 mod 7", AddTerm, "67 - 58 + 25 mod 7");
        check("67 - 58 mod 7", RemoveTerm, "67 mod 7");
        check("67 mod 7", RemoveTerm, "67 mod 7");
        check(
            "1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 mod 7",
            AddTerm,
            "1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 mod 7",
        );
        check("67 × 58 + 94 mod 7", AddTerm, "67 × 58 + 94 × 25 mod 7");
    }
}
