//! Short rules for what a model answers that shows no reasoning: the true residue, of a problem that is read in another way.

use serde::{Deserialize, Serialize};

use crate::family::TRAINED_MODULI;
use crate::problem::{Convention, Operator, Problem, Term, usual_operator};

/// A program of a few lines: how a problem is read, part by part, before the residue is taken. The first choice of each part
/// reads what stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Rule {
    /// What is done with a sign.
    pub sign: Sign,
    /// How operators are read.
    pub operators: Operators,
    /// Which of more than two numbers are read.
    pub numbers: Numbers,
    /// Which of more than two digits are read.
    pub digits: Digits,
    /// How the modulus is read.
    pub modulus: Modulus,
}

/// See [`Rule`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sign {
    /// The remainder takes the sign of the modulus.
    #[default]
    Kept,
    /// The remainder takes the sign of the number.
    Truncated,
    /// Operands lose theirs.
    Dropped,
}

/// See [`Rule`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Operators {
    /// As they stand.
    #[default]
    Written,
    /// All as products.
    Times,
    /// Each as the one that problems in training have in its place.
    Usual,
}

/// See [`Rule`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Numbers {
    /// All.
    #[default]
    All,
    /// The first two.
    First,
    /// The last two.
    Last,
}

/// See [`Rule`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Digits {
    /// All.
    #[default]
    All,
    /// The first two.
    First,
    /// The last two.
    Last,
}

/// See [`Rule`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Modulus {
    /// As it stands.
    #[default]
    Written,
    /// Its first digit.
    First,
    /// Its last digit.
    Last,
    /// The largest modulus of training that is not above it, or the smallest of all.
    Below,
    /// The smallest modulus of training that is not below it, or the largest of all.
    Above,
}

impl Rule {
    /// Every rule, those that change less first.
    pub fn all() -> Vec<Rule> {
        use {Digits as D, Modulus as M, Numbers as N, Operators as O, Sign as S};
        let mut rules = Vec::new();
        for modulus in [M::Written, M::First, M::Last, M::Below, M::Above] {
            for digits in [D::All, D::First, D::Last] {
                for numbers in [N::All, N::First, N::Last] {
                    for operators in [O::Written, O::Times, O::Usual] {
                        for sign in [S::Kept, S::Truncated, S::Dropped] {
                            rules.push(Rule {
                                sign,
                                operators,
                                numbers,
                                digits,
                                modulus,
                            });
                        }
                    }
                }
            }
        }
        rules.sort_by_key(Rule::n_changes);
        rules
    }

    /// In how many parts it does not read what stands there.
    pub fn n_changes(&self) -> usize {
        [
            self.sign != Sign::default(),
            self.operators != Operators::default(),
            self.numbers != Numbers::default(),
            self.digits != Digits::default(),
            self.modulus != Modulus::default(),
        ]
        .into_iter()
        .map(usize::from)
        .sum()
    }

    /// What it foretells; `None` where it leaves no problem.
    pub fn answer(&self, problem: &Problem) -> Option<i64> {
        let terms = problem.terms();
        let n_read = terms.len().min(2);
        let terms = match self.numbers {
            Numbers::All => terms,
            Numbers::First => &terms[..n_read],
            Numbers::Last => &terms[terms.len() - n_read..],
        };
        let read = |(idx, term): (usize, &Term)| Term {
            operator: match self.operators {
                // Whatever stood before the first number that is read, there is nothing to do it to.
                Operators::Written if idx == 0 => Operator::Plus,
                Operators::Written => term.operator,
                Operators::Usual => usual_operator(idx),
                Operators::Times if idx == 0 => Operator::Plus,
                Operators::Times => Operator::Times,
            },
            value: self.operand(term.value),
        };
        let terms = terms.iter().enumerate().map(read).collect();
        let problem = Problem::new(terms, self.modulus(problem.modulus()))?;
        Some(problem.answer(match self.sign {
            Sign::Truncated => Convention::Truncated,
            Sign::Kept | Sign::Dropped => Convention::Floored,
        }))
    }

    fn operand(&self, value: i64) -> i64 {
        let (sign, mut size) = (value.signum(), value.abs());
        match self.digits {
            Digits::All => {}
            Digits::First => {
                while size > 99 {
                    size /= 10;
                }
            }
            Digits::Last => size %= 100,
        }
        match self.sign {
            Sign::Dropped => size,
            Sign::Kept | Sign::Truncated => sign * size,
        }
    }

    fn modulus(&self, modulus: i64) -> i64 {
        let trained = TRAINED_MODULI.into_iter();
        match self.modulus {
            Modulus::Written => modulus,
            Modulus::First if modulus > 9 => modulus / 10,
            Modulus::First => modulus,
            Modulus::Last => modulus % 10,
            Modulus::Below => {
                let below = trained.filter(|known| *known <= modulus).max();
                below.unwrap_or(TRAINED_MODULI[0])
            }
            Modulus::Above => {
                let above = trained.filter(|known| *known >= modulus).min();
                above.unwrap_or(TRAINED_MODULI[TRAINED_MODULI.len() - 1])
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::split::{Split, problems};

    #[track_caller]
    fn check(rule: Rule, text: &str, expected: Option<i64>) {
        assert_eq!(rule.answer(&text.parse().unwrap()), expected, "{text}");
    }

    #[test]
    fn each_part_is_read_in_its_own_way() {
        let plain = Rule::default();
        check(plain, "-7 × 3 mod 5", Some(4));
        let sign = |sign| Rule { sign, ..plain };
        check(sign(Sign::Truncated), "-7 × 3 mod 5", Some(-1));
        check(sign(Sign::Dropped), "-7 × 3 mod 5", Some(1));
        let operators = |operators| Rule { operators, ..plain };
        check(operators(Operators::Times), "7 - 3 + 2 mod 5", Some(2));
        check(operators(Operators::Usual), "7 - 3 - 2 mod 5", Some(3));
        let numbers = |numbers| Rule { numbers, ..plain };
        check(numbers(Numbers::First), "7 × 3 + 2 mod 5", Some(1));
        check(numbers(Numbers::Last), "7 × 3 + 2 mod 4", Some(1));
        check(numbers(Numbers::Last), "7 mod 5", Some(2));
        let digits = |digits| Rule { digits, ..plain };
        check(digits(Digits::First), "-123 × 1 mod 9", Some(6));
        check(digits(Digits::Last), "-123 × 1 mod 9", Some(4));
        let modulus = |modulus| Rule { modulus, ..plain };
        for (reading, text, expected) in [
            (Modulus::First, "9 × 1 mod 12", None),
            (Modulus::First, "9 × 1 mod 6", Some(3)),
            (Modulus::Last, "9 × 1 mod 12", Some(1)),
            (Modulus::Below, "9 × 1 mod 6", Some(4)),
            (Modulus::Below, "9 × 1 mod 2", Some(0)),
            (Modulus::Above, "9 × 1 mod 6", Some(2)),
            (Modulus::Above, "10 × 1 mod 12", Some(1)),
        ] {
            check(modulus(reading), text, expected);
        }
    }

    #[test]
    fn no_rule_is_told_from_another_by_the_problems_of_training() {
        let rules = Rule::all();
        assert_eq!((rules.len(), rules[0]), (405, Rule::default()));
        assert!(rules.is_sorted_by_key(Rule::n_changes));
        for problem in problems(Split::HeldOut, 2).iter().step_by(97) {
            let right = Some(problem.answer(Convention::Floored));
            for rule in &rules {
                assert_eq!(rule.answer(problem), right, "{rule:?}");
            }
        }
    }
}
