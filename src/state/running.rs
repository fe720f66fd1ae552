//! What runs after a change. Each lane has at most one run; a later one cancels it.
//!
//! A run needs the engine, the cards and its model, which arrive in any order: whatever arrives calls `resume_*`, which
//! goes as far as it can. `run_*` is for a change that makes the results on the page stale.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use syw_core::Token;
use syw_core::card::{Answers, ModelCard};
use syw_core::intervention::Expectation;
use syw_core::prompt::{MAX_LENGTH, direct_prompt, prompt};

use super::{Cause, EngineStatus, Failure, LargeView, PageState, RunStatus};
use crate::assets::{self, Cached};
use crate::completion::{Completion, Origin, TokenView};
use crate::edit::{Edit, EditView, response, sentence};
use crate::protocol::{self, Event, FailureKind, Request, Sampling};
use crate::session::{Lane, OpenError, Session, Ticket};

/// An answer is a sign, two digits and `<end>` at most.
const MAX_ANSWER: usize = 4;

/// What is under way, and what has arrived.
#[derive(Default)]
pub(super) struct Running {
    pub(super) undo: Vec<Option<Edit>>,
    pub(super) n_draws: u64,
    /// Whether `original` is a whole completion, recorded or live.
    pub(super) is_original_whole: bool,
    session: Option<Session>,
    is_opening: bool,
    have_cards: bool,
    loaded: Vec<(Lane, String)>,
    loading: Vec<(Lane, String)>,
    tickets: HashMap<Lane, Vec<Ticket>>,
    /// Bytes received and expected, by file.
    progress: HashMap<String, (u64, u64)>,
    /// After a failure, files come from the server again.
    is_cache_refused: bool,
}

impl Running {
    fn cached(&self) -> Cached {
        if self.is_cache_refused { Cached::Refused } else { Cached::Allowed }
    }

    /// Ends what runs in a lane. Its events are not heard any more.
    fn cancel(&mut self, lane: Lane) {
        let tickets = self.tickets.remove(&lane).unwrap_or_default();
        if let Some(session) = &self.session {
            tickets.into_iter().for_each(|ticket| session.cancel(ticket));
        }
    }
}

impl PageState {
    /// Brings up all that is not there yet.
    pub(super) fn boot(self) {
        self.refresh_engine();
        if self.running(|running| running.session.is_none() && !std::mem::replace(&mut running.is_opening, true)) {
            spawn_local(self.open_session());
        }
        if !self.running(|running| running.have_cards) {
            spawn_local(self.fetch_cards());
        } else if self.history_failure.get_untracked().is_some() {
            spawn_local(self.fetch_history());
        }
    }

    /// Tries again whatever has failed. Nothing that was typed or chosen is lost.
    pub fn retry(self) {
        self.running(|running| running.is_cache_refused = true);
        self.large.update(|large| wait_again(&mut large.status));
        self.small_status.update(wait_again);
        self.boot();
        self.resume_large();
        self.resume_small();
    }

    async fn open_session(self) {
        let cached = self.running(|running| running.cached());
        let progress = move |received, total| self.set_progress("engine", received, total);
        let opened = Session::open(cached, progress, move |lane, message| self.lose_worker(lane, &message)).await;
        self.running(|running| running.is_opening = false);
        match opened {
            Ok(session) => {
                self.running(|running| running.session = Some(session));
                self.resume_large();
                self.resume_small();
            }
            Err(error) => {
                let failure = open_failure(error);
                self.fail(Lane::Large, failure.clone());
                self.fail(Lane::Small, failure);
            }
        }
    }

    async fn fetch_cards(self) {
        let cached = self.running(|running| running.cached());
        match assets::cards(cached).await {
            Ok(cards) => {
                self.models.set(cards);
                self.running(|running| running.have_cards = true);
                self.check_model();
                self.resume_large();
                self.resume_small();
                self.fetch_history().await;
            }
            Err(error) => {
                let failure = model_failure(&error.to_string());
                self.fail(Lane::Large, failure.clone());
                self.fail(Lane::Small, failure);
            }
        }
    }

    async fn fetch_history(self) {
        let last = untrack(|| self.checkpoints()).pop();
        let card = last.and_then(|last| self.models.with_untracked(|models| models.iter().find(|card| card.id == last.id).cloned()));
        let Some(card) = card else { return };
        self.history_failure.set(None);
        let cached = self.running(|running| running.cached());
        match assets::history(&card, cached).await {
            Ok(history) => self.history.set(history),
            Err(error) => {
                let message = format!("The log of the training cannot be shown: {error}.");
                self.history_failure.set(Some(Failure { cause: Cause::Model, message, can_retry: true }));
            }
        }
    }

    /// A link may name a model that is not shipped (any more).
    fn check_model(self) {
        let Some(id) = self.model.get_untracked() else { return };
        let chosen = untrack(|| self.small_card());
        if chosen.is_none_or(|card| card.id != id) {
            self.model.set(None);
            let notice = format!("There is no small model \u{201c}{id}\u{201d} on this page: the default one is used instead.");
            self.notices.update(|notices| notices.push(notice));
        }
    }

    /// The session, and the card of the lane's model once that model is loaded. Starts to load it where it is not.
    fn ready(self, lane: Lane) -> Option<(Session, ModelCard)> {
        let session = self.running(|running| running.session.clone().filter(|_| running.have_cards))?;
        let card = untrack(|| match lane {
            Lane::Large => self.large_card(),
            Lane::Small => self.small_card(),
        });
        let Some(card) = card else {
            self.fail(lane, model_failure("no such model is shipped with this page"));
            return None;
        };
        let place = (lane, card.id.clone());
        if self.running(|running| running.loaded.contains(&place)) {
            return Some((session, card));
        }
        if self.running(|running| {
            let is_new = !running.loading.contains(&place);
            running.loading.push(place.clone());
            is_new
        }) {
            self.refresh_engine();
            spawn_local(self.load(session, lane, card));
        }
        None
    }

    async fn load(self, session: Session, lane: Lane, card: ModelCard) {
        let cached = self.running(|running| running.cached());
        let name = card.id.clone();
        let fetched = assets::model(&card, cached, |received, total| self.set_progress(&name, received, total)).await;
        let place = (lane, card.id.clone());
        let end = move |place: &(Lane, String)| self.running(|running| running.loading.retain(|loading| loading != place));
        let bytes = match fetched {
            Ok(bytes) => bytes,
            Err(error) => {
                end(&place);
                self.fail(lane, model_failure(&error.to_string()));
                return;
            }
        };
        let file = format!("models/{}/model.onnx", card.id);
        session.load(lane, &card, &bytes, move |event| {
            end(&place);
            match event {
                Event::Failed { failure, .. } => self.fail(lane, load_failure(&file, &failure)),
                _ => {
                    self.running(|running| running.loaded.push(place.clone()));
                    self.refresh_engine();
                    match lane {
                        Lane::Large => self.resume_large(),
                        Lane::Small => self.resume_small(),
                    }
                }
            }
        });
    }

    fn set_progress(self, file: &str, received: u64, total: u64) {
        self.running(|running| running.progress.insert(file.to_owned(), (received, total)));
        self.refresh_engine();
    }

    /// The engine is live once each lane has a model; until then it loads, or a lane says why it cannot.
    fn refresh_engine(self) {
        let (is_live, received, total) = self.running(|running| {
            let has = |lane| running.loaded.iter().any(|(loaded, _)| *loaded == lane);
            // A compressed transfer announces fewer bytes than arrive.
            let add = |(sum, all), &(received, total): &(u64, u64)| (sum + received, all + total.max(received));
            let (received, total) = running.progress.values().fold((0, 0), add);
            (has(Lane::Large) && has(Lane::Small), received, total)
        });
        let statuses = [self.large.with_untracked(|large| large.status.clone()), self.small_status.get_untracked()];
        let failure = statuses.into_iter().find_map(|status| match status {
            RunStatus::Failed(failure) => Some(failure),
            _ => None,
        });
        let status = match failure {
            _ if is_live => EngineStatus::Live,
            Some(failure) => EngineStatus::Failed(failure),
            None => EngineStatus::Loading { received, total },
        };
        if self.engine.with_untracked(|engine| *engine != status) {
            self.engine.set(status);
        }
        if is_live {
            self.running(|running| running.is_cache_refused = false);
        }
    }

    /// Shows a failure in the place of a lane's results.
    fn fail(self, lane: Lane, failure: Failure) {
        match lane {
            Lane::Large => self.large.update(|large| large.status = RunStatus::Failed(failure)),
            Lane::Small => self.small_status.set(RunStatus::Failed(failure)),
        }
        self.refresh_engine();
    }

    fn lose_worker(self, lane: Lane, message: &str) {
        self.running(|running| {
            running.tickets.remove(&lane);
            running.loaded.retain(|(loaded, _)| *loaded != lane);
            running.loading.retain(|(loading, _)| *loading != lane);
        });
        let message = message.replace('\n', " ");
        let message = format!("The engine stopped ({message}). What you typed is kept: try again to start it anew.");
        self.fail(lane, Failure { cause: Cause::Worker, message, can_retry: true });
    }

    // GPT large

    /// Answers anew: the answer on the page is not about what is chosen now.
    pub(super) fn run_large(self) {
        self.running(|running| running.cancel(Lane::Large));
        let status = self.large.with_untracked(|large| self.status_after_change(&large.status));
        self.large.set(LargeView { status, ..LargeView::default() });
        self.resume_large();
    }

    fn resume_large(self) {
        if self.large.with_untracked(|large| matches!(large.status, RunStatus::Failed(_))) {
            return;
        }
        let Some((session, card)) = self.ready(Lane::Large) else { return };
        self.running(|running| running.cancel(Lane::Large));
        let prefix = self.problem.with_untracked(direct_prompt);
        if self.large.with_untracked(|large| large.status != RunStatus::Recorded) {
            self.large.update(|large| large.status = RunStatus::Running);
        }
        // Shown when both requests have ended: an answer without its distribution would be half a result.
        let result = Rc::new(RefCell::new(LargeView::default()));
        let n_ended = Rc::new(Cell::new(0));
        let on_event = move |event: Event| {
            let is_last = event.is_last();
            match event {
                Event::Token { token, prob, top, .. } => {
                    result.borrow_mut().written.views.push(written(token, prob, top));
                }
                Event::Distribution { probs, .. } => result.borrow_mut().probs = probs,
                Event::Failed { failure, .. } => return self.fail(Lane::Large, run_failure(&failure)),
                _ => {}
            }
            n_ended.set(n_ended.get() + u32::from(is_last));
            if is_last && n_ended.get() == 2 {
                self.large.set(LargeView { status: RunStatus::Done, ..result.take() });
            }
        };
        let sampling = Sampling::Greedy;
        let (model, text) = (card.id.clone(), prefix.clone());
        let complete = |id| Request::Complete { id, model, prefix: text, sampling, max_new: MAX_ANSWER };
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
        let status = self.small_status.with_untracked(|status| self.status_after_change(status));
        self.small_status.set(status);
        self.resume_small();
    }

    /// A change is another try, unless what failed is needed by every run.
    fn status_after_change(self, status: &RunStatus) -> RunStatus {
        let can_run = self.running(|running| running.session.is_some() && running.have_cards);
        match status {
            RunStatus::Failed(failure) if !can_run => RunStatus::Failed(failure.clone()),
            _ => RunStatus::Waiting,
        }
    }

    fn resume_small(self) {
        if matches!(self.small_status.get_untracked(), RunStatus::Failed(_)) {
            return;
        }
        let Some((session, card)) = self.ready(Lane::Small) else { return };
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
            Event::Token { token, prob, top, .. } => {
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
        let ticket = session.send(Lane::Small, |id| Request::Complete { id, model, prefix, sampling, max_new }, on_event);
        self.running(|running| running.tickets.insert(Lane::Small, vec![ticket]));
    }

    fn sampling(self) -> Sampling {
        let (temperature, seed) = (self.temperature.get_untracked(), self.seed.get_untracked());
        if temperature > 0.0 { Sampling::Seeded { temperature, seed } } else { Sampling::Greedy }
    }

    /// Puts an edit in force, or none.
    pub(super) fn set_edit(self, edit: Option<Edit>) {
        let is_same = self.edit.with_untracked(|view| view.as_ref().map(|view| &view.edit) == edit.as_ref());
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
            return if !is_failed { self.small_status.set(RunStatus::Done) };
        };
        let problem = self.problem.get_untracked();
        let original = self.original.with_untracked(Completion::tokens);
        let edited = view.edit.apply(&original, &problem).map_err(|error| error.to_string());
        let text = prompt(&problem);
        let edited = edited.and_then(|edited| match text.len() + edited.kept.len() {
            0..=MAX_LENGTH => Ok(edited),
            _ => Err("that is longer than the model can read".into()),
        });
        let edited = match edited {
            Ok(edited) => edited,
            Err(reason) => {
                self.edit.set(Some(EditView { sentence: format!("Nothing was changed: {reason}."), ..view }));
                return self.small_status.set(RunStatus::Done);
            }
        };
        let expectation = edited.expectation;
        self.edited.set(Some(Completion::forced(&edited.kept, &original)));
        self.edit.set(Some(EditView { n_kept: edited.kept.len(), expectation: Some(expectation), ..view }));
        self.small_status.set(RunStatus::Waiting);
        if let Some((session, card)) = self.ready(Lane::Small) {
            self.continue_edit(&session, card, text, &edited.kept, expectation);
        }
    }

    fn continue_edit(self, session: &Session, card: ModelCard, prompt: Vec<Token>, kept: &[Token], expectation: Expectation) {
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
                Event::Token { position, token, prob, top, .. } => self.edited.update(|edited| {
                    let views = edited.get_or_insert_default();
                    match views.views.get_mut(position - from) {
                        Some(view) => (view.prob, view.top) = (Some(prob), top),
                        None => views.views.push(written(token, prob, top)),
                    }
                }),
                Event::Failed { failure, .. } => return self.fail(Lane::Small, run_failure(&failure)),
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
            tickets.push(session.send(Lane::Small, |id| Request::Score { id, model, text, from }, on_event.clone()));
        }
        if goes_on {
            let (model, sampling) = (card.id, self.sampling());
            let complete = |id| Request::Complete { id, model, prefix: text, sampling, max_new };
            tickets.push(session.send(Lane::Small, complete, on_event));
        }
        self.running(|running| running.tickets.insert(Lane::Small, tickets));
    }

    fn judge_edit(self, expectation: Expectation) {
        let before = self.original.with_untracked(Completion::answer);
        let after = self.edited.with_untracked(|edited| edited.as_ref().and_then(Completion::answer));
        self.edit.update(|view| {
            if let Some(view) = view {
                view.response = Some(response(before, after, expectation));
                view.sentence = sentence(before, after, expectation);
            }
        });
        self.small_status.set(RunStatus::Done);
    }
}

fn wait_again(status: &mut RunStatus) {
    if matches!(status, RunStatus::Failed(_)) {
        *status = RunStatus::Waiting;
    }
}

fn written(token: Token, prob: f32, top: Vec<(Token, f32)>) -> TokenView {
    TokenView { token, prob: Some(prob), top, origin: Origin::Written }
}

fn model_failure(reason: &str) -> Failure {
    Failure { cause: Cause::Model, message: format!("A model cannot be used: {reason}."), can_retry: true }
}

fn load_failure(file: &str, failure: &protocol::Failure) -> Failure {
    let can_retry = failure.kind == FailureKind::Digest;
    Failure { can_retry, ..model_failure(&format!("{file}: {}", failure.message)) }
}

fn run_failure(failure: &protocol::Failure) -> Failure {
    let can_retry = failure.kind == FailureKind::NotLoaded;
    Failure { cause: Cause::Engine, message: format!("The engine could not answer: {}.", failure.message), can_retry }
}

fn open_failure(error: OpenError) -> Failure {
    match error {
        OpenError::NoSimd => Failure {
            cause: Cause::Simd,
            message: "This browser has no WebAssembly SIMD, which the models need. Any Chrome or Edge from 91, Firefox from 89 \
                      or Safari from 16.4 has it. The recorded results can still be read."
                .into(),
            can_retry: false,
        },
        OpenError::Fetch(error) => {
            Failure { cause: Cause::Engine, message: format!("The engine cannot start: {error}."), can_retry: true }
        }
        OpenError::Compile(reason) => {
            Failure { cause: Cause::Engine, message: format!("The engine cannot start: {reason}."), can_retry: true }
        }
    }
}
