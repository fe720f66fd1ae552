//! The duel: one problem, both models.

mod export;
pub mod large_card;
pub mod prediction;
pub mod problem_bar;
pub mod proof_line;
pub mod sampling;
pub mod small_card;

use leptos::prelude::*;

use crate::components::InTurn;
use crate::sections::duel::large_card::LargeCard;
use crate::sections::duel::problem_bar::ProblemBar;
use crate::sections::duel::proof_line::ProofLine;
use crate::sections::duel::small_card::SmallCard;
use crate::sections::export::ExportsOf;
use crate::sections::failure::{notice, shared_failure};
use crate::state::PageState;
use crate::t;

/// The problem bar and the two cards.
#[component]
pub fn Duel(state: PageState) -> impl IntoView {
    view! {
        <section class="wide" id="duel" aria-labelledby="duel-title" tabindex="-1">
            <h2 class="hidden" id="duel-title">{t!("duel-title")}</h2>
            <ProblemBar state />
            {move || notice(state, shared_failure(state))}
            <ProofLine state />
            <div
                class="duel"
                data-part="duel"
                data-export="duel"
                data-problem=move || state.problem.with(ToString::to_string)
                data-state=move || state.duel_status()
            >
                <InTurn name="duel-large"><LargeCard state /></InTurn>
                <InTurn name="duel-small"><SmallCard state /></InTurn>
            </div>
            <ExportsOf state name="duel" table=export::table />
        </section>
    }
}
