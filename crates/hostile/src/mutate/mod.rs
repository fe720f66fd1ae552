//! Cases made of samples: each begins as one of them and is altered a few times, as bytes and, where it has a form, as a tree.

mod bytes;
mod json;
mod wire;

use rand::Rng;
use rand_pcg::Pcg64Mcg;
use serde_json::Value;

use crate::target::Form;

/// No case is longer, in bytes, unless a sample is.
const LONGEST: usize = 1 << 16;

/// Makes the cases of a reader.
pub struct Maker {
    form: Form,
    samples: Vec<Vec<u8>>,
    /// The samples as trees, where they are JSON.
    trees: Vec<Value>,
    longest: usize,
}

impl Maker {
    /// `samples`: at least one.
    pub fn new(form: Form, samples: Vec<Vec<u8>>) -> Maker {
        let trees = match form {
            Form::Json => samples
                .iter()
                .filter_map(|sample| serde_json::from_slice(sample).ok())
                .collect(),
            _ => Vec::new(),
        };
        let longest = samples.iter().map(Vec::len).fold(LONGEST, usize::max);
        Maker {
            form,
            samples,
            trees,
            longest,
        }
    }

    /// One case.
    pub fn make(&self, rng: &mut Pcg64Mcg) -> Vec<u8> {
        let mut case = match self.form {
            Form::Json if !self.trees.is_empty() && rng.random_ratio(3, 4) => {
                json::make(&self.trees, rng)
            }
            Form::Wire if rng.random_ratio(3, 4) => wire::altered(self.any(rng), rng),
            _ => self.any(rng).to_vec(),
        };
        // What was altered as a tree is mostly left whole, so that readers get past its form.
        let n_times = match self.form {
            Form::Text | Form::Tokens => rng.random_range(0..=4),
            Form::Json | Form::Wire => rng.random_range(0..=4_u32).saturating_sub(2),
        };
        for _ in 0..n_times {
            bytes::alter(&mut case, self.any(rng), self.form, rng);
            case.truncate(self.longest);
        }
        case.truncate(self.longest);
        case
    }

    fn any(&self, rng: &mut Pcg64Mcg) -> &[u8] {
        &self.samples[rng.random_range(0..self.samples.len())]
    }
}
