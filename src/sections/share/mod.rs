//! "Share": the link to what is on the page, and for every kind of host what to paste there to have the figure itself.

pub mod hosts;
pub mod options;

use leptos::prelude::*;
use syw_core::debate::Debate;

use crate::components::{CopyText, Dialog};
use crate::locale::named;
use crate::query::{Figure, Query};
use crate::sections::share::hosts::Hosts;
use crate::sections::share::options::Options;
use crate::settings::encode;
use crate::share::{Host, Shared};
use crate::state::PageState;
use crate::t;

/// What is chosen in the dialog.
#[derive(Clone, Copy)]
pub struct Chosen {
    /// The figure; `None` for the page as it stands.
    figure: RwSignal<Option<Figure>>,
    /// What the address asks for beside it.
    query: RwSignal<Query>,
    /// Where it is to be pasted; `None` before a reader has said.
    host: RwSignal<Option<Host>>,
}

/// The button in the head, and its dialog.
#[component]
pub fn Share(
    /// The page's state. No default.
    state: PageState,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let chosen = Chosen {
        figure: RwSignal::new(None),
        query: RwSignal::new(Query::default()),
        host: RwSignal::new(None),
    };
    let open = move |_| {
        let asked = state.query.get_untracked();
        chosen.query.set(Query {
            theme: asked.theme,
            lang: asked.lang,
            hide: asked.hide,
            lock: asked.lock,
            ..Query::default()
        });
        is_open.set(true);
    };
    view! {
        <button type="button" class="tool" data-part="share" aria-haspopup="dialog" on:click=open>{t!("share-button")}</button>
        <Dialog is_open title=t!("share-title") part="share-dialog">
            <Content state chosen />
        </Dialog>
    }
    .into_any()
}

#[component]
fn Content(state: PageState, chosen: Chosen) -> impl IntoView {
    let shared = Memo::new(move |_| {
        let figure = chosen.figure.get();
        let title = title(state, figure.as_ref());
        Shared {
            page: state.page_address(),
            figure,
            query: chosen.query.get(),
            hash: encode(&state.settings()),
            proved: state.shared_hash(),
            title,
        }
    });
    let link = Signal::derive(move || shared.with(Shared::link));
    view! {
        <CopyText text=link label=t!("share-link") button=t!("share-copy-link") part="copy-link" />
        <FigureChoice state chosen />
        <Options chosen />
        <Hosts chosen shared />
    }
    .into_any()
}

/// Which figure is shared.
#[component]
fn FigureChoice(state: PageState, chosen: Chosen) -> impl IntoView {
    let figures = move || {
        let claims = state.debate.file.with(|file| {
            let ids = |debate: &Debate| {
                let claims = debate.claims.iter();
                claims.map(|claim| claim.id.clone()).collect::<Vec<_>>()
            };
            file.here().map(ids).unwrap_or_default()
        });
        let figures = Figure::all().chain(claims.into_iter().map(Figure::Claim));
        let option = |figure: Figure| {
            let (name, says) = (figure.name(), title(state, Some(&figure)));
            let is_chosen = move || chosen.figure.get().as_ref() == Some(&figure);
            view! { <option value=name selected=is_chosen>{says}</option> }
        };
        figures.map(option).collect_view()
    };
    let choose = move |event| {
        chosen
            .figure
            .set(Figure::from_name(&event_target_value(&event)))
    };
    let about = move || match chosen.figure.get() {
        None => t!("share-about-page"),
        Some(Figure::Claim(_)) => t!("share-about-claim"),
        Some(figure) => named("share-about", &figure.name()),
    };
    view! {
        <div>
            <label>
                {t!("share-figure")}
                " "
                <select class="field" data-part="share-figure" on:change=choose>
                    <option value="" selected=move || chosen.figure.with(Option::is_none)>{t!("share-whole")}</option>
                    {figures}
                </select>
            </label>
            <p class="note">{about}</p>
        </div>
    }
    .into_any()
}

/// What a figure is called.
fn title(state: PageState, figure: Option<&Figure>) -> String {
    match figure {
        None => t!("embed-page"),
        Some(Figure::Claim(id)) => {
            let name = |debate: &Debate| {
                let claim = debate.claims.iter().find(|claim| claim.id == *id)?;
                Some(claim.name.clone())
            };
            let name = state.debate.file.with(|file| file.here().and_then(name));
            t!(
                "share-claim",
                id = id.clone(),
                name = name.unwrap_or_default()
            )
        }
        Some(figure) => named("share-figure", &figure.name()),
    }
}
