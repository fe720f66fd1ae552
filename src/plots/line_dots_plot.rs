//! Numbers as dots on an axis, with the line that they have to reach.

use leptos::prelude::*;

use super::line_dots::{HEIGHT, WIDTH, domain, dots, x};
use super::scale::attribute;

const DOT_RADIUS: f64 = 4.0;

/// Dots above an axis for published numbers, below it for those that were counted here.
#[component]
pub fn LineDotsPlot(
    /// Published. No default.
    values: Vec<f64>,
    /// Counted here. No default.
    here: Vec<f64>,
    /// The line. No default.
    threshold: f64,
    /// Whether the right side of the line is above it. No default.
    is_at_least: bool,
    /// What it shows, in words. No default.
    summary: String,
) -> impl IntoView {
    let all: Vec<f64> = values.iter().chain(&here).copied().collect();
    let domain = domain(&all, threshold);
    let scale = x(domain);
    let (left, right) = (scale.at(domain.0), scale.at(domain.1));
    let line = scale.at(threshold);
    let (from, to) = match is_at_least {
        true => (line, right),
        false => (left, line),
    };
    let circles = |values: &[f64], is_lower, class| {
        let of_one = |(x, y): (f64, f64)| {
            view! { <circle class=class cx=attribute(x) cy=attribute(y) r=DOT_RADIUS /> }
        };
        let all = dots(values, domain, is_lower).into_iter().map(of_one);
        all.collect_view()
    };
    view! {
        <svg class="line-dots" viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-label=summary>
            <rect class="line-reached" x=attribute(from) y="0" width=attribute(to - from) height=HEIGHT />
            <path class="line-axis" d=format!("M{} {}H{}", attribute(left), attribute(HEIGHT / 2.0), attribute(right)) />
            <path class="line-threshold" d=format!("M{} 0V{HEIGHT}", attribute(line)) />
            {circles(&values, false, "published-dot")}
            {circles(&here, true, "here-dot")}
        </svg>
    }
    .into_any()
}
