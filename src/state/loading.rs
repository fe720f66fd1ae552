//! Brings up what runs need: the engine, the models' cards, the models. They arrive in any order, and each may fail and be
//! tried again.

use std::collections::HashMap;

use leptos::prelude::*;
use leptos::task::spawn_local;
use syw_core::card::ModelCard;

use super::{Cause, EngineStatus, Failure, PageState, RunStatus};
use crate::assets::{self, Cached};
use crate::protocol::{self, Event, FailureKind};
use crate::session::{Lane, OpenError, Session};
use crate::t;

/// What has arrived and what is under way.
#[derive(Default)]
pub(super) struct Loading {
    pub(super) session: Option<Session>,
    is_opening: bool,
    have_cards: bool,
    /// A model was another one than its card says: one of the two is of another build.
    are_cards_doubtful: bool,
    /// Whether the whole log of training was asked for.
    is_history_asked: bool,
    loaded: Vec<(Lane, String)>,
    under_way: Vec<(Lane, String)>,
    /// Bytes received and expected, by file.
    progress: HashMap<String, (u64, u64)>,
    /// After a failure, files come from the server again.
    is_cache_refused: bool,
}

impl Loading {
    /// Whether a run can be thought of at all: its model may still have to be fetched.
    pub(super) fn has_started(&self) -> bool {
        self.session.is_some() && self.have_cards
    }

    /// The cards are there.
    pub(super) fn take_cards(&mut self) {
        self.have_cards = true;
        self.are_cards_doubtful = false;
    }

    fn cached(&self) -> Cached {
        if self.is_cache_refused {
            Cached::Refused
        } else {
            Cached::Allowed
        }
    }
}

impl PageState {
    /// Brings up all that is not there yet.
    pub(super) fn boot(self) {
        self.refresh_engine();
        if self.running(|running| {
            running.loading.session.is_none()
                && !std::mem::replace(&mut running.loading.is_opening, true)
        }) {
            spawn_local(self.open_session());
        }
        if !self.running(|running| running.loading.have_cards) {
            spawn_local(self.fetch_cards());
        } else if !self.running(|running| running.loading.is_history_asked) {
            self.check_model();
            spawn_local(self.fetch_history());
        } else if self.history_failure.get_untracked().is_some() {
            spawn_local(self.fetch_history());
        }
    }

    /// Tries again whatever has failed. Nothing that was typed or chosen is lost.
    pub fn retry(self) {
        self.running(|running| {
            running.loading.is_cache_refused = true;
            running.loading.have_cards &= !running.loading.are_cards_doubtful;
        });
        self.large.update(|large| wait_again(&mut large.status));
        self.small_status.update(wait_again);
        self.boot();
        self.retry_figures();
        self.resume_large();
        self.resume_small();
    }

    async fn open_session(self) {
        let cached = self.running(|running| running.loading.cached());
        let progress = move |received, total| self.set_progress("engine", received, total);
        let opened = Session::open(cached, progress, move |lane, message| {
            self.lose_worker(lane, &message)
        })
        .await;
        self.running(|running| running.loading.is_opening = false);
        match opened {
            Ok(session) => {
                self.running(|running| running.loading.session = Some(session));
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
        let cached = self.running(|running| running.loading.cached());
        match assets::cards(cached).await {
            Ok(cards) => {
                self.models.set(cards);
                self.running(|running| running.loading.take_cards());
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
        let card = last.and_then(|last| {
            self.models
                .with_untracked(|models| models.iter().find(|card| card.id == last.id).cloned())
        });
        let Some(card) = card else { return };
        self.history_failure.set(None);
        self.running(|running| running.loading.is_history_asked = true);
        let cached = self.running(|running| running.loading.cached());
        match assets::history(&card, cached).await {
            Ok(history) => self.history.set(history),
            Err(error) => {
                let message = t!("loading-history", reason = error.to_string());
                self.history_failure.set(Some(Failure {
                    cause: Cause::Model,
                    message,
                    can_retry: true,
                }));
            }
        }
    }

    /// A link may name a model that is not shipped (any more).
    fn check_model(self) {
        let Some(id) = self.model.get_untracked() else {
            return;
        };
        let chosen = untrack(|| self.small_card());
        if chosen.is_none_or(|card| card.id != id) {
            self.model.set(None);
            let notice = t!("loading-no-model", model = id);
            self.notices.update(|notices| notices.push(notice));
        }
    }

    /// The session, and the card of the lane's model once that model is loaded. Starts to load it where it is not.
    pub(super) fn ready(self, lane: Lane) -> Option<(Session, ModelCard)> {
        let session = self.running(|running| {
            running
                .loading
                .session
                .clone()
                .filter(|_| running.loading.have_cards)
        })?;
        let card = untrack(|| match lane {
            Lane::Large => self.large_card(),
            Lane::Small => self.small_card(),
        });
        let Some(card) = card else {
            self.fail(lane, model_failure(&t!("loading-not-shipped")));
            return None;
        };
        let place = (lane, card.id.clone());
        if self.running(|running| running.loading.loaded.contains(&place)) {
            return Some((session, card));
        }
        if self.running(|running| {
            let is_new = !running.loading.under_way.contains(&place);
            running.loading.under_way.push(place.clone());
            is_new
        }) {
            self.refresh_engine();
            spawn_local(self.load(session, lane, card));
        }
        None
    }

    async fn load(self, session: Session, lane: Lane, card: ModelCard) {
        let cached = self.running(|running| running.loading.cached());
        let name = card.id.clone();
        let fetched = assets::model(&card, cached, |received, total| {
            self.set_progress(&name, received, total)
        })
        .await;
        let place = (lane, card.id.clone());
        let end = move |place: &(Lane, String)| {
            self.running(|running| running.loading.under_way.retain(|loading| loading != place))
        };
        let bytes = match fetched {
            Ok(bytes) => bytes,
            Err(error) => {
                end(&place);
                let failure = Failure {
                    can_retry: error.can_retry(),
                    ..model_failure(&error.to_string())
                };
                self.fail(lane, failure);
                return;
            }
        };
        let file = format!("models/{}/model.onnx", card.id);
        session.load(lane, &card, &bytes, move |event| {
            end(&place);
            match event {
                Event::Failed { failure, .. } => {
                    let is_other = failure.kind == FailureKind::Digest;
                    self.running(|running| running.loading.are_cards_doubtful |= is_other);
                    self.fail(lane, load_failure(&file, &failure));
                }
                _ => {
                    self.running(|running| running.loading.loaded.push(place.clone()));
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
        self.running(|running| {
            running
                .loading
                .progress
                .insert(file.to_owned(), (received, total))
        });
        self.refresh_engine();
    }

    /// The engine is live once each lane has a model; until then it loads, or a lane says why it cannot.
    fn refresh_engine(self) {
        let (is_live, received, total) = self.running(|running| {
            let has = |lane| {
                running
                    .loading
                    .loaded
                    .iter()
                    .any(|(loaded, _)| *loaded == lane)
            };
            // A compressed transfer announces fewer bytes than arrive.
            let add = |(sum, all), &(received, total): &(u64, u64)| {
                (sum + received, all + total.max(received))
            };
            let (received, total) = running.loading.progress.values().fold((0, 0), add);
            (has(Lane::Large) && has(Lane::Small), received, total)
        });
        let statuses = [
            self.large.with_untracked(|large| large.status.clone()),
            self.small_status.get_untracked(),
        ];
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
            self.running(|running| running.loading.is_cache_refused = false);
        }
    }

    /// Shows a failure in the place of a lane's results.
    pub(super) fn fail(self, lane: Lane, failure: Failure) {
        match lane {
            Lane::Large => self
                .large
                .update(|large| large.status = RunStatus::Failed(failure)),
            Lane::Small => self.small_status.set(RunStatus::Failed(failure)),
        }
        self.refresh_engine();
    }

    fn lose_worker(self, lane: Lane, message: &str) {
        self.running(|running| {
            running.tickets.remove(&lane);
            running.loading.loaded.retain(|(loaded, _)| *loaded != lane);
            running
                .loading
                .under_way
                .retain(|(loading, _)| *loading != lane);
        });
        let message = message.replace('\n', " ");
        let message = t!("loading-worker", reason = message);
        self.fail(
            lane,
            Failure {
                cause: Cause::Worker,
                message,
                can_retry: true,
            },
        );
    }
}

fn wait_again(status: &mut RunStatus) {
    if matches!(status, RunStatus::Failed(_)) {
        *status = RunStatus::Waiting;
    }
}

fn model_failure(reason: &str) -> Failure {
    Failure {
        cause: Cause::Model,
        message: t!("loading-model", reason = reason),
        can_retry: true,
    }
}

fn load_failure(file: &str, failure: &protocol::Failure) -> Failure {
    let can_retry = failure.kind == FailureKind::Digest;
    Failure {
        cause: Cause::Model,
        message: t!(
            "loading-model-file",
            file = file,
            reason = failure.message.clone()
        ),
        can_retry,
    }
}

fn open_failure(error: OpenError) -> Failure {
    match error {
        OpenError::NoSimd => Failure {
            cause: Cause::Simd,
            message: t!("loading-simd"),
            can_retry: false,
        },
        OpenError::Fetch(error) => Failure {
            cause: Cause::Engine,
            message: t!("loading-engine", reason = error.to_string()),
            can_retry: true,
        },
        OpenError::Compile(reason) => Failure {
            cause: Cause::Engine,
            message: t!("loading-engine", reason = reason),
            can_retry: true,
        },
    }
}
