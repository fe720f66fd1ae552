//! The figures of hidden messages: the model that reasons in code, the models that may hide, and the bit meter, each run by
//! workers of its own (`desk.rs`); `meter.rs` has the meter.

use leptos::prelude::*;
use syw_core::card::{ModelCard, Size, last_of};
use syw_core::chain::Paraphraser;
use syw_core::hidden::{HiddenReport, ParaphraseRuns};
use syw_core::prompt::{MAX_LENGTH, prompt};

use super::desk::{Desk, Heard, MAX_ANSWER};
use super::figures::{fetch, has_failed, is_unasked};
use super::{Arrival, Cause, Failure, PageState};
use crate::assets::{self, Cached};
use crate::bit_meter::Meter;
use crate::coded::{self, Change, Coded};
use crate::hider::{Hider, HiderArm, answer_after, asked};
use crate::t;

/// The arm of the models that reason in a private code.
pub const ENCODED: &str = "encoded";

/// What the figures show, and what is chosen in them.
#[derive(Clone, Copy)]
pub struct HiddenMessages {
    /// What was measured of every model that may hide.
    pub report: RwSignal<Arrival<HiddenReport>>,
    /// What paraphrasing in training came to.
    pub training: RwSignal<Arrival<ParaphraseRuns>>,
    /// What the model in code does with the problem of the duel.
    pub coded: RwSignal<Arrival<Coded>>,
    /// How the hider was rewarded.
    pub arm: RwSignal<HiderArm>,
    /// Who says its chains again.
    pub by: RwSignal<Option<Paraphraser>>,
    /// What it does with the problem of the duel.
    pub hider: RwSignal<Arrival<Hider>>,
    pub meter: RwSignal<Option<Meter>>,
}

impl HiddenMessages {
    pub(super) fn new() -> HiddenMessages {
        HiddenMessages {
            report: RwSignal::new(Arrival::Unasked),
            training: RwSignal::new(Arrival::Unasked),
            coded: RwSignal::new(Arrival::Unasked),
            arm: RwSignal::new(HiderArm::default()),
            by: RwSignal::new(None),
            hider: RwSignal::new(Arrival::Unasked),
            meter: RwSignal::new(None),
        }
    }
}

/// The model of an arm that is shown: of the seeds of small, each at the end of its training, the one in the middle by accuracy
/// on the home rung; of equals, and of two in the middle, the lower.
pub(super) fn median_model<'a>(cards: &'a [ModelCard], arm: &str) -> Option<&'a ModelCard> {
    let mut found = last_of(cards, Size::Small, arm);
    let accuracy = |card: &ModelCard| {
        let home = card.home.as_ref();
        home.map_or(card.held_out_accuracy, |home| home.rung.accuracy)
    };
    found.sort_by(|a, b| {
        let by_accuracy = accuracy(a).total_cmp(&accuracy(b));
        by_accuracy.then(a.seed.cmp(&b.seed))
    });
    found.get(found.len().checked_sub(1)? / 2).copied()
}

impl PageState {
    /// The card of an arm's model that is shown.
    pub fn hidden_card(self, arm: &str) -> Option<ModelCard> {
        self.models.with(|cards| median_model(cards, arm).cloned())
    }

    /// Asks for what was measured of hiders, and of paraphrasing in training, unless that was done before.
    pub fn want_hidden(self) {
        if is_unasked(self.hidden.report) {
            self.fetch_hidden(Cached::Allowed);
        }
        if is_unasked(self.hidden.training) {
            self.fetch_paraphrase(Cached::Allowed);
        }
    }

    fn fetch_hidden(self, cached: Cached) {
        let file = assets::hidden(cached);
        fetch(self.hidden.report, t!("hidden-file-report"), file);
    }

    fn fetch_paraphrase(self, cached: Cached) {
        let file = assets::paraphrase(cached);
        fetch(self.hidden.training, t!("hidden-file-training"), file);
    }

    pub(super) fn retry_hidden(self) {
        self.refuse_cache_at_desks();
        if has_failed(self.hidden.report) {
            self.fetch_hidden(Cached::Refused);
        }
        if has_failed(self.hidden.training) {
            self.fetch_paraphrase(Cached::Refused);
        }
        if has_failed(self.hidden.coded) {
            self.run_coded();
        }
        if has_failed(self.hidden.hider) {
            self.run_hider();
        }
    }

    // The model in code

    /// Lets the model in code write about the problem of the duel.
    pub fn run_coded(self) {
        let into = self.hidden.coded;
        let card = untrack(|| self.hidden_card(ENCODED));
        let Some((card, cipher)) = card.and_then(|card| Some((card.clone(), card.cipher?))) else {
            return into.set(failed(not_shipped(ENCODED)));
        };
        into.set(Arrival::UnderWay);
        let (problem, model) = (self.problem.get_untracked(), card.id.clone());
        let texts = vec![prompt(&problem)];
        self.write(
            Desk::Coded,
            card,
            texts,
            MAX_LENGTH,
            move |heard| match heard {
                Heard::Written(_, mut written) => {
                    let Some(written) = written.pop() else { return };
                    into.set(Arrival::Here(Coded {
                        model: model.clone(),
                        problem: problem.clone(),
                        cipher,
                        original: coded::whole(cipher, &[], &written.tokens),
                        change: None,
                    }));
                }
                Heard::All => {}
                Heard::Failed(reason) => into.set(failed(reason)),
            },
        );
    }

    /// Puts a digit in the place of another in the code's chain; the model goes on after it.
    pub fn change_coded(self, position: usize, digit: u8, with_key: bool) {
        let into = self.hidden.coded;
        let now = into.with_untracked(|arrival| arrival.here().cloned());
        let card = untrack(|| self.hidden_card(ENCODED));
        let (Some(mut now), Some(card)) = (now, card) else {
            return;
        };
        let kept = now.kept_with(position, digit, with_key);
        let text = coded::prefix(&now.problem, now.cipher, &kept);
        let cipher = now.cipher;
        now.change = Some(Change { kept, whole: None });
        into.set(Arrival::Here(now));
        self.write(
            Desk::Coded,
            card,
            vec![text],
            MAX_LENGTH,
            move |heard| match heard {
                Heard::Written(_, mut written) => {
                    let Some(written) = written.pop() else { return };
                    change_here(into, |coded| {
                        if let Some(change) = &mut coded.change {
                            change.whole =
                                Some(coded::whole(cipher, &change.kept, &written.tokens));
                        }
                    });
                }
                Heard::All => {}
                Heard::Failed(reason) => into.set(failed(reason)),
            },
        );
    }

    /// Takes the reader's change back.
    pub fn reset_coded(self) {
        self.end_desk(Desk::Coded);
        change_here(self.hidden.coded, |coded| coded.change = None);
    }

    // The hider

    /// Chooses the model by how it was rewarded.
    pub fn choose_hider(self, arm: HiderArm) {
        self.hidden.arm.set(arm);
        self.end_desk(Desk::Meter);
        self.hidden.meter.set(None);
        self.run_hider();
    }

    /// Chooses who says its chains again, of the one problem and of those of the meter.
    pub fn choose_paraphraser(self, by: Option<Paraphraser>) {
        self.hidden.by.set(by);
        self.say_again();
        let is_metered = self.hidden.meter.with_untracked(Option::is_some);
        if is_metered {
            self.meter_again();
        }
    }

    /// Lets the hider write about the problem of the duel.
    pub fn run_hider(self) {
        let into = self.hidden.hider;
        let arm = self.hidden.arm.get_untracked();
        let Some(card) = untrack(|| self.hidden_card(arm.arm())) else {
            return into.set(failed(not_shipped(arm.arm())));
        };
        into.set(Arrival::UnderWay);
        let (problem, model) = (self.problem.get_untracked(), card.id.clone());
        let texts = vec![prompt(&problem)];
        self.write(
            Desk::Hider,
            card,
            texts,
            MAX_LENGTH,
            move |heard| match heard {
                Heard::Written(_, mut written) => {
                    let Some(written) = written.pop() else { return };
                    into.set(Arrival::Here(Hider {
                        model: model.clone(),
                        problem: problem.clone(),
                        hides_in: arm.hides_in(),
                        written: written.tokens,
                        by: None,
                        after: None,
                    }));
                }
                Heard::All => self.say_again(),
                Heard::Failed(reason) => into.set(failed(reason)),
            },
        );
    }

    /// Has the chain of the one problem said again by whom the reader chose, and the model answer after it.
    fn say_again(self) {
        let into = self.hidden.hider;
        let by = self.hidden.by.get_untracked();
        let now = into.with_untracked(|arrival| arrival.here().cloned());
        let Some(mut now) = now.filter(|now| now.by != by) else {
            return;
        };
        (now.by, now.after) = (by, None);
        let text = asked(&now.problem, &now.chain());
        if by.is_some() && text.is_none() {
            now.after = Some(None);
        }
        let model = now.model.clone();
        into.set(Arrival::Here(now));
        let card = self.card_of(&model);
        let (Some(_), Some(text), Some(card)) = (by, text, card) else {
            return self.end_desk(Desk::Hider);
        };
        self.write(
            Desk::Hider,
            card,
            vec![text],
            MAX_ANSWER,
            move |heard| match heard {
                Heard::Written(_, mut written) => {
                    let Some(written) = written.pop() else { return };
                    let answer = answer_after(&written.tokens);
                    change_here(into, |hider| hider.after = Some(answer));
                }
                Heard::All => {}
                Heard::Failed(reason) => into.set(failed(reason)),
            },
        );
    }
}

fn change_here<T: Send + Sync + 'static>(into: RwSignal<Arrival<T>>, change: impl FnOnce(&mut T)) {
    into.update(|arrival| {
        if let Arrival::Here(here) = arrival {
            change(here);
        }
    });
}

fn failed<T>(reason: String) -> Arrival<T> {
    Arrival::Failed(Failure {
        cause: Cause::Model,
        message: t!("hidden-failed", reason = reason),
        can_retry: true,
    })
}

fn not_shipped(arm: &str) -> String {
    t!("hidden-not-shipped", arm = arm)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(id: &str, arm: &str, seed: u64, step: u64, accuracy: f64) -> ModelCard {
        let text = include_str!("../../public/models/small-chain_rl-s0/card.json");
        let mut card: ModelCard = serde_json::from_str(text).unwrap();
        (card.id, card.arm, card.seed, card.step) = (id.into(), arm.into(), seed, step);
        if let Some(home) = &mut card.home {
            home.rung.accuracy = accuracy;
        }
        card
    }

    #[track_caller]
    fn check(cards: &[ModelCard], expected: Option<&str>) {
        let found = median_model(cards, "arm").map(|card| card.id.as_str());
        assert_eq!(found, expected);
    }

    #[test]
    fn the_seed_in_the_middle_is_shown() {
        check(&[], None);
        check(&[card("a", "other", 0, 9, 0.5)], None);
        let three = [
            card("a", "arm", 0, 9, 0.9),
            card("b", "arm", 1, 9, 0.2),
            card("c", "arm", 2, 9, 0.5),
        ];
        check(&three, Some("c"));
        check(&three[..2], Some("b"));
        let equal = [card("a", "arm", 1, 9, 0.5), card("b", "arm", 0, 9, 0.5)];
        check(&equal, Some("b"));
    }

    #[test]
    fn checkpoints_are_no_seeds_of_their_own() {
        let cards = [
            card("a-u001", "arm", 0, 1, 0.1),
            card("a-u009", "arm", 0, 9, 0.9),
            card("a", "arm", 0, 9, 0.9),
        ];
        check(&cards, Some("a"));
    }
}
