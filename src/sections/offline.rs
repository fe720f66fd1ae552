//! Whether the page opens without a network, beside the other tools of its head.

use leptos::prelude::*;

use crate::state::{Offline, PageState};
use crate::t;

/// A word or two, and a sentence for who wants to know; nothing while the page needs a network.
#[component]
pub fn OfflineStatus(
    /// The page's state. No default.
    state: PageState,
) -> impl IntoView {
    move || {
        let status = state.offline.get();
        let (word, sentence) = match status {
            Offline::Online => return None,
            Offline::Storing => (t!("offline-storing"), t!("offline-storing-hint")),
            Offline::Ready => (t!("offline-ready"), t!("offline-ready-hint")),
            Offline::Updated => (t!("offline-updated"), t!("offline-updated-hint")),
        };
        Some(view! {
            <p class="offline-status" data-part="offline-status" data-status=status.name() title=sentence.clone()>
                {word}
                <span class="hidden">{format!(". {sentence}")}</span>
            </p>
        })
    }
}
