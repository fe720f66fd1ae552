//! Problems outside the training distribution, each in one named way and in no other.

use rand::Rng;
use rand::SeedableRng;
use rand_pcg::Pcg64Mcg;

use crate::family::{Family, TRAINED_MODULI, TRAINED_OPERAND_MAX};
use crate::problem::{MAX_TERMS, Operator, Problem, Term, usual_operator};

/// Draws a problem of a family. `trained_operands` holds the numbers of operands that were trained on; the problem has
/// one of them, the largest, except in [`Family::OperandCount`], where it has up to twice as many, at most [`MAX_TERMS`].
///
/// `None` for [`Family::OperandCount`] where every larger number of operands was trained on.
pub fn draw(family: Family, rng: &mut Pcg64Mcg, trained_operands: &[usize]) -> Option<Problem> {
    let n_trained = most_operands(trained_operands);
    if family == Family::OperandCount && n_trained == MAX_TERMS {
        return None;
    }
    loop {
        let problem = candidate(family, rng, n_trained);
        if Family::of(&problem, &[n_trained]) == [family] {
            return Some(problem);
        }
    }
}

/// The largest number of operands that was trained on and that a problem can have, or two where there is none.
pub fn most_operands(trained_operands: &[usize]) -> usize {
    let usual = |n: &usize| (2..=MAX_TERMS).contains(n);
    let most = trained_operands.iter().copied().filter(usual).max();
    most.unwrap_or(2)
}

/// `n` problems of a family from a seed, as [`draw`] gives them; a small family repeats itself.
pub fn problems(family: Family, n: usize, seed: u64, trained_operands: &[usize]) -> Vec<Problem> {
    let mut rng = Pcg64Mcg::seed_from_u64(seed);
    (0..n)
        .map_while(|_| draw(family, &mut rng, trained_operands))
        .collect()
}

fn candidate(family: Family, rng: &mut Pcg64Mcg, n_trained: usize) -> Problem {
    let mut n_terms = n_trained;
    let mut modulus = TRAINED_MODULI[rng.random_range(0..TRAINED_MODULI.len())];
    let mut values = 0..=TRAINED_OPERAND_MAX;
    match family {
        Family::NegativeOperand => values = -TRAINED_OPERAND_MAX..=TRAINED_OPERAND_MAX,
        Family::Subtraction | Family::OtherOperators => {}
        Family::ThreeDigitOperand => values = 0..=999,
        Family::UnseenModulus => modulus = 6,
        Family::TwoDigitModulus => modulus = rng.random_range(11..=12),
        Family::OtherModulus => modulus = 2,
        Family::OperandCount => {
            n_terms = rng.random_range(n_trained + 1..=(2 * n_trained).min(MAX_TERMS));
        }
    }
    let mut terms: Vec<Term> = (0..n_terms)
        .map(|idx| Term {
            operator: usual_operator(idx),
            value: rng.random_range(values.clone()),
        })
        .collect();
    match family {
        Family::Subtraction => terms[1].operator = Operator::Minus,
        Family::OtherOperators => {
            for term in &mut terms[1..] {
                let any = [Operator::Plus, Operator::Times];
                term.operator = any[rng.random_range(0..any.len())];
            }
        }
        _ => {}
    }
    Problem::new(terms, modulus).expect("every range above lies within the bounds of a problem")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_leaves_the_distribution_in_its_own_way_only() {
        for trained in [&[2][..], &[2, 3], &[2, 3, 4]] {
            for family in Family::ALL {
                let drawn = problems(family, 50, 7, trained);
                assert_eq!(drawn, problems(family, 50, 7, trained));
                assert_eq!(drawn.len(), 50);
                for problem in drawn {
                    assert_eq!(Family::of(&problem, trained), [family], "{problem}");
                }
            }
        }
    }

    #[test]
    fn there_are_no_more_operands_than_the_most() {
        assert_eq!(problems(Family::OperandCount, 5, 0, &[2, MAX_TERMS]), []);
        assert_eq!(problems(Family::Subtraction, 5, 0, &[]).len(), 5);
    }
}
