//! The glossary and the sources, at the end.

use leptos::prelude::*;

use crate::glossary::glossary;
use crate::sources::sources;
use crate::t;

/// The words of the field.
#[component]
pub fn Glossary() -> impl IntoView {
    let entries = glossary().into_iter().map(|entry| {
        view! { <dt>{entry.term}</dt><dd>{entry.means}</dd> }
    });
    view! {
        <section class="text" aria-labelledby="glossary-title" data-part="glossary">
            <h2 id="glossary-title">{t!("glossary-title")}</h2>
            <dl class="glossary">{entries.collect_view()}</dl>
        </section>
    }
}

/// What the page rests on that is not ours.
#[component]
pub fn Sources() -> impl IntoView {
    let entries = sources().into_iter().map(|source| {
        // The list is in English, like what it names.
        view! { <li lang="en">{source.who}", "<a href=source.url>{source.title}</a>". "<small>{source.note}</small></li> }
    });
    view! {
        <section class="text" aria-labelledby="sources-title" data-part="sources">
            <h2 id="sources-title">{t!("sources-title")}</h2>
            <ul class="sources">{entries.collect_view()}</ul>
        </section>
    }
}
