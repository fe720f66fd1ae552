//! The published maps of both models for one modulus, with what is counted in them.

use syw_core::card::Size;
use syw_core::map::{Cell, CompetenceMap, N_CELLS, Region, Tally, is_right, operands, tally};

/// What both models did on every problem of a modulus.
#[derive(Debug, Clone, PartialEq)]
pub struct Competence {
    pub modulus: i64,
    large: Counted,
    small: Counted,
    is_held_out: Vec<bool>,
}

/// One map with the right answers of each region.
#[derive(Debug, Clone, PartialEq)]
pub struct Counted {
    map: CompetenceMap,
    tallies: [Tally; 6],
}

/// Which problems of a modulus are held out, by index.
pub fn held_out(modulus: i64) -> Vec<bool> {
    let is_held_out = |idx| {
        let (a, b) = operands(idx);
        syw_core::map::is_held_out(a, b, modulus)
    };
    (0..N_CELLS).map(is_held_out).collect()
}

impl Counted {
    /// A map with its counts. Takes milliseconds, so a page makes one at a time.
    pub fn of(map: CompetenceMap, is_held_out: &[bool]) -> Counted {
        let tallies = tally(
            map.modulus,
            |idx| map.cells.get(idx),
            |idx| is_held_out[idx],
        );
        Counted { map, tallies }
    }
}

impl Competence {
    /// Two maps of one modulus, with what [`held_out`] gives for it.
    pub fn new(large: Counted, small: Counted, is_held_out: Vec<bool>) -> Competence {
        Competence {
            modulus: large.map.modulus,
            is_held_out,
            large,
            small,
        }
    }

    fn counted(&self, size: Size) -> &Counted {
        match size {
            Size::Large => &self.large,
            Size::Small => &self.small,
        }
    }

    pub fn map(&self, size: Size) -> &CompetenceMap {
        &self.counted(size).map
    }

    pub fn cell(&self, size: Size, idx: usize) -> &Cell {
        &self.counted(size).map.cells[idx]
    }

    /// Right answers in a region.
    pub fn tally(&self, size: Size, region: Region) -> Tally {
        let place = Region::ALL.iter().position(|known| *known == region);
        place.map_or_else(Tally::default, |place| self.counted(size).tallies[place])
    }

    /// Right answers outside the training square.
    pub fn outside(&self, size: Size) -> Tally {
        let all = self.tally(size, Region::All);
        let inside = self.tally(size, Region::TrainingSquare);
        Tally {
            right: all.right - inside.right,
            n: all.n - inside.n,
        }
    }

    /// Whether the problem at an index is held out of training.
    pub fn is_held_out(&self, idx: usize) -> bool {
        self.is_held_out[idx]
    }

    /// The first wrong answers in the training square, in reading order, as indices.
    pub fn failures(&self, size: Size, at_most: usize) -> Vec<usize> {
        let is_failure = |&idx: &usize| {
            let (a, b) = operands(idx);
            Region::TrainingSquare.contains(a, b, false)
                && !is_right(a, b, self.modulus, self.cell(size, idx).answer)
        };
        (0..N_CELLS).filter(is_failure).take(at_most).collect()
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use syw_core::map::{index, right_answers};

    /// Large is right in the training square but for 3 × 4; small is right wherever no operand is negative.
    pub(crate) fn example() -> Competence {
        let map = |model: &str, is_able: fn(i64, i64) -> bool| {
            let cell = |idx| {
                let (a, b) = operands(idx);
                let (floored, _) = right_answers(a, b, 7);
                Cell {
                    answer: Some(if is_able(a, b) { floored } else { 8 }),
                    confidence: 90,
                    ..Cell::default()
                }
            };
            CompetenceMap {
                model: model.into(),
                sha256: "00".into(),
                modulus: 7,
                cells: (0..N_CELLS).map(cell).collect(),
            }
        };
        let large = map("large", |a, b| {
            (0..100).contains(&a) && (0..100).contains(&b) && (a, b) != (3, 4)
        });
        let is_held_out = held_out(7);
        let counted = |map| Counted::of(map, &is_held_out);
        let small = map("small", |a, b| a >= 0 && b >= 0);
        Competence::new(counted(large), counted(small), is_held_out.clone())
    }

    #[test]
    fn what_is_counted_is_what_is_there() {
        let both = example();
        let tally = |size, region| {
            let tally = both.tally(size, region);
            (tally.right, tally.n)
        };
        assert_eq!(tally(Size::Large, Region::TrainingSquare), (9_999, 10_000));
        assert_eq!(tally(Size::Small, Region::All), (201 * 201, N_CELLS));
        assert_eq!(both.outside(Size::Large).right, 0);
        assert_eq!(both.failures(Size::Large, 20), [index(3, 4)]);
        assert!(both.failures(Size::Small, 20).is_empty());
        let held_out = (0..N_CELLS).filter(|&idx| both.is_held_out(idx)).count();
        assert_eq!(held_out, both.tally(Size::Small, Region::HeldOut).n);
    }
}
