//! One of several small plots of shares over sizes. Its marks are pointed at, walked along with the arrow keys, and
//! chosen with Enter or a click.
//!
//! A plot is one stop of Tab. A finger has no way of pointing before it chooses, so a tap only points.

use crate::t;
use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::prelude::*;
use leptos::svg::Svg;

use super::focus_mark::focus_mark;
use super::panel::{
    BOTTOM, HEIGHT, LEFT, Mark, MarkShape, Panel, Place, REACH_Y, RIGHT, TOP, WIDTH, Y_TICKS, walk,
    y,
};
use super::scale::attribute;

/// The radius of the ring around the mark that is shown, and of a single measurement.
const RING_RADIUS: f64 = 8.0;
const DOT_RADIUS: f64 = 2.5;

/// What the parts of one plot share.
#[derive(Clone, Copy)]
struct Board {
    panel: Signal<Panel>,
    shown: Signal<Option<Place>>,
    on_show: Callback<Place>,
    on_choose: Callback<Place>,
    /// The mark that Tab comes to, if there still is one.
    active: RwSignal<Option<Place>>,
    /// Whether the last pointer was a finger.
    is_touch: RwSignal<bool>,
    drawing: NodeRef<Svg>,
}

/// A small plot with marks to point at.
#[component]
pub fn PanelPlot(
    /// What it shows. No default.
    #[prop(into)]
    panel: Signal<Panel>,
    /// The mark that is told more of. No default.
    #[prop(into)]
    shown: Signal<Option<Place>>,
    /// Called with the mark that is pointed at. No default.
    on_show: Callback<Place>,
    /// Called with the mark that is chosen. No default.
    on_choose: Callback<Place>,
) -> impl IntoView {
    let board = Board {
        panel,
        shown,
        on_show,
        on_choose,
        active: RwSignal::new(None),
        is_touch: RwSignal::new(false),
        drawing: NodeRef::new(),
    };
    let x_axis = move || {
        panel.with(|panel| {
            let places = panel.tick_places();
            let of_one = |(size, (x, y)): (&super::panel::Size, (f64, f64))| {
                view! { <text class="tick tick-x" x=attribute(x) y=attribute(y)>{size.label.clone()}</text> }
            };
            panel.sizes.iter().zip(places).map(of_one).collect_view()
        })
    };
    let lines = move || {
        panel.with(|panel| {
            let of_one = |(idx, series): (usize, &super::panel::Series)| {
                let dots = series.dots.iter().map(|&(size, share)| {
                    let (x, y) = panel.position(Place { series: idx, size }, share);
                    view! { <circle class="run-dot" cx=attribute(x) cy=attribute(y) r=DOT_RADIUS /> }
                });
                view! {
                    <path class=format!("panel-line {}", series.class) d=panel.path(idx) />
                    {dots.collect_view()}
                }
            };
            panel.series.iter().enumerate().map(of_one).collect_view()
        })
    };
    let marks = move || {
        panel.with(|panel| {
            let of_one = |place: Place| {
                let mark = panel.mark(place)?.clone();
                let position = panel.position(place, mark.share);
                let (shape, reach) = (panel.series[place.series].shape, panel.reach(place));
                Some(view! { <MarkView board place mark position reach shape /> })
            };
            panel.places().into_iter().filter_map(of_one).collect_view()
        })
    };
    let label = move || panel.with(|panel| panel.summary.clone());
    view! {
        <svg class="panel-plot" viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="group" aria-label=label node_ref=board.drawing>
            {grid()}
            {x_axis}
            <text class="axis-name" x=attribute(WIDTH - RIGHT) y=attribute(HEIGHT - 6.0)>{t!("plots-parameters")}</text>
            {lines}
            {marks}
        </svg>
    }
    .into_any()
}

fn grid() -> impl IntoView {
    let of_one = |share: f64| {
        let height = attribute(y().at(share));
        view! {
            <line class="grid" x1=attribute(LEFT) x2=attribute(WIDTH - RIGHT) y1=height.clone() y2=height />
            <text class="tick tick-y" x=attribute(LEFT - 6.0) y=attribute(y().at(share) + 4.5)>
                {format!("{:.0}%", share * 100.0)}
            </text>
        }
    };
    view! {
        {Y_TICKS.into_iter().map(of_one).collect_view()}
        <line class="axis" x1=attribute(LEFT) x2=attribute(LEFT) y1=attribute(TOP) y2=attribute(HEIGHT - BOTTOM) />
    }
}

impl Board {
    /// The mark that Tab comes to, also when other marks are there than before.
    fn tab_stop(self) -> Option<Place> {
        self.panel.with(|panel| {
            let active = self.active.get();
            active
                .filter(|place| panel.mark(*place).is_some())
                .or_else(|| panel.places().first().copied())
        })
    }

    fn show(self, place: Place) {
        self.active.set(Some(place));
        self.on_show.run(place);
    }

    fn on_key(self, place: Place, event: KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let key = event.key();
        let to = self.panel.with_untracked(|panel| walk(panel, place, &key));
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
        self.show(place);
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
    format!("{}-{}", place.series, place.size)
}

/// One mark, with room around it for the pointer.
#[component]
fn MarkView(
    board: Board,
    place: Place,
    mark: Mark,
    position: (f64, f64),
    reach: (f64, f64),
    shape: MarkShape,
) -> impl IntoView {
    let (x, y) = (attribute(position.0), attribute(position.1));
    let is_touch = |event: &PointerEvent| event.pointer_type() == "touch";
    let class = move || {
        let is_shown = board.shown.get() == Some(place);
        if is_shown { "mark mark-shown" } else { "mark" }
    };
    view! {
        <g
            class=class
            data-mark=name(place)
            role="button"
            aria-label=mark.name
            tabindex=move || if board.tab_stop() == Some(place) { "0" } else { "-1" }
            on:focus=move |_| board.show(place)
            on:pointerenter=move |event| if !is_touch(&event) { board.show(place) }
            on:pointerdown=move |event| board.is_touch.set(is_touch(&event))
            on:click=move |_| board.on_click(place)
            on:keydown=move |event| board.on_key(place, event)
        >
            <rect
                class="mark-ground"
                x=attribute(reach.0)
                y=attribute(position.1 - REACH_Y)
                width=attribute(reach.1 - reach.0)
                height=attribute(2.0 * REACH_Y)
            />
            <circle class="mark-ring" cx=x cy=y r=RING_RADIUS />
            {mark_shape(shape, position, mark.is_open)}
        </g>
    }
}

/// A mark as it is drawn in plots and beside their names.
pub(super) fn mark_shape(shape: MarkShape, (x, y): (f64, f64), is_open: bool) -> AnyView {
    const RADIUS: f64 = 4.5;
    const DIAGONAL: f64 = 6.0;
    let class = if is_open {
        "mark-shape mark-open"
    } else {
        "mark-shape"
    };
    match shape {
        MarkShape::Circle => {
            view! { <circle class=class cx=attribute(x) cy=attribute(y) r=RADIUS /> }.into_any()
        }
        MarkShape::Diamond => {
            let [left, right] = [x - DIAGONAL, x + DIAGONAL].map(attribute);
            let [top, bottom] = [y - DIAGONAL, y + DIAGONAL].map(attribute);
            let (x, y) = (attribute(x), attribute(y));
            let path = format!("M{x} {top}L{right} {y}L{x} {bottom}L{left} {y}Z");
            view! { <path class=class d=path /> }.into_any()
        }
    }
}
