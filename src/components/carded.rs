//! Words in the prose that have a card: it shows while they are pointed at or have the focus.

use leptos::prelude::*;

use crate::t;

/// A word with what it means.
#[component]
pub fn Term(
    /// The word as it stands in the sentence. No default.
    #[prop(into)]
    word: String,
    /// What it means. No default.
    #[prop(into)]
    means: String,
) -> impl IntoView {
    view! {
        <span class="carded">
            <button type="button" class="defined" aria-label=format!("{word}: {means}")>{word.clone()}</button>
            <span class="word-card" aria-hidden="true">{means}</span>
        </span>
    }
}

/// A source, as a link.
#[component]
pub fn SourceLink(
    /// Who and when. No default.
    who: &'static str,
    /// Its title. No default.
    title: &'static str,
    /// Its address. No default.
    url: &'static str,
) -> impl IntoView {
    view! {
        <span class="carded" translate="no">
            <a href=url aria-label=format!("{who}, {title}")>{who}</a>
            <span class="word-card" aria-hidden="true">{title}</span>
        </span>
    }
}

/// Words that do what they say.
#[component]
pub fn WordButton(
    /// The words. No default.
    #[prop(into)]
    words: String,
    /// The name in `data-part`. No default.
    part: &'static str,
    /// Called on a click. No default.
    on_click: Callback<()>,
) -> impl IntoView {
    view! { <button type="button" class="word-button" data-part=part on:click=move |_| on_click.run(())>{words}</button> }
}

/// A note for experts beside the text, or below its paragraph where there is no room.
#[component]
pub fn SideNote(
    /// The note. No default.
    children: Children,
) -> impl IntoView {
    view! { <div class="side-note" role="note" aria-label=t!("side-note-label")><p>{children()}</p></div> }
}
