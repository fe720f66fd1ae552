//! A text, token by token, and how much the chosen one reads from each: point at a token, or walk with the arrow keys.

use leptos::prelude::*;
use syw_core::Token;

use super::alternatives::{shown, spoken};
use super::format::probability;
use crate::plots::heat::heat_class;
use crate::t;

/// A share below this is not told by number.
const NAMED_FROM: f32 = 0.01;

/// The tokens, as one group of radio buttons.
#[component]
pub fn AttentionStrip(
    /// The text. No default.
    #[prop(into)]
    tokens: Signal<Vec<Token>>,
    /// What the position that is looked at reads: a share for each token up to itself. No default.
    #[prop(into)]
    shares: Signal<Vec<f32>>,
    /// The position that is chosen. No default.
    chosen: RwSignal<usize>,
    /// The position that is pointed at; it goes before the chosen one. No default.
    hovered: RwSignal<Option<usize>>,
    /// The name of the group, unlike all others on the page. No default.
    name: &'static str,
    /// What the text is. No default.
    #[prop(into)]
    legend: String,
) -> impl IntoView {
    let looked_at = Memo::new(move |_| hovered.get().unwrap_or(chosen.get()));
    let places = move || {
        let tokens = tokens.get();
        tokens.into_iter().enumerate().collect::<Vec<_>>()
    };
    let token = move |(idx, token): (usize, Token)| {
        let share = Memo::new(move |_| shares.with(|shares| shares.get(idx).copied()));
        let number = move || match share.get() {
            Some(share) if share >= NAMED_FROM => probability(share),
            _ => "\u{a0}".to_owned(),
        };
        let said = move || {
            let token = spoken(token);
            match share.get() {
                Some(share) => t!("reading-share", token = token, share = probability(share)),
                None => t!("reading-unseen", token = token),
            }
        };
        let class = move || heat_class(share.get().map_or(0.0, f64::from));
        view! {
            <label
                class="read-token"
                class:is-asking=move || looked_at.get() == idx
                class:is-unseen=move || share.get().is_none()
                data-position=idx.to_string()
                data-share=move || share.get().map_or(String::new(), |share| share.to_string())
                on:pointerenter=move |event| if event.pointer_type() == "mouse" { hovered.set(Some(idx)) }
            >
                <input
                    type="radio"
                    name=name
                    value=idx.to_string()
                    aria-label=said
                    prop:checked=move || chosen.get() == idx
                    on:change=move |_| { hovered.set(None); chosen.set(idx); }
                />
                <span class=class><b translate="no">{shown(token)}</b></span>
                <small>{number}</small>
            </label>
        }
    };
    view! {
        <fieldset class="read-strip" data-part=name on:pointerleave=move |_| hovered.set(None)>
            <legend class="hidden">{legend}</legend>
            <For each=places key=|place| *place children=token />
        </fieldset>
    }
}
