//! Works a problem out by a strategy, one written step at a time.

use super::{Chain, Statement, Step, Strategy};
use crate::problem::{Operator, Problem, Term, products};

/// No chain is longer than this many steps, whatever results are written into it.
const MAX_STEPS: usize = 64;

/// The chain that solves a problem by a strategy without a mistake.
pub fn solve(problem: &Problem, strategy: Strategy) -> Chain {
    solve_with(problem, strategy, |_, right| right)
}

/// The chain that solves a problem by a strategy, where `write(step_idx, right_result)` decides what is written as the
/// result of each step and later steps go on from what is written. The answer is the last written result.
pub fn solve_with(
    problem: &Problem,
    strategy: Strategy,
    write: impl FnMut(usize, i64) -> i64,
) -> Chain {
    let mut solver = Solver {
        modulus: problem.modulus(),
        steps: Vec::new(),
        write,
    };
    let answer = match strategy {
        Strategy::ReduceThenAdd => solver.reduce_then_add(problem),
        Strategy::AddThenDivide => solver.add_then_divide(problem),
        Strategy::RepeatedSubtraction => solver.repeated_subtraction(problem),
    };
    let check = Statement::Check {
        value: answer,
        modulus: problem.modulus(),
        holds: answer < problem.modulus(),
    };
    let statements = [Statement::Plan(strategy)]
        .into_iter()
        .chain(solver.steps.into_iter().map(Statement::Step))
        .chain([check])
        .collect();
    Chain {
        statements,
        answer: Some(answer),
    }
}

struct Solver<W> {
    modulus: i64,
    steps: Vec<Step>,
    write: W,
}

impl<W: FnMut(usize, i64) -> i64> Solver<W> {
    /// Writes a step down with the result that `write` decides on, and returns that result.
    fn step(&mut self, step: Step) -> i64 {
        let right = step
            .right_result()
            .expect("a problem's modulus is positive");
        let written = (self.write)(self.steps.len(), right);
        self.steps.push(step.with_result(written));
        written
    }

    fn reduce(&mut self, value: i64) -> i64 {
        self.step(Step::Reduce {
            value,
            modulus: self.modulus,
            result: 0,
        })
    }

    fn combine(&mut self, left: i64, operator: Operator, right: i64) -> i64 {
        self.step(match operator {
            Operator::Plus => Step::Add {
                left,
                right,
                result: 0,
            },
            Operator::Minus => Step::Subtract {
                left,
                right,
                result: 0,
            },
            Operator::Times => Step::Multiply {
                left,
                right,
                result: 0,
            },
        })
    }

    fn reduce_then_add(&mut self, problem: &Problem) -> i64 {
        let residues: Vec<Term> = problem
            .terms()
            .iter()
            .map(|term| Term {
                value: self.reduce(term.value),
                ..*term
            })
            .collect();
        self.work_out(&residues, |solver, result| solver.reduce(result))
    }

    /// Multiplies each product out, then adds and subtracts; `after` is done to the result of every step.
    fn work_out(&mut self, terms: &[Term], mut after: impl FnMut(&mut Self, i64) -> i64) -> i64 {
        let mut combine = |solver: &mut Self, left: i64, term: &Term| {
            let result = solver.combine(left, term.operator, term.value);
            after(solver, result)
        };
        let products: Vec<Term> = products(terms)
            .map(|product| Term {
                value: product[1..]
                    .iter()
                    .fold(product[0].value, |left, term| combine(self, left, term)),
                ..product[0]
            })
            .collect();
        let (first, rest) = products.split_first().expect("a problem has a term");
        rest.iter()
            .fold(first.value, |total, term| combine(self, total, term))
    }

    fn add_then_divide(&mut self, problem: &Problem) -> i64 {
        let total = self.work_out(problem.terms(), |_, result| result);
        if total < 10 {
            return self.reduce(total);
        }
        let digits: Vec<i64> = total
            .to_string()
            .bytes()
            .map(|byte| i64::from(byte - b'0'))
            .collect();
        digits[1..].iter().fold(digits[0], |carry, &digit| {
            self.step(Step::Divide {
                carry,
                digit,
                modulus: self.modulus,
                result: 0,
            })
        })
    }

    fn repeated_subtraction(&mut self, problem: &Problem) -> i64 {
        let mut total = self.work_out(problem.terms(), |_, result| result);
        while self.steps.len() < MAX_STEPS {
            if total < 0 {
                total = self.combine(total, Operator::Plus, self.modulus);
            } else if total >= self.modulus {
                let mut portion = self.modulus;
                while portion * 10 <= total {
                    portion *= 10;
                }
                total = self.combine(total, Operator::Minus, portion);
            } else {
                break;
            }
        }
        total
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chain::{Style, render};
    use crate::problem::Convention;
    use crate::split::{Split, problems};
    use crate::vocabulary::text_of;

    #[track_caller]
    fn check(problem: &str, strategy: Strategy, chain: &str) {
        let chain_tokens = render(
            &solve(&problem.parse().unwrap(), strategy),
            &Style::canonical(),
        );
        assert_eq!(text_of(&chain_tokens), chain);
    }

    #[test]
    fn each_strategy_in_plain_words() {
        check(
            "67 + 58 mod 7",
            Strategy::ReduceThenAdd,
            "plan reduce then add ; 67 mod 7 is 4 ; 58 mod 7 is 2 ; 4 plus 2 is 6 ; 6 mod 7 is 6 ; check 6 below 7 ok ; <answer> 6 <end>",
        );
        check(
            "67 + 58 mod 7",
            Strategy::AddThenDivide,
            "plan add then divide ; 67 plus 58 is 125 ; 1 next 2 mod 7 is 5 ; 5 next 5 mod 7 is 6 ; check 6 below 7 ok ; <answer> 6 <end>",
        );
        check(
            "67 + 58 mod 7",
            Strategy::RepeatedSubtraction,
            "plan add then subtract ; 67 plus 58 is 125 ; 125 minus 70 is 55 ; 55 minus 7 is 48 ; 48 minus 7 is 41 ; 41 minus 7 is 34 ; 34 minus 7 is 27 ; 27 minus 7 is 20 ; 20 minus 7 is 13 ; 13 minus 7 is 6 ; check 6 below 7 ok ; <answer> 6 <end>",
        );
        check(
            "3 - 58 mod 9",
            Strategy::ReduceThenAdd,
            "plan reduce then add ; 3 mod 9 is 3 ; 58 mod 9 is 4 ; 3 minus 4 is - 1 ; - 1 mod 9 is 8 ; check 8 below 9 ok ; <answer> 8 <end>",
        );
    }

    #[test]
    fn products_come_before_sums() {
        check(
            "37 + 58 × 94 mod 7",
            Strategy::ReduceThenAdd,
            "plan reduce then add ; 37 mod 7 is 2 ; 58 mod 7 is 2 ; 94 mod 7 is 3 ; 2 times 3 is 6 ; 6 mod 7 is 6 ; 2 plus 6 is 8 ; 8 mod 7 is 1 ; check 1 below 7 ok ; <answer> 1 <end>",
        );
        check(
            "7 + 8 × 9 mod 5",
            Strategy::AddThenDivide,
            "plan add then divide ; 8 times 9 is 72 ; 7 plus 72 is 79 ; 7 next 9 mod 5 is 4 ; check 4 below 5 ok ; <answer> 4 <end>",
        );
    }

    #[test]
    fn every_strategy_is_right_about_every_problem() {
        for problem in problems(Split::Train, 2)
            .iter()
            .chain(&problems(Split::HeldOut, 2))
            .chain(&problems(Split::HeldOut, 3)[..2000])
        {
            for strategy in Strategy::ALL {
                assert_eq!(
                    solve(problem, strategy).answer,
                    Some(problem.answer(Convention::Floored)),
                    "{problem}"
                );
            }
        }
    }

    #[test]
    fn later_steps_go_on_from_what_is_written() {
        let problem = "67 + 58 mod 7".parse().unwrap();
        let chain = solve_with(&problem, Strategy::ReduceThenAdd, |idx, right| {
            if idx == 0 { 5 } else { right }
        });
        assert_eq!(chain.answer, Some(0));
    }

    #[test]
    fn a_chain_of_absurd_results_ends() {
        let problem = "999 + 999 mod 2".parse().unwrap();
        let chain = solve_with(&problem, Strategy::RepeatedSubtraction, |_, _| 1_000_000);
        assert!(chain.steps().count() <= MAX_STEPS);
    }
}
