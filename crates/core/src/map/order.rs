//! The order in which a map is filled: coarse to fine, and at every moment a fair sample.
//!
//! A grid of every 16th cell would be coarse too, but all its operands would leave the same remainder modulo 2, 4, 8 and
//! 16: no sample of the problems of such a modulus. So each block of cells is shuffled by itself, and all blocks advance
//! together.

use std::ops::RangeInclusive;

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_pcg::Pcg64Mcg;

use super::{FIRST, LAST, index};

/// Cells on one side of a block.
const BLOCK: i64 = 16;
/// In each round a block gives this share of its cells: one of a whole block.
const N_ROUNDS: usize = (BLOCK * BLOCK) as usize;

/// A rectangle of cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    /// The first operands, within the map.
    pub a: RangeInclusive<i64>,
    /// The second operands, within the map.
    pub b: RangeInclusive<i64>,
}

impl Area {
    /// The whole map.
    pub fn all() -> Area {
        Area {
            a: FIRST..=LAST,
            b: FIRST..=LAST,
        }
    }

    /// How many cells it has.
    pub fn n_cells(&self) -> usize {
        self.a.clone().count() * self.b.clone().count()
    }

    /// Whether a cell lies in it.
    pub fn contains(&self, a: i64, b: i64) -> bool {
        self.a.contains(&a) && self.b.contains(&b)
    }
}

/// The indices of the cells of an area, each once. Every beginning of it covers the area evenly, at random within blocks.
pub fn order(area: &Area) -> impl Iterator<Item = usize> + use<> {
    let starts = |range: &RangeInclusive<i64>| range.clone().step_by(BLOCK as usize);
    let end = |start: i64, range: &RangeInclusive<i64>| (start + BLOCK - 1).min(*range.end());
    let mut rng = Pcg64Mcg::seed_from_u64(0);
    let mut blocks: Vec<Vec<usize>> = Vec::new();
    for b in starts(&area.b) {
        for a in starts(&area.a) {
            let rows = b..=end(b, &area.b);
            let columns = a..=end(a, &area.a);
            let mut block: Vec<usize> = rows
                .flat_map(|b| columns.clone().map(move |a| index(a, b)))
                .collect();
            block.shuffle(&mut rng);
            blocks.push(block);
        }
    }
    let n_blocks = blocks.len();
    (0..N_ROUNDS * n_blocks).flat_map(move |turn| {
        let (round, block) = (turn / n_blocks, &blocks[turn % n_blocks]);
        let until = |round: usize| round * block.len() / N_ROUNDS;
        block[until(round)..until(round + 1)].to_vec()
    })
}

#[cfg(test)]
mod tests {
    use super::super::{N_CELLS, operands};
    use super::*;

    #[track_caller]
    fn check_once_each(area: Area) {
        let mut seen: Vec<usize> = order(&area).collect();
        assert_eq!(seen.len(), area.n_cells());
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), area.n_cells());
        assert!(seen.iter().all(|&idx| {
            let (a, b) = operands(idx);
            area.contains(a, b)
        }));
    }

    #[test]
    fn every_cell_comes_once() {
        assert_eq!(Area::all().n_cells(), N_CELLS);
        check_once_each(Area::all());
        check_once_each(Area {
            a: 0..=99,
            b: 0..=99,
        });
        check_once_each(Area { a: 3..=5, b: 7..=7 });
        check_once_each(Area {
            a: 184..=200,
            b: -100..=-60,
        });
    }

    #[test]
    fn a_beginning_is_spread_over_blocks_and_residues() {
        let first: Vec<usize> = order(&Area::all()).take(1_000).collect();
        let mut in_block = [0; 19 * 19];
        let mut in_residue = [0; 8];
        for (a, b) in first.into_iter().map(operands) {
            let block = |operand: i64| ((operand - FIRST) / BLOCK) as usize;
            in_block[block(b) * 19 + block(a)] += 1;
            in_residue[a.rem_euclid(8) as usize] += 1;
        }
        assert!(in_block.iter().all(|&n| n <= 4), "{in_block:?}");
        assert!(
            in_residue.iter().all(|n| (85..=165).contains(n)),
            "{in_residue:?}"
        );
    }
}
