//! One model reading its text: what a head reads from where, and what the model would answer after each layer.

use leptos::prelude::*;
use syw_core::Token;

use crate::components::alternatives::shown;
use crate::components::{AttentionStrip, HeadGrid, HeadShares, LensTable, rich};
use crate::inside::{Look, first_position};
use crate::sections::failure::{in_its_turn, notice};
use crate::state::{Failure, PageState};
use crate::t;

/// The names of the parts that must differ between the two readings.
#[derive(Clone, Copy)]
pub struct Names {
    pub part: &'static str,
    pub strip: &'static str,
    pub heads: &'static str,
    /// The class of the model's colour.
    pub hue: &'static str,
}

/// The figure of one model.
#[component]
pub fn Reading(
    state: PageState,
    look: RwSignal<Look>,
    names: Names,
    /// Whose text it is.
    #[prop(into)]
    legend: String,
    /// The layer and the head that are shown, from 0.
    head: RwSignal<(usize, usize)>,
    /// What keeps the model from running, if anything does.
    failure: Signal<Option<Failure>>,
) -> impl IntoView {
    let tokens = Memo::new(move |_| look.with(|look| look.text.clone()));
    let chosen = RwSignal::new(0);
    let hovered = RwSignal::new(None::<usize>);
    Effect::new(move |_| {
        let text = tokens.get();
        hovered.set(None);
        chosen.set(
            state
                .problem
                .with_untracked(|problem| first_position(problem, &text)),
        );
    });
    let position = Memo::new(move |_| hovered.get().unwrap_or(chosen.get()));
    let heads = Signal::derive(move || {
        let position = position.get();
        let row = |head: &Vec<Vec<f32>>| head.get(position).cloned().unwrap_or_default();
        look.with(|look| -> HeadShares {
            let layers = look.seen.iter().flat_map(|seen| &seen.attention);
            layers
                .map(|heads| heads.iter().map(row).collect())
                .collect()
        })
    });
    let shares = Signal::derive(move || {
        let (layer, head) = head.get();
        heads.with(|heads| {
            heads
                .get(layer)
                .and_then(|heads| heads.get(head))
                .cloned()
                .unwrap_or_default()
        })
    });
    let lens = Signal::derive(move || {
        let position = position.get();
        look.with(|look| -> Vec<Vec<(Token, f32)>> {
            let layers = look.seen.iter().flat_map(|seen| &seen.lens);
            layers
                .map(|layer| layer.get(position).cloned().unwrap_or_default())
                .collect()
        })
    });
    let at = move || {
        let token = tokens.with(|tokens| tokens.get(position.get()).copied());
        token.map_or(String::new(), |token| shown(token).to_owned())
    };
    let said = move || {
        let (layer, head) = head.get();
        let said = t!(
            "inside-read-title",
            head = head + 1,
            layer = layer + 1,
            token = at()
        );
        rich(&said, |_| None)
    };
    let caption = Signal::derive(move || t!("inside-lens-caption", token = at()));
    // The two readings may come at once.
    let is_seen = in_its_turn(move || look.with(|look| look.seen.is_some()));
    let place = move || {
        let own = look.with(|look| look.failure.clone());
        match own {
            Some(own) => {
                view! { <p class="muted">{t!("inside-look-failed", reason = own)}</p> }.into_any()
            }
            None => match failure.get() {
                Some(failure) => notice(state, Some(failure)).into_any(),
                None => view! { <p class="muted">{t!("inside-waits")}</p> }.into_any(),
            },
        }
    };
    let figure = move || {
        match is_seen.get() {
        false => place().into_any(),
        true => view! {
            <p class="read-title" data-part="read-title">{said}</p>
            <AttentionStrip tokens shares chosen hovered name=names.strip legend=legend.clone() />
            <div class="read-columns">
                <HeadGrid shares=heads n_tokens=Signal::derive(move || tokens.with(Vec::len)) chosen=head name=names.heads />
                <LensTable layers=lens caption />
            </div>
        }
        .into_any(),
    }
    };
    view! { <figure class=format!("inside-figure {}", names.hue) data-part=names.part aria-labelledby=format!("{}-title", names.part)>{figure}</figure> }.into_any()
}
