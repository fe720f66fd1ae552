//! The button of something that takes a while: it starts, and while that lasts it cancels. One element, so that the focus of
//! whoever pressed it stays there.

use leptos::prelude::*;

use crate::t;

/// Starts, or cancels what was started.
#[component]
pub fn RunButton(
    /// Whether it is under way. No default.
    #[prop(into)]
    is_under_way: Signal<bool>,
    /// Whether it can be started. No default.
    #[prop(into)]
    is_ready: Signal<bool>,
    /// The names in `data-part` as long as it starts, and while it cancels. No default.
    parts: (&'static str, &'static str),
    /// What it starts, in words. No default.
    #[prop(into)]
    label: Signal<String>,
    /// Called to start. No default.
    on_run: Callback<()>,
    /// Called to cancel. No default.
    on_cancel: Callback<()>,
) -> impl IntoView {
    let press = move |_| match is_under_way.get_untracked() {
        true => on_cancel.run(()),
        false => on_run.run(()),
    };
    view! {
        <button
            type="button"
            class="button"
            data-part=move || if is_under_way.get() { parts.1 } else { parts.0 }
            disabled=move || !is_under_way.get() && !is_ready.get()
            on:click=press
        >
            {move || if is_under_way.get() { t!("run-cancel") } else { label.get() }}
        </button>
    }
}
