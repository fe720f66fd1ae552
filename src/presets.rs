//! Problems at the push of a button: one preset for each way of leaving the training distribution, and three more.

use rand::Rng;
use rand::SeedableRng;
use rand_pcg::Pcg64Mcg;
use syw_core::family::{TRAINED_MODULI, TRAINED_OPERAND_MAX};
use syw_core::off_distribution;
use syw_core::problem::{MAX_TERMS, usual_operator};
use syw_core::split::Split;
use syw_core::{Family, Operator, Problem, Term};

use crate::locale::named;
use crate::t;

/// The problem that the page opens with.
pub const DEFAULT_PROBLEM: &str = "67 × 89 mod 7";

/// What a preset button asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preset {
    /// A problem like those of training that no model was trained on.
    InDistribution,
    /// The same, where one forward pass has most to do: large operands, and a modulus without a shortcut.
    Hard,
    /// Any problem at all.
    Random,
    /// Outside the training distribution in one named way.
    Family(Family),
}

impl Preset {
    /// Every preset, in the order of the page.
    pub fn all() -> impl Iterator<Item = Preset> {
        let families = Family::ALL.into_iter().map(Preset::Family);
        [Preset::InDistribution, Preset::Hard, Preset::Random]
            .into_iter()
            .chain(families)
    }

    /// The name in attributes: `hard`, `negative_operand`, ...
    pub fn name(self) -> &'static str {
        match self {
            Preset::InDistribution => "in_distribution",
            Preset::Hard => "hard",
            Preset::Random => "random",
            Preset::Family(Family::NegativeOperand) => "negative_operand",
            Preset::Family(Family::Subtraction) => "subtraction",
            Preset::Family(Family::ThreeDigitOperand) => "three_digit_operand",
            Preset::Family(Family::UnseenModulus) => "unseen_modulus",
            Preset::Family(Family::TwoDigitModulus) => "two_digit_modulus",
            Preset::Family(Family::OtherModulus) => "other_modulus",
            Preset::Family(Family::OperandCount) => "operand_count",
            Preset::Family(Family::OtherOperators) => "other_operators",
        }
    }

    /// The words on the button.
    pub fn label(self) -> String {
        match self {
            Preset::InDistribution => t!("preset-in_distribution"),
            Preset::Hard => t!("preset-hard"),
            Preset::Random => t!("preset-random"),
            Preset::Family(family) => named("family", family.name()),
        }
    }

    /// Draws a problem. `trained_operands` holds the numbers of operands that the models were trained on.
    pub fn draw(self, seed: u64, trained_operands: &[usize]) -> Problem {
        let mut rng = Pcg64Mcg::seed_from_u64(seed);
        match self {
            Preset::Random => random(&mut rng),
            Preset::InDistribution => unseen(&mut rng, trained_operands, &TRAINED_MODULI, 0),
            Preset::Hard => unseen(&mut rng, trained_operands, &[7, 9], 51),
            // Where every number of operands was trained on, no problem has more of them than training had.
            Preset::Family(family) => off_distribution::draw(family, &mut rng, trained_operands)
                .unwrap_or_else(|| unseen(&mut rng, trained_operands, &TRAINED_MODULI, 0)),
        }
    }
}

/// Draws a held-out problem with this many operands, of one modulus or of any in training. A single operand has no
/// held-out problems: there, it is one of training.
pub fn held_out(seed: u64, n_operands: usize, modulus: Option<i64>) -> Problem {
    let mut rng = Pcg64Mcg::seed_from_u64(seed);
    let moduli = modulus.map_or(TRAINED_MODULI.to_vec(), |modulus| vec![modulus]);
    of_rung(&mut rng, n_operands, &moduli, 0)
}

/// A held-out problem with as many operands as any in training had, all of them at least `smallest`.
fn unseen(
    rng: &mut Pcg64Mcg,
    trained_operands: &[usize],
    moduli: &[i64],
    smallest: i64,
) -> Problem {
    let n_operands = off_distribution::most_operands(trained_operands);
    of_rung(rng, n_operands, moduli, smallest)
}

/// A problem with this many operands, held out where there are such.
fn of_rung(rng: &mut Pcg64Mcg, n_operands: usize, moduli: &[i64], smallest: i64) -> Problem {
    let n_operands = n_operands.clamp(1, MAX_TERMS);
    loop {
        let operands: Vec<i64> = (0..n_operands)
            .map(|_| rng.random_range(smallest..=TRAINED_OPERAND_MAX))
            .collect();
        let modulus = moduli[rng.random_range(0..moduli.len())];
        let problem = Problem::usual(&operands, modulus).expect("within the bounds of a problem");
        if n_operands == 1 || Split::of(&problem) == Split::HeldOut {
            return problem;
        }
    }
}

/// Anything: negative, subtracted, other products, more operands, other moduli.
fn random(rng: &mut Pcg64Mcg) -> Problem {
    let n_terms = rng.random_range(2..=4);
    let modulus = rng.random_range(2..=12);
    let mut terms: Vec<Term> = (0..n_terms)
        .map(|idx| Term {
            operator: usual_operator(idx),
            value: rng.random_range(-99..=199),
        })
        .collect();
    if rng.random_bool(0.25) {
        let any = [Operator::Minus, Operator::Times];
        terms[1].operator = any[rng.random_range(0..any.len())];
    }
    Problem::new(terms, modulus).expect("every range above lies within the bounds of a problem")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_preset_draws_what_it_says() {
        for preset in Preset::all() {
            for seed in 0..50 {
                let problem = preset.draw(seed, &[2]);
                assert_eq!(problem, preset.draw(seed, &[2]));
                let families = Family::of(&problem, &[2]);
                match preset {
                    Preset::Random => {}
                    Preset::InDistribution | Preset::Hard => {
                        assert_eq!((families, Split::of(&problem)), (vec![], Split::HeldOut));
                    }
                    Preset::Family(family) => assert_eq!(families, [family], "{problem}"),
                }
            }
        }
    }

    #[test]
    fn any_trained_operands_will_do() {
        for trained in [&[][..], &[1], &[8], &[2, 3, 4], &[40]] {
            for preset in Preset::all() {
                preset.draw(1, trained);
            }
        }
    }

    #[track_caller]
    fn check_held_out(n_operands: usize, modulus: Option<i64>, split: Split) {
        for seed in 0..50 {
            let problem = held_out(seed, n_operands, modulus);
            assert_eq!(problem, held_out(seed, n_operands, modulus));
            assert_eq!(
                (problem.terms().len(), Split::of(&problem)),
                (n_operands, split),
                "{problem}"
            );
            assert!(modulus.is_none_or(|modulus| problem.modulus() == modulus));
            assert_eq!(Family::of(&problem, &[n_operands]), [], "{problem}");
        }
    }

    #[test]
    fn a_rung_is_drawn_from_what_is_held_out() {
        check_held_out(2, None, Split::HeldOut);
        check_held_out(3, Some(7), Split::HeldOut);
        check_held_out(4, Some(9), Split::HeldOut);
        check_held_out(1, Some(5), Split::Train);
    }

    #[test]
    fn the_default_problem_is_one() {
        assert_eq!(
            DEFAULT_PROBLEM.parse::<Problem>().unwrap().to_string(),
            DEFAULT_PROBLEM
        );
    }
}
