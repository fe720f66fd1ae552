//! The duel: one problem, both models.

use leptos::prelude::*;

use super::failure::{notice, shared_failure};
use super::large_card::LargeCard;
use super::problem_bar::ProblemBar;
use super::small_card::SmallCard;
use crate::state::PageState;

/// The problem bar and the two cards.
#[component]
pub fn Duel(state: PageState) -> impl IntoView {
    view! {
        <section class="wide" id="duel" aria-labelledby="duel-title" tabindex="-1">
            <h2 class="hidden" id="duel-title">"The same problem, twice"</h2>
            <ProblemBar state />
            {move || notice(state, shared_failure(state))}
            <div
                class="duel"
                data-part="duel"
                data-problem=move || state.problem.with(ToString::to_string)
                data-state=move || state.duel_status()
            >
                <LargeCard state />
                <SmallCard state />
            </div>
        </section>
    }
}
