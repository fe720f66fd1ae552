//! Giving the focus to a mark of a drawing. Called from handlers only.

use leptos::prelude::*;
use leptos::svg::Svg;
use leptos::web_sys::SvgElement;
use wasm_bindgen::JsCast;

/// Gives the focus to the mark whose `data-mark` is `name`, if there is one.
pub(super) fn focus_mark(drawing: NodeRef<Svg>, name: &str) {
    let Some(drawing) = drawing.get_untracked() else {
        return;
    };
    let found = drawing.query_selector(&format!("[data-mark=\"{name}\"]"));
    let found = found.ok().flatten();
    if let Some(mark) = found.and_then(|mark| mark.dyn_into::<SvgElement>().ok()) {
        // A mark that cannot take the focus leaves it where it is.
        let _ = mark.focus();
    }
}
