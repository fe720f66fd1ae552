//! A problem as text: what a visitor types, and the canonical form that links, files and the trainer use.
//!
//! Reading is forgiving about form ("(6+2) % 5 = ?") and exact about failure: an error names the part that was not
//! understood. `text.parse::<Problem>()` and `problem.to_string()` are inverse on canonical text.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use crate::outside::quoted;
use crate::problem::{MAX_OPERAND, MAX_TERMS, MODULI, Operator, Problem, Term};

/// Why a text is not a problem. The page says it in its reader's language.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ProblemError {
    /// Nothing was typed.
    #[error("type a problem, for example 6 + 2 mod 5")]
    Empty,
    /// A part is neither a number, an operator nor "mod".
    #[error(
        "\u{201c}{part}\u{201d} was not understood: use whole numbers, +, - or ×, and mod, as in 6 + 2 mod 5"
    )]
    Unknown {
        /// The part as typed.
        part: String,
    },
    /// A number was expected.
    #[error("a number is missing {}", place(*.after))]
    MissingNumber {
        /// What stands before the place: "+", "mod", ...; nothing at the start.
        after: Option<&'static str>,
    },
    /// There is no modulus.
    #[error("the modulus is missing: end with mod and a number, as in 6 + 2 mod 5")]
    MissingModulus,
    /// An operand is out of range.
    #[error("{part} is too large: operands go from -999 to 999")]
    OperandOutOfRange {
        /// The number as typed.
        part: String,
    },
    /// The modulus is out of range.
    #[error("the modulus {part} is out of range: it goes from 2 to 99")]
    ModulusOutOfRange {
        /// The number as typed.
        part: String,
    },
    /// Too many terms.
    #[error("{count} numbers are too many: at most 8 are possible")]
    TooManyTerms {
        /// How many there are.
        count: usize,
    },
    /// Something follows the modulus, or two numbers stand side by side.
    #[error("\u{201c}{part}\u{201d} was not expected there")]
    Unexpected {
        /// The part as typed.
        part: String,
    },
}

fn place(after: Option<&str>) -> String {
    after.map_or("at the start".to_owned(), |after| format!("after {after}"))
}

#[derive(Debug, Clone, PartialEq)]
enum Part {
    Number(String),
    Plus,
    Minus,
    Times,
    Mod,
}

impl Part {
    fn text(&self) -> &str {
        match self {
            Part::Number(digits) => digits,
            Part::Plus => "+",
            Part::Minus => "-",
            Part::Times => "×",
            Part::Mod => "mod",
        }
    }
}

/// Cuts a text into parts. Parentheses, and "=" and "?" at the end, say nothing and are left out.
fn parts(text: &str) -> Result<Vec<Part>, ProblemError> {
    let text = text
        .trim()
        .trim_end_matches(|c: char| c == '?' || c == '=' || c.is_whitespace());
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let run = |belongs: fn(char) -> bool| rest.find(|c| !belongs(c)).unwrap_or(rest.len());
        let length = if first.is_ascii_digit() {
            let length = run(|c| c.is_ascii_digit());
            parts.push(Part::Number(rest[..length].to_owned()));
            length
        } else if first.is_alphabetic() {
            let length = run(char::is_alphabetic);
            match rest[..length].to_lowercase().as_str() {
                "mod" | "modulo" => parts.push(Part::Mod),
                "plus" => parts.push(Part::Plus),
                "minus" => parts.push(Part::Minus),
                "times" | "x" => parts.push(Part::Times),
                _ => {
                    return Err(ProblemError::Unknown {
                        part: quoted(&rest[..length]),
                    });
                }
            }
            length
        } else {
            match first {
                '+' => parts.push(Part::Plus),
                '-' | '\u{2212}' | '\u{2013}' => parts.push(Part::Minus),
                '×' | '*' | '·' => parts.push(Part::Times),
                '%' => parts.push(Part::Mod),
                '(' | ')' => {}
                space if space.is_whitespace() => {}
                other => {
                    return Err(ProblemError::Unknown {
                        part: other.to_string(),
                    });
                }
            }
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    Ok(parts)
}

impl FromStr for Problem {
    type Err = ProblemError;

    fn from_str(text: &str) -> Result<Self, ProblemError> {
        let parts = parts(text)?;
        if parts.is_empty() {
            return Err(ProblemError::Empty);
        }
        let mut parts = parts.into_iter().peekable();
        let mut terms = Vec::new();
        let mut operator = Operator::Plus;
        let mut after = None;
        loop {
            let negative = parts.next_if_eq(&Part::Minus).is_some();
            let digits = match parts.next() {
                Some(Part::Number(digits)) => digits,
                _ => return Err(ProblemError::MissingNumber { after }),
            };
            terms.push(Term {
                operator,
                value: operand(&digits, negative)?,
            });
            operator = match parts.next() {
                Some(Part::Plus) => Operator::Plus,
                Some(Part::Minus) => Operator::Minus,
                Some(Part::Times) => Operator::Times,
                Some(Part::Mod) => break,
                Some(number @ Part::Number(_)) => {
                    return Err(ProblemError::Unexpected {
                        part: quoted(number.text()),
                    });
                }
                None => return Err(ProblemError::MissingModulus),
            };
            after = Some(operator.sign());
        }
        let modulus = match parts.next() {
            Some(Part::Number(digits)) => modulus(&digits)?,
            Some(Part::Minus) => {
                let digits = parts
                    .next()
                    .map(|part| part.text().to_owned())
                    .unwrap_or_default();
                return Err(ProblemError::ModulusOutOfRange {
                    part: quoted(&format!("-{digits}")),
                });
            }
            _ => {
                return Err(ProblemError::MissingNumber { after: Some("mod") });
            }
        };
        if let Some(part) = parts.next() {
            return Err(ProblemError::Unexpected {
                part: quoted(part.text()),
            });
        }
        let count = terms.len();
        if count > MAX_TERMS {
            return Err(ProblemError::TooManyTerms { count });
        }
        Ok(Problem::new(terms, modulus).expect("every invariant was checked above"))
    }
}

fn operand(digits: &str, negative: bool) -> Result<i64, ProblemError> {
    match digits.parse::<i64>() {
        Ok(value) if value <= MAX_OPERAND => Ok(if negative { -value } else { value }),
        _ => Err(ProblemError::OperandOutOfRange {
            part: quoted(&format!("{}{digits}", if negative { "-" } else { "" })),
        }),
    }
}

fn modulus(digits: &str) -> Result<i64, ProblemError> {
    match digits.parse::<i64>() {
        Ok(value) if MODULI.contains(&value) => Ok(value),
        _ => Err(ProblemError::ModulusOutOfRange {
            part: quoted(digits),
        }),
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (term_idx, term) in self.terms().iter().enumerate() {
            if term_idx > 0 {
                write!(f, " {} ", term.operator.sign())?;
            }
            write!(f, "{}", term.value)?;
        }
        write!(f, " mod {}", self.modulus())
    }
}

impl TryFrom<String> for Problem {
    type Error = ProblemError;

    fn try_from(text: String) -> Result<Self, ProblemError> {
        text.parse()
    }
}

impl From<Problem> for String {
    fn from(problem: Problem) -> String {
        problem.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, canonical: &str) {
        assert_eq!(text.parse::<Problem>().unwrap().to_string(), canonical);
    }

    #[test]
    fn reads_what_people_type() {
        check("6 + 2 mod 5", "6 + 2 mod 5");
        check("(6+2)%5 = ?", "6 + 2 mod 5");
        check("  6 PLUS 2 Modulo 5 ?", "6 + 2 mod 5");
        check("37 + 58 + 94 mod 7", "37 + 58 + 94 mod 7");
        check("-7 + 3 mod 5", "-7 + 3 mod 5");
        check("\u{2212}7+3 (mod 5)", "-7 + 3 mod 5");
        check("7 - -3 mod 5", "7 - -3 mod 5");
        check("007 mod 5", "7 mod 5");
        check("37+58*94 mod 7", "37 + 58 × 94 mod 7");
        check("3 x -4 times 5·6 mod 7", "3 × -4 × 5 × 6 mod 7");
    }

    #[track_caller]
    fn check_error(text: &str, message: &str) {
        assert_eq!(text.parse::<Problem>().unwrap_err().to_string(), message);
    }

    #[test]
    fn names_the_part_that_was_not_understood() {
        check_error("", "type a problem, for example 6 + 2 mod 5");
        let message = format!(
            "{} is too large: operands go from -999 to 999",
            ["9".repeat(30), "9".repeat(30)].join("\u{2026}")
        );
        check_error(&"9".repeat(10_000), &message);
        check_error(
            "six + 2 mod 5",
            "“six” was not understood: use whole numbers, +, - or ×, and mod, as in 6 + 2 mod 5",
        );
        check_error(
            "6 / 2 mod 5",
            "“/” was not understood: use whole numbers, +, - or ×, and mod, as in 6 + 2 mod 5",
        );
        check_error("6 + mod 5", "a number is missing after +");
        check_error("6 * mod 5", "a number is missing after ×");
        check_error("+ 6 mod 5", "a number is missing at the start");
        check_error(
            "6 + 2",
            "the modulus is missing: end with mod and a number, as in 6 + 2 mod 5",
        );
        check_error("6 + 2 mod", "a number is missing after mod");
        check_error("6 2 mod 5", "“2” was not expected there");
        check_error("6 + 2 mod 5 + 1", "“+” was not expected there");
        check_error(
            "1000 + 2 mod 5",
            "1000 is too large: operands go from -999 to 999",
        );
        check_error(
            "99999999999999999999 + 2 mod 5",
            "99999999999999999999 is too large: operands go from -999 to 999",
        );
        check_error(
            "6 + 2 mod 1",
            "the modulus 1 is out of range: it goes from 2 to 99",
        );
        check_error(
            "6 + 2 mod -5",
            "the modulus -5 is out of range: it goes from 2 to 99",
        );
        check_error(
            "1+1+1+1+1+1+1+1+1 mod 5",
            "9 numbers are too many: at most 8 are possible",
        );
    }

    /// Any problem at all.
    pub(crate) fn any_problem() -> impl Strategy<Value = Problem> {
        let operator = prop_oneof![
            Just(Operator::Plus),
            Just(Operator::Minus),
            Just(Operator::Times)
        ];
        let term = (operator, -MAX_OPERAND..=MAX_OPERAND);
        (prop::collection::vec(term, 1..=MAX_TERMS), MODULI).prop_map(|(terms, modulus)| {
            let mut terms: Vec<Term> = terms
                .into_iter()
                .map(|(operator, value)| Term { operator, value })
                .collect();
            terms[0].operator = Operator::Plus;
            Problem::new(terms, modulus).unwrap()
        })
    }

    proptest! {
        #[test]
        fn reading_and_writing_are_inverse(problem in any_problem()) {
            prop_assert_eq!(problem.to_string().parse::<Problem>().unwrap(), problem);
        }

        #[test]
        fn reading_never_panics(text in "\\PC{0,40}") {
            let _ = text.parse::<Problem>();
        }
    }
}
