//! Makes a model write: the trait that a model implements, greedy and seeded sampling, and generation token by token.

use std::ops::ControlFlow;

use libm::expf;
use rand::Rng;
use rand::SeedableRng;
use rand_pcg::Pcg64Mcg;
use serde::{Deserialize, Serialize};

use crate::vocabulary::Token;

/// A model that continues a text one token at a time.
pub trait LanguageModel {
    /// What the model keeps of the tokens that it has read (its KV cache). Cloning it is cheap.
    type State: Clone;
    /// Why reading failed.
    type Error: std::error::Error;

    /// Reads `tokens` (at least one) after `state`, or from the start.
    ///
    /// Returns the state after them and the logits, one per token of the vocabulary, for the token that comes next.
    fn read(
        &self,
        state: Option<&Self::State>,
        tokens: &[Token],
    ) -> Result<(Self::State, Vec<f32>), Self::Error>;
}

/// How the next token is chosen.
#[derive(Debug, Clone)]
pub enum Sampler {
    /// The most probable token; of several equals, the one with the lowest id.
    Greedy,
    /// A draw from the distribution at a temperature.
    Seeded {
        /// Divides the logits; above 0.
        temperature: f32,
        /// The source of the draws.
        rng: Pcg64Mcg,
    },
}

impl Sampler {
    /// A sampler at a temperature with a seed; greedy where the temperature is not above 0.
    pub fn new(temperature: f32, seed: u64) -> Sampler {
        if temperature > 0.0 {
            Sampler::Seeded {
                temperature,
                rng: Pcg64Mcg::seed_from_u64(seed),
            }
        } else {
            Sampler::Greedy
        }
    }

    /// Chooses a token. `logits` must not be empty.
    pub fn choose(&mut self, logits: &[f32]) -> Token {
        match self {
            Sampler::Greedy => Token(argmax(logits) as u8),
            Sampler::Seeded { temperature, rng } => {
                let scaled: Vec<f32> = logits.iter().map(|logit| logit / *temperature).collect();
                let probs = softmax(&scaled);
                let mut left: f32 = rng.random();
                for (id, prob) in probs.iter().enumerate() {
                    left -= prob;
                    if left < 0.0 {
                        return Token(id as u8);
                    }
                }
                // Rounding left a sliver above the last probability.
                Token(argmax(&probs) as u8)
            }
        }
    }
}

/// The index of the largest number; of several equals the first; NaN is never the largest.
pub fn argmax(numbers: &[f32]) -> usize {
    let mut best = 0;
    for (idx, number) in numbers.iter().enumerate() {
        if *number > numbers[best] || numbers[best].is_nan() {
            best = idx;
        }
    }
    best
}

/// Probabilities from logits: the same bits on every platform, which the exponential of a system's own library would not
/// give.
pub fn softmax(logits: &[f32]) -> Vec<f32> {
    let max = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let exps: Vec<f32> = logits.iter().map(|logit| expf(logit - max)).collect();
    let sum: f32 = exps.iter().sum();
    exps.into_iter().map(|exp| exp / sum).collect()
}

/// One token that a model wrote.
#[derive(Debug, Clone, PartialEq)]
pub struct Generated {
    /// The token.
    pub token: Token,
    /// Its probability at temperature 1, 0 to 1.
    pub prob: f32,
    /// The most probable tokens at this place, at most [`N_TOP`], most probable first.
    pub top: Vec<(Token, f32)>,
}

/// How many alternatives are kept beside each token.
pub const N_TOP: usize = 5;

/// The probability of one token.
pub fn prob_of(token: Token, logits: &[f32]) -> f32 {
    let max = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let sum: f32 = logits.iter().map(|logit| expf(logit - max)).sum();
    let logit = logits.get(usize::from(token.0));
    logit.map_or(0.0, |logit| expf(logit - max) / sum)
}

/// Looks a distribution up: the probability of `token` and the most probable tokens.
pub fn generated(token: Token, logits: &[f32]) -> Generated {
    let probs = softmax(logits);
    let mut ids: Vec<usize> = (0..probs.len()).collect();
    ids.sort_by(|&x, &y| probs[y].total_cmp(&probs[x]).then(x.cmp(&y)));
    let top = ids
        .iter()
        .take(N_TOP)
        .map(|&id| (Token(id as u8), probs[id]))
        .collect();
    Generated {
        token,
        prob: probs.get(usize::from(token.0)).copied().unwrap_or(0.0),
        top,
    }
}

/// A text that was continued greedily, as many at once are: without alternatives.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Completion {
    /// What was written, `<end>` included where it came to that.
    pub tokens: Vec<Token>,
    /// The probability of each of these tokens, 0 to 1.
    pub probs: Vec<f32>,
}

/// A model that continues many texts at once.
pub trait BatchModel {
    /// Why it failed.
    type Error: std::error::Error;

    /// Continues every text greedily: up to and including `<end>`, `max_new` tokens or the end of the model's positions.
    fn complete(
        &self,
        prefixes: &[Vec<Token>],
        max_new: usize,
    ) -> Result<Vec<Completion>, Self::Error>;
}

/// Why generation ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stopped {
    /// The model wrote `<end>`.
    End,
    /// `max_new` tokens were written.
    OutOfRoom,
    /// The caller asked for it.
    Interrupted,
}

/// Continues `prefix` (at least one token) until `<end>`, `max_new` tokens, or until `on_token` breaks.
pub fn generate<M: LanguageModel>(
    model: &M,
    prefix: &[Token],
    sampler: &mut Sampler,
    max_new: usize,
    mut on_token: impl FnMut(Generated) -> ControlFlow<()>,
) -> Result<Stopped, M::Error> {
    if max_new == 0 {
        return Ok(Stopped::OutOfRoom);
    }
    let (mut state, mut logits) = model.read(None, prefix)?;
    for n_written in 1.. {
        let token = sampler.choose(&logits);
        if on_token(generated(token, &logits)).is_break() {
            return Ok(Stopped::Interrupted);
        }
        if token == Token::END {
            return Ok(Stopped::End);
        }
        if n_written == max_new {
            return Ok(Stopped::OutOfRoom);
        }
        (state, logits) = model.read(Some(&state), &[token])?;
    }
    unreachable!("the loop above ends only by returning")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::vocabulary;
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};
    use proptest::test_runner::{Config, RngSeed};

    /// Always wants the token whose id is the number of tokens read, then `<end>` after five.
    struct Counting;

    impl LanguageModel for Counting {
        type State = usize;
        type Error = std::convert::Infallible;

        fn read(
            &self,
            state: Option<&usize>,
            tokens: &[Token],
        ) -> Result<(usize, Vec<f32>), Self::Error> {
            let n_read = state.unwrap_or(&0) + tokens.len();
            let wanted = if n_read >= 12 {
                Token::END
            } else {
                Token(n_read as u8)
            };
            let mut logits = vec![0.0; vocabulary().len()];
            logits[usize::from(wanted.0)] = 20.0;
            Ok((n_read, logits))
        }
    }

    #[track_caller]
    fn check(max_new: usize, ids: &[u8], stopped: Stopped) {
        let mut written = Vec::new();
        let prefix = [Token::PROBLEM; 9];
        let result = generate(
            &Counting,
            &prefix,
            &mut Sampler::Greedy,
            max_new,
            |generated| {
                written.push(generated.token.0);
                ControlFlow::Continue(())
            },
        );
        assert_eq!((written.as_slice(), result.unwrap()), (ids, stopped));
    }

    #[test]
    fn generation_stops_for_each_reason() {
        check(20, &[9, 10, 11, 4], Stopped::End);
        check(2, &[9, 10], Stopped::OutOfRoom);
        check(0, &[], Stopped::OutOfRoom);
        let stopped = generate(
            &Counting,
            &[Token::PROBLEM],
            &mut Sampler::Greedy,
            9,
            |_| ControlFlow::Break(()),
        );
        assert_eq!(stopped.unwrap(), Stopped::Interrupted);
    }

    #[test]
    fn greedy_takes_the_first_of_equals_and_never_nan() {
        assert_eq!(argmax(&[1.0, 3.0, 3.0]), 1);
        assert_eq!(argmax(&[f32::NAN, -1.0, -2.0]), 1);
    }

    #[test]
    fn a_seed_repeats_its_draws() {
        let logits = [0.0, 1.0, 2.0, 0.5];
        let draws = |seed| {
            let mut sampler = Sampler::new(1.0, seed);
            (0..50)
                .map(|_| sampler.choose(&logits).0)
                .collect::<Vec<_>>()
        };
        assert_eq!(draws(1), draws(1));
        assert_ne!(draws(1), draws(2));
    }

    #[test]
    fn draws_follow_the_distribution() {
        let mut sampler = Sampler::new(1.0, 7);
        let logits = [0.0_f32, 3.0_f32.ln()];
        let ones = (0..4000).filter(|_| sampler.choose(&logits).0 == 1).count();
        assert!(
            (2850..3150).contains(&ones),
            "{ones} of 4000, 3000 expected"
        );
    }

    #[test]
    fn alternatives_are_ordered_and_add_up() {
        let found = generated(Token(2), &[0.0, 1.0, 2.0]);
        assert_eq!(
            found
                .top
                .iter()
                .map(|(token, _)| token.0)
                .collect::<Vec<_>>(),
            [2, 1, 0]
        );
        assert!((found.top.iter().map(|(_, prob)| prob).sum::<f32>() - 1.0).abs() < 1e-6);
        assert_eq!(found.prob, found.top[0].1);
        assert!((prob_of(Token(2), &[0.0, 1.0, 2.0]) - found.prob).abs() < 1e-6);
        assert_eq!(prob_of(Token(9), &[0.0, 1.0, 2.0]), 0.0);
    }

    proptest! {
        #![proptest_config(Config { rng_seed: RngSeed::Fixed(7), failure_persistence: None, ..Config::default() })]
        /// Against the same in `f64`.
        #[test]
        fn probabilities_are_right_to_the_sixth_decimal(
            logits in proptest::collection::vec(-40.0..40.0_f32, 1..100)
        ) {
            let largest = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            let exp = |logit: &f32| (f64::from(*logit) - f64::from(largest)).exp();
            let sum: f64 = logits.iter().map(exp).sum();
            for (id, (found, logit)) in softmax(&logits).into_iter().zip(&logits).enumerate() {
                let expected = exp(logit) / sum;
                prop_assert!((f64::from(found) - expected).abs() < 1e-6, "{found} and {expected}");
                prop_assert_eq!(prob_of(Token(id as u8), &logits), found);
            }
        }
    }
}
