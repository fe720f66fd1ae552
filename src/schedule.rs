//! Deals work out to workers that may die: what a dead one had in hand is dealt again, what is finished stays finished.
//!
//! Pure: `session/pool.rs` has the workers. A worker asks for a piece when it is idle, so the fast ones do more.

use std::collections::HashMap;

/// After this many deaths without a finished piece between them, the work itself must be what kills.
const MAX_DEATHS: u32 = 4;

/// Pieces of work, and who has which in hand.
pub struct Schedule<T> {
    rest: std::iter::Peekable<Box<dyn Iterator<Item = T>>>,
    /// Pieces that a dead worker had.
    returned: Vec<T>,
    in_hand: HashMap<usize, T>,
    n_deaths: u32,
    is_paused: bool,
}

/// What a death means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Death {
    /// Another worker should take the dead one's place.
    Replace,
    /// Too many have died: give up.
    GiveUp,
}

impl<T: Clone> Schedule<T> {
    /// A schedule of these pieces, which are made when they are needed.
    pub fn new(pieces: impl Iterator<Item = T> + 'static) -> Schedule<T> {
        let pieces: Box<dyn Iterator<Item = T>> = Box::new(pieces);
        Schedule {
            rest: pieces.peekable(),
            returned: Vec::new(),
            in_hand: HashMap::new(),
            n_deaths: 0,
            is_paused: false,
        }
    }

    /// The next piece for an idle worker. `None` where it has to wait, or nothing is left.
    pub fn deal(&mut self, worker: usize) -> Option<T> {
        if self.is_paused || self.in_hand.contains_key(&worker) {
            return None;
        }
        let piece = self.returned.pop().or_else(|| self.rest.next())?;
        self.in_hand.insert(worker, piece.clone());
        Some(piece)
    }

    /// A worker has finished its piece, which is returned.
    pub fn finish(&mut self, worker: usize) -> Option<T> {
        self.n_deaths = 0;
        self.in_hand.remove(&worker)
    }

    /// A worker has died; its piece will be dealt again.
    pub fn lose(&mut self, worker: usize) -> Death {
        self.returned.extend(self.in_hand.remove(&worker));
        self.n_deaths += 1;
        if self.n_deaths < MAX_DEATHS {
            Death::Replace
        } else {
            Death::GiveUp
        }
    }

    /// While it is paused, nothing is dealt; what is in hand is finished.
    pub fn set_paused(&mut self, is_paused: bool) {
        self.is_paused = is_paused;
    }

    /// Whether every piece is finished.
    pub fn is_over(&mut self) -> bool {
        self.in_hand.is_empty() && self.returned.is_empty() && self.rest.peek().is_none()
    }
}

/// How many workers share a sweep on a machine with so many cores: one core is left to the page, and memory is finite.
pub fn n_workers(n_cores: f64) -> usize {
    (n_cores - 1.0).clamp(1.0, 8.0) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_piece_is_finished_once_whoever_dies() {
        let mut schedule = Schedule::new(0..20);
        let mut finished = Vec::new();
        for turn in 0..60 {
            let worker = turn % 3;
            schedule.deal(worker);
            if turn % 7 == 3 {
                assert_eq!(schedule.lose(worker), Death::Replace);
            } else {
                finished.extend(schedule.finish(worker));
            }
        }
        finished.sort_unstable();
        assert_eq!(finished, (0..20).collect::<Vec<_>>());
        assert!(schedule.is_over());
        assert_eq!(schedule.deal(0), None);
    }

    #[test]
    fn a_worker_has_one_piece_at_a_time() {
        let mut schedule = Schedule::new(0..3);
        assert_eq!(schedule.deal(0), Some(0));
        assert_eq!(schedule.deal(0), None);
        assert_eq!(schedule.deal(1), Some(1));
        assert_eq!(schedule.finish(0), Some(0));
        assert_eq!(schedule.deal(0), Some(2));
    }

    #[test]
    fn a_pause_deals_nothing_and_loses_nothing() {
        let mut schedule = Schedule::new(0..2);
        assert_eq!(schedule.deal(0), Some(0));
        schedule.set_paused(true);
        assert_eq!(schedule.deal(1), None);
        assert_eq!(schedule.finish(0), Some(0));
        assert_eq!(schedule.deal(0), None);
        assert!(!schedule.is_over());
        schedule.set_paused(false);
        assert_eq!(schedule.deal(0), Some(1));
    }

    #[test]
    fn work_that_kills_everybody_is_given_up() {
        let mut schedule = Schedule::new(0..2);
        for _ in 1..MAX_DEATHS {
            assert_eq!(schedule.deal(0), Some(0));
            assert_eq!(schedule.lose(0), Death::Replace);
        }
        schedule.deal(0);
        assert_eq!(schedule.lose(0), Death::GiveUp);
    }

    #[test]
    fn one_core_is_left_to_the_page() {
        for (n_cores, expected) in [(0.0, 1), (1.0, 1), (2.0, 1), (4.0, 3), (9.0, 8), (64.0, 8)] {
            assert_eq!(n_workers(n_cores), expected);
        }
    }
}
