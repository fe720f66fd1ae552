//! One figure without the page around it, for the frame of a blog post, a course or a notebook.
//!
//! Its height is its own: nothing in it is measured by the height of the frame, which follows it.

use leptos::html::Main;
use leptos::prelude::*;

use crate::components::Near;
use crate::query::Figure;
use crate::sections::duel::problem_bar::ProblemBar;
use crate::sections::notices::Notices;
use crate::state::{EngineStatus, PageState};
use crate::t;

/// Where the results come from.
fn status_text(status: &EngineStatus) -> String {
    match status {
        EngineStatus::Recorded => t!("embed-recorded"),
        EngineStatus::Loading { .. } => t!("embed-loading"),
        EngineStatus::Live => t!("embed-live"),
        EngineStatus::Failed(_) => t!("embed-failed"),
    }
}

/// The figure, and a line that leads to the page.
#[component]
pub fn Embed(
    /// The page's state. No default.
    state: PageState,
    /// Which figure. No default.
    figure: Figure,
    /// Its view. No default.
    view: AnyView,
) -> impl IntoView {
    let content = NodeRef::<Main>::new();
    let name = figure.name();
    let told = name.clone();
    Effect::new(move |is_told: Option<bool>| {
        if is_told == Some(true) {
            return true;
        }
        let Some(content) = content.get() else {
            return false;
        };
        state.tell_height_of(content.into(), told.clone());
        true
    });
    let is_of_problem = figure.is_of_problem();
    // A figure of results needs the models only once a reader does something with it.
    let on_near = Callback::new(move |()| {
        if is_of_problem {
            state.wake();
        }
    });
    let bar = (is_of_problem && figure != Figure::Duel)
        .then(|| view! { <div class="wide"><ProblemBar state /></div> });
    view! {
        <main
            class="embed"
            data-part="embed"
            data-figure=name
            data-hide=move || state.hidden_names()
            node_ref=content
            on:pointerdown=move |_| state.wake()
            on:focusin=move |_| state.wake()
        >
            <h1 class="hidden">{t!("embed-page")}</h1>
            <Notices state />
            <Near on_near>{bar} {view}</Near>
            <Foot state figure />
        </main>
    }
}

/// The line under the figure.
#[component]
fn Foot(state: PageState, figure: Figure) -> impl IntoView {
    let address = move || state.address_at(&figure);
    let shown = Memo::new(move |_| address());
    let run = move || {
        state
            .engine
            .with(|engine| *engine == EngineStatus::Recorded)
            .then(|| {
                view! {
                    <button type="button" class="button" data-part="embed-run" on:click=move |_| state.wake()>
                        {t!("embed-run")}
                    </button>
                }
            })
    };
    view! {
        <p class="embed-foot wide" data-part="embed-foot">
            <strong>{t!("embed-page")}</strong>
            <span data-part="engine-status" data-status=move || state.engine.with(EngineStatus::name)>
                {move || state.engine.with(status_text)}
            </span>
            {run}
            <a href=shown target="_blank" rel="noopener" data-part="embed-open">{t!("embed-open")}</a>
            // Where a frame may open no window, the address can still be selected.
            <span class="embed-address" data-part="embed-address">{shown}</span>
        </p>
    }
}
