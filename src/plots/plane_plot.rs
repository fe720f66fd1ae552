//! A plane with marks to point at. Marks are walked along with the arrow keys, and chosen with Enter or a click.
//!
//! The plot is one stop of Tab. A finger has no way of pointing before it chooses, so a tap only points.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::prelude::*;
use leptos::svg::Svg;

use super::focus_mark::focus_mark;
use super::plane::{
    BOTTOM, HEIGHT, LARGE_MARK, LEFT, Mark, Place, Plane, REACH, RIGHT, SMALL_MARK, Series, Shape,
    TOP, WIDTH, outline, percent, walk,
};
use super::scale::attribute;

/// What the parts of the plot share.
#[derive(Clone, Copy)]
struct Board {
    plane: Signal<Plane>,
    shown: Signal<Option<Place>>,
    on_show: Callback<Place>,
    on_choose: Callback<Place>,
    /// Whether the last pointer was a finger.
    is_touch: RwSignal<bool>,
    drawing: NodeRef<Svg>,
}

/// The plane.
#[component]
pub fn PlanePlot(
    /// What it shows. No default.
    #[prop(into)]
    plane: Signal<Plane>,
    /// The mark that is told more of. No default.
    #[prop(into)]
    shown: Signal<Option<Place>>,
    /// Called with the mark that is pointed at. No default.
    on_show: Callback<Place>,
    /// Called with the mark that is chosen. No default.
    on_choose: Callback<Place>,
) -> impl IntoView {
    let board = Board {
        plane,
        shown,
        on_show,
        on_choose,
        is_touch: RwSignal::new(false),
        drawing: NodeRef::new(),
    };
    let label = move || plane.with(|plane| plane.summary.clone());
    // The names of the axes are longer than a phone is wide, so they are no part of the drawing.
    view! {
        <p class="plane-axis">"\u{2191} "{move || plane.with(|plane| plane.y_name.clone())}</p>
        <svg class="plane-plot" viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="group" aria-label=label node_ref=board.drawing>
            {move || plane.with(ground)}
            {move || plane.with(between)}
            {move || plane.with(|plane| marks(board, plane))}
            {move || plane.with(names)}
        </svg>
        <p class="plane-axis plane-axis-x">{move || plane.with(|plane| plane.x_name.clone())}" \u{2192}"</p>
    }
    .into_any()
}

/// Band and grid.
fn ground(plane: &Plane) -> AnyView {
    let height = HEIGHT - BOTTOM - TOP;
    let band = plane.band_place().map(|(x, width)| {
        view! { <rect class="plane-band" x=attribute(x) y=attribute(TOP) width=attribute(width) height=attribute(height) /> }
    });
    let row = |(share, name): (f64, String)| {
        let height = plane.y().at(share);
        let at = attribute(height);
        view! {
            <line class="grid" x1=attribute(LEFT) x2=attribute(WIDTH - RIGHT) y1=at.clone() y2=at />
            <text class="tick tick-y" x=attribute(LEFT - 8.0) y=attribute(height + 4.0)>{name}</text>
        }
    };
    let rows: Vec<_> = plane.y_ticks().into_iter().map(row).collect();
    let columns: Vec<_> = plane
        .x_ticks()
        .into_iter()
        .map(|share| {
            let at = attribute(plane.x().at(share));
            view! {
                <line class="grid" x1=at.clone() x2=at.clone() y1=attribute(TOP) y2=attribute(HEIGHT - BOTTOM) />
                <text class="tick tick-x" x=at y=attribute(HEIGHT - BOTTOM + 19.0)>{percent(share)}</text>
            }
        })
        .collect();
    view! {
        {band}
        {rows}
        {columns}
    }
    .into_any()
}

/// The front, ways, and arrows.
fn between(plane: &Plane) -> AnyView {
    let ways: Vec<_> = (0..plane.series.len())
        .map(|idx| (plane.series[idx].class, plane.way_path(idx)))
        .filter(|(_, path)| !path.is_empty())
        .map(|(class, path)| view! { <path class=format!("plane-way {class}") d=path /> })
        .collect();
    let arrow = |(line, head, (x, y)): (String, String, (f64, f64)), number: usize| {
        view! {
            <g class="plane-arrow" data-arrow=number>
                <path class="plane-arrow-line" d=line />
                <path class="plane-arrow-head" d=head />
                <text class="plane-arrow-number" x=attribute(x) y=attribute(y + 4.0)>{number}</text>
            </g>
        }
    };
    let drawn = plane
        .arrows
        .iter()
        .filter_map(|it| Some((plane.arrow(*it)?, it.number)));
    let arrows: Vec<_> = drawn.map(|(drawn, number)| arrow(drawn, number)).collect();
    view! {
        <path class="plane-front" d=plane.front_path() />
        {ways}
        {arrows}
    }
    .into_any()
}

/// The names of what lies on the front.
fn names(plane: &Plane) -> AnyView {
    let of_one = |(text, (x, y), ends): (String, (f64, f64), bool)| {
        let class = if ends {
            "plane-name plane-name-end"
        } else {
            "plane-name"
        };
        view! { <text class=class x=attribute(x) y=attribute(y + 4.0)>{text}</text> }
    };
    let names: Vec<_> = plane.names().into_iter().map(of_one).collect();
    names.into_any()
}

/// Every mark, single models below medians.
fn marks(board: Board, plane: &Plane) -> AnyView {
    let (middles, dots): (Vec<Place>, Vec<Place>) = plane
        .places()
        .into_iter()
        .partition(|place| place.dot.is_none());
    let of_one = |place: Place| {
        let mark = plane.mark(place)?;
        let position = plane.position(mark.at)?;
        let series = plane.series.get(place.series)?;
        Some(mark_view(board, place, mark, position, series))
    };
    let all: Vec<_> = dots.into_iter().chain(middles).filter_map(of_one).collect();
    all.into_any()
}

impl Board {
    /// The mark that Tab comes to, also when other marks are there than before.
    fn tab_stop(self) -> Option<Place> {
        self.plane.with(|plane| {
            let places = plane.places();
            let shown = self.shown.get().filter(|place| places.contains(place));
            shown.or(places.first().copied())
        })
    }

    fn on_key(self, place: Place, event: KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let key = event.key();
        let to = self.plane.with_untracked(|plane| walk(plane, place, &key));
        if let Some(to) = to {
            self.focus(to);
        } else if key == "Enter" || key == " " {
            self.on_choose.run(place);
        } else {
            return;
        }
        event.prevent_default();
    }

    fn on_click(self, place: Place) {
        self.on_show.run(place);
        if !self.is_touch.get_untracked() {
            self.on_choose.run(place);
        }
    }

    fn focus(self, place: Place) {
        focus_mark(self.drawing, &name(place));
    }
}

/// The name of a place in attributes.
fn name(place: Place) -> String {
    match place.dot {
        None => format!("{}-middle", place.series),
        Some(idx) => format!("{}-{idx}", place.series),
    }
}

/// One mark, with room around it for the pointer.
fn mark_view(
    board: Board,
    place: Place,
    mark: &Mark,
    position: (f64, f64),
    series: &Series,
) -> AnyView {
    let radius = match place.dot {
        None => LARGE_MARK,
        Some(_) => SMALL_MARK,
    };
    let ground = match place.dot {
        None => REACH,
        Some(_) => REACH / 2.0,
    };
    let hue = series.class;
    let is_touch = |event: &PointerEvent| event.pointer_type() == "touch";
    let class = move || match board.shown.get() == Some(place) {
        true => format!("mark plane-mark {hue} mark-shown"),
        false => format!("mark plane-mark {hue}"),
    };
    let (x, y) = (attribute(position.0), attribute(position.1));
    view! {
        <g
            class=class
            data-mark=name(place)
            data-x=mark.at.0.to_string()
            data-y=mark.at.1.to_string()
            role="button"
            aria-label=mark.name.clone()
            tabindex=move || if board.tab_stop() == Some(place) { "0" } else { "-1" }
            on:focus=move |_| board.on_show.run(place)
            on:pointerenter=move |event| if !is_touch(&event) { board.on_show.run(place) }
            on:pointerdown=move |event| board.is_touch.set(is_touch(&event))
            on:click=move |_| board.on_click(place)
            on:keydown=move |event| board.on_key(place, event)
        >
            <circle class="mark-ground" cx=x.clone() cy=y.clone() r=ground />
            <circle class="mark-ring" cx=x cy=y r=radius + 5.0 />
            <path class=shape_class(series.is_open) d=outline(series.shape, position, radius) />
        </g>
    }
    .into_any()
}

fn shape_class(is_open: bool) -> &'static str {
    match is_open {
        true => "plane-shape mark-open",
        false => "plane-shape",
    }
}

/// A mark beside its name.
#[component]
pub fn PlaneMark(
    /// Its shape. No default.
    shape: Shape,
    /// The class that gives it its hue. No default.
    class: &'static str,
    /// Whether it is hollow. No default.
    is_open: bool,
) -> impl IntoView {
    const SIDE: f64 = 20.0;
    let path = outline(shape, (SIDE / 2.0, SIDE / 2.0), LARGE_MARK);
    view! {
        <svg class=format!("plane-key-mark {class}") viewBox=format!("0 0 {SIDE} {SIDE}") aria-hidden="true">
            <path class=shape_class(is_open) d=path />
        </svg>
    }
    .into_any()
}
