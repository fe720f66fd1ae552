//! The competence maps: the published ones, fetched when a reader comes near, and a live sweep that recomputes them here.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use syw_core::card::{ModelCard, Size};
use syw_core::decoding::Completion;
use syw_core::map::{self, Area, cell_of, operands, order, prefix, problem_at};
use syw_core::prompt::MAX_LENGTH;

use super::figures::{has_failed, is_unasked};
use super::{Arrival, Cause, Failure, PageState, large_model, small_model};
use crate::assets::{self, Cached, FetchError};
use crate::competence::{Competence, Counted, held_out};
use crate::session::{Pool, PoolEvent, Tile};
use crate::shade::Shade;
use crate::sweep::{Sweep, SweepState};
use crate::t;
use crate::turn::turn;

/// Cells of one tile: enough texts of each length to run side by side, few enough for the page to read them between two
/// frames.
const TILE: usize = 128;

/// What the competence maps show, and what is chosen in them.
#[derive(Clone, Copy)]
pub struct Maps {
    /// The published maps of the chosen modulus.
    pub published: RwSignal<Arrival<Competence>>,
    pub modulus: RwSignal<i64>,
    pub shade: RwSignal<Shade>,
    /// What has been recomputed here; of the chosen modulus.
    pub sweep: RwSignal<Option<Sweep>>,
}

impl Maps {
    pub(super) fn new(modulus: i64, shade: Shade) -> Maps {
        Maps {
            published: RwSignal::new(Arrival::Unasked),
            modulus: RwSignal::new(modulus),
            shade: RwSignal::new(shade),
            sweep: RwSignal::new(None),
        }
    }
}

impl PageState {
    /// Asks for the published maps of the chosen modulus, unless that was done before.
    pub fn want_maps(self) {
        if is_unasked(self.maps.published) && self.map_cards().is_some() {
            self.fetch_maps(Cached::Allowed);
        }
    }

    /// Shows the maps of another modulus. A sweep of the one before ends.
    pub fn choose_map_modulus(self, modulus: i64) {
        if self.maps.modulus.get_untracked() == modulus {
            return;
        }
        self.end_sweep();
        self.maps.sweep.set(None);
        self.maps.modulus.set(modulus);
        if !is_unasked(self.maps.published) {
            self.fetch_maps(Cached::Allowed);
        }
    }

    pub fn choose_shade(self, shade: Shade) {
        self.maps.shade.set(shade);
    }

    pub(super) fn retry_maps(self) {
        if has_failed(self.maps.published) {
            self.fetch_maps(Cached::Refused);
        }
    }

    /// The cards of the two models that the maps are about: those of the duel, whatever checkpoint is chosen.
    pub fn map_cards(self) -> Option<(ModelCard, ModelCard)> {
        self.models.with_untracked(|models| {
            let pair = (large_model(models)?, small_model(models, None)?);
            Some((pair.0.clone(), pair.1.clone()))
        })
    }

    fn fetch_maps(self, cached: Cached) {
        let Some((large, small)) = self.map_cards() else {
            return;
        };
        let (into, modulus) = (self.maps.published, self.maps.modulus.get_untracked());
        into.set(Arrival::UnderWay);
        spawn_local(async move {
            let found = fetch_both(&large, &small, modulus, cached).await;
            if self.maps.modulus.get_untracked() != modulus {
                // Another modulus was chosen in the meantime, and is under way.
                return;
            }
            into.set(match found {
                Ok(both) => Arrival::Here(both),
                Err(error) => Arrival::Failed(Failure {
                    cause: Cause::Results,
                    message: t!(
                        "results-cannot-be-shown",
                        reason = error.to_string(),
                        what = t!("results-map")
                    ),
                    can_retry: error.can_retry(),
                }),
            });
        });
    }

    // The sweep

    /// Recomputes an area with both models, in the place of what was recomputed before.
    pub fn start_sweep(self, area: Area) {
        self.end_sweep();
        // After a failure, a damaged copy may be what is cached.
        let has_failed = |sweep: &Option<Sweep>| {
            let state = sweep.as_ref().map(|sweep| &sweep.state);
            matches!(state, Some(SweepState::Failed(_)))
        };
        let cached = match self.maps.sweep.with_untracked(has_failed) {
            true => Cached::Refused,
            false => Cached::Allowed,
        };
        let sweep = Sweep::new(self.maps.modulus.get_untracked(), area.clone());
        self.maps.sweep.set(Some(sweep));
        let run = self.running(|running| {
            running.n_sweeps += 1;
            running.n_sweeps
        });
        spawn_local(self.run_sweep(area, run, cached));
    }

    /// Stops the sweep. What it has recomputed stays.
    pub fn cancel_sweep(self) {
        self.end_sweep();
        self.set_sweep_state(SweepState::Cancelled);
    }

    fn end_sweep(self) {
        let pool = self.running(|running| {
            running.n_sweeps += 1;
            running.pool.take()
        });
        drop(pool);
    }

    async fn run_sweep(self, area: Area, run: u64, cached: Cached) {
        let session = self.running(|running| running.loading.session.clone());
        let (Some(session), Some((large, small))) = (session, self.map_cards()) else {
            return self.set_sweep_state(SweepState::Failed(t!("results-no-engine")));
        };
        let mut models = Vec::new();
        for card in [&large, &small] {
            match assets::model(card, cached, |_, _| {}).await {
                Ok(bytes) => models.push((card.clone(), bytes)),
                Err(error) if self.is_run(run) => {
                    return self.set_sweep_state(SweepState::Failed(error.to_string()));
                }
                Err(_) => return,
            }
        }
        if !self.is_run(run) {
            return;
        }
        let modulus = self.maps.modulus.get_untracked();
        let chunks: Rc<[Vec<usize>]> = {
            let all: Vec<usize> = order(&area).collect();
            all.chunks(TILE).map(<[usize]>::to_vec).collect()
        };
        let tiles = {
            let (chunks, cards) = (chunks.clone(), [large.clone(), small.clone()]);
            (0..2 * chunks.len()).map(move |tag| {
                let card = &cards[tag % 2];
                let text = |&idx: &usize| {
                    let (a, b) = operands(idx);
                    prefix(a, b, modulus, card.answers)
                };
                Tile {
                    tag,
                    model: card.id.clone(),
                    prefixes: chunks[tag / 2].iter().map(text).collect(),
                    max_new: MAX_LENGTH,
                }
            })
        };
        let on_event = move |event: PoolEvent<'_>| match event {
            PoolEvent::Finished(tile, completions) => {
                let (size, card) = match tile.tag % 2 {
                    0 => (Size::Large, &large),
                    _ => (Size::Small, &small),
                };
                self.take_tile(size, card, &chunks[tile.tag / 2], &completions);
            }
            PoolEvent::Ended => self.set_sweep_state(SweepState::Ended),
            PoolEvent::Failed(reason) => self.set_sweep_state(SweepState::Failed(reason)),
        };
        self.set_sweep_state(SweepState::Running);
        let pool = Pool::start(&session, models, tiles, on_event);
        self.running(|running| running.pool = Some(pool));
        self.follow_visibility();
    }

    fn is_run(self, run: u64) -> bool {
        self.running(|running| running.n_sweeps == run)
    }

    fn take_tile(
        self,
        size: Size,
        card: &ModelCard,
        indices: &[usize],
        completions: &[Completion],
    ) {
        self.maps.published.with_untracked(|published| {
            let Some(published) = published.here() else {
                return;
            };
            self.maps.sweep.update(|sweep| {
                let Some(sweep) = sweep else { return };
                for (&idx, completion) in indices.iter().zip(completions) {
                    let (a, b) = operands(idx);
                    if let Some(problem) = problem_at(a, b, sweep.modulus) {
                        let cell = cell_of(&problem, card.answers.forced(), completion);
                        sweep.take(size, idx, cell, published.cell(size, idx));
                    }
                }
            });
        });
    }

    fn set_sweep_state(self, state: SweepState) {
        self.maps.sweep.update(|sweep| {
            if let Some(sweep) = sweep {
                sweep.set_state(state, now_ms());
            }
        });
    }

    /// A sweep pauses while nobody looks at the page.
    pub(super) fn follow_visibility(self) {
        let is_hidden = document().hidden();
        let wanted = match is_hidden {
            true => SweepState::Paused,
            false => SweepState::Running,
        };
        let is_changed = self.maps.sweep.with_untracked(|sweep| {
            sweep.as_ref().is_some_and(|sweep| {
                sweep.state.is_under_way()
                    && sweep.state != SweepState::Starting
                    && sweep.state != wanted
            })
        });
        if is_changed {
            self.set_sweep_state(wanted);
            self.running(|running| {
                if let Some(pool) = &running.pool {
                    pool.set_paused(is_hidden);
                }
            });
        }
    }
}

/// A clock in milliseconds that only runs forward.
pub fn now_ms() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}

async fn fetch_both(
    large: &ModelCard,
    small: &ModelCard,
    modulus: i64,
    cached: Cached,
) -> Result<Competence, FetchError> {
    let texts = assets::map_texts([large, small], modulus, cached).await?;
    let is_held_out = held_out(modulus);
    let mut maps = Vec::new();
    for (card, (file, text)) in [large, small].into_iter().zip(texts) {
        // Each file is read in a task of its own: a reader may be scrolling.
        turn().await;
        let map = map::parse(&text).map_err(|error| error.to_string());
        let map = map.and_then(|map| match map.sha256 == card.sha256 {
            true if map.modulus == modulus => Ok(map),
            true => Err(t!(
                "results-other-modulus",
                modulus = map.modulus.to_string()
            )),
            false => Err(t!("results-other-model")),
        });
        let map = map.map_err(|reason| FetchError::Content { file, reason })?;
        turn().await;
        maps.push(Counted::of(map, &is_held_out));
    }
    turn().await;
    let small = maps.pop().expect("both were read");
    let large = maps.pop().expect("both were read");
    Ok(Competence::new(large, small, is_held_out))
}
