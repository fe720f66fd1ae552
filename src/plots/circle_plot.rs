//! Means on a plane, each with its name, and their spectrum with the line that chance stays below.

use leptos::prelude::*;

use super::circle::{BOTTOM, HEIGHT, SIDE, WIDTH, bars, level, places};
use super::scale::attribute;

/// Named points on a plane, joined in their order.
#[component]
pub fn CirclePlot(
    /// The points, at most 1 from the middle, and their names. No default.
    points: Vec<((f64, f64), String)>,
    /// What they are, for those who do not see it. No default.
    label: String,
) -> impl IntoView {
    let at = places(&points.iter().map(|(point, _)| *point).collect::<Vec<_>>());
    let corner = |(x, y): &(f64, f64)| format!("{},{}", attribute(*x), attribute(*y));
    let path: Vec<String> = at.iter().chain(at.first()).map(corner).collect();
    let point = |((x, y), (_, name)): ((f64, f64), ((f64, f64), String))| {
        let (x, y) = (attribute(x), attribute(y));
        view! {
            <circle class="circle-point" cx=x.clone() cy=y.clone() r="11" />
            <text class="circle-name" x=x y=y dy="0.35em">{name}</text>
        }
    };
    let drawn = at.into_iter().zip(points).map(point).collect_view();
    view! {
        <svg class="circle-plot" viewBox=format!("0 0 {SIDE} {SIDE}") role="img" aria-label=label>
            <polyline class="circle-order" points=path.join(" ") />
            {drawn}
        </svg>
    }
}

/// The share of each frequency, from 1 on.
#[component]
pub fn SpectrumPlot(
    /// The shares. No default.
    spectrum: Vec<f64>,
    /// The share that chance stays below, nineteen times of twenty. No default.
    chance: f64,
    /// What they are, for those who do not see it. No default.
    label: String,
) -> impl IntoView {
    let base = attribute(HEIGHT - BOTTOM + 0.5);
    let line = attribute(level(chance));
    let bars = bars(&spectrum);
    let rect = |bar: &super::circle::Bar| {
        let (x, y) = (attribute(bar.x), attribute(bar.y));
        view! { <rect class="bar" x=x y=y width=attribute(bar.width) height=attribute(bar.height) rx="1.5" /> }
    };
    let rects = bars.iter().map(rect).collect_view();
    let words = |(idx, (bar, share)): (usize, (&super::circle::Bar, &f64))| {
        let middle = attribute(bar.x + bar.width / 2.0);
        view! {
            <text class="bar-number" x=middle.clone() y=attribute(bar.y - 4.0)>{format!("{:.0}%", share * 100.0)}</text>
            <text class="bar-label" x=middle y=attribute(HEIGHT - 4.0)>{(idx + 1).to_string()}</text>
        }
    };
    let words = bars
        .iter()
        .zip(&spectrum)
        .enumerate()
        .map(words)
        .collect_view();
    view! {
        <svg class="spectrum-plot" viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-label=label>
            <line class="axis" x1="0" x2=attribute(WIDTH) y1=base.clone() y2=base />
            {rects}
            <line class="chance-line" x1="0" x2=attribute(WIDTH) y1=line.clone() y2=line />
            {words}
        </svg>
    }
}
