//! The debate: its file, the claim that is looked at, its tests run here, and what the reader holds of it.

use leptos::prelude::*;
use syw_core::debate::Debate;
use syw_core::prompt::MAX_LENGTH;

use super::desk::{Desk, Heard};
use super::figures::{fetch, has_failed, is_unasked};
use super::storage::{store, stored};
use super::{Arrival, PageState};
use crate::assets::{self, Cached};
use crate::claim_run::{ClaimRun, Texts};
use crate::stance::{self, AllStances, Stance};
use crate::sweep::SweepState;
use crate::t;

const STANCES_KEY: &str = "stances";

/// What is shown of the debate, and what is chosen in it.
#[derive(Clone, Copy)]
pub struct Debates {
    pub file: RwSignal<Arrival<Debate>>,
    /// The claim that is looked at, by its id; `None` for the first one.
    pub chosen: RwSignal<Option<String>>,
    /// Whether all verdicts are to be seen.
    pub is_open: RwSignal<bool>,
    /// The tests that run or have run here.
    pub run: RwSignal<Option<ClaimRun>>,
    /// What the reader holds, kept on this machine only.
    pub stances: RwSignal<AllStances>,
}

impl Debates {
    pub(super) fn new() -> Debates {
        Debates {
            file: RwSignal::new(Arrival::Unasked),
            chosen: RwSignal::new(None),
            is_open: RwSignal::new(false),
            run: RwSignal::new(None),
            stances: RwSignal::new(AllStances::new()),
        }
    }
}

impl PageState {
    /// Asks for the debate, unless that was done before.
    pub fn want_debate(self) {
        if is_unasked(self.debate.file) {
            let kept = stored(STANCES_KEY).map(|text| stance::decode(&text));
            self.debate.stances.set(kept.unwrap_or_default());
            self.fetch_debate(Cached::Allowed);
        }
    }

    fn fetch_debate(self, cached: Cached) {
        fetch(
            self.debate.file,
            t!("results-debate"),
            assets::debate(cached),
        );
    }

    pub(super) fn retry_debate(self) {
        if has_failed(self.debate.file) {
            self.fetch_debate(Cached::Refused);
        }
    }

    /// Looks at a claim. What runs for another one ends.
    pub fn choose_claim(self, id: String) {
        let is_of_another = self
            .debate
            .run
            .with_untracked(|run| run.as_ref().is_some_and(|run| run.claim != id));
        if is_of_another {
            self.end_desk(Desk::Claim);
            self.debate.run.set(None);
        }
        self.debate.chosen.set(Some(id));
    }

    /// Notes what the reader holds of a claim.
    pub fn take_stance(self, claim: &str, taken: Stance) {
        self.debate
            .stances
            .update(|stances| stance::take(stances, claim, taken));
        let text = self.debate.stances.with_untracked(stance::encode);
        store(STANCES_KEY, &text);
    }

    /// Forgets what the reader holds.
    pub fn forget_stances(self) {
        self.debate.stances.set(AllStances::new());
        store(STANCES_KEY, "");
    }

    /// Runs the tests of a claim on some problems of the home rung; on more than there are: on all.
    pub fn run_claim(self, claim: &str, n_problems: usize) {
        let run = self.debate.file.with_untracked(|file| {
            let debate = file.here()?;
            let run = |cards: &Vec<_>| ClaimRun::new(debate, claim, cards, n_problems);
            self.models.with_untracked(run)
        });
        self.debate.run.set(run);
        self.write_next();
    }

    /// Ends a run. What was counted stays.
    pub fn cancel_claim(self) {
        self.end_desk(Desk::Claim);
        self.with_claim_run(|run| run.state = SweepState::Cancelled);
    }

    fn write_next(self) {
        let next = self
            .debate
            .run
            .with_untracked(|run| run.as_ref().and_then(ClaimRun::texts));
        let Some(Texts { card, texts }) = next else {
            return self.end_desk(Desk::Claim);
        };
        self.write(
            Desk::Claim,
            card,
            texts,
            MAX_LENGTH,
            move |heard| match heard {
                Heard::Written(start, written) => self.with_claim_run(|run| {
                    run.state = SweepState::Running;
                    run.take(start, &written);
                }),
                Heard::All => {
                    self.with_claim_run(ClaimRun::advance);
                    self.write_next();
                }
                Heard::Failed(reason) => {
                    self.refuse_cache_at_desks();
                    self.with_claim_run(|run| run.state = SweepState::Failed(reason));
                }
            },
        );
    }

    fn with_claim_run(self, change: impl FnOnce(&mut ClaimRun)) {
        self.debate.run.update(|run| {
            if let Some(run) = run {
                change(run);
            }
        });
    }
}
