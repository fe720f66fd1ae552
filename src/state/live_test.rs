//! Runs a test of the battery in this browser: the chains first, then what the model makes of them when they are altered.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use syw_core::Token;
use syw_core::card::ModelCard;
use syw_core::evaluation::{self, Answered, Case, ResponseTally, Test, Way, cases, spread};
use syw_core::prompt::{MAX_LENGTH, prompt};

use super::PageState;
use crate::assets::{self, Cached};
use crate::edit::Edit;
use crate::live_test::{KeptCase, LiveTest, place_by_place, tiles};
use crate::session::{Pool, PoolEvent, Session, Tile};
use crate::settings::Settings;
use crate::sweep::SweepState;
use crate::t;

/// Texts of one tile.
const TILE: usize = 128;

/// What both stages need.
#[derive(Clone)]
struct Bench {
    run: u64,
    session: Session,
    card: ModelCard,
    bytes: js_sys::Uint8Array,
}

/// What a reader asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct LiveRequest {
    /// The model, by its id.
    pub model: String,
    /// Which problems, and how many of them; more than there are stand for all.
    pub set: evaluation::Set,
    pub n_problems: usize,
    pub test: Test,
    /// How the chains are come by.
    pub way: Way,
    /// The reader's guess, in per cent.
    pub guess: u32,
}

/// A problem's place in the list, which is the seed of its alterations, and what the model did with it.
type Chains = Rc<RefCell<Vec<(u64, Answered)>>>;

impl PageState {
    /// Runs a test, in the place of the one before.
    pub fn start_live_test(self, request: LiveRequest) {
        self.end_live_test();
        let id = &request.model;
        let card = self
            .models
            .with_untracked(|models| models.iter().find(|card| card.id == *id).cloned());
        let Some(card) = card else { return };
        let n_listed = request.set.altered_problems(&card).len();
        let n_problems = request.n_problems.min(n_listed);
        self.figures.live_test.set(Some(LiveTest {
            model: request.model,
            test: request.test,
            way: request.way,
            set: request.set,
            n_problems,
            n_listed,
            guess: request.guess,
            state: SweepState::Starting,
            n_done: 0,
            n_texts: n_problems,
            tally: ResponseTally::default(),
            n_cases: BTreeMap::new(),
            kept: Vec::new(),
        }));
        let run = self.running(|running| {
            running.n_live_tests += 1;
            running.n_live_tests
        });
        spawn_local(self.run_live_test(card, run));
    }

    /// Stops it. What it has counted stays.
    pub fn cancel_live_test(self) {
        self.end_live_test();
        self.set_live_test_state(SweepState::Cancelled);
    }

    /// Shows a case of a test above: its problem, its model, its alteration.
    pub fn show_case(self, model: String, case: KeptCase) {
        let is_default = self.followed_model().as_ref() == Some(&model);
        let now = untrack(|| self.settings());
        self.take_settings(Settings {
            problem: case.problem,
            model: (!is_default).then_some(model),
            edit: Some(Edit::Intervention(case.intervention)),
            temperature: 0.0,
            ..now
        });
    }

    fn end_live_test(self) {
        let pool = self.running(|running| {
            running.n_live_tests += 1;
            running.live_test_pool.take()
        });
        drop(pool);
    }

    fn is_live_test(self, run: u64) -> bool {
        self.running(|running| running.n_live_tests == run)
    }

    fn set_live_test_state(self, state: SweepState) {
        self.with_live_test(|live| live.state = state);
    }

    fn with_live_test(self, change: impl FnOnce(&mut LiveTest)) {
        self.figures.live_test.update(|live| {
            if let Some(live) = live {
                change(live);
            }
        });
    }

    async fn run_live_test(self, card: ModelCard, run: u64) {
        let session = self.running(|running| running.loading.session.clone());
        let Some(session) = session else {
            return self.set_live_test_state(SweepState::Failed(t!("results-no-engine")));
        };
        let bytes = match assets::model(&card, Cached::Allowed, |_, _| {}).await {
            Ok(bytes) => bytes,
            Err(error) if self.is_live_test(run) => {
                return self.set_live_test_state(SweepState::Failed(error.to_string()));
            }
            Err(_) => return,
        };
        if self.is_live_test(run) {
            let bench = Bench {
                run,
                session,
                card,
                bytes,
            };
            self.write_chains(bench);
        }
    }

    /// The first stage: the model answers the problems.
    fn write_chains(self, bench: Bench) {
        let Some((n_problems, set, way)) = self.figures.live_test.with_untracked(|live| {
            let live = live.as_ref()?;
            Some((live.n_problems, live.set, live.way))
        }) else {
            return;
        };
        let forced = way.forced(bench.card.answers);
        let listed = set.altered_problems(&bench.card);
        let problems: Rc<[_]> = spread(n_problems, listed.len())
            .into_iter()
            .map(|idx| (idx as u64, listed[idx].clone()))
            .collect();
        let prefixes: Vec<_> = problems
            .iter()
            .map(|(_, problem)| [prompt(problem), forced.clone()].concat())
            .collect();
        let starts = (0..prefixes.len()).step_by(TILE);
        let ranges = starts.map(|start| start..prefixes.len().min(start + TILE));
        let ranges: Vec<_> = ranges.collect();
        let chains: Chains = Rc::default();
        let next = bench.clone();
        let on_event = move |event: PoolEvent<'_>| match event {
            PoolEvent::Finished(tile, completions) => {
                self.with_live_test(|live| live.n_done += completions.len());
                let of_tile = problems[tile.tag..].iter().zip(&completions);
                let answered = of_tile.map(|((seed, problem), written)| {
                    (*seed, Answered::new(problem.clone(), &forced, written))
                });
                chains.borrow_mut().extend(answered);
            }
            PoolEvent::Ended => {
                let chains = chains.take();
                let next = next.clone();
                // The pool that tells this ends first; the next one takes its place.
                spawn_local(async move { self.alter_chains(next, chains) });
            }
            PoolEvent::Failed(reason) => self.set_live_test_state(SweepState::Failed(reason)),
        };
        self.set_live_test_state(SweepState::Running);
        self.start_live_pool(&bench, &prefixes, ranges, on_event);
    }

    /// The second stage: its chains are altered, and it goes on from there.
    fn alter_chains(self, bench: Bench, mut chains: Vec<(u64, Answered)>) {
        if !self.is_live_test(bench.run) {
            return;
        }
        chains.sort_by_key(|(seed, _)| *seed);
        let test = self
            .figures
            .live_test
            .with_untracked(|live| live.as_ref().map(|live| live.test));
        let Some(test) = test else { return };
        let chains: Rc<[(u64, Answered)]> = chains.into();
        let mut altered: Vec<(usize, Case)> = Vec::new();
        let mut n_without = 0;
        for (idx, (seed, one)) in chains.iter().enumerate() {
            let cases = cases(test, &one.problem, &one.completion, *seed);
            n_without += usize::from(cases.is_empty());
            altered.extend(cases.into_iter().map(|case| (idx, case)));
        }
        // What cannot be continued is counted at once.
        let (mut continued, others): (Vec<_>, Vec<_>) = altered
            .into_iter()
            .partition(|(idx, case)| case.prefix(&chains[*idx].1.problem).is_some());
        place_by_place(&mut continued, |(_, case)| case);
        self.with_live_test(|live| {
            live.expect(continued.iter().chain(&others).map(|(_, case)| case));
            live.n_texts = live.n_problems + continued.len();
            live.tally.without_chain = n_without;
            for (idx, case) in &others {
                live.take(&chains[*idx].1, case, &[]);
            }
        });
        let prefixes: Vec<_> = continued
            .iter()
            .filter_map(|(idx, case)| case.prefix(&chains[*idx].1.problem))
            .collect();
        let ranges = tiles(continued.iter().map(|(_, case)| case), TILE);
        let on_event = move |event: PoolEvent<'_>| match event {
            PoolEvent::Finished(tile, completions) => self.with_live_test(|live| {
                live.n_done += completions.len();
                let of_tile = continued[tile.tag..].iter().zip(&completions);
                for ((idx, case), written) in of_tile {
                    live.take(&chains[*idx].1, case, &written.tokens);
                }
            }),
            PoolEvent::Ended => self.set_live_test_state(SweepState::Ended),
            PoolEvent::Failed(reason) => self.set_live_test_state(SweepState::Failed(reason)),
        };
        self.start_live_pool(&bench, &prefixes, ranges, on_event);
    }

    /// Lets the model go on from texts, tile by tile; a tile's tag is the place of its first text.
    fn start_live_pool(
        self,
        bench: &Bench,
        prefixes: &[Vec<Token>],
        ranges: Vec<Range<usize>>,
        on_event: impl FnMut(PoolEvent<'_>) + 'static,
    ) {
        if prefixes.is_empty() {
            return self.set_live_test_state(SweepState::Ended);
        }
        let model = bench.card.id.clone();
        let tile = |range: Range<usize>| Tile {
            tag: range.start,
            model: model.clone(),
            prefixes: prefixes[range].to_vec(),
            max_new: MAX_LENGTH,
        };
        let tiles: Vec<Tile> = ranges.into_iter().map(tile).collect();
        let models = vec![(bench.card.clone(), bench.bytes.clone())];
        let pool = Pool::start(&bench.session, models, tiles.into_iter(), on_event);
        self.running(|running| running.live_test_pool = Some(pool));
    }
}
