//! The question that the page is about, and where on it each part of the answer is looked for.

use leptos::prelude::*;
use syw_core::Family;
use syw_core::intervention::Intervention;

use crate::components::SideNote;
use crate::presets::Preset;
use crate::sections::article::{prose, to_duel};
use crate::state::PageState;
use crate::t;

/// The parts: their anchors and names.
fn contents() -> [(&'static str, String); 7] {
    [
        ("#work-title", t!("work-title")),
        ("#deceit-title", t!("deceit-title")),
        ("#readers-title", t!("readers-title")),
        ("#minds-title", t!("minds-title")),
        ("#home-title", t!("home-title")),
        ("#weighing-title", t!("weighing-title")),
        ("#cannot-title", t!("cannot-title")),
    ]
}

/// The thought experiment, both sides, and what can be done about it.
#[component]
pub fn Question(state: PageState) -> impl IntoView {
    let alter = Callback::new(move |()| {
        state.apply_intervention(Intervention::AddedMistake { step: 1, seed: 0 });
        to_duel();
    });
    let cut = Callback::new(move |()| {
        state.apply_intervention(Intervention::EarlyAnswering { n_kept: 0 });
        to_duel();
    });
    let negative = Callback::new(move |()| {
        state.preset(Preset::Family(Family::NegativeOperand));
        to_duel();
    });
    let links = contents().map(|(anchor, name)| view! { <li><a href=anchor>{name}</a></li> });
    view! {
        <section class="text" aria-labelledby="what-title">
            <h2 id="what-title">{t!("question-title")}</h2>
            <p>{prose(t!("question-setting"), &[])}</p>
            <p>{prose(t!("question-sides"), &[])}</p>
            <p>{prose(t!("question-run"), &[("word-mistake", alter), ("word-cut", cut), ("word-negative", negative)])}</p>
            <SideNote>{prose(t!("question-note"), &[])}</SideNote>
            <nav aria-label=t!("question-parts")>
                <ol class="contents">{links}</ol>
            </nav>
        </section>
    }
}
