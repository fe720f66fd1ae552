//! One claim: who holds it, what a reader expects, the verdict and its evidence, a run of its tests, and what would change it.

use leptos::prelude::*;

use crate::sections::debate::evidence::EvidenceRows;
use crate::sections::debate::live::LiveTests;
use crate::sections::debate::words::{because, place_of, side_name, verdict_mark, verdict_name};
use crate::sections::debate::{is_revealed, with_chosen};
use crate::stance::Stance;
use crate::state::PageState;

const AUTHOR: &str = "https://www.lesswrong.com/users/jack-edwards";

/// The card of the claim that is looked at.
#[component]
pub fn ClaimCard(state: PageState) -> impl IntoView {
    let id = Memo::new(move |_| with_chosen(state, |_, claim| claim.id.clone()));
    let card = move || id.get().map(|id| view! { <Card state id /> });
    view! { {card} }
}

#[component]
fn Card(state: PageState, id: String) -> impl IntoView {
    let shown = StoredValue::new(id.clone());
    let is_revealed = Memo::new(move |_| shown.with_value(|id| is_revealed(state, id)));
    let head = with_chosen(state, |_, claim| {
        (
            claim.name.clone(),
            claim.says.clone(),
            claim.held_by.clone(),
            side_name(claim.side),
        )
    });
    let (name, says, held_by, side) = head.unwrap_or_default();
    let body = move || {
        match is_revealed.get() {
        true => view! { <Revealed state id=shown.get_value() /> }.into_any(),
        false => view! { <p class="note">"The verdict, its tests and every seed are shown once you have said what you expect."</p> }.into_any(),
    }
    };
    let data_id = id.clone();
    view! {
        <article class="claim-card" data-part="claim" data-claim-shown=data_id aria-labelledby="claim-name">
            <h3 id="claim-name">{format!("{id}. {name}")}</h3>
            <p class="claim-says">{says}</p>
            <p class="note">
                "Held "{side}": "
                <a href=AUTHOR>{held_by}</a>
                ". In our words."
            </p>
            <StanceButtons state id />
            {body}
        </article>
    }
    .into_any()
}

/// What the reader expects, and, once the verdict is seen, what the reader thinks.
#[component]
fn StanceButtons(state: PageState, id: String) -> impl IntoView {
    let id = StoredValue::new(id);
    let held = Memo::new(move |_| {
        state
            .debate
            .stances
            .with(|stances| id.with_value(|id| stances.get(id).copied()))
    });
    let question = move || match held.get() {
        None => "In these models, what do you expect?",
        Some(_) => "And now?",
    };
    let button = move |stance: Stance| {
        let is_held = move || {
            let held = held.get();
            held.is_some_and(|held| held.after.unwrap_or(held.before) == stance)
        };
        view! {
            <button
                type="button"
                class="chip"
                data-stance=stance.label()
                aria-pressed=move || is_held().to_string()
                on:click=move |_| id.with_value(|id| state.take_stance(id, stance))
            >
                {stance.label()}
            </button>
        }
    };
    view! {
        <div class="chip-row" role="group" aria-label="What you expect" data-part="stance">
            <span>{question}</span>
            {Stance::ALL.map(button)}
        </div>
    }
    .into_any()
}

/// The verdict and everything under it.
#[component]
fn Revealed(state: PageState, id: String) -> impl IntoView {
    let verdict = move || {
        with_chosen(state, |debate, claim| {
            let verdict = debate.verdict(claim);
            let name = verdict_name(verdict);
            view! {
                <p class="claim-verdict" data-part="claim-verdict" data-verdict=name>
                    <strong>{format!("{} {name}", verdict_mark(verdict))}</strong>
                    " "
                    {because(debate, claim)}
                </p>
            }
        })
    };
    let would_change = with_chosen(state, |_, claim| claim.would_change.clone());
    let place = place_of(&id).map(|(anchor, name)| {
        view! { <p class="note">"See it at work: "<a href=anchor>{name}</a>"."</p> }
    });
    let related = with_chosen(state, |debate, claim| {
        let others =
            debate
                .relations_of(&claim.id)
                .map(|relation| match relation.from == claim.id {
                    true => relation.to.clone(),
                    false => relation.from.clone(),
                });
        let others: Vec<String> = others.collect();
        others.into_iter().map(|other| {
            let id = other.clone();
            view! { <button type="button" class="chip" on:click=move |_| state.choose_claim(id.clone())>{other}</button> }
        }).collect_view()
    });
    view! {
        {verdict}
        <EvidenceRows state />
        <LiveTests state />
        <p data-part="claim-would-change"><strong>"What would change this: "</strong>{would_change}</p>
        {place}
        <div class="chip-row" role="group" aria-label="Claims that it hangs together with"><span>"Hangs together with"</span>{related}</div>
    }
    .into_any()
}
