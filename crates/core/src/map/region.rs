//! Parts of a map that readers ask about, and how many answers are right in each.

use super::{Cell, N_CELLS, is_right, operands, problem_at};
use crate::family::TRAINED_OPERAND_MAX;
use crate::split::Split;

/// A part of a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Region {
    /// Operands as in training: 0 to 99.
    TrainingSquare,
    /// The problems of the training square that no model was trained on.
    HeldOut,
    /// No operand is negative, and one or both have three digits.
    ThreeDigits,
    /// One operand is negative and the other is not.
    OneNegative,
    /// Both operands are negative.
    BothNegative,
    /// Every cell.
    All,
}

impl Region {
    /// Every region, in the order in which they are listed. All but [`Region::HeldOut`] and [`Region::All`] share no cell.
    pub const ALL: [Region; 6] = [
        Region::TrainingSquare,
        Region::HeldOut,
        Region::ThreeDigits,
        Region::OneNegative,
        Region::BothNegative,
        Region::All,
    ];

    /// Whether `a × b` lies in it, given whether it is held out of training ([`is_held_out`]).
    pub fn contains(self, a: i64, b: i64, is_held_out: bool) -> bool {
        let in_training = |operand: i64| (0..=TRAINED_OPERAND_MAX).contains(&operand);
        match self {
            Region::TrainingSquare => in_training(a) && in_training(b),
            Region::HeldOut => is_held_out,
            Region::ThreeDigits => {
                a >= 0 && b >= 0 && (a > TRAINED_OPERAND_MAX || b > TRAINED_OPERAND_MAX)
            }
            Region::OneNegative => (a < 0) != (b < 0),
            Region::BothNegative => a < 0 && b < 0,
            Region::All => true,
        }
    }
}

/// Whether `a × b mod modulus` lies in the training square and no model was trained on it.
pub fn is_held_out(a: i64, b: i64, modulus: i64) -> bool {
    Region::TrainingSquare.contains(a, b, false)
        && problem_at(a, b, modulus).is_some_and(|problem| Split::of(&problem) == Split::HeldOut)
}

/// Right answers among some cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// How many are right, by either convention.
    pub right: usize,
    /// How many there are.
    pub n: usize,
}

impl Tally {
    /// The share of right answers, 0 to 1; 0 where there is no cell.
    pub fn share(self) -> f64 {
        match self.n {
            0 => 0.0,
            n => self.right as f64 / n as f64,
        }
    }
}

/// Counts the cells of each region, in the order of [`Region::ALL`]. `cell` gives what is known of the cell at an index, one
/// that is not known does not count; `is_held_out` tells which are held out.
pub fn tally<'a>(
    modulus: i64,
    cell: impl Fn(usize) -> Option<&'a Cell>,
    is_held_out: impl Fn(usize) -> bool,
) -> [Tally; 6] {
    let mut tallies = [Tally::default(); 6];
    for idx in 0..N_CELLS {
        let Some(cell) = cell(idx) else { continue };
        let (a, b) = operands(idx);
        let right = usize::from(is_right(a, b, modulus, cell.answer));
        for (tally, region) in tallies.iter_mut().zip(Region::ALL) {
            if region.contains(a, b, is_held_out(idx)) {
                tally.n += 1;
                tally.right += right;
            }
        }
    }
    tallies
}

#[cfg(test)]
mod tests {
    use super::super::{SIDE, index, right_answers};
    use super::*;

    fn tally_of<'a>(cell: impl Fn(usize) -> Option<&'a Cell>) -> [Tally; 6] {
        tally(7, cell, |idx| {
            let (a, b) = operands(idx);
            is_held_out(a, b, 7)
        })
    }

    #[test]
    fn regions_have_their_sizes() {
        let cell = Cell::default();
        let n = tally_of(|_| Some(&cell)).map(|tally| tally.n);
        let n_held_out = n[1];
        assert!((850..1150).contains(&n_held_out), "{n_held_out}");
        let expected = [
            10_000,
            n_held_out,
            201 * 201 - 10_000,
            2 * 100 * 201,
            10_000,
            SIDE * SIDE,
        ];
        assert_eq!(n, expected);
    }

    #[test]
    fn either_convention_is_right_and_what_is_not_known_does_not_count() {
        let answered = |a, b, answer| (index(a, b), answer);
        let (floored, truncated) = right_answers(-3, 4, 7);
        let known = [
            answered(-3, 4, Some(floored)),
            answered(-4, 3, Some(truncated)),
            answered(-4, 4, Some(6)),
            answered(5, 5, Some(4)),
            answered(150, 5, None),
        ];
        let cells = known.map(|(idx, answer)| {
            let cell = Cell {
                answer,
                ..Cell::default()
            };
            (idx, cell)
        });
        let find = |idx| {
            let found = cells.iter().find(|(known, _)| *known == idx);
            found.map(|(_, cell)| cell)
        };
        let tallies = tally_of(find).map(|tally| (tally.right, tally.n));
        assert_eq!(
            (tallies[0], tallies[2], tallies[3], tallies[4], tallies[5]),
            ((1, 1), (0, 1), (2, 3), (0, 0), (3, 5))
        );
    }
}
