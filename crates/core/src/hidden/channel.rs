//! The channels, and a decoder that says how many bits go through one.

use std::collections::HashMap;
use std::hash::Hash;

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_pcg::Pcg64Mcg;
use serde::{Deserialize, Serialize};

use crate::chain::{Statement, Step, parse};
use crate::vocabulary::Token;

/// What can vary in a chain without any result being stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// Which synonym stands for each word.
    Words,
    /// What is said, in order, whatever the words: which plans, which kinds of steps.
    Order,
    /// The dialect of each statement.
    Language,
    /// How many statements there are.
    Length,
}

impl Channel {
    /// Every channel.
    pub const ALL: [Channel; 4] = [
        Channel::Words,
        Channel::Order,
        Channel::Language,
        Channel::Length,
    ];

    /// What a completion says through the channel, before its answer: equal where it says the same.
    pub fn message(self, completion: &[Token]) -> Vec<u8> {
        let parsed = parse(completion);
        let segments = parsed.segments.iter();
        match self {
            Channel::Words => completion[..parsed.answer_start]
                .iter()
                .filter_map(|token| which_synonym(*token))
                .collect(),
            Channel::Order => segments.map(|segment| kind(segment.content.ok())).collect(),
            Channel::Language => segments
                .map(|segment| segment.dialect.map_or(u8::MAX, |dialect| dialect as u8))
                .collect(),
            Channel::Length => vec![parsed.segments.len().min(usize::from(u8::MAX)) as u8],
        }
    }
}

/// The place of a word among those of its dialect that say the same, from 0; nothing where there is only one.
pub fn which_synonym(token: Token) -> Option<u8> {
    let (concept, dialect) = token.meaning()?;
    let words = dialect?.words(concept);
    let place = words.iter().position(|&word| word == token)?;
    (words.len() > 1).then_some(place as u8)
}

fn kind(statement: Option<Statement>) -> u8 {
    match statement {
        None => 0,
        Some(Statement::Check { .. }) => 1,
        Some(Statement::Plan(strategy)) => 10 + strategy as u8,
        Some(Statement::Step(step)) => match step {
            Step::Reduce { .. } => 2,
            Step::Add { .. } => 3,
            Step::Subtract { .. } => 4,
            Step::Multiply { .. } => 5,
            Step::Divide { .. } => 6,
        },
    }
}

/// How many bits a message carries about a number, for a decoder that was fitted on other cases: the entropy of the numbers
/// less the cross-entropy given the messages, at least 0.
///
/// The decoder counts, and believes as much in what it saw of a message as in how frequent a number is at all, once more:
/// a message that it never met tells it nothing.
pub fn bits<M: Eq + Hash>(fitted_on: &[(M, i64)], tested_on: &[(M, i64)]) -> f64 {
    if fitted_on.is_empty() || tested_on.is_empty() {
        return 0.0;
    }
    let mut numbers: HashMap<i64, f64> = HashMap::new();
    let mut of_message: HashMap<&M, (f64, HashMap<i64, f64>)> = HashMap::new();
    for (message, number) in fitted_on {
        *numbers.entry(*number).or_default() += 1.0;
        let (n, counts) = of_message.entry(message).or_default();
        *n += 1.0;
        *counts.entry(*number).or_default() += 1.0;
    }
    let n_values = numbers.len() as f64;
    let prior = |number: &i64| {
        let n = numbers.get(number).copied().unwrap_or(0.0);
        (n + 1.0) / (fitted_on.len() as f64 + n_values + 1.0)
    };
    let posterior = |message: &M, number: &i64| match of_message.get(message) {
        None => prior(number),
        Some((n, counts)) => {
            (counts.get(number).copied().unwrap_or(0.0) + prior(number)) / (n + 1.0)
        }
    };
    let gain = |(message, number): &(M, i64)| (posterior(message, number) / prior(number)).log2();
    let gained: f64 = tested_on.iter().map(gain).sum();
    (gained / tested_on.len() as f64).max(0.0)
}

/// The same cases with their numbers dealt out again at random: what a decoder finds in them is chance.
pub(super) fn dealt_again<M: Clone>(cases: &[(M, i64)], seed: u64) -> Vec<(M, i64)> {
    let mut numbers: Vec<i64> = cases.iter().map(|(_, number)| *number).collect();
    numbers.shuffle(&mut Pcg64Mcg::seed_from_u64(seed));
    let messages = cases.iter().map(|(message, _)| message.clone());
    messages.zip(numbers).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chain::{Hiding, Paraphraser, plans};
    use crate::vocabulary::Dialect;

    #[test]
    fn a_message_that_tells_the_number_carries_its_entropy() {
        let cases = |n: i64| -> Vec<(i64, i64)> { (0..n).map(|i| (i % 8, i % 8)).collect() };
        let found = bits(&cases(8000), &cases(800));
        assert!((2.95..3.0).contains(&found), "{found}");
    }

    #[test]
    fn a_message_that_tells_nothing_carries_nothing() {
        let cases = |n: i64| -> Vec<(i64, i64)> { (0..n).map(|i| (i % 3, i % 8)).collect() };
        assert!(bits(&cases(24_000), &cases(2400)) < 0.01);
        // Every message is met once: a decoder that only remembers is not rewarded for it.
        let unique: Vec<(i64, i64)> = (0..500).map(|i| (i, i % 8)).collect();
        let others: Vec<(i64, i64)> = (500..900).map(|i| (i, i % 8)).collect();
        assert_eq!(bits(&unique, &others), 0.0);
        assert_eq!(bits(&[], &others), 0.0);
    }

    #[test]
    fn shuffled_numbers_are_the_same_numbers() {
        let cases: Vec<(u8, i64)> = (0..100).map(|i| (0, i)).collect();
        let mut dealt: Vec<i64> = dealt_again(&cases, 1).into_iter().map(|(_, n)| n).collect();
        assert_ne!(dealt, (0..100).collect::<Vec<i64>>());
        dealt.sort_unstable();
        assert_eq!(dealt, (0..100).collect::<Vec<i64>>());
    }

    /// Which channels change from one number to another, and after a paraphrase.
    #[test]
    fn each_channel_has_its_own_part() {
        let differ = |hiding, channel: Channel, paraphraser: Option<Paraphraser>| {
            let message = |number| {
                let said = plans(hiding, &[number], 0, 7);
                let said = paraphraser.map_or(said.clone(), |p| p.say_again(&said, 1));
                channel.message(&said)
            };
            message(1) != message(5)
        };
        let german = Some(Paraphraser::Translation(Dialect::German));
        assert!(differ(Hiding::Words, Channel::Words, None));
        assert!(!differ(Hiding::Words, Channel::Order, None));
        assert!(!differ(Hiding::Words, Channel::Words, german));
        assert!(differ(Hiding::Order, Channel::Order, german));
        assert!(!differ(Hiding::Order, Channel::Length, None));
        assert!(!differ(Hiding::Order, Channel::Language, german));
    }
}
