//! The digests of the files that belong to this build, as the build wrote them into the page (`xtask/src/guard.rs`).

use std::collections::HashMap;

use leptos::prelude::document;

/// The meta element that has them.
const META: &str = "meta[name=\"integrity\"]";

thread_local! {
    static DIGESTS: HashMap<String, String> = read().unwrap_or_default();
}

/// The digest of a file by its name in the build, in the form that `fetch` takes; `None` for a file that is checked otherwise (a model, by its
/// card) or not at all.
pub(super) fn of(file: &str) -> Option<String> {
    DIGESTS.with(|digests| digests.get(file).cloned())
}

fn read() -> Option<HashMap<String, String>> {
    let meta = document().query_selector(META).ok()??;
    serde_json::from_str(&meta.get_attribute("content")?).ok()
}
