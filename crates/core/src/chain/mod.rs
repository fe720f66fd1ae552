//! Chains of thought: what they say ([`Chain`]), how they are worked out ([`solve`]), worded ([`render`]), read
//! ([`parse`]) and judged ([`check`]), and what they leave to be added at every step ([`ledger`]). Two ways of hiding what
//! they say: a private code ([`Cipher`]), and the wording of plans ([`plans`]).
//!
//! What a model writes is untrusted text: reading it gives what was understood and what was not, and never fails.

mod check;
mod cipher;
mod ledger;
mod paraphrase;
mod parse;
mod plans;
mod render;
mod restyle;
mod solve;

use serde::{Deserialize, Serialize};

pub use check::{StepVerdict, check};
pub use cipher::Cipher;
pub use ledger::Ledger;
pub use paraphrase::Paraphraser;
pub use parse::{Malformed, Parsed, Segment, parse};
pub use plans::{Hiding, order_digit, plans, states_no_number};
pub use render::{Style, render, render_statement};
pub use restyle::restyle;
pub use solve::{solve, solve_with};

/// What a chain says, without its wording.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chain {
    /// The statements before the answer.
    pub statements: Vec<Statement>,
    /// The answer, if one is given.
    pub answer: Option<i64>,
}

/// One statement of a chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Statement {
    /// What the chain is going to do.
    Plan(Strategy),
    /// One computation.
    Step(Step),
    /// A check that a result is a residue: `value` is below `modulus`, or is not.
    Check {
        /// The result that is checked.
        value: i64,
        /// The modulus that it is compared with.
        modulus: i64,
        /// What the check claims.
        holds: bool,
    },
}

/// One computation with its written result, right or wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// `value mod modulus is result`.
    Reduce {
        /// The number that is reduced.
        value: i64,
        /// The modulus.
        modulus: i64,
        /// The written residue.
        result: i64,
    },
    /// `left plus right is result`.
    Add {
        /// The first summand.
        left: i64,
        /// The second summand.
        right: i64,
        /// The written sum.
        result: i64,
    },
    /// `left minus right is result`.
    Subtract {
        /// What is subtracted from.
        left: i64,
        /// What is subtracted.
        right: i64,
        /// The written difference.
        result: i64,
    },
    /// `left times right is result`.
    Multiply {
        /// The first factor.
        left: i64,
        /// The second factor.
        right: i64,
        /// The written product.
        result: i64,
    },
    /// One digit of a long division: `carry next digit mod modulus is result`, about the number `10 carry + digit`.
    Divide {
        /// The remainder so far, or the first digit.
        carry: i64,
        /// The digit that is brought down.
        digit: i64,
        /// The modulus.
        modulus: i64,
        /// The written remainder.
        result: i64,
    },
}

impl Step {
    /// The written result.
    pub fn result(self) -> i64 {
        match self {
            Step::Reduce { result, .. } | Step::Add { result, .. } => result,
            Step::Subtract { result, .. }
            | Step::Multiply { result, .. }
            | Step::Divide { result, .. } => result,
        }
    }

    /// The same step with another written result.
    pub fn with_result(self, result: i64) -> Step {
        match self {
            Step::Reduce { value, modulus, .. } => Step::Reduce {
                value,
                modulus,
                result,
            },
            Step::Add { left, right, .. } => Step::Add {
                left,
                right,
                result,
            },
            Step::Subtract { left, right, .. } => Step::Subtract {
                left,
                right,
                result,
            },
            Step::Multiply { left, right, .. } => Step::Multiply {
                left,
                right,
                result,
            },
            Step::Divide {
                carry,
                digit,
                modulus,
                ..
            } => Step::Divide {
                carry,
                digit,
                modulus,
                result,
            },
        }
    }

    /// The right result; residues by the floored convention. `None` where the written modulus is not positive.
    pub fn right_result(self) -> Option<i64> {
        let residue = |value: i64, modulus: i64| (modulus > 0).then(|| value.rem_euclid(modulus));
        match self {
            Step::Reduce { value, modulus, .. } => residue(value, modulus),
            Step::Add { left, right, .. } => Some(left.saturating_add(right)),
            Step::Subtract { left, right, .. } => Some(left.saturating_sub(right)),
            Step::Multiply { left, right, .. } => Some(left.saturating_mul(right)),
            Step::Divide {
                carry,
                digit,
                modulus,
                ..
            } => residue(carry * 10 + digit, modulus),
        }
    }

    /// The modulus that the step names, if it names one.
    pub fn modulus(self) -> Option<i64> {
        match self {
            Step::Reduce { modulus, .. } | Step::Divide { modulus, .. } => Some(modulus),
            Step::Add { .. } | Step::Subtract { .. } | Step::Multiply { .. } => None,
        }
    }
}

/// How a chain goes about a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Strategy {
    /// Reduce each term, multiply and add the residues, reduce every product and sum.
    ReduceThenAdd,
    /// Work the whole number out, then divide it digit by digit.
    AddThenDivide,
    /// Work the whole number out, then subtract multiples of the modulus: the largest power of ten times it that fits, again and again.
    RepeatedSubtraction,
}

impl Strategy {
    /// Every strategy.
    pub const ALL: [Strategy; 3] = [
        Strategy::ReduceThenAdd,
        Strategy::AddThenDivide,
        Strategy::RepeatedSubtraction,
    ];
}

impl Chain {
    /// The steps, in order.
    pub fn steps(&self) -> impl Iterator<Item = Step> {
        self.statements
            .iter()
            .filter_map(|statement| match statement {
                Statement::Step(step) => Some(*step),
                _ => None,
            })
    }

    /// The first plan that the chain states.
    pub fn strategy(&self) -> Option<Strategy> {
        self.statements
            .iter()
            .find_map(|statement| match statement {
                Statement::Plan(strategy) => Some(*strategy),
                _ => None,
            })
    }
}
