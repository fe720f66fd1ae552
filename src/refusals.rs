//! What core refuses, in the reader's words.

use syw_core::intervention::NotApplicable;
use syw_core::problem::{MAX_OPERAND, MAX_TERMS, MODULI};
use syw_core::problem_text::ProblemError;

use crate::t;

/// Why a text is not a problem.
pub fn no_problem(error: &ProblemError) -> String {
    match error.clone() {
        ProblemError::Empty => t!("problem-empty"),
        ProblemError::Unknown { part } => t!("problem-unknown", part = part),
        ProblemError::MissingNumber { after } => {
            t!("problem-no-number", after = after.unwrap_or("start"))
        }
        ProblemError::MissingModulus => t!("problem-no-modulus"),
        ProblemError::OperandOutOfRange { part } => t!(
            "problem-operand-range",
            part = part,
            smallest = (-MAX_OPERAND).to_string(),
            largest = MAX_OPERAND.to_string()
        ),
        ProblemError::ModulusOutOfRange { part } => t!(
            "problem-modulus-range",
            part = part,
            smallest = MODULI.start().to_string(),
            largest = MODULI.end().to_string()
        ),
        ProblemError::TooManyTerms { count } => t!(
            "problem-too-many",
            count = count.to_string(),
            most = MAX_TERMS.to_string()
        ),
        ProblemError::Unexpected { part } => t!("problem-unexpected", part = part),
    }
}

/// Why an intervention cannot be done to a chain: lower case, without a final stop.
pub fn not_applicable(error: NotApplicable) -> String {
    let number = |step: usize| (step + 1).to_string();
    match error {
        NotApplicable::NoChain => t!("change-no-chain"),
        NotApplicable::NoSuchStep { step } => t!("change-no-such-step", step = number(step)),
        NotApplicable::NotAnchored { step } => t!("change-not-anchored", step = number(step)),
        NotApplicable::NoConsequence { step } => {
            t!("change-no-consequence", step = number(step))
        }
        NotApplicable::TooFewSteps => t!("change-too-few-steps"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use syw_core::Problem;

    #[test]
    fn english_says_what_core_says() {
        for text in [
            "",
            "apples",
            "6 + mod 5",
            "+ 6 mod 5",
            "6 + 2",
            "6 + 2 mod",
            "9999 + 2 mod 5",
            "6 + 2 mod 100",
            "1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 mod 5",
            "6 2 mod 5",
        ] {
            let error = text.parse::<Problem>().unwrap_err();
            assert_eq!(no_problem(&error), error.to_string(), "{text}");
        }
        for error in [
            NotApplicable::NoChain,
            NotApplicable::NoSuchStep { step: 9 },
            NotApplicable::NotAnchored { step: 0 },
            NotApplicable::NoConsequence { step: 1 },
            NotApplicable::TooFewSteps,
        ] {
            assert_eq!(not_applicable(error), error.to_string());
        }
    }
}
