//! The figures made of files of results: each file is fetched when its figure comes near the view, and can be tried again.

use std::future::Future;

use leptos::prelude::*;
use leptos::task::spawn_local;
use syw_core::evaluation::{self, Evaluations};
use syw_core::family::Family;
use syw_core::frontier::Frontier;
use syw_core::inside::Inside;
use syw_core::knowledge::KnowledgeReport;
use syw_core::rl_runs::{Measure, RlRuns};

use super::{Cause, Failure, PageState};
use crate::assets::{self, Cached, FetchError};
use crate::live_test::LiveTest;
use crate::t;

/// A file that is fetched when somebody comes to see it.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Arrival<T> {
    /// Nobody has asked for it.
    #[default]
    Unasked,
    UnderWay,
    Here(T),
    Failed(Failure),
}

impl<T> Arrival<T> {
    /// The file, once it is here.
    pub fn here(&self) -> Option<&T> {
        match self {
            Arrival::Here(value) => Some(value),
            _ => None,
        }
    }

    pub fn failure(&self) -> Option<Failure> {
        match self {
            Arrival::Failed(failure) => Some(failure.clone()),
            _ => None,
        }
    }
}

/// What the figures show, and what is chosen in them.
#[derive(Clone, Copy)]
pub struct Figures {
    pub frontier: RwSignal<Arrival<Frontier>>,
    /// The modulus that the frontier is about; `None` for all of them.
    pub frontier_modulus: RwSignal<Option<i64>>,
    pub rl_runs: RwSignal<Arrival<RlRuns>>,
    /// What is shown of the runs of reinforcement learning.
    pub measure: RwSignal<Measure>,
    pub evaluations: RwSignal<Arrival<Evaluations>>,
    pub knowledge: RwSignal<Arrival<KnowledgeReport>>,
    pub inside: RwSignal<Arrival<Inside>>,
    /// The model whose chains the battery alters, by id; `None` for the one that the page follows.
    pub battery_model: RwSignal<Option<String>>,
    /// The family whose chains it alters; `None` for the home rung.
    pub battery_family: RwSignal<Option<Family>>,
    /// The test of the battery that runs or has run here.
    pub live_test: RwSignal<Option<LiveTest>>,
}

impl Figures {
    pub(super) fn new() -> Figures {
        Figures {
            frontier: RwSignal::new(Arrival::Unasked),
            frontier_modulus: RwSignal::new(None),
            rl_runs: RwSignal::new(Arrival::Unasked),
            measure: RwSignal::new(Measure::default()),
            evaluations: RwSignal::new(Arrival::Unasked),
            knowledge: RwSignal::new(Arrival::Unasked),
            inside: RwSignal::new(Arrival::Unasked),
            battery_model: RwSignal::new(None),
            battery_family: RwSignal::new(None),
            live_test: RwSignal::new(None),
        }
    }
}

impl PageState {
    /// Asks for the frontier, unless that was done before.
    pub fn want_frontier(self) {
        if is_unasked(self.figures.frontier) {
            self.fetch_frontier(Cached::Allowed);
        }
    }

    /// Asks for the runs of reinforcement learning, unless that was done before.
    pub fn want_rl_runs(self) {
        if is_unasked(self.figures.rl_runs) {
            self.fetch_rl_runs(Cached::Allowed);
        }
    }

    /// Asks for what was measured of every model, unless that was done before.
    pub fn want_evaluations(self) {
        if is_unasked(self.figures.evaluations) {
            self.fetch_evaluations(Cached::Allowed);
        }
    }

    /// Asks for what was measured inside the models, unless that was done before.
    pub fn want_inside(self) {
        if is_unasked(self.figures.inside) {
            self.fetch_inside(Cached::Allowed);
        }
    }

    /// Asks for what models know before they reason, unless that was done before.
    pub fn want_knowledge(self) {
        if is_unasked(self.figures.knowledge) {
            self.fetch_knowledge(Cached::Allowed);
        }
    }

    /// Shows the battery for a model.
    pub fn choose_battery_model(self, id: String) {
        let is_followed = self.followed_model().as_deref() == Some(&id);
        self.figures.battery_model.set((!is_followed).then_some(id));
    }

    /// Shows the battery for a family; `None` for the home rung.
    pub fn choose_battery_family(self, family: Option<Family>) {
        self.figures.battery_family.set(family);
    }

    /// The problems that the battery is shown for.
    pub fn battery_set(self) -> evaluation::Set {
        self.figures
            .battery_family
            .get()
            .map_or(evaluation::Set::Home, evaluation::Set::Family)
    }

    /// The model that the page follows: the end of the followed seed's reinforcement learning.
    pub fn followed_model(self) -> Option<String> {
        self.checkpoints().pop().map(|last| last.id)
    }

    /// Shows the frontier for one modulus of training, or for all.
    pub fn choose_frontier_modulus(self, modulus: Option<i64>) {
        self.figures.frontier_modulus.set(modulus);
    }

    pub fn choose_measure(self, measure: Measure) {
        self.figures.measure.set(measure);
    }

    pub(super) fn retry_figures(self) {
        if has_failed(self.figures.frontier) {
            self.fetch_frontier(Cached::Refused);
        }
        if has_failed(self.figures.rl_runs) {
            self.fetch_rl_runs(Cached::Refused);
        }
        if has_failed(self.figures.evaluations) {
            self.fetch_evaluations(Cached::Refused);
        }
        if has_failed(self.figures.inside) {
            self.fetch_inside(Cached::Refused);
        }
        if has_failed(self.figures.knowledge) {
            self.fetch_knowledge(Cached::Refused);
        }
        self.retry_maps();
        self.retry_hidden();
        self.retry_watchers();
        self.retry_thoughts();
        self.retry_debate();
        self.retry_plane();
        self.retry_lesson();
    }

    fn fetch_evaluations(self, cached: Cached) {
        let into = self.figures.evaluations;
        fetch(
            into,
            t!("results-measurements"),
            assets::evaluations(cached),
        );
    }

    fn fetch_inside(self, cached: Cached) {
        let into = self.figures.inside;
        fetch(into, t!("results-inside"), assets::inside(cached));
    }

    fn fetch_knowledge(self, cached: Cached) {
        let into = self.figures.knowledge;
        fetch(into, t!("results-knowledge"), assets::knowledge(cached));
    }

    fn fetch_frontier(self, cached: Cached) {
        let into = self.figures.frontier;
        fetch(into, t!("results-frontier"), assets::frontier(cached));
    }

    fn fetch_rl_runs(self, cached: Cached) {
        let into = self.figures.rl_runs;
        fetch(into, t!("results-rl-runs"), assets::rl_runs(cached));
    }
}

pub(super) fn is_unasked<T: Send + Sync + PartialEq + 'static>(file: RwSignal<Arrival<T>>) -> bool {
    file.with_untracked(|now| *now == Arrival::Unasked)
}

pub(super) fn has_failed<T: Send + Sync + 'static>(file: RwSignal<Arrival<T>>) -> bool {
    file.with_untracked(|now| now.failure().is_some())
}

/// Asks for a file of results. `what` names it in the message of a failure.
pub(super) fn fetch<T: Send + Sync + 'static>(
    into: RwSignal<Arrival<T>>,
    what: impl Into<String> + 'static,
    file: impl Future<Output = Result<T, FetchError>> + 'static,
) {
    into.set(Arrival::UnderWay);
    let what = what.into();
    spawn_local(async move {
        into.set(match file.await {
            Ok(value) => Arrival::Here(value),
            Err(error) => Arrival::Failed(Failure {
                cause: Cause::Results,
                message: t!(
                    "results-cannot-be-shown",
                    what = what,
                    reason = error.to_string()
                ),
                can_retry: error.can_retry(),
            }),
        });
    });
}
