//! The keys of the page, place by place, in a dialog that a button and the key `?` open. A reader whose voice or hand presses
//! single keys by mistake can switch that key off.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::web_sys::Element;
use wasm_bindgen::JsCast;

use crate::components::Dialog;
use crate::keys::{HELP, PLACES, Place};
use crate::locale::named;
use crate::state::storage::{store, stored};
use crate::t;

/// Under which the choice is kept, and what it is when the key is off.
const SWITCH: &str = "help-key";
const OFF: &str = "off";

/// What takes letters itself.
const TYPED_INTO: &str = "input, select, textarea, [contenteditable], dialog[open]";

/// The button and the dialog.
#[component]
pub fn KeyboardHelp() -> impl IntoView {
    let is_open = RwSignal::new(false);
    let is_on = RwSignal::new(true);
    Effect::new(move |_| {
        is_on.set(stored(SWITCH).as_deref() != Some(OFF));
        let handle = window_event_listener(leptos::ev::keydown, move |event| {
            if is_on.get_untracked() && asks_for_help(&event) {
                event.prevent_default();
                is_open.set(true);
            }
        });
        on_cleanup(move || handle.remove());
    });
    let choose = move |event| {
        is_on.set(event_target_checked(&event));
        store(SWITCH, if is_on.get_untracked() { "on" } else { OFF });
    };
    view! {
        <button type="button" class="tool" data-part="keys-open" aria-label=t!("keys-open") aria-haspopup="dialog" on:click=move |_| is_open.set(true)>
            "?"
        </button>
        <Dialog is_open title=Signal::stored(t!("keys-title")) part="keys">
            <p class="measure">{t!("keys-about")}</p>
            {PLACES.iter().map(place_view).collect_view()}
            <label class="keys-switch">
                <input type="checkbox" data-part="keys-switch" prop:checked=move || is_on.get() on:change=choose />
                <span>{t!("keys-switch")}</span>
            </label>
        </Dialog>
    }
}

fn place_view(place: &'static Place) -> impl IntoView {
    let line = |keys: &'static crate::keys::Keys| {
        view! {
            <div class="keys-line">
                <dt><kbd>{named("keys-press", keys.shown)}</kbd></dt>
                <dd>{named("keys-does", keys.does)}</dd>
            </div>
        }
    };
    view! {
        <h3>{named("keys-place", place.name)}</h3>
        <dl class="keys-list">{place.keys.iter().map(line).collect_view()}</dl>
    }
}

/// Whether a key press asks for the help: the key alone, where it would not be typed into something.
fn asks_for_help(event: &KeyboardEvent) -> bool {
    let is_typed = || {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        target.is_some_and(|target| target.closest(TYPED_INTO).ok().flatten().is_some())
    };
    let has_other = event.ctrl_key() || event.meta_key() || event.alt_key();
    event.key() == HELP && !has_other && !is_typed()
}
