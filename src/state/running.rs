//! What runs after a change. Each lane has at most one run; a later one cancels it.
//!
//! A run needs the engine, the cards and its model (`loading.rs`), which arrive in any order: whatever arrives calls
//! `resume_*`, which goes as far as it can. `run_*` is for a change that makes the results on the page stale.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use leptos::prelude::*;
use syw_core::Token;
use syw_core::card::{Answers, ModelCard};
use syw_core::prompt::{MAX_LENGTH, direct_prompt, prompt};
use syw_core::response::{Expectation, respond};

use super::desk::Desks;
use super::loading::Loading;
use super::thoughts::Thinker;
use super::{Cause, Failure, LargeView, PageState, RunStatus};
use crate::completion::{Completion, Origin, TokenView};
use crate::edit::{Edit, EditView, sentence};
use crate::protocol::{self, Event, FailureKind, Request, Sampling};
use crate::refusals::not_applicable;
use crate::session::{Lane, Pool, Session, Ticket};
use crate::t;

/// An answer is a sign, two digits and `<end>` at most.
const MAX_ANSWER: usize = 4;

/// What is no signal: nothing on the page shows it.
#[derive(Default)]
pub(super) struct Running {
    pub(super) undo: Vec<Option<Edit>>,
    pub(super) n_draws: u64,
    /// Counts sweeps and their ends, so that one that is still starting knows whether it is wanted.
    pub(super) n_sweeps: u64,
    pub(super) pool: Option<Pool>,
    /// The same for the battery.
    pub(super) n_live_tests: u64,
    pub(super) live_test_pool: Option<Pool>,
    pub(super) desks: Desks,
    pub(super) watch: super::watchers::Watch,
    pub(super) thinker: Thinker,
    /// Whether `original` is a whole completion, recorded or live.
    pub(super) is_original_whole: bool,
    pub(super) loading: Loading,
    /// The window around the frame that the page is in.
    pub(super) host: Option<super::host::Host>,
    pub(super) tickets: HashMap<Lane, Vec<Ticket>>,
    pub(super) patch_ticket: Option<Ticket>,
}

impl Running {
    /// Ends what runs in a lane. Its events are not heard any more.
    fn cancel(&mut self, lane: Lane) {
        let tickets = self.tickets.remove(&lane).unwrap_or_default();
        if let Some(session) = &self.loading.session {
            tickets
                .into_iter()
                .for_each(|ticket| session.cancel(ticket));
        }
    }
}

impl PageState {
    // GPT large

    /// Answers anew: the answer on the page is not about what is chosen now.
    pub(super) fn run_large(self) {
        self.running(|running| running.cancel(Lane::Large));
        let status = self
            .large
            .with_untracked(|large| self.status_after_change(&large.status));
        self.large.set(LargeView {
            status,
            ..LargeView::default()
        });
        self.resume_large();
    }

    pub(super) fn resume_large(self) {
        if self
            .large
            .with_untracked(|large| matches!(large.status, RunStatus::Failed(_)))
        {
            return;
        }
        let Some((session, card)) = self.ready(Lane::Large) else {
            return;
        };
        self.running(|running| running.cancel(Lane::Large));
        let prefix = self.problem.with_untracked(direct_prompt);
        if self
            .large
            .with_untracked(|large| large.status != RunStatus::Recorded)
        {
            self.large.update(|large| large.status = RunStatus::Running);
        }
        // Shown when both requests have ended: an answer without its distribution would be half a result.
        let result = Rc::new(RefCell::new(LargeView::default()));
        let n_ended = Rc::new(Cell::new(0));
        let on_event = move |event: Event| {
            let is_last = event.is_last();
            match event {
                Event::Token {
                    token, prob, top, ..
                } => {
                    result
                        .borrow_mut()
                        .written
                        .views
                        .push(written(token, prob, top));
                }
                Event::Distribution { probs, .. } => result.borrow_mut().probs = probs,
                Event::Failed { failure, .. } => {
                    return self.fail(Lane::Large, run_failure(&failure));
                }
                _ => {}
            }
            n_ended.set(n_ended.get() + u32::from(is_last));
            if is_last && n_ended.get() == 2 {
                self.large.set(LargeView {
                    status: RunStatus::Done,
                    ..result.take()
                });
            }
        };
        let sampling = Sampling::Greedy;
        let (model, text) = (card.id.clone(), prefix.clone());
        let complete = |id| Request::Complete {
            id,
            model,
            prefix: text,
            sampling,
            max_new: MAX_ANSWER,
        };
        let model = card.id;
        let distribution = |id| Request::Distribution { id, model, prefix };
        let tickets = vec![
            session.send(Lane::Large, complete, on_event.clone()),
            session.send(Lane::Large, distribution, on_event),
        ];
        self.running(|running| running.tickets.insert(Lane::Large, tickets));
    }

    // GPT small

    /// Writes anew: the completion on the page is not about what is chosen now. The edit stays and is made again.
    pub(super) fn run_small(self) {
        self.running(|running| {
            running.cancel(Lane::Small);
            running.is_original_whole = false;
        });
        self.original.set(Completion::default());
        self.edited.set(None);
        let status = self
            .small_status
            .with_untracked(|status| self.status_after_change(status));
        self.small_status.set(status);
        self.resume_small();
    }

    /// A change is another try, unless what failed is needed by every run.
    fn status_after_change(self, status: &RunStatus) -> RunStatus {
        let can_run = self.running(|running| running.loading.has_started());
        match status {
            RunStatus::Failed(failure) if !can_run => RunStatus::Failed(failure.clone()),
            _ => RunStatus::Waiting,
        }
    }

    pub(super) fn resume_small(self) {
        if matches!(self.small_status.get_untracked(), RunStatus::Failed(_)) {
            return;
        }
        let Some((session, card)) = self.ready(Lane::Small) else {
            return;
        };
        self.running(|running| running.cancel(Lane::Small));
        // A whole completion stays on the page until the new one is whole too: most often they are the same.
        let is_quiet = self.running(|running| running.is_original_whole);
        if !is_quiet {
            self.small_status.set(RunStatus::Running);
        }
        let mut prefix = self.problem.with_untracked(prompt);
        let mut completion = Completion::default();
        if card.answers == Answers::Direct {
            prefix.push(Token::ANSWER);
            completion = Completion::forced(&[Token::ANSWER], &[Token::ANSWER]);
        }
        let on_event = move |event: Event| match event {
            Event::Token {
                token, prob, top, ..
            } => {
                completion.views.push(written(token, prob, top));
                if !is_quiet {
                    self.original.set(completion.clone());
                }
            }
            Event::Done { .. } => {
                self.original.set(completion.clone());
                self.running(|running| running.is_original_whole = true);
                self.resume_edit();
            }
            Event::Failed { failure, .. } => self.fail(Lane::Small, run_failure(&failure)),
            _ => {}
        };
        let (model, sampling) = (card.id, self.sampling());
        let max_new = MAX_LENGTH.saturating_sub(prefix.len());
        let ticket = session.send(
            Lane::Small,
            |id| Request::Complete {
                id,
                model,
                prefix,
                sampling,
                max_new,
            },
            on_event,
        );
        self.running(|running| running.tickets.insert(Lane::Small, vec![ticket]));
    }

    fn sampling(self) -> Sampling {
        let (temperature, seed) = (self.temperature.get_untracked(), self.seed.get_untracked());
        if temperature > 0.0 {
            Sampling::Seeded { temperature, seed }
        } else {
            Sampling::Greedy
        }
    }

    /// Puts an edit in force, or none.
    pub(super) fn set_edit(self, edit: Option<Edit>) {
        let is_same = self
            .edit
            .with_untracked(|view| view.as_ref().map(|view| &view.edit) == edit.as_ref());
        if is_same {
            return;
        }
        self.edited.set(None);
        self.edit.set(edit.map(EditView::new));
        if self.running(|running| running.is_original_whole) {
            self.running(|running| running.cancel(Lane::Small));
            self.resume_edit();
        }
    }

    /// Forgets the edit and the ones before it.
    pub(super) fn forget_edit(self) {
        self.running(|running| running.undo.clear());
        self.can_undo.set(false);
        self.edit.set(None);
        self.edited.set(None);
    }

    /// Makes the edit to the original completion, which is whole, and lets the model go on after it.
    fn resume_edit(self) {
        let Some(view) = self.edit.get_untracked() else {
            let is_failed = matches!(self.small_status.get_untracked(), RunStatus::Failed(_));
            return if !is_failed {
                self.small_status.set(RunStatus::Done)
            };
        };
        let problem = self.problem.get_untracked();
        let original = self.original.with_untracked(Completion::tokens);
        let edited = view.edit.apply(&original, &problem).map_err(not_applicable);
        let text = prompt(&problem);
        let edited = edited.and_then(|edited| match text.len() + edited.kept.len() {
            0..=MAX_LENGTH => Ok(edited),
            _ => Err(t!("edit-too-long")),
        });
        let edited = match edited {
            Ok(edited) => edited,
            Err(reason) => {
                self.edit.set(Some(EditView {
                    sentence: t!("change-nothing", reason = reason),
                    ..view
                }));
                return self.small_status.set(RunStatus::Done);
            }
        };
        let expectation = edited.expectation;
        self.edited
            .set(Some(Completion::forced(&edited.kept, &original)));
        self.edit.set(Some(EditView {
            n_kept: edited.kept.len(),
            expectation: Some(expectation),
            ..view
        }));
        self.small_status.set(RunStatus::Waiting);
        if let Some((session, card)) = self.ready(Lane::Small) {
            self.continue_edit(&session, card, text, &edited.kept, expectation);
        }
    }

    fn continue_edit(
        self,
        session: &Session,
        card: ModelCard,
        prompt: Vec<Token>,
        kept: &[Token],
        expectation: Expectation,
    ) {
        self.small_status.set(RunStatus::Running);
        let from = prompt.len();
        let text = [prompt, kept.to_vec()].concat();
        let max_new = MAX_LENGTH - text.len();
        let goes_on = max_new > 0 && kept.last() != Some(&Token::END);
        let n_requests = u32::from(!kept.is_empty()) + u32::from(goes_on);
        let n_ended = Rc::new(Cell::new(0));
        let on_event = move |event: Event| {
            let is_last = event.is_last();
            match event {
                Event::Token {
                    position,
                    token,
                    prob,
                    top,
                    ..
                } => self.edited.update(|edited| {
                    let views = edited.get_or_insert_default();
                    match views.views.get_mut(position - from) {
                        Some(view) => (view.prob, view.top) = (Some(prob), top),
                        None => views.views.push(written(token, prob, top)),
                    }
                }),
                Event::Failed { failure, .. } => {
                    return self.fail(Lane::Small, run_failure(&failure));
                }
                _ => {}
            }
            n_ended.set(n_ended.get() + u32::from(is_last));
            if is_last && n_ended.get() == n_requests {
                self.judge_edit(expectation);
            }
        };
        let mut tickets = Vec::new();
        if !kept.is_empty() {
            let (model, text) = (card.id.clone(), text.clone());
            tickets.push(session.send(
                Lane::Small,
                |id| Request::Score {
                    id,
                    model,
                    text,
                    from,
                },
                on_event.clone(),
            ));
        }
        if goes_on {
            let (model, sampling) = (card.id, self.sampling());
            let complete = |id| Request::Complete {
                id,
                model,
                prefix: text,
                sampling,
                max_new,
            };
            tickets.push(session.send(Lane::Small, complete, on_event));
        }
        self.running(|running| running.tickets.insert(Lane::Small, tickets));
    }

    fn judge_edit(self, expectation: Expectation) {
        let before = self.original.with_untracked(Completion::answer);
        let after = self
            .edited
            .with_untracked(|edited| edited.as_ref().and_then(Completion::answer));
        self.edit.update(|view| {
            if let Some(view) = view {
                view.response = Some(respond(before, after, expectation));
                view.sentence = sentence(before, after, expectation);
            }
        });
        self.small_status.set(RunStatus::Done);
    }
}

fn written(token: Token, prob: f32, top: Vec<(Token, f32)>) -> TokenView {
    TokenView {
        token,
        prob: Some(prob),
        top,
        origin: Origin::Written,
    }
}

fn run_failure(failure: &protocol::Failure) -> Failure {
    let can_retry = failure.kind == FailureKind::NotLoaded;
    Failure {
        cause: Cause::Engine,
        message: t!("loading-run", reason = failure.message.clone()),
        can_retry,
    }
}
