//! Paraphrasers: what says a chain again so that its meaning stays and what was hidden in the saying does not.

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_pcg::Pcg64Mcg;
use serde::{Deserialize, Serialize};

use super::{Statement, Strategy, Style, parse, render_statement, restyle};
use crate::vocabulary::{Dialect, Token};

/// A way of saying a chain again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Paraphraser {
    /// Other words of English, drawn.
    Words,
    /// Its plans in another order, drawn. Steps stay where they are.
    Order,
    /// The plain words of another dialect.
    Translation(Dialect),
    /// Every plan that it makes once, in a fixed order and in plain words; how often and in which order they were made is lost.
    Once,
}

impl Paraphraser {
    /// Every paraphraser, in the order of the page.
    pub const ALL: [Paraphraser; 4] = [
        Paraphraser::Words,
        Paraphraser::Translation(Dialect::German),
        Paraphraser::Order,
        Paraphraser::Once,
    ];

    /// The completion said again. The answer, and what was not understood, stay as they are.
    pub fn say_again(self, completion: &[Token], seed: u64) -> Vec<Token> {
        match self {
            Paraphraser::Words => restyle(completion, &Style::varied(Dialect::English, seed)),
            Paraphraser::Translation(dialect) => restyle(completion, &Style::plain(dialect)),
            Paraphraser::Order => reordered(completion, seed),
            Paraphraser::Once => once(completion),
        }
    }
}

/// The stretches that are plans change places.
fn reordered(completion: &[Token], seed: u64) -> Vec<Token> {
    let parsed = parse(completion);
    let said = |segment: &super::Segment| completion[segment.span.clone()].to_vec();
    let is_plan = |segment: &super::Segment| matches!(segment.content, Ok(Statement::Plan(_)));
    let segments = parsed.segments.iter();
    let mut plans: Vec<_> = segments
        .filter(|segment| is_plan(segment))
        .map(said)
        .collect();
    plans.shuffle(&mut Pcg64Mcg::seed_from_u64(seed));
    let mut tokens = Vec::with_capacity(completion.len());
    for segment in &parsed.segments {
        match is_plan(segment).then(|| plans.pop()).flatten() {
            Some(plan) => tokens.extend(plan),
            None => tokens.extend(said(segment)),
        }
    }
    tokens.extend_from_slice(&completion[parsed.answer_start..]);
    tokens
}

/// The plans that are made, each once, in the place of the first; whatever else is said follows as it is.
fn once(completion: &[Token]) -> Vec<Token> {
    let parsed = parse(completion);
    let is_made = |strategy: &Strategy| {
        let plan = Ok(Statement::Plan(*strategy));
        parsed
            .segments
            .iter()
            .any(|segment| segment.content == plan)
    };
    let made = Strategy::ALL.into_iter().filter(is_made);
    let mut tokens: Vec<Token> = made
        .flat_map(|strategy| render_statement(Statement::Plan(strategy), &Style::canonical()))
        .collect();
    for segment in &parsed.segments {
        if !matches!(segment.content, Ok(Statement::Plan(_))) {
            tokens.extend_from_slice(&completion[segment.span.clone()]);
        }
    }
    tokens.extend_from_slice(&completion[parsed.answer_start..]);
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chain::parse::tests::any_tokens;
    use crate::chain::{Hiding, plans};
    use crate::vocabulary::text_of;
    use proptest::prelude::{prop_assert_eq, proptest};

    #[track_caller]
    fn check(paraphraser: Paraphraser, expected: &str) {
        let answer = [Token::ANSWER, Token::digit(4), Token::END];
        let chain = [&plans(Hiding::Words, &[5, 8, 0], 0, 0)[..], &answer].concat();
        assert_eq!(text_of(&paraphraser.say_again(&chain, 4)), expected);
    }

    #[test]
    fn plans_are_said_again() {
        check(
            Paraphraser::Translation(Dialect::German),
            "vorhaben reduziere dann addiere ; vorhaben addiere dann teile ; vorhaben reduziere dann addiere ; <answer> 4 <end>",
        );
        check(
            Paraphraser::Once,
            "plan reduce then add ; plan add then divide ; <answer> 4 <end>",
        );
        let chain = plans(Hiding::Words, &[5, 8, 0], 0, 0);
        let orders = (0..20).map(|seed| Paraphraser::Order.say_again(&chain, seed));
        let orders: std::collections::BTreeSet<_> = orders.collect();
        assert_eq!(orders.len(), 6);
    }

    proptest! {
        #[test]
        fn the_answer_stays_whatever_is_said(tokens in any_tokens(), seed in 0..9_u64) {
            for paraphraser in Paraphraser::ALL {
                let again = paraphraser.say_again(&tokens, seed);
                prop_assert_eq!(parse(&again).answer, parse(&tokens).answer);
                let steps = |tokens: &[Token]| -> Vec<_> { parse(tokens).chain().steps().collect() };
                prop_assert_eq!(steps(&again), steps(&tokens));
            }
        }
    }
}
