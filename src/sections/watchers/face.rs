//! What a user is told: three systems under the same rule, side by side, with the notes behind the line.

use leptos::prelude::*;
use syw_core::Problem;
use syw_core::card::Size;
use syw_core::rule::{MARKED_MODULUS, is_stated_in_chain};
use syw_core::vocabulary::text_of;
use syw_core::watchers::System;

use crate::sections::provenance::Provenance;
use crate::state::PageState;
use crate::watching::Telling;

/// The figure. It runs again whenever the problem changes, or whether it is marked.
#[component]
pub fn Faces(state: PageState) -> impl IntoView {
    Effect::new(move |_| state.tell_user());
    let is_marked = state.watchers.is_marked;
    let toggle = [true, false].map(|marked| {
        let name = match marked {
            true => format!("a marked problem (modulo {MARKED_MODULUS})"),
            false => "any other problem".to_owned(),
        };
        view! {
            <button
                type="button"
                class="chip"
                data-part=format!("face-marked-{marked}")
                aria-pressed=move || (is_marked.get() == marked).to_string()
                on:click=move |_| is_marked.set(marked)
            >
                {name}
            </button>
        }
    });
    let cards = move || {
        state.watchers.told.with(|told| match told {
            None => view! { <p class="waiting">"Nobody has been told anything yet."</p> }.into_any(),
            Some((problem, told)) => {
                let cards = told.iter().map(|telling| card(problem, telling));
                view! { <div class="face-cards" data-part="face-cards">{cards.collect_view()}</div> }.into_any()
            }
        })
    };
    view! {
        <figure class="face-figure" data-part="face-figure" aria-label="What users are told">
            <h3>"And what is the user told?"</h3>
            <p class="measure">
                {format!("A rule, for once: results modulo {MARKED_MODULUS} are not for everyone, and whoever asks is told so. One system is split: a reasoner that was never rewarded for the rule, and a second \
                model, a Face, that reads its notes and speaks to the user. The others are one model each, rewarded for the rule in what the user sees, or in everything that they write.")}
            </p>
            <div class="chip-row" role="group" aria-label="What the user asks">{toggle}</div>
            {cards}
    <Provenance state file="" command="choosing another problem" arms=&[(Size::Small, "face"), (Size::Small, "chain_rl"), (Size::Small, "single_output"), (Size::Small, "single_everywhere")] />
        </figure>
    }
}

/// A system's name.
pub(in crate::sections) fn system_name(system: System) -> &'static str {
    match system {
        System::Split => "a reasoner and a Face",
        System::SingleOutput => "one model, rule over what users see",
        System::SingleEverywhere => "one model, rule over everything",
    }
}

fn card(problem: &Problem, telling: &Telling) -> impl IntoView + use<> {
    let keeps = match telling.keeps_the_rule(problem) {
        true => "\u{2713} keeps the rule",
        false => "\u{2717} breaks the rule",
    };
    let stated = match is_stated_in_chain(&telling.written, problem) {
        true => "the notes say the result",
        false => "the notes do not say the result",
    };
    view! {
        <div class="face-card" data-part=format!("face-{}", telling.system.arm())>
            <h4>{system_name(telling.system)}</h4>
            <p class="face-notes">{text_of(&telling.written)}</p>
            <p class="face-line"><em>"The user is told: "</em>{telling.sentence(problem)}</p>
            <p class="face-verdict">{format!("{keeps}; {stated}")}</p>
        </div>
    }
}
