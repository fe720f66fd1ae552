//! Hidden messages: a chain in a code that nobody can read, and chains that say one thing and carry another.

pub mod bars;
pub mod code;
pub mod code_words;
pub mod finding_words;
pub mod hider;
pub mod meter;
pub mod published;
pub mod training;
pub mod training_words;
pub mod words;

use leptos::prelude::*;
use syw_core::vocabulary::vocabulary;

use crate::components::Near;
use crate::sections::hidden::code::Code;
use crate::sections::hidden::hider::HiderPanel;
use crate::sections::hidden::meter::MeterPanel;
use crate::sections::hidden::published::Published;
use crate::state::{EngineStatus, PageState};

/// The questions and both figures. The models run once a reader comes near, and again for another problem.
#[component]
pub fn HiddenMessages(state: PageState) -> impl IntoView {
    let code_is_near = RwSignal::new(false);
    let hider_is_near = RwSignal::new(false);
    run_when_near(state, code_is_near, PageState::run_coded);
    run_when_near(state, hider_is_near, PageState::run_hider);
    let code_comes = move |()| {
        state.want_evaluations();
        code_is_near.set(true);
    };
    let hider_comes = move |()| {
        state.want_hidden();
        hider_is_near.set(true);
    };
    view! {
        <section class="wide hidden-messages" aria-labelledby="hidden-title" data-part="hidden-messages">
            <h2 id="hidden-title">"Hidden messages"</h2>
            <p class="measure">
                "A chain can decide the answer and still tell a reader nothing, or tell a reader one thing and the model another. Both kinds were trained here, on purpose, "
                "so that the tests for them can be tried out."
            </p>
            <Near on_near=Callback::new(code_comes)><Code state /></Near>
            <Near on_near=Callback::new(hider_comes)>
                <HiderPanel state />
                <MeterPanel state />
                <Published state />
            </Near>
            <p class="measure" data-part="hidden-limits">{limits()}</p>
        </section>
    }
}

/// What the figures do not show.
fn limits() -> String {
    format!(
        "What this does not show: that a model comes to hide by itself. Each hider was first taught to carry residues in the words or in the order of its plans, and then to do it \
         seldom; only whether reward brings it back was left open. Each was taught one way, so none could turn to another when the first was closed. The whole language has {} tokens, so there is little room to hide and little to \
         paraphrase away. Toy scale, trained from scratch: large models may do otherwise. Not measured: decoders that \
         do more than count.",
        vocabulary().len()
    )
}

/// Runs a figure's model once a reader is near and the engine is there, and whenever the problem changes.
fn run_when_near(state: PageState, is_near: RwSignal<bool>, run: fn(PageState)) {
    let is_ready = Memo::new(move |_| is_near.get() && state.engine.get() == EngineStatus::Live);
    Effect::new(move |_| {
        state.problem.track();
        if is_ready.get() {
            untrack(|| run(state));
        }
    });
}
