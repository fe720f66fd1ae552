//! Every head of every layer at a glance: what each reads from one position. One of them is chosen.

use leptos::prelude::*;

use crate::plots::scale::attribute;
use crate::t;

/// What each head reads from one position: `[layer][head][token]`.
pub type HeadShares = Vec<Vec<Vec<f32>>>;

/// The heads, as one group of radio buttons.
#[component]
pub fn HeadGrid(
    /// What each reads. No default.
    #[prop(into)]
    shares: Signal<HeadShares>,
    /// The number of tokens in the text, so that strips do not change their width with the position. No default.
    #[prop(into)]
    n_tokens: Signal<usize>,
    /// The layer and the head that are chosen, from 0. No default.
    chosen: RwSignal<(usize, usize)>,
    /// The name of the group, unlike all others on the page. No default.
    name: &'static str,
) -> impl IntoView {
    let shape =
        Memo::new(move |_| shares.with(|layers| layers.iter().map(Vec::len).collect::<Vec<_>>()));
    let head = move |layer: usize, head: usize| {
        let is_chosen = Memo::new(move |_| chosen.get() == (layer, head));
        let strip = move || {
            let of_head = |layers: &HeadShares| layers.get(layer)?.get(head).cloned();
            let row = shares.with(of_head).unwrap_or_default();
            let rect = |(idx, share): (usize, f32)| {
                view! { <rect x=idx.to_string() y="0" width="1" height="1" fill-opacity=attribute(f64::from(share)) /> }
            };
            row.into_iter()
                .enumerate()
                .filter(|(_, share)| *share >= 0.01)
                .map(rect)
                .collect_view()
        };
        view! {
            <label class="head" data-head=format!("{layer}-{head}")>
                <input
                    type="radio"
                    name=name
                    value=format!("{layer}-{head}")
                    aria-label=t!("heads-head", layer = (layer + 1).to_string(), head = (head + 1).to_string())
                    prop:checked=is_chosen
                    on:change=move |_| chosen.set((layer, head))
                />
                <span aria-hidden="true">{(head + 1).to_string()}</span>
                <svg class="head-strip" viewBox=move || format!("0 0 {} 1", n_tokens.get().max(1)) preserveAspectRatio="none" aria-hidden="true">
                    {strip}
                </svg>
            </label>
        }
    };
    let layers = move || {
        let layer = |(layer, n_heads): (usize, usize)| {
            view! {
                <div class="head-row">
                    <span class="head-layer">{t!("heads-layer", layer = (layer + 1).to_string())}</span>
                    {(0..n_heads).map(|idx| head(layer, idx)).collect_view()}
                </div>
            }
        };
        shape
            .get()
            .into_iter()
            .enumerate()
            .map(layer)
            .collect_view()
    };
    view! {
        <fieldset class="head-grid" data-part=name>
            <legend>{t!("heads-legend")}</legend>
            {layers}
        </fieldset>
    }
}
