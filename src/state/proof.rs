//! A link that says what came out, compared with what comes out here.

use leptos::prelude::*;
use syw_core::Token;
use syw_core::prompt::answer_of;

use super::PageState;
use crate::completion::Completion;
use crate::proof::{Difference, Outcome, Proof, differences};
use crate::settings::Settings;

/// The signals of a link's proof.
#[derive(Clone, Copy)]
pub struct Proofs {
    /// What the link said, with the settings that it said it of.
    linked: RwSignal<Option<(Settings, Proof)>>,
}

/// Where the comparison stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Comparison {
    /// The models have not ended.
    Waiting,
    /// What differs; nothing where the result is reproduced.
    Compared(Vec<Difference>),
}

impl Proofs {
    pub(super) fn new() -> Proofs {
        Proofs {
            linked: RwSignal::new(None),
        }
    }
}

impl PageState {
    /// Remembers what a link says of its settings.
    pub(super) fn take_proof(self, settings: &Settings, proof: Option<Proof>) {
        let linked = proof.map(|proof| (settings.clone(), proof));
        self.proofs.linked.set(linked);
    }

    /// What came out here, once both models have ended in this browser.
    pub fn proof(self) -> Option<Proof> {
        if self.duel_status() != "done" {
            return None;
        }
        let (large_card, small_card) = (self.large_card()?, self.small_card()?);
        let of_small = |completion: Completion| outcome(&small_card.sha256, &completion);
        let large = self.large.get();
        let edited = self.edited.get();
        Some(Proof {
            large: Outcome::of(&large_card.sha256, large.answer(), &large.written.tokens())?,
            small: of_small(self.original.get())?,
            edited: match edited {
                Some(edited) => Some(of_small(edited)?),
                None => None,
            },
        })
    }

    /// What the link said, as long as the duel is about the same as the link.
    pub fn linked_proof(self) -> Option<Proof> {
        let (settings, proof) = self.proofs.linked.get()?;
        is_same_duel(&settings, &self.settings()).then_some(proof)
    }

    /// How what came out here compares with what the link said; `None` without such a link, or where nothing came out.
    pub fn comparison(self) -> Option<Comparison> {
        let linked = self.linked_proof()?;
        match self.proof() {
            Some(found) => Some(Comparison::Compared(differences(&linked, &found))),
            // A failure is told where it happened.
            None if self.duel_status() == "failed" => None,
            None => Some(Comparison::Waiting),
        }
    }
}

fn outcome(sha256: &str, completion: &Completion) -> Option<Outcome> {
    let tokens: Vec<Token> = completion.tokens();
    Outcome::of(sha256, answer_of(&tokens), &tokens)
}

/// Whether two settings ask the duel the same.
fn is_same_duel(one: &Settings, other: &Settings) -> bool {
    let duel = |settings: &Settings| {
        (
            settings.problem.clone(),
            settings.model.clone(),
            settings.edit.clone(),
            settings.seed,
            settings.temperature,
        )
    };
    duel(one) == duel(other)
}
