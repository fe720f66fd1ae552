//! One claim: who holds it, what a reader expects, the verdict and its evidence, a run of its tests, and what would change it.

use leptos::prelude::*;
use syw_core::debate::Claim;

use crate::components::rich;
use crate::locale::markup::Mark;
use crate::place::go_to_what_comes;
use crate::sections::debate::evidence::EvidenceRows;
use crate::sections::debate::live::LiveTests;
use crate::sections::debate::told::{claim_held_by, claim_name, claim_says, claim_would_change};
use crate::sections::debate::words::{because, marked_verdict, place_of, side_key};
use crate::sections::debate::{is_revealed, with_chosen};
use crate::stance::Stance;
use crate::state::PageState;
use crate::t;

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
    let name = with_chosen(state, |_, claim| claim_name(claim).view());
    let says = with_chosen(state, |_, claim| claim_says(claim).view());
    let held = with_chosen(state, |_, claim| held(claim));
    let body = move || match is_revealed.get() {
        true => view! { <Revealed state id=shown.get_value() /> }.into_any(),
        false => view! { <p class="note">{t!("claim-locked")}</p> }.into_any(),
    };
    let data_id = id.clone();
    view! {
        <article class="claim-card" data-part="claim" data-claim-shown=data_id aria-labelledby="claim-name">
            <h3 id="claim-name" tabindex="-1">{format!("{id}. ")}{name}</h3>
            <p class="claim-says">{says}</p>
            <p class="note">{held}</p>
            <StanceButtons state id />
            {body}
        </article>
    }
    .into_any()
}

/// Who holds a claim, with a link to where it was said.
fn held(claim: &Claim) -> Vec<AnyView> {
    let by = claim_held_by(claim);
    let said = t!("claim-held", side = side_key(claim.side), by = by.text);
    rich(&said, |mark| {
        let words = mark.words.clone();
        let author = move || view! { <a href=AUTHOR lang=by.lang>{words}</a> }.into_any();
        (mark.name == "author").then(author)
    })
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
        None => t!("claim-expect"),
        Some(_) => t!("claim-and-now"),
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
                data-stance=stance.name()
                aria-pressed=move || is_held().to_string()
                on:click=move |_| id.with_value(|id| state.take_stance(id, stance))
            >
                {stance.label()}
            </button>
        }
    };
    view! {
        <div class="chip-row" role="group" aria-label=t!("claim-expect-label") data-part="stance">
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
            view! {
                <p class="claim-verdict" data-part="claim-verdict" data-verdict=verdict.name()>
                    <strong>{marked_verdict(verdict)}</strong>
                    " "
                    {because(debate, claim).view()}
                </p>
            }
        })
    };
    let would_change = with_chosen(state, |_, claim| claim_would_change(claim).view());
    let place = place_of(&id).map(|(anchor, name)| {
        let link = move |mark: &Mark| {
            let words = mark.words.clone();
            (mark.name == "place").then(|| view! { <a href=anchor>{words}</a> }.into_any())
        };
        view! { <p class="note">{rich(&t!("claim-place", place = name), link)}</p> }
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
        // The button goes with the card that it is on: reading goes on at the name of the other claim.
        let go = move |id: String| {
            state.choose_claim(id);
            go_to_what_comes("claim-name");
        };
        others.into_iter().map(|other| {
            let (id, name) = (other.clone(), other.clone());
            view! { <button type="button" class="chip" data-related=name on:click=move |_| go(id.clone())>{other}</button> }
        }).collect_view()
    });
    view! {
        {verdict}
        <EvidenceRows state />
        <LiveTests state />
        <p data-part="claim-would-change"><strong>{t!("claim-change")}</strong>" "{would_change}</p>
        {place}
        <div class="chip-row" role="group" aria-label=t!("claim-related-label")><span>{t!("claim-related")}</span>{related}</div>
    }
    .into_any()
}
