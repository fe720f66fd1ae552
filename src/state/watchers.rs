//! The watchers: a chain that a monitor looks at, and what three systems tell the user. Run in a worker of its own, on the
//! problem of the duel.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use syw_core::card::{ModelCard, Size};
use syw_core::corpus::line_prompt;
use syw_core::prompt::{MAX_LENGTH, prompt};
use syw_core::watchers::{System, WatchersReport, monitor_texts};
use syw_core::{Problem, Token, chain};

use super::figures::{fetch, has_failed, is_unasked};
use super::side::{Bench, Refusal, Side};
use super::views::followed_seed;
use super::{Arrival, Cause, Failure, PageState};
use crate::assets::{self, Cached};
use crate::t;
use crate::watching::{Author, Telling, Watching, alter, judged, probability, with_modulus};

/// What the figures show, and what is chosen in them.
#[derive(Clone, Copy)]
pub struct Watchers {
    pub file: RwSignal<Arrival<WatchersReport>>,
    /// Whether a reader has come near: only then do models run.
    pub is_near: RwSignal<bool>,
    /// Whose chain is watched.
    pub author: RwSignal<Author>,
    /// The step whose result the reader alters.
    pub altered: RwSignal<Option<usize>>,
    /// What was watched last; it stays while the next is under way.
    pub watching: RwSignal<Option<Watching>>,
    /// Whether the problem that users ask is a marked one.
    pub is_marked: RwSignal<bool>,
    /// What they were told last, and about which problem.
    pub told: RwSignal<Option<(Problem, Vec<Telling>)>>,
    /// Why nothing runs.
    pub failure: RwSignal<Option<Failure>>,
}

/// The worker, and the count of what was asked of it, by which a late answer is known as one.
#[derive(Default)]
pub(super) struct Watch {
    side: Rc<RefCell<Side>>,
    n_watched: u64,
    n_told: u64,
}

impl Watchers {
    pub(super) fn new() -> Watchers {
        Watchers {
            file: RwSignal::new(Arrival::Unasked),
            is_near: RwSignal::new(false),
            author: RwSignal::new(Author::default()),
            altered: RwSignal::new(None),
            watching: RwSignal::new(None),
            is_marked: RwSignal::new(true),
            told: RwSignal::new(None),
            failure: RwSignal::new(None),
        }
    }
}

impl PageState {
    /// Asks for what was measured of watchers, unless that was done before, and lets them work.
    pub fn want_watchers(self) {
        if is_unasked(self.watchers.file) {
            self.fetch_watchers(Cached::Allowed);
        }
        self.want_evaluations();
        self.watchers.is_near.set(true);
    }

    /// Has another system's chain watched.
    pub fn watch_author(self, author: Author) {
        self.watchers.altered.set(None);
        self.watchers.author.set(author);
    }

    /// Alters the result of a step, or takes that back.
    pub fn alter_watched(self, step: usize) {
        self.watchers
            .altered
            .update(|altered| *altered = (*altered != Some(step)).then_some(step));
    }

    /// Lets the monitor look at a chain for the problem on the page. Tracks all that this depends on.
    pub fn watch(self) {
        let problem = self.problem.get();
        let (author, altered) = (self.watchers.author.get(), self.watchers.altered.get());
        let Some(bench) = self.watchers_bench() else {
            return;
        };
        let (writer, monitor) = (self.of_arm(author.arm()), self.of_arm("monitor"));
        let (Some(writer), Some(monitor)) = (writer, monitor) else {
            return;
        };
        let asked = self.running(|running| {
            running.watch.n_watched += 1;
            running.watch.n_watched
        });
        spawn_local(async move {
            let seen = watched(&bench, &writer, &monitor, &problem, author, altered).await;
            if self.running(|running| running.watch.n_watched) == asked {
                self.show_or_fail(seen, |seen| self.watchers.watching.set(Some(seen)));
            }
        });
    }

    /// Lets the three systems tell the user about the problem on the page. Tracks all that this depends on.
    pub fn tell_user(self) {
        let problem = self.problem.get();
        let problem = with_modulus(&problem, self.watchers.is_marked.get());
        let Some(bench) = self.watchers_bench() else {
            return;
        };
        let cards = System::ALL.map(|system| self.of_arm(system.arm()));
        let [Some(reasoner), Some(output), Some(everywhere)] = cards else {
            return;
        };
        let Some(face) = self.of_arm("face") else {
            return;
        };
        let asked = self.running(|running| {
            running.watch.n_told += 1;
            running.watch.n_told
        });
        spawn_local(async move {
            let told = told(&bench, [&reasoner, &output, &everywhere], &face, &problem).await;
            if self.running(|running| running.watch.n_told) == asked {
                self.show_or_fail(told, |told| self.watchers.told.set(Some((problem, told))));
            }
        });
    }

    pub(super) fn retry_watchers(self) {
        if has_failed(self.watchers.file) {
            self.fetch_watchers(Cached::Refused);
        }
        if self.watchers.failure.get_untracked().is_some() {
            self.running(|running| running.watch.side.borrow_mut().refuse_cache());
            self.watchers.failure.set(None);
        }
    }

    fn fetch_watchers(self, cached: Cached) {
        let what = t!("watchers-file");
        fetch(self.watchers.file, what, assets::watchers(cached));
    }

    /// The worker, once a reader is near, the engine is here and nothing has failed. Tracks all three.
    fn watchers_bench(self) -> Option<Bench> {
        self.engine.track();
        let may_run = self.watchers.is_near.get() && self.watchers.failure.get().is_none();
        let side = self.running(|running| running.watch.side.clone());
        may_run
            .then(|| {
                self.bench(&side, move |reason| {
                    let reason = t!("watchers-worker-died", reason = reason);
                    self.fail_watching((Cause::Worker, reason));
                })
            })
            .flatten()
    }

    /// The card of an arm: of small, with the seed that the page follows; of large, its only one. Tracks the cards.
    fn of_arm(self, arm: &str) -> Option<ModelCard> {
        self.models.with(|models| {
            let seed = followed_seed(models);
            let is_last = |card: &&ModelCard| {
                card.arm == arm && card.id.ends_with(&format!("-s{}", card.seed))
            };
            let mut fitting = models.iter().filter(is_last);
            let is_followed =
                |card: &&ModelCard| Some(card.seed) == seed && card.size == Size::Small;
            let mut small = fitting.clone().filter(is_followed);
            small.next().or_else(|| fitting.next()).cloned()
        })
    }

    fn show_or_fail<T>(self, found: Result<T, Refusal>, show: impl FnOnce(T)) {
        match found {
            Ok(found) => show(found),
            Err(refusal) => self.fail_watching(refusal),
        }
    }

    fn fail_watching(self, (cause, reason): Refusal) {
        self.watchers.failure.set(Some(Failure {
            cause,
            message: t!("watchers-failed", reason = reason),
            can_retry: true,
        }));
    }
}

/// Has a chain written, altered and judged.
async fn watched(
    bench: &Bench,
    writer: &ModelCard,
    monitor: &ModelCard,
    problem: &Problem,
    author: Author,
    altered: Option<usize>,
) -> Result<Watching, Refusal> {
    let written = write(bench, writer, problem).await?;
    let chain = altered.map_or_else(|| written.clone(), |step| alter(&written, step));
    let mut judged = judged(problem, &chain);
    // Statements that leave no room for a question are the last ones.
    let texts = monitor_texts(problem, &chain);
    let said = bench.complete(monitor, texts, 1).await?;
    for (place, said) in judged.iter_mut().zip(&said) {
        place.monitor = probability(said);
    }
    Ok(Watching {
        author,
        problem: problem.clone(),
        chain,
        altered,
        judged,
    })
}

async fn write(
    bench: &Bench,
    writer: &ModelCard,
    problem: &Problem,
) -> Result<Vec<Token>, Refusal> {
    let prefix = [&prompt(problem), writer.answers.forced()].concat();
    let written = bench.complete(writer, vec![prefix], MAX_LENGTH).await?;
    let tokens = written.into_iter().next().unwrap_or_default().tokens;
    Ok([writer.answers.forced(), &tokens].concat())
}

async fn told(
    bench: &Bench,
    reasoners: [&ModelCard; 3],
    face: &ModelCard,
    problem: &Problem,
) -> Result<Vec<Telling>, Refusal> {
    let mut all = Vec::new();
    for (system, card) in System::ALL.into_iter().zip(reasoners) {
        let written = write(bench, card, problem).await?;
        let answer_start = chain::parse(&written).answer_start;
        let line = match system {
            System::Split => {
                let asked = line_prompt(&written[..answer_start]);
                let said = bench.complete(face, vec![asked], 4).await?;
                let said = said.into_iter().next().unwrap_or_default();
                [&[Token::ANSWER], &said.tokens[..]].concat()
            }
            System::SingleOutput | System::SingleEverywhere => written[answer_start..].to_vec(),
        };
        all.push(Telling {
            system,
            written,
            line,
        });
    }
    Ok(all)
}
