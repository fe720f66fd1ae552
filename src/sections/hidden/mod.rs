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

use crate::components::{InTurn, Near};
use crate::sections::hidden::code::Code;
use crate::sections::hidden::hider::HiderPanel;
use crate::sections::hidden::meter::MeterPanel;
use crate::sections::hidden::published::Published;
use crate::state::{EngineStatus, PageState};
use crate::t;

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
            <h2 id="hidden-title">{t!("hidden-title")}</h2>
            <p class="measure">{t!("hidden-lead")}</p>
            <Near on_near=Callback::new(code_comes)><InTurn name="hidden-code"><Code state /></InTurn></Near>
            <Near on_near=Callback::new(hider_comes)>
                <InTurn name="hidden-hider"><HiderPanel state /></InTurn>
                <InTurn name="hidden-meter"><MeterPanel state /></InTurn>
                <InTurn name="hidden-published"><Published state /></InTurn>
            </Near>
            <p class="measure" data-part="hidden-limits">{limits()}</p>
        </section>
    }
}

/// What the figures do not show.
fn limits() -> String {
    t!("hidden-limits", tokens = vocabulary().len())
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
