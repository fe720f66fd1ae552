//! The debate, claim by claim: who holds what, which tests speak for and against it, what came out, and what would change it.

pub mod card;
pub mod evidence;
pub mod list;
pub mod live;
pub mod live_words;
pub mod picture;
pub mod stances;
pub mod told;
pub mod words;

use leptos::prelude::*;
use syw_core::debate::{Claim, Debate};

use crate::components::{InTurn, Near, rich};
use crate::sections::debate::card::ClaimCard;
use crate::sections::debate::list::ClaimList;
use crate::sections::debate::picture::Picture;
use crate::sections::debate::stances::StanceSummary;
use crate::sections::debate::words::tally;
use crate::sections::export::TakeAway;
use crate::sections::failure::once_here;
use crate::state::{Arrival, PageState};
use crate::t;

/// The section.
#[component]
pub fn DebateSection(state: PageState) -> impl IntoView {
    let figure = once_here(state, state.debate.file, |state| {
        view! {
            <Figure state />
            <InTurn name="debate-claim"><ClaimCard state /></InTurn>
            <InTurn name="debate-stances"><StanceSummary state /></InTurn>
        }
        .into_any()
    });
    view! {
        <section class="wide debate" aria-labelledby="debate-title" data-part="debate">
            <h2 id="debate-title">{t!("debate-title")}</h2>
            <p class="measure">{rich(&t!("debate-text"), |_| None)}</p>
            <Near on_near=Callback::new(move |()| state.want_debate())>{figure}</Near>
            <p class="measure" data-part="debate-limits">{t!("debate-limits")}</p>
        </section>
    }
}

/// One claim by itself, once the debate has arrived.
#[component]
pub fn OneClaim(state: PageState) -> impl IntoView {
    let card = once_here(state, state.debate.file, |state| {
        view! { <ClaimCard state /> }.into_any()
    });
    view! {
        <section class="wide debate" aria-labelledby="claim-name" data-part="debate">
            <h2 class="hidden">{t!("debate-title")}</h2>
            <Near on_near=Callback::new(move |()| state.want_debate())>{card}</Near>
        </section>
    }
    .into_any()
}

#[component]
fn Figure(state: PageState) -> impl IntoView {
    let is_open = state.debate.is_open;
    let finding = move || {
        let said = state.debate.file.with(|file| file.here().map(tally));
        is_open.get().then_some(said).flatten()
    };
    let toggle = move || match is_open.get() {
        true => t!("debate-hide"),
        false => t!("debate-show"),
    };
    let claims_digest = move || {
        let of_file = |file: &Arrival<Debate>| file.here().map(|file| digest(&file.claims_sha256));
        state.debate.file.with(of_file)
    };
    let caption = rich(&t!("debate-caption"), |mark| {
        let words = mark.words.clone();
        let view = match mark.name.as_str() {
            "data" => view! { <a href="results/claims.json" download="claims.json">{words}</a> }
                .into_any(),
            "code" => view! { <code translate="no">{words}</code> }.into_any(),
            "digest" => {
                view! { <code data-part="claims-digest" translate="no">{claims_digest}</code> }
                    .into_any()
            }
            _ => return None,
        };
        Some(view)
    });
    view! {
        <figure data-part="debate-figure" aria-label=t!("debate-figure") data-export="debate">
            <p class="finding" data-part="debate-finding">{finding}</p>
            <InTurn name="debate-picture"><Picture state /></InTurn>
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
            <InTurn name="debate-list"><ClaimList state /></InTurn>
            <figcaption>{caption}</figcaption>
            <TakeAway state name="debate" data="results/claims.json" />
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
    has_stance || state.debate.is_open.get() || state.needs_no_guess()
}
