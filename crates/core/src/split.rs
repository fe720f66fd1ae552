//! Which problems are held out of training.
//!
//! Membership depends on what is added, what is multiplied and the modulus, and not on the order in which it is written,
//! so `67 × 58` and `58 × 67` always fall on the same side: no held-out problem can be answered by having seen its mirror
//! image. Problems with a single operand are the one-step facts; all of them are for training.

use rand::Rng;
use rand::SeedableRng;
use rand_pcg::Pcg64Mcg;
use serde::{Deserialize, Serialize};

use crate::family::{TRAINED_MODULI, TRAINED_OPERAND_MAX};
use crate::problem::{MAX_OPERAND, Problem, Term};

/// One problem in this many is held out.
pub const HELD_OUT_ONE_IN: u64 = 10;
/// How many problems stand for a rung whose problems are too many to list (three operands or more).
pub const SAMPLED_PROBLEMS: usize = 20_000;

/// Whether a problem may be trained on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Split {
    /// May be trained on.
    Train,
    /// Never seen as a problem in training.
    HeldOut,
}

impl Split {
    /// The side on which a problem falls.
    pub fn of(problem: &Problem) -> Split {
        if problem.terms().len() < 2 {
            return Split::Train;
        }
        let mut products: Vec<Vec<i64>> = problem.products().map(numbers).collect();
        products.sort_unstable();
        let operands = products.into_iter().flatten();
        // FNV-1a over the numbers, then the SplitMix64 finaliser, whose low bits are well mixed.
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        for number in operands.chain([problem.modulus()]) {
            for byte in number.to_le_bytes() {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
            }
        }
        hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        if (hash ^ (hash >> 31)).is_multiple_of(HELD_OUT_ONE_IN) {
            Split::HeldOut
        } else {
            Split::Train
        }
    }
}

/// A product as numbers that tell it from every other: a lone term is itself, with its sign; factors, sorted, follow a
/// mark that no term can be.
fn numbers(product: &[Term]) -> Vec<i64> {
    let sign = product[0].operator.direction();
    if let [term] = product {
        return vec![sign * term.value];
    }
    let mut factors: Vec<i64> = product.iter().map(|term| term.value).collect();
    factors.sort_unstable();
    let mark = sign * (MAX_OPERAND + product.len() as i64);
    [vec![mark], factors].concat()
}

/// The problems of one rung (a number of operands) on one side of the split, in a fixed order.
///
/// Exhaustive for one and two operands; for more, [`SAMPLED_PROBLEMS`] distinct draws from a fixed seed.
pub fn problems(split: Split, n_operands: usize) -> Vec<Problem> {
    problems_modulo(split, n_operands, &TRAINED_MODULI)
}

/// The same for some of the trained moduli alone: as many draws, from these moduli only.
pub fn problems_modulo(split: Split, n_operands: usize, moduli: &[i64]) -> Vec<Problem> {
    match n_operands {
        0 => Vec::new(),
        1 | 2 => every_problem(n_operands, moduli)
            .filter(|problem| Split::of(problem) == split)
            .collect(),
        _ => {
            let mut rng = Pcg64Mcg::seed_from_u64(n_operands as u64);
            let mut seen = std::collections::HashSet::new();
            let draws = std::iter::repeat_with(|| draw(&mut rng, n_operands, moduli));
            draws
                .filter(|problem| Split::of(problem) == split && seen.insert(problem.clone()))
                .take(SAMPLED_PROBLEMS)
                .collect()
        }
    }
}

/// Draws a problem of the training distribution, from either side of the split.
pub(crate) fn draw(rng: &mut Pcg64Mcg, n_operands: usize, moduli: &[i64]) -> Problem {
    let operands: Vec<i64> = (0..n_operands)
        .map(|_| rng.random_range(0..=TRAINED_OPERAND_MAX))
        .collect();
    let modulus = moduli[rng.random_range(0..moduli.len())];
    Problem::usual(&operands, modulus)
        .expect("the training distribution lies within the bounds of a problem")
}

fn every_problem(n_operands: usize, moduli: &[i64]) -> impl Iterator<Item = Problem> {
    let n_values = TRAINED_OPERAND_MAX + 1;
    let n_problems = n_values.pow(n_operands as u32);
    let moduli = TRAINED_MODULI
        .into_iter()
        .filter(move |modulus| moduli.contains(modulus));
    moduli.flat_map(move |modulus| {
        (0..n_problems).map(move |idx| {
            let operands: Vec<i64> = (0..n_operands)
                .rev()
                .map(|place| idx / n_values.pow(place as u32) % n_values)
                .collect();
            Problem::usual(&operands, modulus).expect("within the bounds of a problem")
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tenth_is_held_out_of_every_modulus() {
        for modulus in TRAINED_MODULI {
            let held_out = problems(Split::HeldOut, 2)
                .iter()
                .filter(|p| p.modulus() == modulus)
                .count();
            assert!(
                (850..1150).contains(&held_out),
                "{held_out} of 10,000 for modulus {modulus}"
            );
        }
    }

    #[test]
    fn the_sides_cover_everything_once() {
        assert_eq!(
            problems(Split::HeldOut, 2).len() + problems(Split::Train, 2).len(),
            60_000
        );
        assert_eq!(problems(Split::HeldOut, 1), []);
        assert_eq!(problems(Split::Train, 1).len(), 600);
        assert_eq!(problems(Split::HeldOut, 3).len(), SAMPLED_PROBLEMS);
    }

    #[test]
    fn one_modulus_has_as_many_draws_as_all() {
        for n_operands in [2, 3] {
            let some = problems_modulo(Split::HeldOut, n_operands, &[7]);
            assert!(some.iter().all(|problem| problem.modulus() == 7));
            assert!(
                some.iter()
                    .all(|problem| Split::of(problem) == Split::HeldOut)
            );
            let expected = [1030, SAMPLED_PROBLEMS][n_operands - 2];
            assert_eq!(some.len(), expected);
        }
    }

    #[test]
    fn mirror_images_fall_on_the_same_side() {
        for problem in problems(Split::HeldOut, 2) {
            let mirrored: Vec<i64> = problem
                .terms()
                .iter()
                .rev()
                .map(|term| term.value)
                .collect();
            let mirrored = Problem::usual(&mirrored, problem.modulus()).unwrap();
            assert_eq!(Split::of(&mirrored), Split::HeldOut);
        }
        for problem in &problems(Split::HeldOut, 3)[..200] {
            let [a, b, c] = problem.terms() else {
                panic!("three operands")
            };
            let (a, b, c, modulus) = (a.value, b.value, c.value, problem.modulus());
            for text in [
                format!("{b} × {a} + {c} mod {modulus}"),
                format!("{c} + {a} × {b} mod {modulus}"),
            ] {
                assert_eq!(Split::of(&text.parse().unwrap()), Split::HeldOut);
            }
        }
    }

    /// Models in public/ were trained on this split: it must never move.
    #[test]
    fn the_split_is_frozen() {
        let first: Vec<String> = problems(Split::HeldOut, 2)
            .iter()
            .take(6)
            .map(Problem::to_string)
            .collect();
        expect_test::expect![
            "0 × 2 mod 3; 0 × 7 mod 3; 0 × 9 mod 3; 0 × 15 mod 3; 0 × 16 mod 3; 0 × 57 mod 3"
        ]
        .assert_eq(&first.join("; "));
        expect_test::expect!["6150"].assert_eq(&problems(Split::HeldOut, 2).len().to_string());
    }
}
