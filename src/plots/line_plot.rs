//! Shares over the updates of training, with the chosen update marked.

use crate::t;
use leptos::prelude::*;

use super::lines::{
    BOTTOM, HEIGHT, LEFT, Line, RIGHT, TOP, WIDTH, Y_TICKS, label_heights, last_update, path,
    scales, x_ticks,
};
use super::scale::attribute;

/// A line plot of shares over updates.
#[component]
pub fn LinePlot(
    /// The lines, each named at its end. No default.
    #[prop(into)]
    lines: Signal<Vec<Line>>,
    /// The update to mark. Default: none.
    #[prop(into, default = Signal::stored(None))]
    marked: Signal<Option<u64>>,
    /// What the plot shows, in words made from the same numbers. No default.
    #[prop(into)]
    summary: Signal<String>,
) -> impl IntoView {
    let end = attribute(WIDTH - RIGHT);
    let grid = {
        let end = end.clone();
        move || {
            let (_, y) = scales(0.0);
            let of_one = |share: f64| {
                let height = attribute(y.at(share));
                view! {
                    <line class="grid" x1=attribute(LEFT) x2=end.clone() y1=height.clone() y2=height />
                    <text class="tick tick-y" x=attribute(LEFT - 8.0) y=attribute(y.at(share) + 4.5)>
                        {format!("{:.0}%", share * 100.0)}
                    </text>
                }
            };
            Y_TICKS.into_iter().map(of_one).collect_view()
        }
    };
    let x_axis = move || {
        let last = lines.with(|lines| last_update(lines));
        let (x, y) = scales(last);
        let of_one = |update: f64| {
            let place = attribute(x.at(update));
            view! { <text class="tick tick-x" x=place y=attribute(y.at(0.0) + 18.0)>{format!("{update:.0}")}</text> }
        };
        x_ticks(last).into_iter().map(of_one).collect_view()
    };
    let curves = move || {
        let lines = lines.get();
        let (x, y) = scales(last_update(&lines));
        let heights = label_heights(&lines, y);
        let of_one = |(line, height): (&Line, f64)| {
            view! {
                <path class=format!("line {}", line.class) d=path(&line.points, x, y) />
                <text class=format!("line-name {}", line.class) x=attribute(WIDTH - RIGHT + 10.0) y=attribute(height + 4.5)>
                    {line.name.clone()}
                </text>
            }
        };
        lines.iter().zip(heights).map(of_one).collect_view()
    };
    let mark = move || {
        let lines = lines.get();
        let update = marked.get()? as f64;
        let (x, y) = scales(last_update(&lines));
        let place = x.at(update);
        let dots = lines.iter().filter_map(|line| {
            let share = line.at(update)?;
            let class = format!("dot {}", line.class);
            Some(view! { <circle class=class cx=attribute(place) cy=attribute(y.at(share)) r="4.5" /> })
        });
        let place = attribute(place);
        Some(view! {
            <line class="now" x1=place.clone() x2=place y1=attribute(TOP) y2=attribute(HEIGHT - BOTTOM) />
            {dots.collect_view()}
        })
    };
    view! {
        <svg class="line-plot" viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-label=summary>
            {grid}
            {x_axis}
            <text class="axis-name" x=end y=attribute(HEIGHT - 6.0)>{t!("plots-updates")}</text>
            {curves}
            {mark}
        </svg>
    }
}
