//! Continuous thoughts: vectors that a model feeds back to itself where a chain has words, and what can be done to them.

use rand::{Rng, SeedableRng};
use rand_pcg::Pcg64Mcg;
use serde::{Deserialize, Serialize};

use crate::vocabulary::Token;

/// One thought as it was fed in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Thought {
    /// The residual stream after the last layer and its norm, as long as an embedding is on average, or what was put in its place; as wide as
    /// the model.
    pub vector: Vec<f32>,
    /// The tokens nearest to it, best first, each with its probability were it read as a text's end is, at its former length: a logit lens.
    pub nearest: Vec<(Token, f32)>,
}

/// What a model thought and where it led.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Thinking {
    /// In order.
    pub thoughts: Vec<Thought>,
    /// The probability of every token, by id, after what was forced at the end.
    pub probs: Vec<f32>,
}

/// What is done to one thought before it is fed in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Alteration {
    /// Nothing.
    Kept,
    /// Another direction, of the same length ([`noise`]).
    Noise {
        /// The same seed gives the same direction.
        seed: u64,
    },
    /// A given vector: another problem's thought, or the mean of many.
    Given(Vec<f32>),
}

impl Alteration {
    /// What is fed in the place of a thought.
    pub fn of(&self, own: Vec<f32>) -> Vec<f32> {
        match self {
            Alteration::Kept => own,
            Alteration::Noise { seed } => noise(&own, *seed),
            Alteration::Given(vector) => vector.clone(),
        }
    }
}

/// A random vector, about equally likely in every direction, as long as `like`. Each coordinate is the sum of twelve numbers between -1/2 and
/// 1/2, which is nearly normal and, unlike a logarithm, has the same bits everywhere.
pub fn noise(like: &[f32], seed: u64) -> Vec<f32> {
    let mut rng = Pcg64Mcg::seed_from_u64(seed);
    let mut number = || (0..12).map(|_| rng.random::<f32>() - 0.5).sum::<f32>();
    let vector: Vec<f32> = like.iter().map(|_| number()).collect();
    let scale = length(like) / length(&vector).max(f32::MIN_POSITIVE);
    vector.into_iter().map(|x| x * scale).collect()
}

/// The Euclidean length.
pub fn length(vector: &[f32]) -> f32 {
    vector.iter().map(|x| x * x).sum::<f32>().sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noise_is_as_long_as_what_it_replaces_and_has_no_direction_of_its_own() {
        let like: Vec<f32> = (0..24).map(|idx| idx as f32 / 3.0 - 2.0).collect();
        let mut mean = vec![0.0; 24];
        for seed in 0..2000 {
            let found = noise(&like, seed);
            assert!((length(&found) - length(&like)).abs() < 1e-4);
            for (mean, x) in mean.iter_mut().zip(&found) {
                *mean += x / 2000.0;
            }
        }
        assert!(length(&mean) < 0.05 * length(&like), "{mean:?}");
        assert_eq!(noise(&like, 7), noise(&like, 7));
        assert_ne!(noise(&like, 7), noise(&like, 8));
    }

    #[test]
    fn an_alteration_does_what_its_name_says() {
        let own = vec![3.0, 4.0];
        assert_eq!(Alteration::Kept.of(own.clone()), own);
        assert_eq!(
            Alteration::Given(vec![1.0, 2.0]).of(own.clone()),
            [1.0, 2.0]
        );
        let noisy = Alteration::Noise { seed: 1 }.of(own);
        assert!((length(&noisy) - 5.0).abs() < 1e-5);
    }
}
