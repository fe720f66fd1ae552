//! A bar divided into shares.

use leptos::prelude::*;

use super::scale::attribute;
use super::stack::{HEIGHT, WIDTH, pieces, x};

/// The radius of a dot of another measurement.
const DOT_RADIUS: f64 = 3.0;

/// One bar of shares; what they are, the words around it say.
#[component]
pub fn StackPlot(
    /// The shares, from left to right, each with the class that gives it its fill. No default.
    shares: Vec<(f64, &'static str)>,
    /// Where the first share of other measurements of the kind ends. Default: none.
    #[prop(default = Vec::new())]
    others: Vec<f64>,
    /// What it shows, in words. No default.
    #[prop(into)]
    summary: String,
) -> impl IntoView {
    let sizes: Vec<f64> = shares.iter().map(|(share, _)| *share).collect();
    let of_one = |(piece, (_, class)): (super::stack::Piece, &(f64, &'static str))| {
        view! {
            <rect
                class=format!("piece {class}")
                x=attribute(piece.x)
                y=attribute(piece.y)
                width=attribute(piece.width)
                height=attribute(piece.height)
            />
        }
    };
    let drawn: Vec<_> = pieces(&sizes)
        .into_iter()
        .zip(&shares)
        .filter(|(piece, _)| piece.width > 0.0)
        .map(of_one)
        .collect();
    let dot = |share: &f64| {
        view! { <circle class="seed-dot" cx=attribute(x().at(*share)) cy=attribute(HEIGHT / 2.0) r=DOT_RADIUS /> }
    };
    view! {
        <svg class="stack-plot" viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-label=summary>
            {drawn}
            {others.iter().map(dot).collect_view()}
        </svg>
    }
    .into_any()
}
