//! What the steps written so far leave to be added up.
//!
//! The ledger starts with the terms of the problem. A step takes the numbers that it works on off the ledger and puts
//! its written result there, right or wrong. What is left, added up modulo m, is the answer that correct arithmetic
//! reaches from here: the counterfactual answer to an altered step.

use super::Step;
use crate::problem::{Operator, Problem};

/// The numbers that remain to be added, with their signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ledger {
    entries: Vec<Entry>,
    modulus: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Entry {
    operator: Operator,
    value: i64,
}

impl Ledger {
    /// The ledger of a problem before any step.
    pub fn new(problem: &Problem) -> Ledger {
        let entries = problem
            .terms()
            .iter()
            .map(|term| Entry {
                operator: term.operator,
                value: term.value,
            })
            .collect();
        Ledger {
            entries,
            modulus: problem.modulus(),
        }
    }

    /// Enters a step. Returns whether the step is anchored: whether the numbers that it works on were there. A step
    /// that is not anchored changes nothing.
    pub fn enter(&mut self, step: Step) -> bool {
        let replacement = match step {
            Step::Reduce { value, result, .. } => {
                self.position(None, value).map(|idx| (idx, None, result))
            }
            Step::Add {
                left,
                right,
                result,
            } => self.pair(left, Operator::Plus, right, result),
            Step::Subtract {
                left,
                right,
                result,
            } => self.pair(left, Operator::Minus, right, result),
            Step::Divide {
                carry,
                digit,
                result,
                ..
            } => self.leading(carry * 10 + digit, result),
        };
        let Some((idx, consumed, value)) = replacement else {
            return false;
        };
        self.entries[idx].value = value;
        if let Some(consumed) = consumed {
            self.entries.remove(consumed);
        }
        true
    }

    /// The answer that correct arithmetic reaches from here, by the floored convention.
    pub fn answer(&self) -> i64 {
        let total: i64 = self
            .entries
            .iter()
            .map(|entry| {
                if entry.operator == Operator::Plus {
                    entry.value
                } else {
                    -entry.value
                }
            })
            .sum();
        total.rem_euclid(self.modulus)
    }

    fn position(&self, operator: Option<Operator>, value: i64) -> Option<usize> {
        self.entries.iter().position(|entry| {
            entry.value == value && operator.is_none_or(|operator| entry.operator == operator)
        })
    }

    /// Two entries that become one. A right-hand side that is not on the ledger may still be added or taken away where
    /// it is a multiple of the modulus.
    fn pair(
        &self,
        left: i64,
        operator: Operator,
        right: i64,
        result: i64,
    ) -> Option<(usize, Option<usize>, i64)> {
        let left_idx = self.position(Some(Operator::Plus), left)?;
        let right_idx = self.entries.iter().enumerate().position(|(idx, entry)| {
            idx != left_idx && entry.operator == operator && entry.value == right
        });
        match right_idx {
            Some(_) => Some((left_idx, right_idx, result)),
            None => (right % self.modulus == 0).then_some((left_idx, None, result)),
        }
    }

    /// An entry whose leading digits are `head`: the result takes their place before the digits that remain.
    fn leading(&self, head: i64, result: i64) -> Option<(usize, Option<usize>, i64)> {
        for (idx, entry) in self.entries.iter().enumerate() {
            let mut place = 1;
            while entry.value >= 0 && place <= entry.value.max(1) {
                if entry.value / place == head {
                    return Some((idx, None, result * place + entry.value % place));
                }
                place *= 10;
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chain::{Strategy, solve, solve_with};
    use crate::problem::Convention;
    use crate::split::{Split, problems};
    use proptest::prelude::{prop, prop_assert_eq, proptest};

    #[test]
    fn right_steps_leave_the_answer_where_it_is() {
        let more = [
            "-7 + 3 mod 5",
            "3 - 58 mod 9",
            "137 + 999 mod 12",
            "5 + 7 + 9 + 4 mod 3",
            "10 - 20 - 30 mod 7",
        ];
        let more = more.map(|text| text.parse().unwrap());
        for problem in problems(Split::HeldOut, 2).iter().chain(&more) {
            for strategy in Strategy::ALL {
                let mut ledger = Ledger::new(problem);
                for step in solve(problem, strategy).steps() {
                    assert!(ledger.enter(step), "{problem} {strategy:?} {step:?}");
                    assert_eq!(
                        ledger.answer(),
                        problem.answer(Convention::Floored),
                        "{problem} {strategy:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn a_step_about_other_numbers_is_not_anchored() {
        let mut ledger = Ledger::new(&"67 + 58 mod 7".parse().unwrap());
        assert!(!ledger.enter(Step::Reduce {
            value: 66,
            modulus: 7,
            result: 3
        }));
        assert_eq!(ledger.answer(), 6);
    }

    proptest! {
        /// The ledger foretells where a chain with one altered result ends when the rest is worked out correctly.
        #[test]
        fn the_ledger_foretells_the_counterfactual_answer(
            (a, b, modulus) in (0..=99_i64, 0..=99_i64, 2..=9_i64),
            strategy in prop::sample::select(Strategy::ALL.to_vec()),
            altered_idx in 0..3_usize,
            result in 0..=30_i64,
        ) {
            let problem = Problem::sum_of(&[a, b], modulus).unwrap();
            let altered = solve_with(&problem, strategy, |idx, right| if idx == altered_idx { result } else { right });
            let mut ledger = Ledger::new(&problem);
            for step in altered.steps().take(altered_idx + 1) {
                ledger.enter(step);
            }
            // In long division an altered remainder above the modulus is no remainder; the strategy's last result is
            // then still congruent to what the ledger says.
            prop_assert_eq!(altered.answer.unwrap().rem_euclid(modulus), ledger.answer());
        }
    }
}
