//! Reads the completion of a model: what was understood, statement by statement, and what was not.

use std::ops::Range;

use super::{Chain, Statement, Step, Strategy};
use crate::prompt::answer_of;
use crate::vocabulary::{Concept, Dialect, Token};

/// No number in a chain has more digits than this.
const MAX_DIGITS: usize = 6;

/// A completion as it was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed {
    /// The statements before the answer, in order; together their spans cover every token before the answer.
    pub segments: Vec<Segment>,
    /// The answer, if one is given.
    pub answer: Option<i64>,
    /// Where the last `<answer>` stands: the length of the completion if there is none.
    pub answer_start: usize,
}

/// A stretch of a completion up to and with a `;`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// The tokens, as indices into the completion.
    pub span: Range<usize>,
    /// What it says, or why it was not understood.
    pub content: Result<Statement, Malformed>,
    /// The dialect, where every word that belongs to one belongs to the same.
    pub dialect: Option<Dialect>,
}

/// Why a stretch of a completion says nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Malformed {
    /// It does not end with `;`.
    Unfinished,
    /// Its words and numbers are not those of any statement.
    NotAStatement,
    /// It holds a number of more than six digits.
    NumberTooLong,
}

impl Parsed {
    /// What was understood, without the wording.
    pub fn chain(&self) -> Chain {
        let statements = self
            .segments
            .iter()
            .filter_map(|segment| segment.content.ok())
            .collect();
        Chain {
            statements,
            answer: self.answer,
        }
    }

    /// The segments that are steps, with the step.
    pub fn steps(&self) -> impl Iterator<Item = (&Segment, Step)> {
        self.segments
            .iter()
            .filter_map(|segment| match segment.content {
                Ok(Statement::Step(step)) => Some((segment, step)),
                _ => None,
            })
    }

    /// The stretches that were not understood.
    pub fn malformed(&self) -> impl Iterator<Item = &Segment> {
        self.segments
            .iter()
            .filter(|segment| segment.content.is_err())
    }

    /// The dialect of most segments, if any has one.
    pub fn dialect(&self) -> Option<Dialect> {
        let count = |dialect: Dialect| {
            self.segments
                .iter()
                .filter(|s| s.dialect == Some(dialect))
                .count()
        };
        Dialect::ALL
            .into_iter()
            .rev()
            .max_by_key(|&dialect| count(dialect))
            .filter(|&dialect| count(dialect) > 0)
    }
}

/// Reads a completion. Never fails and never panics, whatever the tokens.
pub fn parse(completion: &[Token]) -> Parsed {
    let answer_start = completion
        .iter()
        .rposition(|&token| token == Token::ANSWER)
        .unwrap_or(completion.len());
    let mut segments = Vec::new();
    let mut start = 0;
    while start < answer_start {
        let stop = completion[start..answer_start]
            .iter()
            .position(|&token| token == Token::STOP);
        let end = stop.map_or(answer_start, |length| start + length + 1);
        let words = &completion[start..end - usize::from(stop.is_some())];
        let content = if stop.is_some() {
            statement(words)
        } else {
            Err(Malformed::Unfinished)
        };
        segments.push(Segment {
            span: start..end,
            content,
            dialect: common_dialect(words),
        });
        start = end;
    }
    Parsed {
        segments,
        answer: answer_of(completion),
        answer_start,
    }
}

fn common_dialect(words: &[Token]) -> Option<Dialect> {
    let mut dialects = words.iter().filter_map(|word| word.meaning()?.1);
    let first = dialects.next();
    // The symbols that problems also use belong to no dialect: a statement of only those is in symbols.
    let only_symbols = || {
        words
            .iter()
            .any(|word| word.meaning().is_some())
            .then_some(Dialect::Symbols)
    };
    match first {
        Some(first) => dialects.all(|dialect| dialect == first).then_some(first),
        None => only_symbols(),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Item {
    Number(i64),
    Word(Concept),
}

/// Puts digits together into numbers. A `-` right before a digit and not right after a number is a sign.
fn items(words: &[Token]) -> Result<Vec<Item>, Malformed> {
    let mut items: Vec<Item> = Vec::new();
    let mut rest = words;
    while let Some((&first, after_first)) = rest.split_first() {
        let follows_number = matches!(items.last(), Some(Item::Number(_)));
        let starts_with_digit = |tokens: &[Token]| {
            tokens
                .first()
                .is_some_and(|token| token.as_digit().is_some())
        };
        let is_sign = first == Token::MINUS && !follows_number && starts_with_digit(after_first);
        if is_sign || first.as_digit().is_some() {
            let digits = if is_sign { after_first } else { rest };
            let length = digits
                .iter()
                .take_while(|token| token.as_digit().is_some())
                .count();
            if length > MAX_DIGITS {
                return Err(Malformed::NumberTooLong);
            }
            let value = digits[..length].iter().filter_map(|token| token.as_digit());
            let value = value.fold(0, |value, digit| value * 10 + i64::from(digit));
            items.push(Item::Number(if is_sign { -value } else { value }));
            rest = &digits[length..];
        } else {
            let (concept, _) = first.meaning().ok_or(Malformed::NotAStatement)?;
            items.push(Item::Word(concept));
            rest = after_first;
        }
    }
    Ok(items)
}

fn statement(words: &[Token]) -> Result<Statement, Malformed> {
    use Concept::{
        Add, Below, Check, Divide, Is, Mod, Next, Of, Ok as Good, Plan, Plus, Reduce, Subtract,
        Then, Times, Wrong,
    };
    use Item::{Number as N, Word as W};
    let items = items(words)?;
    let step = match items[..] {
        [W(Plan), W(first), W(Then), W(second)] => {
            return match (first, second) {
                (Reduce, Add) => Ok(Statement::Plan(Strategy::ReduceThenAdd)),
                (Add, Divide) => Ok(Statement::Plan(Strategy::AddThenDivide)),
                (Add, Subtract) => Ok(Statement::Plan(Strategy::RepeatedSubtraction)),
                _ => Err(Malformed::NotAStatement),
            };
        }
        [
            W(Check),
            N(value),
            W(Below),
            N(modulus),
            W(claim @ (Good | Wrong)),
        ] => {
            return Ok(Statement::Check {
                value,
                modulus,
                holds: claim == Good,
            });
        }
        [N(value), W(Mod), N(modulus), W(Is), N(result)]
        | [W(Mod), N(modulus), W(Of), N(value), W(Is), N(result)] => Step::Reduce {
            value,
            modulus,
            result,
        },
        [
            N(carry),
            W(Next),
            N(digit),
            W(Mod),
            N(modulus),
            W(Is),
            N(result),
        ]
        | [
            W(Mod),
            N(modulus),
            W(Of),
            N(carry),
            W(Next),
            N(digit),
            W(Is),
            N(result),
        ] if (0..10).contains(&digit) => Step::Divide {
            carry,
            digit,
            modulus,
            result,
        },
        [N(left), W(Plus), N(right), W(Is), N(result)]
        | [W(Add), N(left), W(Plus), N(right), W(Is), N(result)] => Step::Add {
            left,
            right,
            result,
        },
        [N(left), W(Concept::Minus), N(right), W(Is), N(result)]
        | [
            W(Subtract),
            N(left),
            W(Concept::Minus),
            N(right),
            W(Is),
            N(result),
        ] => Step::Subtract {
            left,
            right,
            result,
        },
        [N(left), W(Times), N(right), W(Is), N(result)] => Step::Multiply {
            left,
            right,
            result,
        },
        _ => return Err(Malformed::NotAStatement),
    };
    Ok(Statement::Step(step))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::chain::{Strategy, Style, render};
    use proptest::prelude::{
        Strategy as PropStrategy, any, prop, prop_assert_eq, prop_oneof, proptest,
    };

    fn tokens(text: &str) -> Vec<Token> {
        let split_digits = |word: &str| -> Vec<Token> {
            match Token::from_text(word) {
                Some(token) => vec![token],
                None => word.bytes().map(|byte| Token::digit(byte - b'0')).collect(),
            }
        };
        text.split_whitespace().flat_map(split_digits).collect()
    }

    #[track_caller]
    fn check(text: &str, content: Result<Statement, Malformed>) {
        let parsed = parse(&tokens(text));
        assert_eq!(parsed.segments.len(), 1);
        assert_eq!(parsed.segments[0].content, content);
    }

    #[test]
    fn statements() {
        let reduce = Ok(Statement::Step(Step::Reduce {
            value: 67,
            modulus: 7,
            result: 4,
        }));
        check("67 mod 7 is 4 ;", reduce);
        check("mod 7 of 67 gives 4 ;", reduce);
        check("modulo 7 von 67 macht 4 ;", reduce);
        check("67 % 7 = 4 ;", reduce);
        check("67 módulo 7 is 4 ;", reduce);
        check(
            "9 - 12 = - 3 ;",
            Ok(Statement::Step(Step::Subtract {
                left: 9,
                right: 12,
                result: -3,
            })),
        );
        check(
            "- 7 - - 3 = - 4 ;",
            Ok(Statement::Step(Step::Subtract {
                left: -7,
                right: -3,
                result: -4,
            })),
        );
        let product = Ok(Statement::Step(Step::Multiply {
            left: 6,
            right: 8,
            result: 48,
        }));
        check("6 times 8 is 48 ;", product);
        check("6 × 8 = 48 ;", product);
        check(
            "1 next 2 mod 7 is 5 ;",
            Ok(Statement::Step(Step::Divide {
                carry: 1,
                digit: 2,
                modulus: 7,
                result: 5,
            })),
        );
        check(
            "check 6 below 7 wrong ;",
            Ok(Statement::Check {
                value: 6,
                modulus: 7,
                holds: false,
            }),
        );
    }

    #[test]
    fn what_is_not_a_statement_says_why() {
        check("67 mod 7 is 4", Err(Malformed::Unfinished));
        check("67 mod mod 7 is 4 ;", Err(Malformed::NotAStatement));
        check("1 next 12 mod 7 is 5 ;", Err(Malformed::NotAStatement));
        check("plan divide then add ;", Err(Malformed::NotAStatement));
        check("<answer> 4 ; <answer> 4", Err(Malformed::NotAStatement));
        check(";", Err(Malformed::NotAStatement));
        check("1234567 mod 7 is 4 ;", Err(Malformed::NumberTooLong));
        check("… … …", Err(Malformed::Unfinished));
    }

    fn any_step() -> impl PropStrategy<Value = Step> {
        let number = || -999_999..=999_999_i64;
        prop_oneof![
            (number(), number(), number()).prop_map(|(value, modulus, result)| Step::Reduce {
                value,
                modulus,
                result
            }),
            (number(), number(), number()).prop_map(|(left, right, result)| Step::Add {
                left,
                right,
                result
            }),
            (number(), number(), number()).prop_map(|(left, right, result)| Step::Subtract {
                left,
                right,
                result
            }),
            (number(), number(), number()).prop_map(|(left, right, result)| Step::Multiply {
                left,
                right,
                result
            }),
            (number(), 0..10_i64, number(), number()).prop_map(
                |(carry, digit, modulus, result)| Step::Divide {
                    carry,
                    digit,
                    modulus,
                    result
                }
            ),
        ]
    }

    fn any_statement() -> impl PropStrategy<Value = Statement> {
        prop_oneof![
            prop::sample::select(Strategy::ALL.to_vec()).prop_map(Statement::Plan),
            any_step().prop_map(Statement::Step),
            (
                -999_999..=999_999_i64,
                -999_999..=999_999_i64,
                any::<bool>()
            )
                .prop_map(|(value, modulus, holds)| Statement::Check {
                    value,
                    modulus,
                    holds
                }),
        ]
    }

    pub(crate) fn any_chain() -> impl PropStrategy<Value = Chain> {
        let answer = prop::option::of(-999_999..=999_999_i64);
        (prop::collection::vec(any_statement(), 0..12), answer)
            .prop_map(|(statements, answer)| Chain { statements, answer })
    }

    pub(crate) fn any_style() -> impl PropStrategy<Value = Style> {
        (
            prop::sample::select(Dialect::ALL.to_vec()),
            0.0..=1.0_f64,
            any::<u64>(),
        )
            .prop_map(|(dialect, variation, seed)| Style {
                dialect,
                variation,
                seed,
            })
    }

    pub(crate) fn any_tokens() -> impl PropStrategy<Value = Vec<Token>> {
        prop::collection::vec((0..=u8::MAX).prop_map(Token), 0..80)
    }

    proptest! {
        #[test]
        fn reading_undoes_wording(chain in any_chain(), style in any_style()) {
            prop_assert_eq!(parse(&render(&chain, &style)).chain(), chain);
        }

        #[test]
        fn reading_never_fails_and_covers_every_token(tokens in any_tokens()) {
            let parsed = parse(&tokens);
            let mut covered = 0;
            for segment in &parsed.segments {
                prop_assert_eq!(segment.span.start, covered);
                covered = segment.span.end;
            }
            prop_assert_eq!(covered, parsed.answer_start);
        }
    }
}
