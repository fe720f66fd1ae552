//! The model that thinks in vectors: fetched when a reader comes near, run in a worker of its own, on the problem of the duel and
//! on another one whose thoughts can be swapped in.

use leptos::prelude::*;
use leptos::task::spawn_local;
use syw_core::card::ModelCard;
use syw_core::latent::Latents;
use syw_core::prompt::prompt;
use syw_core::thoughts::{Alteration, Thinking};
use syw_core::{Problem, Token};

use super::figures::{fetch, has_failed, is_unasked};
use super::{Arrival, Cause, Failure, PageState};
use crate::assets::{self, Cached};
use crate::protocol::{Event, Request};
use crate::session::{Seat, Session};
use crate::t;
use crate::thinking::{Change, Others, alterations};

/// What the model thought of one problem, and with a reader's changes.
#[derive(Debug, Clone, PartialEq)]
pub struct Thought {
    pub problem: Problem,
    pub own: Thinking,
    pub other_problem: Problem,
    pub other: Thinking,
    /// What was done to each thought, and the thoughts then; as `own` where nothing was.
    pub changes: Vec<Change>,
    pub changed: Thinking,
}

/// What the figure shows, and what is chosen in it.
#[derive(Clone, Copy)]
pub struct Thoughts {
    pub file: RwSignal<Arrival<Latents>>,
    /// What the model thought last; it stays while the next is under way.
    pub thought: RwSignal<Option<Thought>>,
    /// Why it does not think.
    pub failure: RwSignal<Option<Failure>>,
    /// What is done to each thought.
    pub changes: RwSignal<Vec<Change>>,
    /// Which of the other problems is the one whose thoughts can be swapped in.
    pub nth_other: RwSignal<usize>,
}

/// How many problems' thoughts are kept.
const N_KNOWN: usize = 4;

/// The worker that thinks. Nothing on the page shows it.
#[derive(Default)]
pub(super) struct Thinker {
    seat: Option<Seat>,
    is_loaded: bool,
    /// What it thought of problems, the last first.
    known: Vec<(Problem, Thinking)>,
    /// Counts the times that it was asked, so that a late answer is known as one.
    n_asked: u64,
    others: Option<Others>,
}

impl Thoughts {
    pub(super) fn new() -> Thoughts {
        Thoughts {
            file: RwSignal::new(Arrival::Unasked),
            thought: RwSignal::new(None),
            failure: RwSignal::new(None),
            changes: RwSignal::new(Vec::new()),
            nth_other: RwSignal::new(0),
        }
    }
}

impl PageState {
    /// Asks for what was measured of thoughts, unless that was done before.
    pub fn want_thoughts(self) {
        if is_unasked(self.thoughts.file) {
            self.fetch_latents(Cached::Allowed);
        }
    }

    /// Does something to one thought, or takes it back where it is done already.
    pub fn change_thought(self, place: usize, change: Change) {
        let n_thoughts = untrack(|| self.thinking_card()).map_or(0, |card| card.thoughts);
        self.thoughts.changes.update(|changes| {
            changes.resize(n_thoughts, Change::Kept);
            if let Some(now) = changes.get_mut(place) {
                *now = if *now == change { Change::Kept } else { change };
            }
        });
    }

    /// Does the same to every thought.
    pub fn change_all_thoughts(self, change: Change) {
        let n_thoughts = untrack(|| self.thinking_card()).map_or(0, |card| card.thoughts);
        self.thoughts.changes.set(vec![change; n_thoughts]);
    }

    /// Takes another problem to swap thoughts with.
    pub fn next_other_problem(self) {
        self.thoughts
            .nth_other
            .update(|nth| *nth = nth.wrapping_add(1));
    }

    /// The card of the model that the figure shows.
    pub fn thinking_card(self) -> Option<ModelCard> {
        let id = self.thoughts.file.with(|file| {
            let middle = file.here()?.middle()?;
            Some(middle.model.clone())
        })?;
        self.models
            .with(|models| models.iter().find(|card| card.id == id).cloned())
    }

    /// The problem whose thoughts can be swapped in. The list that it is from is kept until the modulus is another.
    fn other_problem(self, problem: &Problem, nth: usize) -> Problem {
        self.running(|running| {
            let kept = running.thinker.others.take();
            let kept = kept.filter(|others| others.are_of(problem));
            let others = kept.unwrap_or_else(|| Others::of(problem));
            let other = others.nth(problem, nth);
            running.thinker.others = Some(others);
            other
        })
    }

    /// Thinks about the problem on the page, with the changes that are chosen. Tracks all that this depends on: whoever calls it in an effect
    /// has it done again whenever something else has arrived or is chosen.
    pub fn think(self) {
        let card = self.thinking_card();
        let problem = self.problem.get();
        let other = self.other_problem(&problem, self.thoughts.nth_other.get());
        let changes = self.thoughts.changes.get();
        self.engine.track();
        // The cards of the recorded run are brief: a model is loaded by its whole card.
        let session = self.running(|running| {
            let has_started = running.loading.has_started();
            running.loading.session.clone().filter(|_| has_started)
        });
        let (Some(card), Some(session)) = (card, session) else {
            return;
        };
        if !untrack(|| self.has_thinker(&session, &card)) {
            return;
        }
        let kept = vec![Alteration::Kept; card.thoughts];
        let known = |of: &Problem| {
            self.running(|running| {
                running
                    .thinker
                    .known
                    .iter()
                    .find(|(problem, _)| problem == of)
                    .cloned()
            })
        };
        // One after the other: whatever arrives has this go on.
        for missing in [&problem, &other] {
            if known(missing).is_none() {
                let problem = missing.clone();
                return self.ask_thoughts(missing, kept, move |thinking| {
                    self.running(|running| {
                        let known = &mut running.thinker.known;
                        known.truncate(N_KNOWN - 1);
                        known.insert(0, (problem, thinking));
                    });
                    untrack(|| self.think());
                });
            }
        }
        let (Some((_, own)), Some((other_problem, other))) = (known(&problem), known(&other))
        else {
            return;
        };
        let means = self.thoughts.file.with_untracked(|file| {
            let shown = file.here().and_then(Latents::middle)?.shown.as_ref()?;
            Some(shown.means.clone())
        });
        let thought = Thought {
            problem,
            changed: own.clone(),
            own,
            other_problem,
            other,
            changes,
        };
        let altered = alterations(&thought.changes, &means.unwrap_or_default(), &thought.other);
        if altered
            .iter()
            .all(|alteration| *alteration == Alteration::Kept)
        {
            return self.thoughts.thought.set(Some(thought));
        }
        let problem = thought.problem.clone();
        self.ask_thoughts(&problem, altered, move |changed| {
            self.thoughts
                .thought
                .set(Some(Thought { changed, ..thought }));
        });
    }

    pub(super) fn retry_thoughts(self) {
        if has_failed(self.thoughts.file) {
            self.fetch_latents(Cached::Refused);
        }
        if self.thoughts.failure.get_untracked().is_some() {
            self.thoughts.failure.set(None);
            untrack(|| self.think());
        }
    }

    fn fetch_latents(self, cached: Cached) {
        let what = t!("thoughts-file");
        fetch(self.thoughts.file, what, assets::latents(cached));
    }

    /// Whether the worker has the model. Starts to load it where it has not.
    fn has_thinker(self, session: &Session, card: &ModelCard) -> bool {
        if self.thoughts.failure.get_untracked().is_some() {
            return false;
        }
        let (is_loaded, is_begun) = self.running(|running| {
            let thinker = &running.thinker;
            (thinker.is_loaded, thinker.seat.is_some())
        });
        if !is_begun {
            let seat = session.new_seat();
            self.running(|running| running.thinker.seat = Some(seat));
            session.on_loss(seat, move |reason| {
                let reason = t!("thoughts-worker-died", reason = reason);
                self.fail_thinking(Cause::Worker, &reason);
            });
            spawn_local(self.load_thinker(session.clone(), seat, card.clone()));
        }
        is_loaded
    }

    async fn load_thinker(self, session: Session, seat: Seat, card: ModelCard) {
        let bytes = match assets::model(&card, Cached::Allowed, |_, _| {}).await {
            Ok(bytes) => bytes,
            Err(error) => return self.fail_thinking(Cause::Model, &error.to_string()),
        };
        session.load(seat, &card, &bytes, move |event| match event {
            Event::Failed { failure, .. } => self.fail_thinking(Cause::Model, &failure.message),
            _ => {
                self.running(|running| running.thinker.is_loaded = true);
                untrack(|| self.think());
            }
        });
    }

    fn fail_thinking(self, cause: Cause, reason: &str) {
        self.running(|running| {
            let n_asked = running.thinker.n_asked + 1;
            running.thinker = Thinker {
                n_asked,
                ..Thinker::default()
            };
        });
        self.thoughts.failure.set(Some(Failure {
            cause,
            message: t!("thoughts-failed", reason = reason),
            can_retry: true,
        }));
    }

    /// Asks the worker to think about a problem; `then` hears of it unless something else was asked since.
    fn ask_thoughts(
        self,
        problem: &Problem,
        alterations: Vec<Alteration>,
        then: impl FnOnce(Thinking) + 'static,
    ) {
        let (Some(card), Some((session, seat, asked))) = (
            untrack(|| self.thinking_card()),
            self.running(|running| {
                let thinker = &mut running.thinker;
                thinker.n_asked += 1;
                Some((
                    running.loading.session.clone()?,
                    thinker.seat?,
                    thinker.n_asked,
                ))
            }),
        ) else {
            return;
        };
        let (model, prompt) = (card.id, prompt(problem));
        let request = |id| Request::Think {
            id,
            model,
            prompt,
            alterations,
            forced: vec![Token::ANSWER],
        };
        let mut then = Some(then);
        session.send(seat, request, move |event| {
            if self.running(|running| running.thinker.n_asked) != asked {
                return;
            }
            match event {
                Event::Thought { thinking, .. } => {
                    if let Some(then) = then.take() {
                        then(thinking);
                    }
                }
                Event::Failed { failure, .. } => {
                    self.fail_thinking(Cause::Engine, &failure.message)
                }
                _ => {}
            }
        });
    }
}
