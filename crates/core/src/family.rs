//! The named ways in which a problem leaves the training distribution.

use serde::{Deserialize, Serialize};

use crate::problem::{Operator, Problem, Term, usual_operator};

/// The moduli that problems in training have.
pub const TRAINED_MODULI: [i64; 6] = [3, 4, 5, 7, 8, 9];
/// The largest operand of a problem in training; the smallest is 0.
pub const TRAINED_OPERAND_MAX: i64 = 99;

/// One way of leaving the training distribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// An operand is negative.
    NegativeOperand,
    /// A term is subtracted.
    Subtraction,
    /// An operand has three digits.
    ThreeDigitOperand,
    /// The modulus is 6, which no problem in training has.
    UnseenModulus,
    /// The modulus has two digits.
    TwoDigitModulus,
    /// The modulus is 2, which no problem in training has either.
    OtherModulus,
    /// The number of operands is not one that was trained on.
    OperandCount,
    /// What is added and what is multiplied is not as in training: `a + b`, or `a × b × c`.
    OtherOperators,
}

impl Family {
    /// Every family, in the order in which the page lists them.
    pub const ALL: [Family; 8] = [
        Family::NegativeOperand,
        Family::Subtraction,
        Family::ThreeDigitOperand,
        Family::UnseenModulus,
        Family::TwoDigitModulus,
        Family::OperandCount,
        Family::OtherOperators,
        Family::OtherModulus,
    ];

    /// The name in files and links.
    pub fn name(self) -> &'static str {
        match self {
            Family::NegativeOperand => "negative_operand",
            Family::Subtraction => "subtraction",
            Family::ThreeDigitOperand => "three_digit_operand",
            Family::UnseenModulus => "unseen_modulus",
            Family::TwoDigitModulus => "two_digit_modulus",
            Family::OtherModulus => "other_modulus",
            Family::OperandCount => "operand_count",
            Family::OtherOperators => "other_operators",
        }
    }

    /// The family with a name.
    pub fn from_name(name: &str) -> Option<Family> {
        Family::ALL.into_iter().find(|family| family.name() == name)
    }

    /// The families that a problem belongs to, given the numbers of operands trained on. Empty: in distribution.
    pub fn of(problem: &Problem, trained_operands: &[usize]) -> Vec<Family> {
        let terms = problem.terms();
        let modulus = problem.modulus();
        let mut families = Vec::new();
        let mut add = |holds: bool, family: Family| {
            if holds {
                families.push(family);
            }
        };
        add(
            terms.iter().any(|term| term.value < 0),
            Family::NegativeOperand,
        );
        add(
            terms.iter().any(|term| term.operator == Operator::Minus),
            Family::Subtraction,
        );
        add(
            terms
                .iter()
                .any(|term| term.value.abs() > TRAINED_OPERAND_MAX),
            Family::ThreeDigitOperand,
        );
        add(modulus == 6, Family::UnseenModulus);
        add(modulus >= 10, Family::TwoDigitModulus);
        add(
            !trained_operands.contains(&terms.len()),
            Family::OperandCount,
        );
        let is_unusual = |(idx, term): (usize, &Term)| {
            term.operator != Operator::Minus && term.operator != usual_operator(idx)
        };
        add(
            terms.iter().enumerate().any(is_unusual),
            Family::OtherOperators,
        );
        add(
            modulus < 10 && modulus != 6 && !TRAINED_MODULI.contains(&modulus),
            Family::OtherModulus,
        );
        families
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, families: &[Family]) {
        assert_eq!(Family::of(&text.parse().unwrap(), &[2]), families);
    }

    #[test]
    fn names_are_those_of_the_files() {
        for family in Family::ALL {
            assert_eq!(serde_json::to_value(family).unwrap(), family.name());
            assert_eq!(Family::from_name(family.name()), Some(family));
        }
        assert_eq!(Family::from_name("negative"), None);
    }

    #[test]
    fn names_each_departure() {
        check("37 × 58 mod 7", &[]);
        check("-7 × 3 mod 5", &[Family::NegativeOperand]);
        check("7 - 3 mod 5", &[Family::Subtraction]);
        check("137 × 58 mod 7", &[Family::ThreeDigitOperand]);
        check("37 × 58 mod 6", &[Family::UnseenModulus]);
        check("37 × 58 mod 12", &[Family::TwoDigitModulus]);
        check("37 × 58 + 1 mod 7", &[Family::OperandCount]);
        check("37 + 58 mod 7", &[Family::OtherOperators]);
        check(
            "37 + 58 + 1 mod 7",
            &[Family::OperandCount, Family::OtherOperators],
        );
        check("37 × 58 mod 2", &[Family::OtherModulus]);
        check(
            "-137 - 58 mod 11",
            &[
                Family::NegativeOperand,
                Family::Subtraction,
                Family::ThreeDigitOperand,
                Family::TwoDigitModulus,
            ],
        );
    }
}
