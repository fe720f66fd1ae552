//! What can be chosen on the competence map: modulus, what lightness tells, which part is seen. And what the colours mean.

use leptos::prelude::*;
use syw_core::map::PUBLISHED_MODULI;

use crate::components::Action;
use crate::locale::formats;
use crate::plots::grid::GridView;
use crate::plots::palette::{Ink, pairing_strength, strength};
use crate::sections::map::words::signed;
use crate::sections::map::{Board, training_view};
use crate::shade::{Pairing, Shade};
use crate::state::PageState;
use crate::t;

/// One of several choices of a kind.
fn radio(
    group: &'static str,
    value: String,
    label: String,
    is_chosen: impl Fn() -> bool + Copy + Send + Sync + 'static,
    on_choose: impl Fn() + 'static,
) -> impl IntoView {
    let choice = value.clone();
    view! {
        <label class="radio" data-choice=choice>
            <input
                type="radio"
                name=group
                value=value
                checked=is_chosen
                prop:checked=is_chosen
                on:change=move |_| on_choose()
            />
            <span>{label}</span>
        </label>
    }
}

/// The modulus of the maps.
#[component]
pub fn Moduli(state: PageState) -> impl IntoView {
    let mut moduli = PUBLISHED_MODULI;
    moduli.sort_unstable();
    let option = move |modulus: i64| {
        let is_chosen = move || state.maps.modulus.get() == modulus;
        let name = modulus.to_string();
        radio("map-modulus", name.clone(), name, is_chosen, move || {
            state.choose_map_modulus(modulus);
        })
    };
    view! {
        <fieldset class="radios" data-part="map-moduli">
            <legend>{t!("map-moduli")}</legend>
            {moduli.map(option).into_iter().collect_view()}
        </fieldset>
    }
    .into_any()
}

/// What the lightness of the two maps tells.
#[component]
pub fn Shades(state: PageState) -> impl IntoView {
    let option = move |shade: Shade| {
        let is_chosen = move || state.maps.shade.get() == shade;
        let (value, label) = (shade.name().to_owned(), shade.label());
        radio("map-shade", value, label, is_chosen, move || {
            state.choose_shade(shade);
        })
    };
    view! {
        <fieldset class="radios" data-part="map-shades">
            <legend>{t!("map-shades")}</legend>
            {Shade::ALL.map(option).into_iter().collect_view()}
        </fieldset>
    }
    .into_any()
}

/// Which part is seen, with buttons for all that a wheel or fingers do.
#[component]
pub fn Zoom(board: Board) -> impl IntoView {
    let Board { view, cursor, .. } = board;
    let zoom = move |factor: f64| {
        let at = cursor.get_untracked();
        view.update(|view| *view = view.showing(at).zoomed(factor, at));
    };
    let is_ready = Signal::derive(move || view.get() != GridView::all());
    let range = move || {
        let area = view.get().area();
        let range = |range: std::ops::RangeInclusive<i64>| {
            formats::from_to(signed(*range.start()), signed(*range.end()))
        };
        format!("a \u{2192} {}, b \u{2191} {}", range(area.a), range(area.b))
    };
    view! {
        <div class="map-zoom">
            <span class="map-range" data-part="map-range">{range}</span>
            <button type="button" class="button" data-part="map-zoom-in" on:click=move |_| zoom(0.5)>{t!("map-zoom-in")}</button>
            <Action is_ready part="map-zoom-out" on_press=Callback::new(move |()| zoom(2.0))>{t!("map-zoom-out")}</Action>
            <button type="button" class="button" data-part="map-zoom-training" on:click=move |_| view.set(training_view())>
                {t!("map-zoom-training")}
            </button>
            <Action is_ready part="map-zoom-all" on_press=Callback::new(move |()| view.set(GridView::all()))>{t!("map-zoom-all")}</Action>
        </div>
    }
    .into_any()
}

/// A colour as the maps mix it: over the ground of the page, so strong. With the strokes of a cell that is near.
fn swatch(class: &'static str, strength: f64, strokes: Option<Pairing>) -> impl IntoView {
    let (falling, rising) = strokes.map_or((false, false), Pairing::strokes);
    view! {
        <svg class=format!("map-swatch {class}") viewBox="0 0 14 14" aria-hidden="true">
            <rect width="14" height="14" fill="currentColor" fill-opacity=format!("{strength:.2}") />
            {falling.then(|| view! { <path class="map-stroke" d="M3 3L11 11" /> })}
            {rising.then(|| view! { <path class="map-stroke" d="M3 11L11 3" /> })}
        </svg>
    }
}

/// What the colours and strokes mean, in the colours of both models.
#[component]
pub fn Legend(state: PageState) -> impl IntoView {
    let level = |(level, name): (f64, String)| {
        let strength = strength(level);
        view! { <li>{swatch("large-ink", strength, None)}{swatch("small-ink", strength, None)}{name}</li> }
    };
    let levels = move || {
        let legend = state.maps.shade.get().legend();
        legend.into_iter().map(level).collect_view()
    };
    let pairing = |pairing: Pairing| {
        let (ink, strength) = pairing_strength(pairing);
        let class = match ink {
            Ink::Large => "large-ink",
            Ink::Small => "small-ink",
            Ink::Ink => "plain-ink",
            Ink::Muted => "muted-ink",
        };
        view! { <li>{swatch(class, strength, Some(pairing))}{pairing.label()}</li> }
    };
    view! {
        <div class="map-legend" data-part="map-legend">
            <ul class="key">{levels}</ul>
            <ul class="key">{Pairing::ALL.map(pairing).into_iter().collect_view()}</ul>
        </div>
        <p class="map-hint">
            {t!("map-hint")}
        </p>
    }
    .into_any()
}
