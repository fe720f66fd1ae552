//! The debate, claim by claim: who holds what, which tests speak for and against it, what came out, and what would change it.

pub mod card;
pub mod evidence;
pub mod list;
pub mod live;
pub mod picture;
pub mod stances;
pub mod words;

use leptos::prelude::*;
use syw_core::debate::{Claim, Debate};

use crate::components::Near;
use crate::sections::debate::card::ClaimCard;
use crate::sections::debate::list::ClaimList;
use crate::sections::debate::picture::Picture;
use crate::sections::debate::stances::StanceSummary;
use crate::sections::debate::words::tally;
use crate::sections::failure::once_here;
use crate::state::PageState;

/// The section.
#[component]
pub fn DebateSection(state: PageState) -> impl IntoView {
    let figure = once_here(state, state.debate.file, |state| {
        view! {
            <Figure state />
            <ClaimCard state />
            <StanceSummary state />
        }
        .into_any()
    });
    view! {
        <section class="wide debate" aria-labelledby="debate-title" data-part="debate">
            <h2 id="debate-title">"The debate, claim by claim"</h2>
            <p class="measure">
                "In December 2024, under the post \u{201c}AGI with RL is Bad News for Safety\u{201d}, the LessWrong user purple fire argued that a small model that reasons out loud is easier to \
                trust than a large one that just answers. The post held that a chain which is rewarded for its result need not be true, and may hide things. Each box is one of their claims, in our \
                words; each was given tests, with lines drawn in advance, and models trained for them. "
                <strong>"Choose one, say what you expect, and look."</strong>
            </p>
            <Near on_near=Callback::new(move |()| state.want_debate())>{figure}</Near>
            <p class="measure" data-part="debate-limits">
                "A verdict is about these models on this task and nothing else: arithmetic, from scratch, at most half a million weights. Which criteria speak for a claim was written down when most \
                results were known; the criteria and their lines were not changed by that, and where a line was drawn after the measurement, it says so."
            </p>
        </section>
    }
}

#[component]
fn Figure(state: PageState) -> impl IntoView {
    let is_open = state.debate.is_open;
    let finding = move || {
        let said = state.debate.file.with(|file| file.here().map(tally));
        is_open.get().then_some(said).flatten()
    };
    let toggle = move || match is_open.get() {
        true => "Hide the verdicts",
        false => "Show all verdicts",
    };
    view! {
        <figure data-part="debate-figure" aria-label="Claims and how they hang together">
            <p class="finding" data-part="debate-finding">{finding}</p>
            <Picture state />
            <div class="live-form">
                <button
                    type="button"
                    class="button"
                    data-part="debate-open"
                    aria-pressed=move || is_open.get().to_string()
                    on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)
                >
                    {toggle}
                </button>
            </div>
            <ClaimList state />
            <figcaption>
                "Lines: a reason for (plain), a reason against (dashed), a point on which the sides part (dots). Above: for models that reason out loud. Below: against. "
                <a href="results/claims.json" download="claims.json">"Data"</a>
                "; "
                <code>"docs/claims.toml"</code>
                " as declared, SHA-256 "
                <code data-part="claims-digest">{move || state.debate.file.with(|file| file.here().map(|file| digest(&file.claims_sha256)))}</code>
                ", made again by "
                <code>"python training/study.py"</code>
                "."
            </figcaption>
        </figure>
    }
    .into_any()
}

/// The first characters of a digest.
fn digest(sha256: &str) -> String {
    sha256.chars().take(12).collect()
}

/// The claim that is looked at: the chosen one, or the first.
fn chosen_claim<'a>(debate: &'a Debate, chosen: Option<&str>) -> Option<&'a Claim> {
    let found = chosen.and_then(|id| debate.claim(id));
    found.or(debate.claims.first())
}

/// Something of the claim that is looked at.
fn with_chosen<T>(state: PageState, read: impl FnOnce(&Debate, &Claim) -> T) -> Option<T> {
    let chosen = state.debate.chosen.get();
    state.debate.file.with(|file| {
        let debate = file.here()?;
        let claim = chosen_claim(debate, chosen.as_deref())?;
        Some(read(debate, claim))
    })
}

/// Whether the verdict on a claim may be seen: a reader has said what to expect of it, or wants to see all.
fn is_revealed(state: PageState, claim: &str) -> bool {
    let has_stance = state
        .debate
        .stances
        .with(|stances| stances.contains_key(claim));
    has_stance || state.debate.is_open.get()
}
