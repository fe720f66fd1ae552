//! The living page takes the place of the prerendered one part by part, a task each, so that a slow machine can paint and hear
//! its reader in between. Until its turn, a part's prerendered HTML stands where the part will stand, and can be read, found
//! and linked to: see [`crate::components::InTurn`].

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::app::App;
use crate::components::{all_mounted, put};
use crate::first_view::{self, FirstView};
use crate::state::start_language;
use crate::turn::turn;

/// The element that the page lives in; the build puts the prerendered view there.
const ROOT_ID: &str = "app";

/// Told on the root element once every part lives: `data-mounted="all"`.
const MOUNTED: &str = "data-mounted";

/// Brings the page to life. It begins with the run that the build recorded.
pub async fn mount() {
    let root = document()
        .get_element_by_id(ROOT_ID)
        .expect("index.html has the root element")
        .unchecked_into::<HtmlElement>();
    // Each step is a task of its own, and the first one follows that in which the browser has made the program ready.
    turn().await;
    let query = query(&root);
    let notice = start_language(&query).await;
    turn().await;
    let recorded = recorded();
    turn().await;
    put(
        &root,
        move || view! { <App recorded=recorded query=query notice=notice /> },
    )
    .forget();
    // By then, its effects have said what waits.
    turn().await;
    all_mounted().await;
    // Cannot fail: the name is a fixed, legal one.
    let _ = root.set_attribute(MOUNTED, "all");
}

/// The query of the address; where the document came without one, what its root element carries in its place.
fn query(root: &Element) -> String {
    let search = window().location().search().unwrap_or_default();
    match search.is_empty() {
        true => root.get_attribute("data-query").unwrap_or_default(),
        false => search,
    }
}

/// The recording in the page, if the build put one there.
fn recorded() -> Option<FirstView> {
    let element = document().get_element_by_id(first_view::ELEMENT_ID)?;
    FirstView::from_json(&element.text_content()?).ok()
}
