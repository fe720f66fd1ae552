//! A button that may have nothing to do, often because it was just pressed.

use leptos::prelude::*;

/// While it has nothing to do it says so and does nothing, but keeps the focus, which the browser would take from a disabled button.
#[component]
pub fn Action(
    /// Whether it has something to do. No default.
    #[prop(into)]
    is_ready: Signal<bool>,
    /// Called when it is pressed while it has. No default.
    on_press: Callback<()>,
    /// Its name, for tests and styles. No default.
    part: &'static str,
    /// Its class. Default: that of buttons.
    #[prop(default = "button")]
    class: &'static str,
    /// What it says. No default.
    children: Children,
) -> impl IntoView {
    let press = move |_| {
        if is_ready.get_untracked() {
            on_press.run(());
        }
    };
    view! {
        <button
            type="button"
            class=class
            data-part=part
            aria-disabled=move || (!is_ready.get()).then_some("true")
            on:click=press
        >
            {children()}
        </button>
    }
    .into_any()
}
