//! The few things that views do to the browser's focus and to where the page is scrolled. Called from handlers and tasks, never while a view is made.

use leptos::prelude::document;
use leptos::task::spawn_local;
use leptos::web_sys::{Element, FocusEvent, HtmlElement, Node};
use wasm_bindgen::JsCast;

use crate::turn::turn;

/// Gives the focus to the first element that fits a selector, if there is one.
pub fn focus(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}

/// Brings the element that fits a selector to the top of the view and gives it the focus.
pub fn go_to(selector: &str) {
    if let Some(element) = document().query_selector(selector).ok().flatten() {
        // Asked where it is, it is laid out. Firefox scrolls nowhere, and not later either, where it is not yet, being in a part that is
        // out of sight and has just been put up.
        element.get_bounding_client_rect();
        element.scroll_into_view();
        focus(selector);
    }
}

/// The same for what comes with the change that is made now, and is not there yet.
pub fn go_to_what_comes(selector: &'static str) {
    spawn_local(async move {
        turn().await;
        go_to(selector);
    });
}

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
