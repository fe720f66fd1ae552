//! What the page has to say about the link that it was opened with.

use leptos::prelude::*;

use crate::components::Notice;
use crate::state::PageState;

/// Every such message; each can be dismissed.
#[component]
pub fn Notices(
    /// The page's state. No default.
    state: PageState,
) -> impl IntoView {
    let of_one = move |(idx, message): (usize, String)| {
        let on_dismiss = Some(Callback::new(move |()| state.dismiss_notice(idx)));
        view! { <Notice message kind="settings" on_retry=None on_dismiss /> }
    };
    move || {
        let notices = state.notices.get().into_iter().enumerate();
        notices.map(of_one).collect_view()
    }
}
