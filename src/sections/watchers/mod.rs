//! Who watches the chains, and who tells the user: the question, the two figures, what was measured and what was not.

pub mod face;
pub mod live;
pub mod table;
pub mod words;

use leptos::prelude::*;
use syw_core::card::Size;

use crate::components::Near;
use crate::locale::formats::decimal;
use crate::sections::export::TakeAway;
use crate::sections::failure::{notice, once_here};
use crate::sections::provenance::Provenance;
use crate::sections::watchers::face::Faces;
use crate::sections::watchers::live::Live;
use crate::sections::watchers::table::{Systems, Table};
use crate::sections::watchers::words::{blind_spot, monitor_finding, probe_chance, split_finding};
use crate::state::PageState;
use crate::t;

/// The area under the ROC curve of who knows nothing.
const CHANCE: f64 = 0.5;

/// The section.
#[component]
pub fn Watchers(state: PageState) -> impl IntoView {
    let guess = RwSignal::new(None::<bool>);
    let guessed = move || guess.get().is_some() || state.needs_no_guess();
    let figures = move || guessed().then(|| view! { <Figures state guess /> });
    let choice = move |says_yes: bool, text: String| {
        let is_chosen = move || (guess.get() == Some(says_yes)).to_string();
        view! {
            <button type="button" class="chip" data-part=format!("watch-guess-{says_yes}") aria-pressed=is_chosen on:click=move |_| guess.set(Some(says_yes))>
                {text}
            </button>
        }
    };
    view! {
        <section class="wide watchers" aria-labelledby="watchers-title" data-part="watchers">
            <h2 id="watchers-title">{t!("watchers-title")}</h2>
            <p class="measure">{t!("watchers-lead")}</p>
            <div class="guess-row" role="group" aria-label=t!("watchers-guess")>
                <span>{t!("watchers-question")}</span>
                {choice(true, t!("watchers-will"))}
                {choice(false, t!("watchers-will-not"))}
            </div>
            <Near on_near=Callback::new(move |()| state.want_watchers())>{figures}</Near>
        </section>
    }
}

#[component]
fn Figures(
    state: PageState,
    /// What the reader guessed.
    guess: RwSignal<Option<bool>>,
) -> impl IntoView {
    let measured = once_here(state, state.watchers.file, |state| {
        view! { <Measured state /> }.into_any()
    });
    let outcome = move || {
        let file = state.watchers.file.get();
        let says_yes = guess.get()?;
        file.here().and_then(|file| blind_spot(file, says_yes))
    };
    let failure = move || notice(state, state.watchers.failure.get());
    view! {
        <p class="measure" role="status" data-part="watch-outcome">{outcome}</p>
        {failure}
        <Live state />
        <Faces state />
        {measured}
    }
}

#[component]
fn Measured(state: PageState) -> impl IntoView {
    let said = move |read: fn(&syw_core::watchers::WatchersReport) -> Option<String>| {
        move || state.watchers.file.with(|file| file.here().and_then(read))
    };
    view! {
            <figure data-part="watchers-figure" aria-labelledby="watchers-finding" data-export="watchers">
                <p class="finding" id="watchers-finding" data-part="watchers-finding">{said(monitor_finding)}</p>
                <Table state />
                <figcaption>
                    {t!("watchers-caption", chance = decimal(CHANCE, 1))} " "
                    {said(probe_chance)}" "
                    <a href="results/watchers.json" download="watchers.json">{t!("watchers-data")}</a>
    <Provenance state file="watchers.json" command="cargo xtask evaluate" arms=&[(Size::Small, "monitor"), (Size::Small, "chain_rl"), (Size::Small, "chain_imitation"), (Size::Large, "direct")] />
    </figcaption>
                <TakeAway state name="watchers" data="results/watchers.json" />
            </figure>
            <figure data-part="told-figure" aria-labelledby="told-finding" data-export="told">
                <p class="finding" id="told-finding" data-part="told-finding">{said(split_finding)}</p>
                <Systems state />
                <figcaption>
                    {t!("watchers-told-caption")} " "
                    <a href="results/watchers.json" download="watchers.json">{t!("watchers-data")}</a>
    <Provenance state file="watchers.json" command="cargo xtask evaluate" arms=&[(Size::Small, "face"), (Size::Small, "chain_rl"), (Size::Small, "single_output"), (Size::Small, "single_everywhere")] />
    </figcaption>
                <TakeAway state name="told" data="results/watchers.json" />
            </figure>
            <p class="measure limits">{t!("watchers-limits")}</p>
        }
}
