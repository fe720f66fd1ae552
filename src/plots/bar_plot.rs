//! Shares as upright bars, each with its label below and its number above.

use leptos::prelude::*;

use super::bars::{BOTTOM, HEIGHT, Share, WIDTH, bars, summary};
use super::scale::attribute;

/// The width of the outline around the label of the marked bar.
const MARK_WIDTH: f64 = 18.0;

/// A bar plot of shares.
#[component]
pub fn BarPlot(
    /// The shares, in order. No default.
    #[prop(into)]
    shares: Signal<Vec<Share>>,
    /// The index of a bar whose label to outline: the right answer. Default: none.
    #[prop(into, default = Signal::stored(None))]
    marked: Signal<Option<usize>>,
    /// What the bars are, for readers who do not see them. No default.
    #[prop(into)]
    title: String,
) -> impl IntoView {
    let label = move || format!("{title}: {}", shares.with(|shares| summary(shares)));
    let base = attribute(HEIGHT - BOTTOM + 0.5);
    let drawn = move || {
        let shares = shares.get();
        let marked = marked.get();
        let bars = bars(&shares);
        let of_one = |(idx, (bar, share)): (usize, (super::bars::Bar, Share))| {
            let number = bar.is_named.then(|| format!("{:.0}%", share.share * 100.0));
            let middle = attribute(bar.middle);
            let class = if marked == Some(idx) {
                "bar-label bar-label-marked"
            } else {
                "bar-label"
            };
            let mark = (marked == Some(idx)).then(|| {
                let (x, y) = (attribute(bar.middle - MARK_WIDTH / 2.0), attribute(HEIGHT - BOTTOM + 4.0));
                view! { <rect class="bar-mark" x=x y=y width=attribute(MARK_WIDTH) height=attribute(BOTTOM - 4.5) rx="3" /> }
            });
            view! {
                {mark}
                <rect
                    class="bar"
                    x=attribute(bar.x)
                    y=attribute(bar.y)
                    width=attribute(bar.width)
                    height=attribute(bar.height)
                    rx="1.5"
                />
                <text class="bar-number" x=middle.clone() y=attribute(bar.y - 5.0)>{number}</text>
                <text class=class x=middle y=attribute(HEIGHT - 4.5)>{share.label}</text>
            }
        };
        bars.into_iter()
            .zip(shares)
            .enumerate()
            .map(of_one)
            .collect_view()
    };
    view! {
        <svg class="bar-plot" viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-label=label>
            <line class="axis" x1="0" x2=attribute(WIDTH) y1=base.clone() y2=base />
            {drawn}
        </svg>
    }
}
