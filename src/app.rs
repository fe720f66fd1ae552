//! The whole page: its state, and its sections in page order.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::go_to;
use crate::first_view::FirstView;
use crate::sections::{OneFigure, Page};
use crate::state::PageState;
use crate::turn::turn;

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
    // Effects run in a browser only, and after the first view stands. The start is a task of its own.
    let owner = Owner::current().unwrap_or_default();
    Effect::new(move |_| {
        state.find_host();
        let (owner, notice) = (owner.clone(), notice.clone());
        spawn_local(async move {
            turn().await;
            owner.with(|| untrack(|| state.start()));
            if let Some(place) = state.opens_at() {
                go_to(&place);
            }
            state.notices.update(|notices| notices.extend(notice));
        });
    });
    match state.query.with_untracked(|query| query.embed.clone()) {
        Some(figure) => view! { <OneFigure state figure /> }.into_any(),
        None => view! { <Page state /> }.into_any(),
    }
}
