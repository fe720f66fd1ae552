//! Goes to places of the page: scrolls there, and the focus with it. Called from handlers and tasks, never while a view is made.

use leptos::prelude::document;
use leptos::task::spawn_local;
use leptos::web_sys::{
    Element, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition,
};
use wasm_bindgen::JsCast;

use crate::turn::turn;

/// Brings the element of an id to the top of the view and gives it the focus. Nothing where there is none: a figure in a frame has
/// its own places only.
pub fn go_to(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        // Asked where it is, it is laid out. Firefox scrolls nowhere, and not later either, where it is not yet, being in a part that is
        // out of sight and has just been put up.
        element.get_bounding_client_rect();
        element.scroll_into_view();
        give_focus(element);
    }
}

/// The same for what comes with the change that is made now, and is not there yet.
pub fn go_to_what_comes(id: &'static str) {
    spawn_local(async move {
        turn().await;
        go_to(id);
    });
}

/// Gives the focus to the first element that fits a selector, if there is one, and brings it into view.
pub fn focus(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}

/// Brings what has the focus into view, where it is not.
pub fn show_focus() {
    if let Some(element) = document().active_element() {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Gives an element the focus, whatever is in view. One that takes none, as a title, takes it from then on: Tab goes on from there.
pub fn give_focus(element: Element) {
    let Ok(element) = element.dyn_into::<HtmlElement>() else {
        return;
    };
    if element.tab_index() < 0 {
        element.set_tab_index(-1);
    }
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // Fails for no element: one that is not shown leaves the focus where it is.
    let _ = element.focus_with_options(&options);
}
