//! Problems at the push of a button: one preset for each way of leaving the training distribution, and three more.

use rand::Rng;
use rand::SeedableRng;
use rand_pcg::Pcg64Mcg;
use syw_core::family::{TRAINED_MODULI, TRAINED_OPERAND_MAX};
use syw_core::problem::MAX_TERMS;
use syw_core::split::Split;
use syw_core::{Family, Operator, Problem, Term};

/// The problem that the page opens with.
pub const DEFAULT_PROBLEM: &str = "67 + 58 mod 7";

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
        }
    }

    /// The words on the button.
    pub fn label(self) -> &'static str {
        match self {
            Preset::InDistribution => "like training",
            Preset::Hard => "hard",
            Preset::Random => "random",
            Preset::Family(family) => family.label(),
        }
    }

    /// Draws a problem. `trained_operands` holds the numbers of operands that the models were trained on.
    pub fn draw(self, seed: u64, trained_operands: &[usize]) -> Problem {
        let mut rng = Pcg64Mcg::seed_from_u64(seed);
        loop {
            let problem = self.candidate(&mut rng, trained_operands);
            if self.fits(&problem, trained_operands) {
                return problem;
            }
        }
    }

    fn candidate(self, rng: &mut Pcg64Mcg, trained_operands: &[usize]) -> Problem {
        let n_trained = trained_operands
            .iter()
            .copied()
            .filter(|n| (2..=MAX_TERMS).contains(n))
            .max()
            .unwrap_or(2);
        let mut n_terms = n_trained;
        let mut modulus = TRAINED_MODULI[rng.random_range(0..TRAINED_MODULI.len())];
        let mut values = 0..=TRAINED_OPERAND_MAX;
        let mut is_subtraction = false;
        match self {
            Preset::InDistribution => {}
            Preset::Hard => {
                modulus = [7, 9][rng.random_range(0..2)];
                values = 51..=TRAINED_OPERAND_MAX;
            }
            Preset::Random => {
                n_terms = rng.random_range(2..=4);
                modulus = rng.random_range(2..=12);
                values = -99..=199;
                is_subtraction = rng.random_bool(0.25);
            }
            Preset::Family(Family::NegativeOperand) => {
                values = -TRAINED_OPERAND_MAX..=TRAINED_OPERAND_MAX
            }
            Preset::Family(Family::Subtraction) => is_subtraction = true,
            Preset::Family(Family::ThreeDigitOperand) => values = 0..=999,
            Preset::Family(Family::UnseenModulus) => modulus = 6,
            Preset::Family(Family::TwoDigitModulus) => modulus = rng.random_range(11..=12),
            Preset::Family(Family::OtherModulus) => modulus = 2,
            Preset::Family(Family::OperandCount) => n_terms = (n_trained + 1).min(MAX_TERMS),
        }
        let mut terms: Vec<Term> = (0..n_terms)
            .map(|_| Term {
                operator: Operator::Plus,
                value: rng.random_range(values.clone()),
            })
            .collect();
        if is_subtraction {
            terms[n_terms - 1].operator = Operator::Minus;
        }
        Problem::new(terms, modulus).expect("every range above lies within the bounds of a problem")
    }

    /// Whether a candidate is what the button says: in its family and no other, and unseen where it could have been seen.
    fn fits(self, problem: &Problem, trained_operands: &[usize]) -> bool {
        let operands = if trained_operands.is_empty() {
            &[2]
        } else {
            trained_operands
        };
        let families = Family::of(problem, operands);
        match self {
            Preset::Random => true,
            Preset::InDistribution | Preset::Hard => Split::of(problem) == Split::HeldOut,
            Preset::Family(Family::OperandCount) => {
                families.contains(&Family::OperandCount) || operands.contains(&MAX_TERMS)
            }
            Preset::Family(family) => {
                families
                    .iter()
                    .all(|&found| found == family || found == Family::OperandCount)
                    && families.contains(&family)
            }
        }
    }
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

    #[test]
    fn the_default_problem_is_one() {
        assert_eq!(
            DEFAULT_PROBLEM.parse::<Problem>().unwrap().to_string(),
            DEFAULT_PROBLEM
        );
    }
}
