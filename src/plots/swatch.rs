//! A piece of a line beside its name: the key of a plot whose lines have no room for names.

use leptos::prelude::*;

use super::panel::MarkShape;
use super::panel_plot::mark_shape;
use super::scale::attribute;

/// The size of the drawing, in its own units.
const WIDTH: f64 = 36.0;
const HEIGHT: f64 = 14.0;

/// A piece of a line, with a mark in its middle where the plot has such.
#[component]
pub fn Swatch(
    /// The classes that give the line its stroke; empty: no line. No default.
    #[prop(into)]
    class: String,
    /// The mark. Default: none.
    #[prop(optional)]
    mark: Option<MarkShape>,
    /// Whether the mark is hollow. Default: it is not.
    #[prop(optional)]
    is_open: bool,
) -> impl IntoView {
    let middle = (WIDTH / 2.0, HEIGHT / 2.0);
    let line = (!class.is_empty()).then(|| {
        let height = attribute(middle.1);
        view! { <path class=class d=format!("M0 {height}L{WIDTH} {height}") /> }
    });
    view! {
        <svg class="swatch" viewBox=format!("0 0 {WIDTH} {HEIGHT}") aria-hidden="true">
            {line}
            {mark.map(|mark| mark_shape(mark, middle, is_open))}
        </svg>
    }
    .into_any()
}
