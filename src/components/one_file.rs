//! The link to the whole page in one file, with its size.

use leptos::prelude::*;

use crate::components::format::bytes;
use crate::t;

/// Where the build puts it, and how it is called once it is saved.
const FILE: &str = "single/show-your-work.html";
const NAME: &str = "show-your-work.html";

/// The link; nothing where there is no such file, as in the file itself. In a browser only.
#[component]
pub fn OneFileLink(
    /// What is said behind the link. Default: nothing.
    #[prop(optional, into)]
    note: String,
) -> impl IntoView {
    let size = RwSignal::new(None);
    Effect::new(move |_| size.set(size_of_file()));
    move || {
        let size = size.get()?;
        Some(view! {
            <a href=FILE download=NAME data-part="one-file">{t!("offline-one-file", size = bytes(size))}</a>
            {note.clone()}
        })
    }
}

/// The size, which the build writes into the page.
fn size_of_file() -> Option<u64> {
    let meta = document()
        .query_selector("meta[name=\"one-file\"]")
        .ok()??;
    meta.get_attribute("content")?.parse().ok()
}
