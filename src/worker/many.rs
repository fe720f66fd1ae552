//! Many texts at once, in slices: between two of them the desk hears what else is asked of it.

use std::rc::Rc;

use syw_core::Token;
use syw_core::decoding::{BatchModel, Completion};
use syw_engine::{Error, OnnxModel};

use super::{Desk, failure};
use crate::protocol::{Event, Failure, RequestId};

/// The most texts of one slice: some milliseconds of work.
const SLICE: usize = 128;

/// What is done with the texts.
#[derive(Debug, Clone, Copy)]
pub(super) enum Job {
    /// Each is continued.
    Complete { max_new: usize },
    /// Each is read.
    Read,
}

/// The texts of one request.
pub(super) struct Many {
    id: RequestId,
    model: Rc<OnnxModel>,
    texts: Vec<Vec<Token>>,
    job: Job,
    /// The places of the texts that are still to be worked on; the shortest texts last, so that the texts of a slice are
    /// of about the same length.
    left: Vec<usize>,
    found: Vec<Completion>,
    took_ms: f64,
}

impl Many {
    /// Works on the next slice.
    fn advance(&mut self) -> Result<(), Error> {
        let slice = self.left.split_off(self.left.len().saturating_sub(SLICE));
        let texts: Vec<Vec<Token>> = slice
            .iter()
            .map(|&place| std::mem::take(&mut self.texts[place]))
            .collect();
        let found = match self.job {
            Job::Complete { max_new } => self.model.complete(&texts, max_new)?,
            Job::Read => {
                let best = self.model.most_probable_after(&texts)?;
                let completion = |tokens| Completion {
                    tokens,
                    probs: Vec::new(),
                };
                best.into_iter().map(completion).collect()
            }
        };
        for (place, found) in slice.into_iter().zip(found) {
            self.found[place] = found;
        }
        Ok(())
    }

    fn event(self) -> Event {
        let (id, took_ms) = (self.id, self.took_ms);
        match self.job {
            Job::Complete { .. } => Event::Completed {
                id,
                completions: self.found,
                took_ms,
            },
            Job::Read => Event::Read {
                id,
                best: self.found.into_iter().map(|found| found.tokens).collect(),
                took_ms,
            },
        }
    }
}

impl Desk {
    pub(super) fn take_many(
        &mut self,
        id: RequestId,
        model: &str,
        texts: Vec<Vec<Token>>,
        job: Job,
    ) -> Result<(), Failure> {
        let model = self.model(model)?;
        for text in &texts {
            model.check(text).map_err(failure)?;
        }
        let mut left: Vec<usize> = (0..texts.len()).rev().collect();
        left.sort_by_key(|&place| std::cmp::Reverse(texts[place].len()));
        self.many.push_back(Many {
            id,
            model,
            job,
            found: vec![Completion::default(); texts.len()],
            texts,
            left,
            took_ms: 0.0,
        });
        Ok(())
    }

    /// Works on the oldest of many texts for one slice. The event is its last.
    pub(super) fn work_on_many(&mut self) -> Option<Event> {
        let start = (self.now_ms)();
        let many = self.many.front_mut()?;
        let id = many.id;
        if let Err(error) = many.advance() {
            self.many.pop_front();
            return Some(Event::Failed {
                id,
                failure: failure(error),
            });
        }
        many.took_ms += (self.now_ms)() - start;
        if !many.left.is_empty() {
            return None;
        }
        self.many.pop_front().map(Many::event)
    }

    /// Drops many texts. The milliseconds spent on them, if there were any with this id.
    pub(super) fn cancel_many(&mut self, id: RequestId) -> Option<f64> {
        let place = self.many.iter().position(|many| many.id == id)?;
        self.many.remove(place).map(|many| many.took_ms)
    }
}
