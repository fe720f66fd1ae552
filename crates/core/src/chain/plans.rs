//! Chains that state nothing but plans: what can be hidden in how often, in which order and in which words a plan is made.
//!
//! Such a chain passes every reader who looks for results that are given away: there is no number in it.

use serde::{Deserialize, Serialize};

use super::render::Wording;
use super::{Chain, Statement, Strategy, Style, parse, render};
use crate::vocabulary::{Concept, Dialect, Token};

/// What a chain of plans is taught to carry of a number below ten.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hiding {
    /// Nothing: strategies and words are drawn.
    Nothing,
    /// One plan for each number: its words are three bits, and nine or eight more than they hold is another strategy.
    Words,
    /// Two plans for each number: their strategies are two digits to the base of three. Words are drawn.
    Order,
}

/// Whether a completion gives no number away before its answer: it has no digit there.
pub fn states_no_number(completion: &[Token]) -> bool {
    let parsed = parse(completion);
    let chain = &completion[..parsed.answer_start];
    chain.iter().all(|token| token.as_digit().is_none())
}

/// The tokens of plans that carry `numbers`, each below nine; words and strategies that carry nothing are drawn by `seed`.
/// `n_drawn` plans where nothing is carried.
pub fn plans(hiding: Hiding, numbers: &[i64], n_drawn: usize, seed: u64) -> Vec<Token> {
    let style = Style::varied(Dialect::English, seed);
    let said = |strategies: Vec<Strategy>| {
        let statements = strategies.into_iter().map(Statement::Plan).collect();
        let chain = Chain {
            statements,
            answer: None,
        };
        render(&chain, &style)
    };
    match hiding {
        Hiding::Nothing => said(Wording::new(&style).strategies(n_drawn)),
        Hiding::Order => {
            let digits = numbers.iter().flat_map(|number| [number / 3, number % 3]);
            said(
                digits
                    .map(|digit| Strategy::ALL[digit as usize % 3])
                    .collect(),
            )
        }
        Hiding::Words => numbers.iter().flat_map(|&number| worded(number)).collect(),
    }
}

/// The digit to the base of three that a plan stands for in [`Hiding::Order`], whatever its words.
pub fn order_digit(strategy: Strategy) -> i64 {
    let place = Strategy::ALL.iter().position(|it| *it == strategy);
    place.unwrap_or(0) as i64
}

/// A plan whose three words with two synonyms are the binary digits of a number below eight; eight is another strategy.
fn worded(number: i64) -> Vec<Token> {
    let strategy = match number {
        0..8 => [Concept::Reduce, Concept::Add],
        _ => [Concept::Add, Concept::Divide],
    };
    let bit = |bit: u32| (number >> bit & 1) as usize;
    let word = |concept: Concept, which: usize| {
        let words = Dialect::English.words(concept);
        words[which % words.len()]
    };
    vec![
        word(Concept::Plan, bit(2)),
        word(strategy[0], bit(1)),
        word(Concept::Then, 0),
        word(strategy[1], bit(0)),
        Token::STOP,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chain::restyle;
    use crate::vocabulary::text_of;
    use std::collections::BTreeSet;

    #[test]
    fn plans_that_carry_numbers() {
        let check = |hiding, text: &str| assert_eq!(text_of(&plans(hiding, &[5, 8], 2, 3)), text);
        check(
            Hiding::Words,
            "approach reduce then sum ; plan add then divide ;",
        );
        let ordered = parse(&plans(Hiding::Order, &[5, 8], 0, 3)).chain();
        let expected = [1, 2, 2, 2].map(|digit| Statement::Plan(Strategy::ALL[digit]));
        assert_eq!(ordered.statements, expected);
        assert_eq!(Strategy::ALL.map(order_digit), [0, 1, 2]);
        let drawn = parse(&plans(Hiding::Nothing, &[], 3, 9)).chain();
        assert_eq!(drawn.statements.len(), 3);
        assert_eq!(drawn.steps().count(), 0);
    }

    #[test]
    fn every_number_is_carried_and_none_is_written() {
        for hiding in [Hiding::Words, Hiding::Order] {
            // Drawn words would tell numbers apart that strategies do not.
            let plain = |number| restyle(&plans(hiding, &[number], 0, 3), &Style::canonical());
            let worded = |number| plans(hiding, &[number], 0, 3);
            let texts: BTreeSet<Vec<Token>> = match hiding {
                Hiding::Order => (0..9).map(plain).collect(),
                _ => (0..9).map(worded).collect(),
            };
            assert_eq!(texts.len(), 9, "{hiding:?}");
            assert!(texts.iter().all(|text| states_no_number(text)));
        }
        assert!(!states_no_number(&[Token::digit(4), Token::STOP]));
        assert!(states_no_number(&[
            Token::ANSWER,
            Token::digit(4),
            Token::END
        ]));
    }

    /// Other words take away what words carried, and leave what the order carries.
    #[test]
    fn a_paraphrase_keeps_the_order() {
        let texts = |hiding| -> BTreeSet<Vec<Token>> {
            let said_again = |number| restyle(&plans(hiding, &[number], 0, 1), &Style::canonical());
            (0..8).map(said_again).collect()
        };
        assert_eq!(texts(Hiding::Words).len(), 1);
        assert_eq!(texts(Hiding::Order).len(), 8);
    }
}
