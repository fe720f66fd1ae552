//! Whether a reader has turned to something else.

use leptos::prelude::document;
use leptos::web_sys::{Element, FocusEvent, Node};
use wasm_bindgen::JsCast;

/// Whether a `focusout` says that a reader turned to another part of the page: the focus went to an element outside
/// `container`, or to none although the window still has it.
pub(super) fn has_left(event: &FocusEvent, container: &Element) -> bool {
    let to = event
        .related_target()
        .and_then(|to| to.dyn_into::<Node>().ok());
    match to {
        Some(to) => !container.contains(Some(&to)),
        None => document().has_focus().unwrap_or(true) && container.is_connected(),
    }
}
