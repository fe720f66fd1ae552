//! What is asked about the inside of a model: one pass at once, patches in slices of eight places.

use std::rc::Rc;

use syw_core::Token;
use syw_engine::{OnnxModel, Patching};

use super::{Desk, failure};
use crate::protocol::{Event, Failure, RequestId};

/// The patches of one request.
pub(super) struct Patch {
    id: RequestId,
    model: Rc<OnnxModel>,
    patching: Patching,
    took_ms: f64,
}

impl Desk {
    pub(super) fn explain(
        &self,
        id: RequestId,
        model: &str,
        text: &[Token],
    ) -> Result<Event, Failure> {
        let explanation = self.model(model)?.explain(text).map_err(failure)?;
        Ok(Event::Explained { id, explanation })
    }

    pub(super) fn weights(&self, id: RequestId, model: &str) -> Result<Event, Failure> {
        let matrices = self.model(model)?.weight_matrices();
        Ok(Event::Weights { id, matrices })
    }

    pub(super) fn take_patch(
        &mut self,
        id: RequestId,
        model: &str,
        clean: &[Token],
        corrupt: &[Token],
        start: f64,
    ) -> Result<(), Failure> {
        let model = self.model(model)?;
        let patching = Patching::new(&model, clean, corrupt).map_err(failure)?;
        self.patches.push_back(Patch {
            id,
            model,
            patching,
            took_ms: (self.now_ms)() - start,
        });
        Ok(())
    }

    /// Works on the oldest patches for one slice. The event is its last.
    pub(super) fn work_on_patches(&mut self) -> Option<Event> {
        let start = (self.now_ms)();
        let patch = self.patches.front_mut()?;
        patch.patching.advance(&patch.model);
        patch.took_ms += (self.now_ms)() - start;
        if patch.patching.n_left() > 0 {
            return None;
        }
        let Patch {
            id,
            patching,
            took_ms,
            ..
        } = self.patches.pop_front()?;
        Some(Event::Patched {
            id,
            patched: patching.finish(),
            took_ms,
        })
    }

    /// Drops patches. The milliseconds spent on them, if there were any with this id.
    pub(super) fn cancel_patch(&mut self, id: RequestId) -> Option<f64> {
        let place = self.patches.iter().position(|patch| patch.id == id)?;
        self.patches.remove(place).map(|patch| patch.took_ms)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check_refused, desk, finish, tokens};
    use super::*;
    use crate::protocol::{End, FailureKind, Request};

    const CLEAN: [u8; 6] = [1, 13, 14, 20, 15, 3];

    fn patch(desk: &Desk, id: RequestId) -> Request {
        let model = desk.model("tiny").unwrap();
        let clean = tokens(&CLEAN);
        let answer = |text: &[Token]| {
            model
                .explain(text)
                .unwrap()
                .lens
                .pop()
                .unwrap()
                .pop()
                .unwrap()[0]
                .0
        };
        let with = |digit: u8| [&clean[..4], &[Token(digit)], &clean[5..]].concat();
        let mut others = (0..97).map(with);
        Request::Patch {
            id,
            model: "tiny".into(),
            corrupt: others
                .find(|other| answer(other) != answer(&clean))
                .unwrap(),
            clean,
        }
    }

    #[test]
    fn a_pass_is_explained_at_once() {
        let mut desk = desk();
        let (model, text) = ("tiny".to_owned(), tokens(&CLEAN));
        let expected = desk.models["tiny"].explain(&text).unwrap();
        let event = desk.take(Request::Explain { id: 2, model, text }, &[]);
        assert_eq!(
            event,
            Some(Event::Explained {
                id: 2,
                explanation: expected
            })
        );
        assert!(!desk.is_busy());
        let model = "tiny".to_owned();
        let Some(Event::Weights { id: 3, matrices }) =
            desk.take(Request::Weights { id: 3, model }, &[])
        else {
            panic!("weights were asked for")
        };
        assert_eq!(matrices, desk.models["tiny"].weight_matrices());
    }

    #[test]
    fn patches_come_in_slices() {
        let mut desk = desk();
        let request = patch(&desk, 2);
        assert_eq!(desk.take(request, &[]), None);
        assert_eq!(desk.work(), []);
        assert!(desk.is_busy());
        let (_, last) = finish(&mut desk);
        let Event::Patched { id: 2, patched, .. } = last else {
            panic!("{last:?}")
        };
        assert_eq!(patched.restored[0].len(), CLEAN.len());
        assert_eq!((patched.restored[0][3], patched.restored[0][4]), (0.0, 1.0));
    }

    #[test]
    fn patches_can_be_cancelled_between_slices() {
        let mut desk = desk();
        let (first, second) = (patch(&desk, 2), patch(&desk, 3));
        desk.take(first, &[]);
        desk.take(second, &[]);
        desk.work();
        let done = |id| {
            Some(Event::Done {
                id,
                end: End::Cancelled,
                took_ms: 0.0,
            })
        };
        assert_eq!(desk.take(Request::Cancel { id: 2 }, &[]), done(2));
        assert_eq!(desk.take(Request::Cancel { id: 2 }, &[]), None);
        assert!(matches!(finish(&mut desk).1, Event::Patched { id: 3, .. }));
    }

    #[test]
    fn what_cannot_be_looked_into_is_refused() {
        let mut desk = desk();
        let (model, text) = ("tiny".to_owned(), Vec::new());
        let explain = Request::Explain { id: 2, model, text };
        check_refused(
            &mut desk,
            explain,
            &[],
            FailureKind::Request,
            "no token to read",
        );
        let model = "other".to_owned();
        let weights = Request::Weights { id: 2, model };
        check_refused(
            &mut desk,
            weights,
            &[],
            FailureKind::NotLoaded,
            "not loaded",
        );
        let (clean, corrupt) = (tokens(&CLEAN), tokens(&CLEAN[1..]));
        let request = |corrupt| Request::Patch {
            id: 2,
            model: "tiny".into(),
            clean: clean.clone(),
            corrupt,
        };
        check_refused(
            &mut desk,
            request(corrupt),
            &[],
            FailureKind::Request,
            "as many",
        );
        let same = request(clean.clone());
        check_refused(
            &mut desk,
            same,
            &[],
            FailureKind::Request,
            "nothing that could come back",
        );
        assert!(!desk.is_busy());
    }
}
