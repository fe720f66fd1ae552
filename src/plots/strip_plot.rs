//! A vector as a strip of cells.

use leptos::prelude::*;

use super::scale::attribute;
use super::strip::{CELL, HEIGHT, strip};

/// A strip.
#[component]
pub fn StripPlot(
    /// The numbers. No default.
    numbers: Vec<f32>,
    /// The size that fills half of the height. No default.
    most: f32,
    /// What it shows, in words. No default.
    summary: String,
) -> impl IntoView {
    let width = numbers.len() as f64 * CELL;
    let bars = strip(&numbers, most).into_iter().map(|bar| {
        view! {
            <rect class="strip-bar" x=attribute(bar.x) y=attribute(bar.y) width=attribute(bar.width) height=attribute(bar.height) />
        }
    });
    let middle = attribute(HEIGHT / 2.0);
    view! {
        <svg class="strip" viewBox=format!("0 0 {width} {HEIGHT}") role="img" aria-label=summary preserveAspectRatio="none">
            <rect class="strip-ground" width=attribute(width) height=attribute(HEIGHT) />
            {bars.collect_view()}
            <path class="strip-middle" d=format!("M0 {middle}H{}", attribute(width)) />
        </svg>
    }
    .into_any()
}
