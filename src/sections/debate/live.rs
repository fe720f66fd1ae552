//! A run of a claim's tests in this browser: on a sample, then on everything.

use leptos::prelude::*;

use crate::claim_run::live_criteria;
use crate::components::{Heard, RunButton, rich, start_and_end};
use crate::locale::markup::Mark;
use crate::sections::debate::live_words::{can_run, run_words};
use crate::sections::debate::with_chosen;
use crate::state::{EngineStatus, PageState};
use crate::t;

/// A command is not to be translated.
fn command(mark: &Mark) -> Option<AnyView> {
    let words = mark.words.clone();
    (mark.name == "code").then(|| view! { <code translate="no">{words}</code> }.into_any())
}

/// Problems of a sample.
const N_SAMPLE: usize = 60;

/// The buttons and what came of them.
#[component]
pub fn LiveTests(state: PageState) -> impl IntoView {
    let run = state.debate.run;
    let is_under_way = Memo::new(move |_| {
        run.with(|run| run.as_ref().is_some_and(|run| run.state.is_under_way()))
    });
    let can = move || with_chosen(state, can_run).map(|said| rich(&said, command));
    let has_live = Memo::new(move |_| {
        with_chosen(state, |debate, claim| {
            !live_criteria(debate, &claim.id).is_empty()
        }) == Some(true)
    });
    let is_ready = move || state.engine.get() == EngineStatus::Live;
    let start = move |n_problems: usize| {
        if let Some(id) = untrack(|| with_chosen(state, |_, claim| claim.id.clone())) {
            state.run_claim(&id, n_problems);
        }
    };
    // Whichever button was pressed cancels; the other one waits out of sight.
    let pressed = RwSignal::new(0);
    let button = move |idx: usize, parts, label: String, n_problems| {
        let is_there = move || has_live.get() && (!is_under_way.get() || pressed.get() == idx);
        let on_run = Callback::new(move |()| {
            pressed.set(idx);
            start(n_problems);
        });
        view! {
            <span hidden=move || !is_there()>
                <RunButton
                    is_under_way
                    is_ready=Signal::derive(is_ready)
                    parts
                    label
                    on_run
                    on_cancel=Callback::new(move |()| state.cancel_claim())
                />
            </span>
        }
    };
    let buttons = view! {
        {button(0, ("claim-sample", "claim-cancel"), t!("run-sample", problems = N_SAMPLE.to_string()), N_SAMPLE)}
        {button(1, ("claim-all", "claim-cancel"), t!("run-all"), usize::MAX)}
    };
    let said = move || {
        with_chosen(state, |debate, _| {
            run.with(|run| run.as_ref().map(|run| run_words(debate, run)))
        })
        .flatten()
    };
    let heard = move || {
        let is_under_way = run.with(|run| run.as_ref().map(|run| run.state.is_under_way()));
        start_and_end(is_under_way, || said().unwrap_or_default())
    };
    let progress = move || {
        let number = move |read: fn((usize, usize)) -> usize| {
            move || run.with(|run| run.as_ref().map_or(0, |run| read(run.progress())))
        };
        is_under_way.get().then(|| {
            view! { <progress max=number(|it| it.1) value=number(|it| it.0) aria-label=t!("run-progress")></progress> }
        })
    };
    let state_name = move || run.with(|run| run.as_ref().map_or("none", |run| run.state.name()));
    view! {
        <div class="claim-run" data-part="claim-run" data-state=state_name>
            <p class="note">{can}</p>
            <div class="live-form">{buttons}{progress}</div>
            <p data-part="claim-run-words">{said}</p>
            <Heard text=Signal::derive(heard) part="claim-heard" />
        </div>
    }
    .into_any()
}
