//! The whole page: its state, and its sections in page order.

use leptos::prelude::*;

use crate::components::go_to;
use crate::first_view::FirstView;
use crate::sections::{OneFigure, Page};
use crate::state::PageState;

/// The element that the page lives in; the build puts the prerendered first view there.
#[cfg(feature = "page")]
const ROOT_ID: &str = "app";

/// The page on a recorded run.
#[component]
pub fn App(
    /// The run that it opens with. No default.
    recorded: Option<FirstView>,
    /// The query of its address, which says what of the page is shown. Default: none, so all of it.
    #[prop(optional, into)]
    query: String,
    /// What has to be said about the page as a whole. Default: nothing.
    #[prop(optional_no_strip)]
    notice: Option<String>,
) -> impl IntoView {
    let state = PageState::new(recorded, &query);
    provide_context(state);
    // Effects run in a browser only, and after the first view stands.
    Effect::new(move |_| {
        untrack(|| state.start());
        if let Some(place) = state.opens_at() {
            go_to(&place);
        }
        state
            .notices
            .update(|notices| notices.extend(notice.clone()));
    });
    match state.query.with_untracked(|query| query.embed.clone()) {
        Some(figure) => view! { <OneFigure state figure /> }.into_any(),
        None => view! { <Page state /> }.into_any(),
    }
}

/// Replaces the prerendered view by the living page, which begins with the same recorded run.
#[cfg(feature = "page")]
pub async fn mount() {
    use wasm_bindgen::JsCast;

    let recorded = recorded();
    let root = document()
        .get_element_by_id(ROOT_ID)
        .expect("index.html has the root element");
    let query = query(&root);
    let notice = crate::state::start_language(&query).await;
    root.set_inner_html("");
    let root = root.unchecked_into::<web_sys::HtmlElement>();
    leptos::mount::mount_to(
        root,
        move || view! { <App recorded=recorded query=query notice=notice /> },
    )
    .forget();
}

/// The query of the address; where the document came without one, what its root element carries in its place.
#[cfg(feature = "page")]
fn query(root: &web_sys::Element) -> String {
    let search = window().location().search().unwrap_or_default();
    match search.is_empty() {
        true => root.get_attribute("data-query").unwrap_or_default(),
        false => search,
    }
}

/// The recording in the page, if the build put one there.
#[cfg(feature = "page")]
fn recorded() -> Option<FirstView> {
    let element = document().get_element_by_id(crate::first_view::ELEMENT_ID)?;
    serde_json::from_str(&element.text_content()?).ok()
}
