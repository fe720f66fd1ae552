//! What a model would answer if it ended after each layer.

use leptos::prelude::*;
use syw_core::Token;

use super::alternatives::shown;
use super::format::probability;
use super::rich;
use crate::plots::heat::heat_class;
use crate::t;

/// How many tokens are named for each layer.
const N_NAMED: usize = 3;

/// A row for each layer, the first before all of them.
#[component]
pub fn LensTable(
    /// The most probable tokens by layer, best first. No default.
    #[prop(into)]
    layers: Signal<Vec<Vec<(Token, f32)>>>,
    /// What the table is about. No default.
    #[prop(into)]
    caption: Signal<String>,
) -> impl IntoView {
    let rows = move || {
        let row = |(layer, top): (usize, Vec<(Token, f32)>)| {
            let name = match layer {
                0 => t!("lens-before"),
                layer => t!("lens-after", layer = layer.to_string()),
            };
            let cell = |(token, prob): (Token, f32)| {
                view! {
                    <td>
                        <span class=heat_class(f64::from(prob))><b translate="no">{shown(token)}</b></span>
                        <small>{probability(prob)}</small>
                    </td>
                }
            };
            let first = top.first().map_or("", |(token, _)| token.text());
            view! {
                <tr data-layer=layer.to_string() data-token=first>
                    <th scope="row">{name}</th>
                    {top.into_iter().take(N_NAMED).map(cell).collect_view()}
                </tr>
            }
        };
        layers.get().into_iter().enumerate().map(row).collect_view()
    };
    view! {
        <table class="lens">
            <caption>{move || rich(&caption.get(), |_| None)}</caption>
            <tbody>{rows}</tbody>
        </table>
    }
}
