//! The format of `results/latent.json`: what models that think in vectors answer, what their answers do when thoughts are altered,
//! and what a linear probe reads off the thoughts.
//!
//! All of it is about the problems of the home rung that are held out; the probes were fitted on its training problems.

use serde::{Deserialize, Serialize};

use crate::problem::{Convention, Problem, residue};
use crate::statistics::LinearProbe;

/// Raised when something is measured otherwise than before.
pub const VERSION: u32 = 1;

/// The file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Latents {
    /// [`VERSION`] when it was written.
    pub version: u32,
    /// The digest of the language ([`crate::corpus::digest`]) when it was written.
    pub language: String,
    /// A model a seed.
    pub models: Vec<Latent>,
}

/// What was measured of one model.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Latent {
    /// The id of its card.
    pub model: String,
    /// SHA-256 of its file.
    pub sha256: String,
    /// From its card.
    pub seed: u64,
    /// How many thoughts it has.
    pub thoughts: usize,
    /// How many problems.
    pub problems: usize,
    /// How many it answers rightly after its thoughts.
    pub right: usize,
    /// How many when `<answer>` follows the problem at once.
    pub right_without: usize,
    /// Its control of the same seed, with filler tokens in the place of thoughts.
    pub control: Option<Control>,
    /// For each thought, how many times the token nearest to it is the digit in whose place it stands ([`digits`]).
    pub nearest: Vec<usize>,
    /// What was done to its thoughts.
    pub altered: Vec<Altered>,
    /// What can be read off them.
    pub probes: Vec<Probe>,
    /// The probes themselves and the mean of each thought; for the model in the middle of its seeds alone, which the page shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown: Option<Shown>,
}

/// The control.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Control {
    /// The id of its card.
    pub model: String,
    /// SHA-256 of its file.
    pub sha256: String,
    /// How many of the same problems it answers rightly.
    pub right: usize,
}

/// What is put in the place of a thought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// Another direction of the same length.
    Noise,
    /// The mean of that thought over training problems.
    Mean,
    /// The same thought about another problem.
    Swap,
}

impl Way {
    /// Every way.
    pub const ALL: [Way; 3] = [Way::Noise, Way::Mean, Way::Swap];
}

/// One alteration, made on every problem.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Altered {
    /// What.
    pub way: Way,
    /// Which thought, from 0; `None` for all of them.
    pub place: Option<usize>,
    /// How many answers are right, of as many problems as the model has.
    pub right: usize,
    /// How many are as they were without it.
    pub same: usize,
    /// For swaps, how often the answer became what the other problem's numbers imply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<Follows>,
}

/// What an answer may become when thoughts of another problem are swapped in. Each is counted where it implies another answer than the
/// problem's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Follows {
    /// The other problem's answer.
    pub whole: Count,
    /// The answer with the other problem's first number in the place of one's own.
    pub first: Count,
    /// The same with the second number.
    pub second: Count,
}

/// So many of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Count {
    /// In which it was so.
    pub n: usize,
    /// In all.
    pub of: usize,
}

impl Count {
    /// 0 to 1; `None` of nothing.
    pub fn share(self) -> Option<f64> {
        (self.of > 0).then(|| self.n as f64 / self.of as f64)
    }

    /// Counts one more.
    pub fn add(&mut self, is_so: bool) {
        self.n += usize::from(is_so);
        self.of += 1;
    }
}

/// What a probe looks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quantity {
    /// The first number, reduced.
    First,
    /// The second number, reduced.
    Second,
    /// The product of these two.
    Product,
    /// The answer.
    Answer,
}

impl Quantity {
    /// Every quantity, in the order of a chain's steps.
    pub const ALL: [Quantity; 4] = [
        Quantity::First,
        Quantity::Second,
        Quantity::Product,
        Quantity::Answer,
    ];

    /// Its value in a problem of two factors; `None` for another one.
    pub fn of(self, problem: &Problem) -> Option<i64> {
        let modulus = problem.modulus();
        let [first, second] = problem.terms() else {
            return None;
        };
        let reduced = |value| residue(value, modulus, Convention::Floored);
        let (first, second) = (reduced(first.value), reduced(second.value));
        Some(match self {
            Quantity::First => first,
            Quantity::Second => second,
            Quantity::Product => first * second,
            Quantity::Answer => problem.answer(Convention::Floored),
        })
    }

    /// How many values it can have.
    pub fn n_values(self, modulus: i64) -> usize {
        let most = (modulus - 1).max(0) as usize;
        match self {
            Quantity::Product => most * most + 1,
            _ => most + 1,
        }
    }
}

/// The digits in whose place the thoughts about a product of two numbers stand: both residues, the tens and units of their product, the answer.
/// `None` for another problem, or where a residue has two digits.
pub fn digits(problem: &Problem) -> Option<[u8; 5]> {
    let [first, second, product, answer] = Quantity::ALL.map(|quantity| quantity.of(problem));
    let digits = [first?, second?, product? / 10, product? % 10, answer?];
    let digit = |value: i64| u8::try_from(value).ok().filter(|value| *value < 10);
    let digits: Option<Vec<u8>> = digits.into_iter().map(digit).collect();
    digits?.try_into().ok()
}

/// What a linear probe reads off one thought, of held-out problems.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Probe {
    /// What it looks for.
    pub quantity: Quantity,
    /// In which thought, from 0.
    pub place: usize,
    /// How many it reads rightly, of as many problems as the model has.
    pub right: usize,
    /// The same of a probe that was fitted to labels dealt out at random.
    pub shuffled: usize,
    /// How many are right who always say the value that is most common in training.
    pub common: usize,
}

/// What the page needs of the model that it shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "AsWritten")]
pub struct Shown {
    /// The mean of each thought over training problems. Finite.
    pub means: Vec<Vec<f32>>,
    /// The weights of the probes, in the order of [`Latent::probes`]. Finite.
    pub weights: Vec<Vec<Vec<f32>>>,
}

/// [`Shown`] as it stands in a file, where a number may be larger than an `f32` can be: it is read as one without end.
#[derive(Deserialize)]
struct AsWritten {
    means: Vec<Vec<f32>>,
    weights: Vec<Vec<Vec<f32>>>,
}

impl TryFrom<AsWritten> for Shown {
    type Error = &'static str;

    fn try_from(AsWritten { means, weights }: AsWritten) -> Result<Shown, &'static str> {
        let mut numbers = means.iter().chain(weights.iter().flatten()).flatten();
        match numbers.all(|number| number.is_finite()) {
            true => Ok(Shown { means, weights }),
            false => Err("a mean or a weight is too large a number"),
        }
    }
}

impl Shown {
    /// What the probe in a place of the list reads off a thought.
    pub fn read(&self, probe: usize, thought: &[f32]) -> Option<i64> {
        let weights = self.weights.get(probe)?.clone();
        let class = LinearProbe { weights }.read(thought)?;
        i64::try_from(class).ok()
    }
}

impl Latents {
    /// A file without models.
    pub fn empty() -> Latents {
        Latents {
            version: VERSION,
            language: crate::corpus::digest(),
            models: Vec::new(),
        }
    }

    /// The model in the middle of its seeds, by the problems that it answers rightly: the lower seed of equals, the lower of the two in the
    /// middle of an even number.
    pub fn middle(&self) -> Option<&Latent> {
        let mut order: Vec<&Latent> = self.models.iter().collect();
        order.sort_by_key(|latent| (latent.right, latent.seed));
        let middle = order.len().checked_sub(1)? / 2;
        order.get(middle).copied()
    }
}

impl Latent {
    /// What was counted when this was done.
    pub fn altered(&self, way: Way, place: Option<usize>) -> Option<&Altered> {
        let fits = |altered: &&Altered| (altered.way, altered.place) == (way, place);
        self.altered.iter().find(fits)
    }

    /// A count as a share of the problems, 0 to 1.
    pub fn share(&self, n: usize) -> f64 {
        n as f64 / self.problems.max(1) as f64
    }

    /// The probe for a quantity that reads most.
    pub fn best_probe(&self, quantity: Quantity) -> Option<&Probe> {
        let of = self
            .probes
            .iter()
            .filter(|probe| probe.quantity == quantity);
        of.max_by_key(|probe| (probe.right, std::cmp::Reverse(probe.place)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_without_end_are_refused() {
        let read = |number: &str| {
            let text = format!(r#"{{"means":[[0.5,{number}]],"weights":[[[1.0]]]}}"#);
            serde_json::from_str::<Shown>(&text).map_err(|error| error.to_string())
        };
        assert!(read("3e38").is_ok());
        let message = "a mean or a weight is too large a number";
        assert_eq!(read("1e308"), Err(message.to_owned()));
    }

    #[test]
    fn quantities_are_those_of_the_chain() {
        let problem: Problem = "67 × 58 mod 7".parse().unwrap();
        let values = Quantity::ALL.map(|quantity| quantity.of(&problem));
        assert_eq!(values, [Some(4), Some(2), Some(8), Some(1)]);
        for quantity in Quantity::ALL {
            assert!(quantity.of(&problem).unwrap() < quantity.n_values(7) as i64);
            assert_eq!(quantity.of(&"3 mod 7".parse().unwrap()), None);
        }
        assert_eq!(Quantity::Product.n_values(7), 37);
        assert_eq!(
            digits(&"33 × 46 mod 7".parse().unwrap()),
            Some([5, 4, 2, 0, 6])
        );
        assert_eq!(digits(&"3 mod 7".parse().unwrap()), None);
    }

    #[test]
    fn the_middle_is_that_of_the_seeds() {
        let latent = |seed: u64, right: usize| Latent {
            model: format!("s{seed}"),
            sha256: String::new(),
            seed,
            thoughts: 4,
            problems: 10,
            right,
            right_without: 0,
            control: None,
            nearest: Vec::new(),
            altered: Vec::new(),
            probes: Vec::new(),
            shown: None,
        };
        let file = |rights: &[usize]| Latents {
            models: (0..)
                .zip(rights)
                .map(|(seed, right)| latent(seed, *right))
                .collect(),
            ..Latents::empty()
        };
        let middle = |rights: &[usize]| file(rights).middle().map(|latent| latent.seed);
        assert_eq!(middle(&[9, 1, 5]), Some(2));
        assert_eq!(middle(&[5, 5, 5, 5]), Some(1));
        assert_eq!(middle(&[]), None);
    }
}
