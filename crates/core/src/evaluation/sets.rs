//! The sets of problems that a measurement is about, and which of them have their chains altered.

use serde::{Deserialize, Serialize};

use crate::card::ModelCard;
use crate::family::Family;
use crate::off_distribution;
use crate::problem::Problem;
use crate::split::{Split, problems, problems_modulo};

/// The numbers of operands of the necessity ladder.
pub const LADDER: [usize; 6] = [1, 2, 3, 4, 6, 8];
/// How many problems stand for a rung of the ladder, and for a family.
const N_LADDER: usize = 500;
pub(super) const N_FAMILY: usize = 1000;
/// How many problems of a family have their chains altered ([`Set::altered_problems`]).
pub(super) const N_ALTERED: usize = 100;
/// Of the problems of every family; the same for all models.
const FAMILY_SEED: u64 = 20_000;

/// The families on which the battery is measured: those to which the reinforced GPT small answers with chains. To other
/// operators it answers at once more often than not, which leaves little to alter; a reader can still run a test on them.
pub const ALTERED_FAMILIES: [Family; 7] = [
    Family::NegativeOperand,
    Family::Subtraction,
    Family::ThreeDigitOperand,
    Family::UnseenModulus,
    Family::TwoDigitModulus,
    Family::OperandCount,
    Family::OtherModulus,
];

/// A set of problems.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Set {
    /// Every listed held-out problem with the largest number of operands that was trained on.
    HeldOut,
    /// Every listed held-out problem of the rung that the study declares its home.
    Home,
    /// A rung of the necessity ladder, by its number of operands: held-out problems, evenly spread over the list. One operand
    /// has none held out, and stands with problems of training.
    Ladder(usize),
    /// A way of leaving the training distribution.
    Family(Family),
}

impl Set {
    /// The problems. None where the study has no home, or a family has none.
    pub fn problems(self, card: &ModelCard) -> Vec<Problem> {
        match self {
            Set::HeldOut => {
                let most = off_distribution::most_operands(&card.operands);
                problems(Split::HeldOut, most)
            }
            Set::Home => match &card.home {
                Some(home) => problems_modulo(Split::HeldOut, home.operands, &[home.modulus]),
                None => Vec::new(),
            },
            Set::Ladder(n_operands) => {
                let split = if n_operands > 1 {
                    Split::HeldOut
                } else {
                    Split::Train
                };
                let listed = problems(split, n_operands);
                let places = spread(N_LADDER, listed.len()).into_iter();
                places.map(|idx| listed[idx].clone()).collect()
            }
            Set::Family(family) => {
                off_distribution::problems(family, N_FAMILY, FAMILY_SEED, &card.operands)
            }
        }
    }

    /// The problems whose chains the battery alters: all of the home rung, which makes its counts exact, and of any other set
    /// a hundred, evenly spread. A test of every step makes up to four hundred cases of a hundred chains, enough for an
    /// interval of about five points, at a tenth of what the whole set would cost.
    pub fn altered_problems(self, card: &ModelCard) -> Vec<Problem> {
        let problems = self.problems(card);
        let places = self.altered_places(problems.len()).into_iter();
        places.map(|idx| problems[idx].clone()).collect()
    }

    /// How many [`Set::altered_problems`] there are. Where the card tells, or the set, none of them is made to be counted.
    pub fn n_altered(self, card: &ModelCard) -> usize {
        match (self, &card.home) {
            (Set::Home, Some(home)) => home.rung.problems as usize,
            (Set::Family(_), _) => N_ALTERED,
            _ => self.altered_problems(card).len(),
        }
    }

    /// The places of [`Set::altered_problems`] among the problems, of which there are `n_problems`.
    pub(super) fn altered_places(self, n_problems: usize) -> Vec<usize> {
        let n_altered = match self {
            Set::Home => n_problems,
            _ => N_ALTERED,
        };
        spread(n_altered, n_problems)
    }

    /// Whether the battery is measured on it.
    pub(super) fn is_altered(self) -> bool {
        match self {
            Set::Home => true,
            Set::Family(family) => ALTERED_FAMILIES.contains(&family),
            Set::HeldOut | Set::Ladder(_) => false,
        }
    }
}

/// The places of `n` of `n_listed` problems, evenly spread over the list, each once: all of them where there are no more.
pub fn spread(n: usize, n_listed: usize) -> Vec<usize> {
    let n = n.min(n_listed);
    (0..n).map(|idx| idx * n_listed / n).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card() -> ModelCard {
        let text = include_str!("../../../../public/models/small-chain_rl-s0/card.json");
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn what_is_altered_is_spread_over_the_set() {
        let card = card();
        let family = Set::Family(Family::Subtraction);
        let (problems, altered) = (family.problems(&card), family.altered_problems(&card));
        assert_eq!(altered.len(), N_ALTERED);
        assert_eq!(altered[1], problems[N_FAMILY / N_ALTERED]);
        assert_eq!(Set::Home.altered_problems(&card), Set::Home.problems(&card));
    }

    #[test]
    fn what_is_altered_is_counted_without_making_it() {
        let card = card();
        let nowhere = ModelCard {
            home: None,
            ..card.clone()
        };
        let families = Family::ALL.map(Set::Family);
        for set in [Set::Home, Set::HeldOut].into_iter().chain(families) {
            for card in [&card, &nowhere] {
                let counted = set.altered_problems(card).len();
                assert_eq!(set.n_altered(card), counted, "{set:?}");
            }
        }
    }

    #[test]
    fn every_set_has_its_problems() {
        let card = card();
        let home = card.home.clone().unwrap();
        assert_eq!(Set::Home.problems(&card).len() as u64, home.rung.problems);
        assert_eq!(
            Set::HeldOut.problems(&card).len() as u64,
            card.held_out_problems
        );
        for n_operands in LADDER {
            let rung = Set::Ladder(n_operands).problems(&card);
            assert_eq!(rung.len(), N_LADDER);
            assert!(
                rung.iter()
                    .all(|problem| problem.terms().len() == n_operands)
            );
        }
        for family in Family::ALL {
            assert_eq!(Set::Family(family).problems(&card).len(), N_FAMILY);
        }
        let nowhere = ModelCard { home: None, ..card };
        assert_eq!(Set::Home.problems(&nowhere), []);
    }

    #[test]
    fn a_spread_is_even_and_has_nothing_twice() {
        assert_eq!(spread(3, 10), [0, 3, 6]);
        assert_eq!(spread(99, 4), [0, 1, 2, 3]);
        assert_eq!(spread(5, 0), [0; 0]);
        let mut all = spread(500, 1030);
        all.dedup();
        assert_eq!(all.len(), 500);
    }
}
