//! The whole page: its state, and its sections in page order.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::hold_scroll;
use crate::first_view::FirstView;
use crate::place::go_to;
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
    let owner = Owner::current().unwrap_or_default();
    let begin = move || {
        owner.with(|| untrack(|| state.start()));
        if let Some(place) = state.opens_at() {
            go_to(&place);
        }
        let notice = notice.clone();
        state.notices.update(|notices| notices.extend(notice));
    };
    let is_embed = state.query.with_untracked(|query| query.embed.is_some());
    // Effects run in a browser only, and after the first view stands. The start of the whole page is a task of its own; a figure in a
    // frame has to listen before it tells its host, in an effect of its own, that it stands.
    Effect::new(move |_| {
        let begin = begin.clone();
        match is_embed {
            true => begin(),
            false => spawn_local(async move {
                turn().await;
                hold_scroll();
                begin();
            }),
        }
    });
    match state.query.with_untracked(|query| query.embed.clone()) {
        Some(figure) => view! { <OneFigure state figure /> }.into_any(),
        None => view! { <Page state /> }.into_any(),
    }
}
