//! A file on the page itself, for a browser that may have swallowed it: the text to copy, or the picture to keep; or the word that there is none.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::Dialog;
use crate::state::{Content, Offered, PageState};
use crate::t;
use crate::turn::turn;

/// The dialog; it opens when a file is offered.
#[component]
pub fn Offer(
    /// The page's state. No default.
    state: PageState,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    Effect::new(move |_| {
        if state.offered.with(Option::is_some) {
            is_open.set(true);
        }
    });
    // What was taken or left is not kept.
    Effect::new(move |was_open: Option<bool>| {
        let is_open = is_open.get();
        if was_open == Some(true) && !is_open {
            state.offered.set(None);
        }
        is_open
    });
    let title = Signal::derive(move || {
        state.offered.with(|offered| {
            offered
                .as_ref()
                .map_or_else(String::new, |offered| offered.name.clone())
        })
    });
    let content = move || {
        let Offered { name, content } = state.offered.get()?;
        Some(match content {
            Content::Text(text) => view! { <Text text /> }.into_any(),
            Content::Picture(address) => view! {
                <p>{t!("offer-picture")}</p>
                <img class="offered-picture" data-part="offered-picture" src=address alt=name />
            }
            .into_any(),
            Content::Refused => {
                view! { <p data-part="offer-refused">{t!("offer-refused")}</p> }.into_any()
            }
        })
    };
    view! { <Dialog is_open title part="offer">{content}</Dialog> }
}

/// The text, all of it selected.
#[component]
fn Text(text: String) -> impl IntoView {
    let area = NodeRef::<html::Textarea>::new();
    // Once the dialog is open and the text is in it; before that, nothing in it can be selected.
    Effect::new(move |_| {
        let Some(area) = area.get() else { return };
        spawn_local(async move {
            turn().await;
            area.select();
        });
    });
    view! {
        <p>{t!("offer-text")}</p>
        <textarea
            node_ref=area
            class="field offered-text"
            data-part="offered-text"
            readonly
            autofocus
            rows="12"
            spellcheck="false"
            aria-label=t!("offer-content")
            prop:value=text
        ></textarea>
    }
}
