//! Workers beside the two of the duel, for many texts: as many as the machine has cores to spare, started for one piece of
//! work and ended with it.
//!
//! A worker that dies is replaced and its unfinished texts are given out again. Dropping the pool ends its workers.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Uint8Array;
use syw_core::Token;
use syw_core::card::ModelCard;
use syw_core::decoding::Completion;

use super::{Seat, Session};
use crate::protocol::{Event, Request};
use crate::schedule::{Death, Schedule, n_workers};

/// Texts to be completed by one model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    /// By which the one who asks knows it again.
    pub tag: usize,
    /// The card id of one of the pool's models.
    pub model: String,
    pub prefixes: Vec<Vec<Token>>,
    /// At most this many new tokens in each text.
    pub max_new: usize,
}

/// What becomes of the work of a pool.
pub enum PoolEvent<'a> {
    /// A tile is finished. Tiles are finished in any order.
    Finished(&'a Tile, Vec<Completion>),
    /// All tiles are.
    Ended,
    /// The rest will not be: why, for people, lower case.
    Failed(String),
}

type Listener = Box<dyn FnMut(PoolEvent<'_>)>;

/// Workers on one piece of work.
pub struct Pool {
    shared: Rc<Shared>,
}

struct Shared {
    session: Session,
    models: Vec<(ModelCard, Uint8Array)>,
    seats: Vec<Seat>,
    schedule: RefCell<Schedule<Tile>>,
    /// `None` once there is nothing more to tell.
    listener: RefCell<Option<Listener>>,
}

impl Pool {
    /// Starts workers, no more than there are tiles where their number is known, gives each of them the models and then tiles.
    /// Nothing is heard before this has returned.
    pub fn start(
        session: &Session,
        models: Vec<(ModelCard, Uint8Array)>,
        tiles: impl Iterator<Item = Tile> + 'static,
        on_event: impl FnMut(PoolEvent<'_>) + 'static,
    ) -> Pool {
        let cores = web_sys::window().map(|window| window.navigator().hardware_concurrency());
        let n_tiles = tiles.size_hint().1.unwrap_or(usize::MAX);
        let n_workers = n_workers(cores.unwrap_or(1.0)).min(n_tiles).max(1);
        let shared = Rc::new(Shared {
            seats: (0..n_workers).map(|_| session.new_seat()).collect(),
            session: session.clone(),
            models,
            schedule: RefCell::new(Schedule::new(tiles)),
            listener: RefCell::new(Some(Box::new(on_event))),
        });
        for worker in 0..n_workers {
            let weak = Rc::downgrade(&shared);
            let on_loss = move |reason: String| {
                if let Some(shared) = weak.upgrade() {
                    shared.lose(worker, reason);
                }
            };
            session.on_loss(shared.seats[worker], on_loss);
            shared.enter(worker);
        }
        Pool { shared }
    }

    /// While it is paused, no tile is given out; those under way are finished.
    pub fn set_paused(&self, is_paused: bool) {
        self.shared.schedule.borrow_mut().set_paused(is_paused);
        if !is_paused {
            (0..self.shared.seats.len()).for_each(|worker| self.shared.deal(worker));
        }
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        self.shared.end();
    }
}

impl Shared {
    /// Gives the models to a new worker, and its first tile.
    fn enter(self: &Rc<Self>, worker: usize) {
        for (card, bytes) in &self.models {
            let weak = Rc::downgrade(self);
            // The bytes move to the worker, so each gets a copy.
            let copy = Uint8Array::new(bytes);
            self.session
                .load(self.seats[worker], card, &copy, move |event| {
                    if let (Some(shared), Event::Failed { failure, .. }) = (weak.upgrade(), event) {
                        shared.fail(failure.message);
                    }
                });
        }
        self.deal(worker);
    }

    fn deal(self: &Rc<Self>, worker: usize) {
        let Some(tile) = self.schedule.borrow_mut().deal(worker) else {
            return;
        };
        let weak = Rc::downgrade(self);
        let request = |id| Request::CompleteMany {
            id,
            model: tile.model,
            prefixes: tile.prefixes,
            max_new: tile.max_new,
        };
        self.session
            .send(self.seats[worker], request, move |event| {
                let Some(shared) = weak.upgrade() else { return };
                match event {
                    Event::Completed { completions, .. } => shared.finish(worker, completions),
                    Event::Failed { failure, .. } => shared.fail(failure.message),
                    _ => {}
                }
            });
    }

    fn finish(self: &Rc<Self>, worker: usize, completions: Vec<Completion>) {
        let tile = self.schedule.borrow_mut().finish(worker);
        // The worker goes on while the page reads what it wrote.
        self.deal(worker);
        if let Some(tile) = tile {
            self.tell(PoolEvent::Finished(&tile, completions));
        }
        let is_over = self.schedule.borrow_mut().is_over();
        if is_over {
            self.tell(PoolEvent::Ended);
            self.end();
        }
    }

    fn lose(self: &Rc<Self>, worker: usize, reason: String) {
        let death = self.schedule.borrow_mut().lose(worker);
        match death {
            Death::Replace => self.enter(worker),
            Death::GiveUp => self.fail(reason.replace('\n', " ")),
        }
    }

    fn fail(&self, reason: String) {
        self.tell(PoolEvent::Failed(reason));
        self.end();
    }

    /// The listener is out of its place while it hears, because it may drop the pool.
    fn tell(&self, event: PoolEvent<'_>) {
        let listener = self.listener.borrow_mut().take();
        let Some(mut listener) = listener else { return };
        let goes_on = matches!(event, PoolEvent::Finished(..));
        listener(event);
        if goes_on {
            *self.listener.borrow_mut() = Some(listener);
        }
    }

    /// Ends all workers, whatever they are at.
    fn end(&self) {
        self.listener.borrow_mut().take();
        self.seats.iter().for_each(|seat| self.session.leave(*seat));
    }
}
