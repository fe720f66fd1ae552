//! A problem of modular arithmetic and its right answer under both conventions for negatives.

use serde::{Deserialize, Serialize};

/// The largest absolute value of an operand that a problem may have.
pub const MAX_OPERAND: i64 = 999;
/// The largest number of terms that a problem may have.
pub const MAX_TERMS: usize = 8;
/// The moduli that a problem may have.
pub const MODULI: std::ops::RangeInclusive<i64> = 2..=99;

/// What stands before a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Operator {
    /// The term is added. The first term is always added.
    Plus,
    /// The term is subtracted.
    Minus,
    /// The term multiplies what stands before it. Multiplication comes before addition and subtraction.
    Times,
}

/// The operator before the operand at an index in a problem as it is trained on: products of two are added up.
///
/// `a`, `a × b`, `a × b + c`, `a × b + c × d`, and so on.
pub fn usual_operator(operand_idx: usize) -> Operator {
    match operand_idx {
        idx if idx.is_multiple_of(2) => Operator::Plus,
        _ => Operator::Times,
    }
}

impl Operator {
    /// -1 where the product that it begins is subtracted, else 1.
    pub(crate) fn direction(self) -> i64 {
        if self == Operator::Minus { -1 } else { 1 }
    }

    /// How it is written in a problem.
    pub fn sign(self) -> &'static str {
        match self {
            Operator::Plus => "+",
            Operator::Minus => "-",
            Operator::Times => "×",
        }
    }
}

/// One operand with the operator before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Term {
    /// What stands before the operand.
    pub operator: Operator,
    /// The operand as written; it may itself be negative.
    pub value: i64,
}

/// How the remainder of a negative number is defined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Convention {
    /// The remainder takes the sign of the modulus (Python): `-4 mod 5` is 1.
    Floored,
    /// The remainder takes the sign of the number (Rust, C): `-4 mod 5` is -4.
    Truncated,
}

/// Numbers added, subtracted and multiplied, `mod m`.
///
/// Invariants: 1 to [`MAX_TERMS`] terms, the first with [`Operator::Plus`], operands within [`MAX_OPERAND`], the
/// modulus within [`MODULI`]. [`Problem::new`] is the only way to make one.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Problem {
    terms: Vec<Term>,
    modulus: i64,
}

impl Problem {
    /// Makes a problem, or `None` where an invariant of [`Problem`] would not hold.
    pub fn new(terms: Vec<Term>, modulus: i64) -> Option<Self> {
        let well_formed = (1..=MAX_TERMS).contains(&terms.len())
            && terms[0].operator == Operator::Plus
            && terms.iter().all(|term| term.value.abs() <= MAX_OPERAND)
            && MODULI.contains(&modulus);
        well_formed.then_some(Self { terms, modulus })
    }

    /// The problem of these operands with the usual operators ([`usual_operator`]), or `None` as for [`Problem::new`].
    pub fn usual(operands: &[i64], modulus: i64) -> Option<Self> {
        let term = |(idx, &value): (usize, &i64)| Term {
            operator: usual_operator(idx),
            value,
        };
        Self::new(operands.iter().enumerate().map(term).collect(), modulus)
    }

    /// The terms in the order in which they are written.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The modulus.
    pub fn modulus(&self) -> i64 {
        self.modulus
    }

    /// The products that are added or subtracted: each begins with a term that does not multiply.
    pub fn products(&self) -> impl Iterator<Item = &[Term]> {
        products(&self.terms)
    }

    /// The right answer under a convention. The two differ only where the number before the modulus is negative.
    pub fn answer(&self, convention: Convention) -> i64 {
        let product = |terms: &[Term]| -> i128 {
            let size: i128 = terms.iter().map(|term| i128::from(term.value)).product();
            i128::from(terms[0].operator.direction()) * size
        };
        let modulus = i128::from(self.modulus);
        let value: i128 = self.products().map(product).sum();
        let residue = match convention {
            Convention::Floored => value.rem_euclid(modulus),
            Convention::Truncated => value % modulus,
        };
        residue as i64
    }

    /// Whether `answer` is right under at least one convention.
    pub fn accepts(&self, answer: i64) -> bool {
        answer == self.answer(Convention::Floored) || answer == self.answer(Convention::Truncated)
    }

    /// What an answer did, in the words used for problems with negative numbers.
    pub fn outcome(&self, answer: Option<i64>) -> Outcome {
        let Some(answer) = answer else {
            return Outcome::NoAnswer;
        };
        let floored = self.answer(Convention::Floored);
        let truncated = self.answer(Convention::Truncated);
        let product = |terms: &[Term]| -> i128 {
            terms
                .iter()
                .map(|term| i128::from(term.value.abs()))
                .product()
        };
        let absolute: i128 = self.products().map(product).sum();
        if answer == floored && answer == truncated {
            Outcome::Right
        } else if answer == floored {
            Outcome::Floored
        } else if answer == truncated {
            Outcome::Truncated
        } else if answer == truncated.abs() {
            Outcome::SignDropped
        } else if i128::from(answer) == absolute % i128::from(self.modulus) {
            Outcome::AbsoluteUsed
        } else {
            Outcome::Other
        }
    }
}

/// Terms cut before each one that does not multiply.
pub(crate) fn products(terms: &[Term]) -> impl Iterator<Item = &[Term]> {
    terms.chunk_by(|_, next| next.operator == Operator::Times)
}

/// What an answer did. The first that fits, in this order, is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Right, and both conventions agree.
    Right,
    /// Right under the floored convention only.
    Floored,
    /// Right under the truncated convention only.
    Truncated,
    /// The truncated answer without its sign.
    SignDropped,
    /// The answer to the problem with every sign, of numbers and of subtraction, left out.
    AbsoluteUsed,
    /// None of the named outcomes.
    Other,
    /// No answer was given.
    NoAnswer,
}

/// The residue of `value` modulo `modulus` under a convention. `modulus` must be positive.
pub fn residue(value: i64, modulus: i64, convention: Convention) -> i64 {
    match convention {
        Convention::Floored => value.rem_euclid(modulus),
        Convention::Truncated => value % modulus,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, floored: i64, truncated: i64) {
        let problem: Problem = text.parse().unwrap();
        assert_eq!(problem.answer(Convention::Floored), floored);
        assert_eq!(problem.answer(Convention::Truncated), truncated);
    }

    #[test]
    fn answers_under_both_conventions() {
        check("6 + 2 mod 5", 3, 3);
        check("37 + 58 + 94 mod 7", 0, 0);
        check("-7 + 3 mod 5", 1, -4);
        check("3 - 58 mod 9", 8, -1);
        check("-5 + 0 mod 5", 0, 0);
        check("999 + 999 mod 12", 6, 6);
        check("2 + 3 × 4 mod 9", 5, 5);
        check("2 × 3 + 4 × 5 mod 9", 8, 8);
        check("2 - 3 × 4 mod 7", 4, -3);
        check("-3 × -4 - 5 × 2 mod 7", 2, 2);
        check("999 × 999 × 999 × 999 × 999 × 999 × 999 × 999 mod 97", 6, 6);
    }

    #[track_caller]
    fn check_outcome(text: &str, answer: Option<i64>, outcome: Outcome) {
        assert_eq!(text.parse::<Problem>().unwrap().outcome(answer), outcome);
    }

    #[test]
    fn names_what_an_answer_did() {
        check_outcome("6 + 2 mod 5", Some(3), Outcome::Right);
        check_outcome("6 + 2 mod 5", Some(4), Outcome::Other);
        check_outcome("6 + 2 mod 5", None, Outcome::NoAnswer);
        check_outcome("-7 + 3 mod 5", Some(1), Outcome::Floored);
        check_outcome("-7 + 3 mod 5", Some(-4), Outcome::Truncated);
        check_outcome("-7 + 3 mod 5", Some(4), Outcome::SignDropped);
        check_outcome("-7 + 3 mod 5", Some(0), Outcome::AbsoluteUsed);
        check_outcome("-7 + 3 mod 5", Some(2), Outcome::Other);
        check_outcome("2 + 3 × -4 mod 8", Some(6), Outcome::Floored);
        check_outcome("2 + 3 × -4 mod 9", Some(5), Outcome::AbsoluteUsed);
    }
}
