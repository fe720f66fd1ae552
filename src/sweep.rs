//! A live sweep as plain data: what has been recomputed in this browser, how it compares with the published map, how fast it
//! goes. `state/maps.rs` runs one.

use syw_core::card::Size;
use syw_core::map::{Area, Cell, N_CELLS, is_right, operands};

/// Where a sweep stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SweepState {
    /// Its models are on their way.
    Starting,
    Running,
    /// The page is not being looked at.
    Paused,
    /// Every cell is recomputed.
    Ended,
    /// A reader stopped it; what is recomputed stays.
    Cancelled,
    /// Why it stopped, for people, lower case.
    Failed(String),
}

impl SweepState {
    /// The name in attributes.
    pub fn name(&self) -> &'static str {
        match self {
            SweepState::Starting => "starting",
            SweepState::Running => "running",
            SweepState::Paused => "paused",
            SweepState::Ended => "ended",
            SweepState::Cancelled => "cancelled",
            SweepState::Failed(_) => "failed",
        }
    }

    /// Whether more cells may come.
    pub fn is_under_way(&self) -> bool {
        matches!(
            self,
            SweepState::Starting | SweepState::Running | SweepState::Paused
        )
    }
}

/// What one model has done in a sweep.
#[derive(Debug, Clone, PartialEq)]
pub struct Recomputed {
    cells: Vec<Option<Cell>>,
    pub n_done: usize,
    pub n_right: usize,
    /// How many agree with the published map.
    pub n_same: usize,
}

impl Default for Recomputed {
    fn default() -> Recomputed {
        Recomputed {
            cells: vec![None; N_CELLS],
            n_done: 0,
            n_right: 0,
            n_same: 0,
        }
    }
}

/// A sweep over an area of the map of one modulus, with both models.
#[derive(Debug, Clone, PartialEq)]
pub struct Sweep {
    pub modulus: i64,
    pub area: Area,
    pub state: SweepState,
    large: Recomputed,
    small: Recomputed,
    /// The first cell that is not as published.
    pub first_difference: Option<(Size, usize)>,
    /// Milliseconds of running before `since_ms`.
    ran_ms: f64,
    /// When it was last set running, if it runs.
    since_ms: Option<f64>,
}

impl Sweep {
    /// A sweep that has not begun.
    pub fn new(modulus: i64, area: Area) -> Sweep {
        Sweep {
            modulus,
            area,
            state: SweepState::Starting,
            large: Recomputed::default(),
            small: Recomputed::default(),
            first_difference: None,
            ran_ms: 0.0,
            since_ms: None,
        }
    }

    pub fn of(&self, size: Size) -> &Recomputed {
        match size {
            Size::Large => &self.large,
            Size::Small => &self.small,
        }
    }

    /// The recomputed cell at an index, if it is.
    pub fn cell(&self, size: Size, idx: usize) -> Option<&Cell> {
        self.of(size).cells[idx].as_ref()
    }

    /// Takes a recomputed cell. The same one twice counts once.
    pub fn take(&mut self, size: Size, idx: usize, cell: Cell, published: &Cell) {
        let modulus = self.modulus;
        let of_size = match size {
            Size::Large => &mut self.large,
            Size::Small => &mut self.small,
        };
        if of_size.cells[idx].replace(cell).is_some() {
            return;
        }
        let (a, b) = operands(idx);
        of_size.n_done += 1;
        of_size.n_right += usize::from(is_right(a, b, modulus, cell.answer));
        if cell == *published {
            of_size.n_same += 1;
        } else {
            self.first_difference.get_or_insert((size, idx));
        }
    }

    /// Answers that it will have recomputed at its end: one of each model for each cell.
    pub fn n_total(&self) -> usize {
        2 * self.area.n_cells()
    }

    pub fn n_done(&self) -> usize {
        self.large.n_done + self.small.n_done
    }

    pub fn n_same(&self) -> usize {
        self.large.n_same + self.small.n_same
    }

    /// Sets the state at a time in milliseconds; time runs only while it is running.
    pub fn set_state(&mut self, state: SweepState, now_ms: f64) {
        if let Some(since_ms) = self.since_ms.take() {
            self.ran_ms += now_ms - since_ms;
        }
        self.since_ms = (state == SweepState::Running).then_some(now_ms);
        self.state = state;
    }

    /// Answers each second so far. `None` before there is enough to tell.
    pub fn rate(&self, now_ms: f64) -> Option<f64> {
        let ran_ms = self.ran_ms + self.since_ms.map_or(0.0, |since_ms| now_ms - since_ms);
        (self.n_done() > 0 && ran_ms > 0.0).then(|| self.n_done() as f64 / ran_ms * 1e3)
    }

    /// Seconds until its end at the rate so far.
    pub fn seconds_left(&self, now_ms: f64) -> Option<f64> {
        let n_left = self.n_total() - self.n_done();
        self.rate(now_ms).map(|rate| n_left as f64 / rate)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use syw_core::map::index;

    fn area() -> Area {
        Area { a: 0..=9, b: 0..=0 }
    }

    fn answered(answer: i64) -> Cell {
        Cell {
            answer: Some(answer),
            ..Cell::default()
        }
    }

    #[test]
    fn cells_count_once_and_are_compared() {
        let mut sweep = Sweep::new(7, area());
        let (zero, one) = (answered(0), answered(1));
        sweep.take(Size::Large, index(0, 0), zero, &zero);
        sweep.take(Size::Large, index(0, 0), zero, &zero);
        sweep.take(Size::Small, index(5, 0), one, &zero);
        assert_eq!(
            (sweep.n_done(), sweep.n_same(), sweep.n_total()),
            (2, 1, 20)
        );
        assert_eq!(sweep.of(Size::Large).n_right, 1);
        assert_eq!(sweep.of(Size::Small).n_right, 0);
        assert_eq!(sweep.first_difference, Some((Size::Small, index(5, 0))));
        assert_eq!(sweep.cell(Size::Small, index(5, 0)), Some(&one));
        assert_eq!(sweep.cell(Size::Large, index(5, 0)), None);
    }

    #[test]
    fn time_stands_still_while_it_is_paused() {
        let mut sweep = Sweep::new(7, area());
        assert_eq!(sweep.rate(0.0), None);
        sweep.set_state(SweepState::Running, 1_000.0);
        for a in 0..5 {
            sweep.take(Size::Large, index(a, 0), answered(0), &answered(0));
        }
        sweep.set_state(SweepState::Paused, 2_000.0);
        assert_eq!(sweep.rate(9_000.0), Some(5.0));
        sweep.set_state(SweepState::Running, 10_000.0);
        assert_eq!(sweep.rate(11_000.0), Some(2.5));
        assert_eq!(sweep.seconds_left(11_000.0), Some(6.0));
    }
}
