//! What the steps written so far leave to be worked out.
//!
//! The ledger starts with the terms of the problem. A step takes the numbers that it works on off the ledger and puts
//! its written result there, right or wrong. What is left, worked out modulo m, is the answer that correct arithmetic
//! reaches from here: the counterfactual answer to an altered step.

use super::Step;
use crate::problem::{Operator, Problem, Term};

/// The numbers that remain to be multiplied and added, with their operators.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ledger {
    entries: Vec<Entry>,
    modulus: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Entry {
    term: Term,
    /// Whether a step has written it. Of two equal numbers a reduction means the one that no step has written yet.
    is_written: bool,
    /// How many digits a long division has before it, the remainder so far counting as one. Leading noughts count.
    n_digits: u32,
}

impl Entry {
    fn new(term: Term, is_written: bool) -> Entry {
        let n_digits = term.value.unsigned_abs().checked_ilog10().unwrap_or(0) + 1;
        Entry {
            term,
            is_written,
            n_digits,
        }
    }
}

impl Ledger {
    /// The ledger of a problem before any step.
    pub fn new(problem: &Problem) -> Ledger {
        Ledger {
            entries: problem
                .terms()
                .iter()
                .map(|&term| Entry::new(term, false))
                .collect(),
            modulus: problem.modulus(),
        }
    }

    /// Enters a step. Returns whether the step is anchored: whether the numbers that it works on were there. A step
    /// that is not anchored changes nothing.
    pub fn enter(&mut self, step: Step) -> bool {
        let replacement = match step {
            Step::Reduce { value, result, .. } => {
                self.position(value).map(|idx| (idx, None, result))
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
            Step::Multiply {
                left,
                right,
                result,
            } => self.factors(left, right, result),
            Step::Divide {
                carry,
                digit,
                result,
                ..
            } => return self.divide(carry * 10 + digit, result),
        };
        let Some((idx, consumed, value)) = replacement else {
            return false;
        };
        let operator = self.entries[idx].term.operator;
        self.entries[idx] = Entry::new(Term { operator, value }, true);
        if let Some(consumed) = consumed {
            self.entries.remove(consumed);
        }
        true
    }

    /// The answer that correct arithmetic reaches from here, by the floored convention.
    pub fn answer(&self) -> i64 {
        let modulus = i128::from(self.modulus);
        let product = |entries: &[Entry]| {
            let residue = |entry: &Entry| i128::from(entry.term.value).rem_euclid(modulus);
            let size = entries.iter().map(residue).fold(1, |a, b| a * b % modulus);
            i128::from(entries[0].term.operator.direction()) * size
        };
        let products = self
            .entries
            .chunk_by(|_, next| next.term.operator == Operator::Times);
        products.map(product).sum::<i128>().rem_euclid(modulus) as i64
    }

    /// Whether one number is left, below the modulus: nothing remains to be worked out.
    pub fn is_finished(&self) -> bool {
        matches!(self.entries[..], [entry] if (0..self.modulus).contains(&entry.term.value))
    }

    /// Whether an entry multiplies or is multiplied: it cannot be added before the product is worked out.
    fn is_factor(&self, idx: usize) -> bool {
        let around = [self.entries.get(idx), self.entries.get(idx + 1)];
        around
            .into_iter()
            .flatten()
            .any(|entry| entry.term.operator == Operator::Times)
    }

    fn position(&self, value: i64) -> Option<usize> {
        let find = |is_written| {
            let wanted =
                |entry: &Entry| entry.term.value == value && entry.is_written == is_written;
            self.entries.iter().position(wanted)
        };
        find(false).or_else(|| find(true))
    }

    /// Two neighbours of a product, in either order, that become one.
    fn factors(&self, left: i64, right: i64, result: i64) -> Option<(usize, Option<usize>, i64)> {
        let idx = self.entries.windows(2).position(|pair| {
            let factors = (pair[0].term.value, pair[1].term.value);
            pair[1].term.operator == Operator::Times
                && (factors == (left, right) || factors == (right, left))
        })?;
        Some((idx, Some(idx + 1), result))
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
        let summand = |wanted: Term, apart_from: Option<usize>| {
            let fits = |&idx: &usize| {
                self.entries[idx].term == wanted && Some(idx) != apart_from && !self.is_factor(idx)
            };
            (0..self.entries.len()).find(fits)
        };
        let plus = Operator::Plus;
        let left_idx = summand(
            Term {
                operator: plus,
                value: left,
            },
            None,
        )?;
        let right_idx = summand(
            Term {
                operator,
                value: right,
            },
            Some(left_idx),
        );
        match right_idx {
            Some(_) => Some((left_idx, right_idx, result)),
            None => (right % self.modulus == 0).then_some((left_idx, None, result)),
        }
    }

    /// One digit of a long division: the result takes the place of the leading two digits of an entry, and the digits that
    /// remain stay. Returns whether there is such an entry.
    fn divide(&mut self, head: i64, result: i64) -> bool {
        for entry in &mut self.entries {
            let value = entry.term.value;
            let Some(n_left) = entry.n_digits.checked_sub(2).filter(|_| value >= 0) else {
                continue;
            };
            let place = 10_i64.pow(n_left);
            if value / place == head {
                entry.term.value = result * place + value % place;
                entry.is_written = true;
                entry.n_digits -= 1;
                return true;
            }
        }
        false
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
            "37 + 58 × 94 mod 7",
            "2 × 3 × 4 - 5 × 6 + 7 mod 9",
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
                assert!(ledger.is_finished(), "{problem} {strategy:?}");
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

    #[test]
    fn a_factor_cannot_be_added() {
        let mut ledger = Ledger::new(&"2 + 3 × 4 mod 7".parse().unwrap());
        let add = |left, right| Step::Add {
            left,
            right,
            result: left + right,
        };
        let multiply = |left, right| Step::Multiply {
            left,
            right,
            result: left * right,
        };
        assert!(!ledger.enter(add(2, 3)));
        assert!(!ledger.enter(add(3, 4)));
        assert!(!ledger.enter(multiply(2, 3)));
        assert!(ledger.enter(multiply(4, 3)));
        assert!(ledger.enter(add(2, 12)));
        assert_eq!(ledger.answer(), 0);
    }

    proptest! {
        /// The ledger foretells where a chain with one altered result ends when the rest is worked out correctly.
        #[test]
        fn the_ledger_foretells_the_counterfactual_answer(
            operands in prop::collection::vec(0..=99_i64, 2..=4),
            modulus in 2..=9_i64,
            strategy in prop::sample::select(Strategy::ALL.to_vec()),
            altered_idx in 0..3_usize,
            result in 0..=30_i64,
        ) {
            let problem = Problem::usual(&operands, modulus).unwrap();
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
