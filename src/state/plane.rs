//! The plane of capability against oversight: its file, what is chosen in it, and a model loaded from it wherever the page can run it.

use leptos::prelude::*;
use syw_core::card::{Job, ModelCard, Size};
use syw_core::plane::{Capability, Choice, Oversight, Plane, Where};

use super::figures::{fetch, has_failed, is_unasked};
use super::{Arrival, PageState};
use crate::assets::{self, Cached};
use crate::hider::HiderArm;
use crate::t;

/// What the figure shows, and what is chosen in it.
#[derive(Clone, Copy)]
pub struct PlaneViews {
    pub file: RwSignal<Arrival<Plane>>,
    /// What is called capability.
    pub x: RwSignal<Capability>,
    /// What is called oversight.
    pub y: RwSignal<Oversight>,
    /// The problems that oversight is measured on; `None` for the usual ones.
    pub at: RwSignal<Option<Where>>,
    /// What the reader guessed.
    pub guess: RwSignal<Option<usize>>,
    /// The model that was loaded last.
    pub loaded: RwSignal<Option<Loaded>>,
}

/// A model that was loaded from the plane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// The id of its card.
    pub model: String,
    /// Where it now is.
    pub into: Vec<Part>,
}

/// A part of the page that runs or shows a chosen model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// It is GPT small of the duel.
    Small,
    /// It is GPT large of the duel, always.
    Large,
    /// Its chains are those that the tests alter.
    Tests,
    /// Its arm is the one whose hidden words are shown, by the seed in the middle.
    Hider,
    /// Its arm is shown in code, by the seed in the middle.
    Code,
    /// Its arm is shown thinking, by the seed in the middle.
    Thoughts,
}

impl PlaneViews {
    pub(super) fn new() -> PlaneViews {
        PlaneViews {
            file: RwSignal::new(Arrival::Unasked),
            x: RwSignal::new(Capability::default()),
            y: RwSignal::new(Oversight::default()),
            at: RwSignal::new(None),
            guess: RwSignal::new(None),
            loaded: RwSignal::new(None),
        }
    }

    /// What is looked at.
    pub fn choice(self) -> Choice {
        Choice::new(self.x.get(), self.y.get(), self.at.get())
    }
}

/// The hider that a reader can choose by an arm; plain reinforcement is at home elsewhere.
fn hider_of(arm: &str) -> Option<HiderArm> {
    let is_it = |it: &HiderArm| *it != HiderArm::Plain && it.arm() == arm;
    HiderArm::ALL.into_iter().find(is_it)
}

/// The parts of the page that can show a model. `has_tests`: its chains were altered.
fn parts_for(card: &ModelCard, has_tests: bool) -> Vec<Part> {
    // The duel shows what is written as it stands, behind the whole problem.
    let is_plain = card.cipher.is_none() && !card.reads_chain_only;
    let needs_no_vectors = card.thoughts + card.pauses == 0;
    let is_small = card.size == Size::Small && card.job == Job::Answer;
    let parts = [
        (is_small && is_plain && needs_no_vectors, Part::Small),
        (
            card.size == Size::Large && card.arm == "direct",
            Part::Large,
        ),
        (has_tests, Part::Tests),
        (hider_of(&card.arm).is_some(), Part::Hider),
        (card.cipher.is_some(), Part::Code),
        (card.thoughts > 0, Part::Thoughts),
    ];
    let can = parts.into_iter().filter(|(can, _)| *can);
    can.map(|(_, part)| part).collect()
}

impl PageState {
    /// Asks for the plane, unless that was done before.
    pub fn want_plane(self) {
        if is_unasked(self.plane.file) {
            self.fetch_plane(Cached::Allowed);
        }
    }

    fn fetch_plane(self, cached: Cached) {
        fetch(self.plane.file, t!("results-plane"), assets::plane(cached));
    }

    pub(super) fn retry_plane(self) {
        if has_failed(self.plane.file) {
            self.fetch_plane(Cached::Refused);
        }
    }

    /// Takes all three choices, of which the last can be one that the second is not measured on.
    pub fn choose_plane(self, x: Capability, y: Oversight, at: Option<Where>) {
        self.plane.x.set(x);
        self.plane.y.set(y);
        self.plane
            .at
            .set(at.filter(|at| y.is_measured(*at) && *at != y.usual()));
    }

    /// Loads a model wherever the page can run it.
    pub fn load_from_plane(self, model: &str) {
        let Some(card) = self.models.with_untracked(|cards| {
            let mut cards = cards.iter();
            cards.find(|card| card.id == model).cloned()
        }) else {
            return;
        };
        let has_tests = self.plane.file.with_untracked(|file| {
            let is_it = |plane: &Plane| {
                let mut of_it = plane.points.iter().filter(|point| point.model == model);
                of_it.any(|point| point.counts.contains_key(&Oversight::Legible))
            };
            file.here().is_some_and(is_it)
        });
        let into = parts_for(&card, has_tests);
        for part in &into {
            match part {
                Part::Small => {
                    let is_followed = untrack(|| self.followed_model()).as_deref() == Some(model);
                    self.choose_model((!is_followed).then(|| model.to_owned()));
                }
                Part::Tests => untrack(|| self.choose_battery_model(model.to_owned())),
                Part::Hider => self.take_hider(&card.arm),
                Part::Large | Part::Code | Part::Thoughts => {}
            }
        }
        self.plane.loaded.set(Some(Loaded {
            model: model.into(),
            into,
        }));
    }

    /// Chooses a hider; it runs once somebody comes near, or at once where somebody has.
    fn take_hider(self, arm: &str) {
        let Some(arm) = hider_of(arm) else { return };
        match is_unasked(self.hidden.hider) {
            true => self.hidden.arm.set(arm),
            false => self.choose_hider(arm),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(change: impl FnOnce(&mut ModelCard)) -> ModelCard {
        let text = include_str!("../../public/models/small-chain_rl-s0/card.json");
        let mut card: ModelCard = serde_json::from_str(text).unwrap();
        change(&mut card);
        card
    }

    #[track_caller]
    fn check(change: impl FnOnce(&mut ModelCard), has_tests: bool, expected: &[Part]) {
        assert_eq!(parts_for(&card(change), has_tests), expected);
    }

    #[test]
    fn a_model_is_loaded_where_it_can_run() {
        check(|_| {}, true, &[Part::Small, Part::Tests]);
        check(|card| card.reads_chain_only = true, true, &[Part::Tests]);
        check(|card| card.size = Size::Large, true, &[Part::Tests]);
        let large = |card: &mut ModelCard| (card.size, card.arm) = (Size::Large, "direct".into());
        check(large, false, &[Part::Large]);
        let hides = |card: &mut ModelCard| card.arm = "steganography".into();
        check(hides, false, &[Part::Small, Part::Hider]);
        check(|card| card.thoughts = 5, false, &[Part::Thoughts]);
        check(|card| card.pauses = 5, false, &[]);
        check(|card| card.job = Job::Judge, false, &[]);
    }
}
