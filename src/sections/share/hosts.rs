//! The hosts, what to paste into the chosen one, and what comes of it.

use leptos::prelude::*;

use crate::components::CopyText;
use crate::locale::named;
use crate::sections::share::Chosen;
use crate::share::{Host, Shared, snippet};
use crate::t;

/// The most lines of a snippet that are shown at once.
const MAX_ROWS: u32 = 12;

/// The choice of a host, and its snippet.
#[component]
pub fn Hosts(chosen: Chosen, shared: Memo<Shared>) -> impl IntoView {
    // What lies on a disk has no address that a host could load.
    let is_public = Memo::new(move |_| shared.with(|shared| shared.page.starts_with("http")));
    let host = move |host: Host| {
        let is_chosen = move || chosen.host.get() == Some(host);
        view! {
            <button
                type="button"
                class="chip"
                data-host=host.name()
                aria-pressed=move || is_chosen().to_string()
                on:click=move |_| chosen.host.set(Some(host))
            >
                {named("share-host", host.name())}
            </button>
        }
    };
    let body = move || {
        let host = chosen.host.get()?;
        Some(match is_public.get() {
            true => view! { <Paste host shared /> }.into_any(),
            false => view! { <p class="note">{t!("share-no-address")}</p> }.into_any(),
        })
    };
    view! {
        <div class="chip-row" role="group" aria-label=t!("share-where")>
            <span>{t!("share-where")}</span>
            {Host::ALL.map(host)}
        </div>
        {body}
    }
    .into_any()
}

#[component]
fn Paste(host: Host, shared: Memo<Shared>) -> impl IntoView {
    let text = Memo::new(move |_| shared.with(|shared| snippet(host, shared)));
    let rows = (text.with_untracked(|text| text.lines().count()) as u32 + 1).clamp(2, MAX_ROWS);
    let preview = Memo::new(move |_| shared.with(Shared::frame));
    let picture = move || {
        let card = shared.with(Shared::card);
        view! { <img class="share-picture" src=card alt=t!("share-picture") width="600" loading="lazy" /> }
    };
    let shown = move || {
        match host {
        Host::Picture | Host::Markdown => picture().into_any(),
        _ => view! {
            <iframe class="share-preview" data-part="share-preview" title=t!("share-preview") src=preview></iframe>
        }
        .into_any(),
    }
    };
    view! {
        <p data-part="share-how">{named("share-how", host.name())}</p>
        <CopyText text label=t!("share-snippet") button=t!("share-copy-snippet") part="copy-snippet" rows />
        <h3>{t!("share-preview")}</h3>
        {shown}
    }
    .into_any()
}
