//! Many texts completed at once, in slices: between two of them the desk hears what else is asked of it.

use std::rc::Rc;

use syw_core::Token;
use syw_core::decoding::{BatchModel, Completion};
use syw_engine::OnnxModel;

use super::{Desk, failure};
use crate::protocol::{Event, Failure, RequestId};

/// The most texts of one slice: as many as the engine runs side by side.
const SLICE: usize = 128;

/// The texts of one request.
pub(super) struct Many {
    id: RequestId,
    model: Rc<OnnxModel>,
    prefixes: Vec<Vec<Token>>,
    max_new: usize,
    /// The places of the texts that are still to be completed; the shortest texts last, so that a slice can be cut off
    /// whose texts run side by side.
    left: Vec<usize>,
    completions: Vec<Completion>,
    took_ms: f64,
}

impl Many {
    /// The places of the next slice: texts of one length.
    fn next_slice(&mut self) -> Vec<usize> {
        let length_of = |place: usize| self.prefixes[place].len();
        let length = self.left.last().map_or(0, |&place| length_of(place));
        let mut alike = self.left.iter().rev().take(SLICE);
        let n = alike.position(|&place| length_of(place) != length);
        let n = n.unwrap_or(self.left.len().min(SLICE));
        self.left.split_off(self.left.len() - n)
    }
}

impl Desk {
    pub(super) fn complete_many(
        &mut self,
        id: RequestId,
        model: &str,
        prefixes: Vec<Vec<Token>>,
        max_new: usize,
    ) -> Result<(), Failure> {
        let model = self.model(model)?;
        for prefix in &prefixes {
            model.check(prefix).map_err(failure)?;
        }
        let mut left: Vec<usize> = (0..prefixes.len()).rev().collect();
        left.sort_by_key(|&place| std::cmp::Reverse(prefixes[place].len()));
        self.many.push_back(Many {
            id,
            model,
            completions: vec![Completion::default(); prefixes.len()],
            prefixes,
            max_new,
            left,
            took_ms: 0.0,
        });
        Ok(())
    }

    /// Works on the oldest of many texts for one slice. The event is its last.
    pub(super) fn work_on_many(&mut self) -> Option<Event> {
        let start = (self.now_ms)();
        let many = self.many.front_mut()?;
        let slice = many.next_slice();
        let texts: Vec<Vec<Token>> = slice
            .iter()
            .map(|&place| many.prefixes[place].clone())
            .collect();
        match many.model.complete(&texts, many.max_new) {
            Ok(completions) => {
                for (place, completion) in slice.into_iter().zip(completions) {
                    many.completions[place] = completion;
                }
            }
            Err(error) => {
                let id = many.id;
                self.many.pop_front();
                return Some(Event::Failed {
                    id,
                    failure: failure(error),
                });
            }
        }
        many.took_ms += (self.now_ms)() - start;
        if !many.left.is_empty() {
            return None;
        }
        let many = self.many.pop_front()?;
        Some(Event::Completed {
            id: many.id,
            completions: many.completions,
            took_ms: many.took_ms,
        })
    }

    /// Drops many texts. The milliseconds spent on them, if there were any with this id.
    pub(super) fn cancel_many(&mut self, id: RequestId) -> Option<f64> {
        let place = self.many.iter().position(|many| many.id == id)?;
        self.many.remove(place).map(|many| many.took_ms)
    }
}
