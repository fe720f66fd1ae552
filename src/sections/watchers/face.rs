//! What a user is told: three systems under the same rule, side by side, with the notes behind the line.

use leptos::prelude::*;
use syw_core::Problem;
use syw_core::card::Size;
use syw_core::rule::{MARKED_MODULUS, is_stated_in_chain};
use syw_core::vocabulary::text_of;
use syw_core::watchers::System;

use crate::locale::{named, yes_or_no};
use crate::sections::provenance::Provenance;
use crate::state::PageState;
use crate::t;
use crate::watching::Telling;

/// The figure. It runs again whenever the problem changes, or whether it is marked.
#[component]
pub fn Faces(state: PageState) -> impl IntoView {
    Effect::new(move |_| state.tell_user());
    let is_marked = state.watchers.is_marked;
    let toggle = [true, false].map(|marked| {
        let name = match marked {
            true => t!("watchers-face-marked", modulus = MARKED_MODULUS),
            false => t!("watchers-face-other"),
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
            None => view! { <p class="waiting">{t!("watchers-face-nobody")}</p> }.into_any(),
            Some((problem, told)) => {
                let cards = told.iter().map(|telling| card(problem, telling));
                view! { <div class="face-cards" data-part="face-cards">{cards.collect_view()}</div> }.into_any()
            }
        })
    };
    view! {
        <figure class="face-figure" data-part="face-figure" aria-label=t!("watchers-face-label")>
            <h3>{t!("watchers-face-title")}</h3>
            <p class="measure">{t!("watchers-face-lead", modulus = MARKED_MODULUS)}</p>
            <div class="chip-row" role="group" aria-label=t!("watchers-face-asks")>{toggle}</div>
            {cards}
    <Provenance state file="" command=t!("watchers-again-problem") arms=&[(Size::Small, "face"), (Size::Small, "chain_rl"), (Size::Small, "single_output"), (Size::Small, "single_everywhere")] />
        </figure>
    }
}

/// A system's name.
pub(in crate::sections) fn system_name(system: System) -> String {
    named("watchers-system", system.arm())
}

fn card(problem: &Problem, telling: &Telling) -> impl IntoView + use<> {
    let verdict = t!(
        "watchers-face-verdict",
        keeps = yes_or_no(telling.keeps_the_rule(problem)),
        is_stated = yes_or_no(is_stated_in_chain(&telling.written, problem))
    );
    view! {
        <div class="face-card" data-part=format!("face-{}", telling.system.arm())>
            <h4>{system_name(telling.system)}</h4>
            <p class="face-notes" translate="no">{text_of(&telling.written)}</p>
            <p class="face-line"><em>{t!("watchers-face-told")}</em>" "{telling.sentence(problem)}</p>
            <p class="face-verdict">{verdict}</p>
        </div>
    }
}
