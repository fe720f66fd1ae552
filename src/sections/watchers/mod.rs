//! Who watches the chains, and who tells the user: the question, the two figures, what was measured and what was not.

pub mod face;
pub mod live;
pub mod table;
pub mod words;

use leptos::prelude::*;
use syw_core::card::Size;

use crate::components::Near;
use crate::sections::failure::{notice, once_here};
use crate::sections::provenance::Provenance;
use crate::sections::watchers::face::Faces;
use crate::sections::watchers::live::Live;
use crate::sections::watchers::table::{Systems, Table};
use crate::sections::watchers::words::{blind_spot, monitor_finding, probe_chance, split_finding};
use crate::state::PageState;

/// The section.
#[component]
pub fn Watchers(state: PageState) -> impl IntoView {
    let guess = RwSignal::new(None::<bool>);
    let guessed = move || guess.get().is_some();
    let figures = move || guessed().then(|| view! { <Figures state guess /> });
    let choice = move |says_yes: bool, text: &'static str| {
        let is_chosen = move || (guess.get() == Some(says_yes)).to_string();
        view! {
            <button type="button" class="chip" data-part=format!("watch-guess-{says_yes}") aria-pressed=is_chosen on:click=move |_| guess.set(Some(says_yes))>
                {text}
            </button>
        }
    };
    view! {
        <section class="wide watchers" aria-labelledby="watchers-title" data-part="watchers">
            <h2 id="watchers-title">"Who watches the notes?"</h2>
            <p class="measure">
                "If notes can be read, somebody has to read them, and not for every problem can that be you. So we trained another model, as small as GPT small and apart from it, "
                "to do nothing but look at notes: is what was written last sound? Before you see it at work, a guess."
            </p>
            <div class="guess-row" role="group" aria-label="Your guess">
                <span>"One of the systems below writes notes that decide nothing about its answer. Will the watcher notice?"</span>
                {choice(true, "It will")}
                {choice(false, "It will not")}
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
            <figure data-part="watchers-figure" aria-labelledby="watchers-finding">
                <p class="finding" id="watchers-finding" data-part="watchers-finding">{said(monitor_finding)}</p>
                <Table state />
                <figcaption>
                    "Area under the ROC curve: how probable it is that a right answer gets the better score than a wrong one, 0.5 being chance. Held-out problems; medians over seeds, each monitor "
                    "on the notes of GPT small of its own seed. Surprise: a model that was trained on right notes alone, of another seed, and how improbable it finds the \
                    least probable digit. The checker is a program that knows arithmetic; the dummies see only how long the notes are, or only the answer. "
                    "GPT large has no notes: its own confidence judges its answers, and a linear probe on what is inside it where it answers, fitted to what was right and wrong in all other \
                    families. The probe was not declared beforehand. "
                    {said(probe_chance)}" "
                    <a href="results/watchers.json" download="watchers.json">"Data"</a>
    <Provenance state file="watchers.json" command="cargo xtask evaluate" arms=&[(Size::Small, "monitor"), (Size::Small, "chain_rl"), (Size::Small, "chain_imitation"), (Size::Large, "direct")] />
    </figcaption>
            </figure>
            <figure data-part="told-figure" aria-labelledby="told-finding">
                <p class="finding" id="told-finding" data-part="told-finding">{said(split_finding)}</p>
                <Systems state />
                <figcaption>
                    "All listed held-out problems; the range over seeds. A toy rule, checkable to the last token, that is all it has in common with real ones. "
                    <a href="results/watchers.json" download="watchers.json">"Data"</a>
    <Provenance state file="watchers.json" command="cargo xtask evaluate" arms=&[(Size::Small, "face"), (Size::Small, "chain_rl"), (Size::Small, "single_output"), (Size::Small, "single_everywhere")] />
    </figcaption>
            </figure>
            <p class="measure limits">
                "What this does not show: these monitors learned from mistakes that we made up, in a language of a hundred words; nobody trained a chain against them; and a rule about one modulus is no "
                "safety. All models are trained from scratch and tiny."
            </p>
        }
}
