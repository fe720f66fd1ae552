//! Many curves over the steps or updates of training; what each is, the words around the plot say.

use leptos::prelude::*;

use super::curves::{BOTTOM, Curve, HEIGHT, LEFT, PointMark, RIGHT, TOP, WIDTH, axes};
use super::lines::path;
use super::scale::attribute;

/// The radius of a mark.
const MARK_RADIUS: f64 = 3.5;

/// A plot of curves.
#[component]
pub fn CurvePlot(
    /// The curves, the ones on top last. No default.
    #[prop(into)]
    curves: Signal<Vec<Curve>>,
    /// Single points, each with its interval, above the curves. Default: none.
    #[prop(into, default = Signal::stored(Vec::new()))]
    marks: Signal<Vec<PointMark>>,
    /// How far the x axis goes at least, for what is still to come. Default: as far as there is something.
    #[prop(default = 0.0)]
    x_end: f64,
    /// Whether the numbers are shares, 0 to 1. Default: they are.
    #[prop(into, default = Signal::stored(true))]
    is_share: Signal<bool>,
    /// What is counted on the x axis. No default.
    #[prop(into)]
    x_name: String,
    /// The place on the x axis to mark. Default: none.
    #[prop(into, default = Signal::stored(None))]
    marked: Signal<Option<f64>>,
    /// What the plot shows, in words made from the same numbers. No default.
    #[prop(into)]
    summary: Signal<String>,
) -> impl IntoView {
    let axes = Memo::new(move |_| {
        curves.with(|curves| marks.with(|marks| axes(curves, marks, is_share.get(), x_end)))
    });
    let grid = move || {
        let axes = axes.get();
        let of_y = |(number, label): (f64, String)| {
            let height = axes.y.at(number);
            view! {
                <line class="grid" x1=attribute(LEFT) x2=attribute(WIDTH - RIGHT) y1=attribute(height) y2=attribute(height) />
                <text class="tick tick-y" x=attribute(LEFT - 6.0) y=attribute(height + 4.5)>{label}</text>
            }
        };
        let of_x = |number: f64| {
            view! {
                <text class="tick tick-x" x=attribute(axes.x.at(number)) y=attribute(HEIGHT - BOTTOM + 17.0)>
                    {format!("{number:.0}")}
                </text>
            }
        };
        view! {
            {axes.y_ticks.iter().cloned().map(of_y).collect_view()}
            {axes.x_ticks.iter().copied().map(of_x).collect_view()}
        }
    };
    let lines = move || {
        let axes = axes.get();
        let of_one = |curve: &Curve| {
            let d = path(&curve.points, axes.x, axes.y);
            view! { <path class=format!("curve {}", curve.class) d=d /> }
        };
        curves.with(|curves| curves.iter().map(of_one).collect_view())
    };
    let points = move || {
        let axes = axes.get();
        let of_one = |mark: &PointMark| {
            let (x, y) = (attribute(axes.x.at(mark.x)), attribute(axes.y.at(mark.y)));
            let interval = mark.interval.map(|(low, high)| {
                let (y1, y2) = (attribute(axes.y.at(low)), attribute(axes.y.at(high)));
                view! { <line class=format!("interval {}", mark.class) x1=x.clone() x2=x.clone() y1=y1 y2=y2 /> }
            });
            let open = if mark.is_open { " is-open" } else { "" };
            let class = format!("point-mark {}{open}", mark.class);
            view! {
                {interval}
                <circle class=class cx=x cy=y r=MARK_RADIUS />
            }
        };
        marks.with(|marks| marks.iter().map(of_one).collect_view())
    };
    let mark = move || {
        let place = attribute(axes.get().x.at(marked.get()?));
        Some(view! {
            <line class="now" x1=place.clone() x2=place y1=attribute(TOP) y2=attribute(HEIGHT - BOTTOM) />
        })
    };
    view! {
        <svg class="curve-plot" viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-label=summary>
            {grid}
            <text class="axis-name" x=attribute(WIDTH - RIGHT) y=attribute(HEIGHT - 6.0)>{x_name}</text>
            {lines}
            {points}
            {mark}
        </svg>
    }
    .into_any()
}
