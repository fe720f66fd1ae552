//! Looking inside the two models of the duel: what they are shown reading, the patches that a reader asks for, and the weights.
//!
//! The workers of the duel do it, which have the models already.

use leptos::prelude::*;
use syw_core::{Problem, Token};

use super::PageState;
use crate::inside::{Drawn, Look, PatchRun, PatchState, large_text};
use crate::protocol::{Event, Request};
use crate::session::Lane;

/// What is seen inside.
#[derive(Clone, Copy)]
pub struct InsideViews {
    /// GPT large at its answer.
    pub large: RwSignal<Look>,
    /// GPT small along its chain.
    pub small: RwSignal<Look>,
    pub patch: RwSignal<Option<PatchRun>>,
    pub weights: RwSignal<Drawn>,
}

impl InsideViews {
    pub(super) fn new() -> InsideViews {
        InsideViews {
            large: RwSignal::new(Look::default()),
            small: RwSignal::new(Look::default()),
            patch: RwSignal::new(None),
            weights: RwSignal::new(Drawn::default()),
        }
    }
}

impl PageState {
    /// Looks at GPT large reading a text, in the place of what was looked at before.
    pub fn look_inside_large(self, text: Vec<Token>) {
        self.look_inside(Lane::Large, text);
    }

    /// The same of the chosen GPT small.
    pub fn look_inside_small(self, text: Vec<Token>) {
        self.look_inside(Lane::Small, text);
    }

    fn look_inside(self, lane: Lane, text: Vec<Token>) {
        let Some((session, card)) = self.ready(lane) else {
            return;
        };
        let look = match lane {
            Lane::Large => self.inside.large,
            Lane::Small => self.inside.small,
        };
        let wanted = Look {
            model: card.id.clone(),
            text: text.clone(),
            ..Look::default()
        };
        let is_there = look.with_untracked(|now| {
            (&now.model, &now.text) == (&wanted.model, &wanted.text) && now.seen.is_some()
        });
        if is_there {
            return;
        }
        look.set(wanted.clone());
        let model = card.id;
        let request = |id| Request::Explain { id, model, text };
        session.send(lane, request, move |event| {
            // What was asked for since then is what counts.
            if look.with_untracked(|now| (&now.model, &now.text) != (&wanted.model, &wanted.text)) {
                return;
            }
            match event {
                Event::Explained { explanation, .. } => {
                    look.update(|now| now.seen = Some(explanation))
                }
                Event::Failed { failure, .. } => {
                    look.update(|now| now.failure = Some(failure.message))
                }
                _ => {}
            }
        });
    }

    /// Puts each place of GPT large's run on one problem into its run on another.
    pub fn start_patches(self, clean: Problem, corrupt: Problem) {
        self.forget_patches();
        let Some((session, card)) = self.ready(Lane::Large) else {
            return;
        };
        let (model, patch) = (card.id, self.inside.patch);
        let texts = [large_text(&clean), large_text(&corrupt)];
        patch.set(Some(PatchRun {
            clean,
            corrupt,
            state: PatchState::Running,
        }));
        let [clean, corrupt] = texts;
        let request = |id| Request::Patch {
            id,
            model,
            clean,
            corrupt,
        };
        let ticket = session.send(Lane::Large, request, move |event| {
            let state = match event {
                Event::Patched { patched, .. } => PatchState::Done(patched),
                Event::Failed { failure, .. } => PatchState::Failed(failure.message),
                _ => return,
            };
            patch.update(|run| {
                if let Some(run) = run {
                    run.state = state;
                }
            });
        });
        self.running(|running| running.patch_ticket = Some(ticket));
    }

    /// Ends the patches, or puts away what came of them.
    pub fn forget_patches(self) {
        let ticket = self.running(|running| running.patch_ticket.take());
        let session = self.running(|running| running.loading.session.clone());
        if let Some((session, ticket)) = session.zip(ticket) {
            session.cancel(ticket);
        }
        if self.inside.patch.with_untracked(Option::is_some) {
            self.inside.patch.set(None);
        }
    }

    /// Asks for all weights of the chosen GPT small, unless they are there.
    pub fn want_weights(self) {
        let Some((session, card)) = self.ready(Lane::Small) else {
            return;
        };
        let weights = self.inside.weights;
        if weights.with_untracked(|drawn| drawn.model == card.id && !drawn.matrices.is_empty()) {
            return;
        }
        let model = card.id.clone();
        let request = |id| Request::Weights { id, model };
        session.send(Lane::Small, request, move |event| {
            if let Event::Weights { matrices, .. } = event {
                let model = card.id.clone();
                weights.set(Drawn { model, matrices });
            }
        });
    }
}
