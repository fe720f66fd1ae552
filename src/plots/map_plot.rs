//! One map to look at and point at; `map_paint.rs` draws it.
//!
//! It takes no focus: the board around several maps has it, and their one cursor.

use std::time::Duration;

use leptos::html::Canvas;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::{PointerEvent, WheelEvent};
use web_sys::HtmlCanvasElement;

use super::grid::{GridView, Place};
use super::map_gesture::{Gesture, Outcome};
use super::map_paint::{Strokes, draw, palette_of, picture_of};
use super::palette::{Palette, Rgb};
use crate::turn::turn;

/// Short enough to follow a reader's choice at once, long enough to gather what a sweep brings.
const UNTIL_PAINTED: Duration = Duration::from_millis(40);

/// What is drawn of a map.
#[derive(Clone, Copy)]
pub struct Drawing {
    /// Reads the signals that colours and strokes depend on: a change of them draws anew.
    pub track: Callback<()>,
    /// The colour of every cell, by core's index.
    pub colours: Callback<Palette, Vec<Rgb>>,
    /// The strokes of one cell.
    pub strokes: Callback<Place, Strokes>,
    /// What the map shows, in words, for those who do not see it.
    pub label: Signal<String>,
}

/// A map to look at and point at.
#[component]
pub fn MapPlot(
    /// What is drawn. No default.
    drawing: Drawing,
    /// What part of it is shown; changed by pinching, dragging and the wheel with Control. No default.
    view: RwSignal<GridView>,
    /// The cell that is told more of. No default.
    cursor: Signal<Place>,
    /// Called with the cell that is pointed at. No default.
    on_point: Callback<Place>,
    /// Called with the cell that is clicked by a mouse. No default.
    on_choose: Callback<Place>,
    /// Changes with the page's colours. No default.
    theme: Signal<&'static str>,
    /// The name in `data-map`. No default.
    name: &'static str,
) -> impl IntoView {
    let canvas = NodeRef::<Canvas>::new();
    let gesture = StoredValue::new_local(Gesture::default());
    // The picture is made anew only when its colours change; the cursor moves over it.
    let picture = StoredValue::new_local(None::<HtmlCanvasElement>);
    let n_pictures = RwSignal::new(0_u32);
    let is_waiting = StoredValue::new(false);
    let paint = move || {
        is_waiting.set_value(false);
        let Some(canvas) = canvas.try_get_untracked().flatten() else {
            return;
        };
        let colours = untrack(|| drawing.colours.run(palette_of(&canvas)));
        picture.set_value(picture_of(&colours));
        spawn_local(async move {
            // Drawing it is a task of its own. The map may be gone by then.
            turn().await;
            let _ = n_pictures.try_update(|n| *n = n.wrapping_add(1));
        });
    };
    Effect::new(move |_| {
        theme.track();
        drawing.track.run(());
        if canvas.get().is_none() || is_waiting.get_value() {
            return;
        }
        // A task of its own, so that several maps do not keep the page from a reader; changes until then are one.
        is_waiting.set_value(true);
        set_timeout(paint, UNTIL_PAINTED);
    });
    Effect::new(move |_| {
        let (view, cursor) = (view.get(), cursor.get());
        n_pictures.track();
        // Before its first picture there is nothing to draw, and asking for its size would have the whole page laid out.
        let has_picture = picture.with_value(Option::is_some);
        if let Some(canvas) = canvas.get().filter(|_| has_picture) {
            // What strokes depend on is tracked above, where the picture is painted.
            untrack(|| {
                picture.with_value(|picture| {
                    draw(&canvas, picture.as_ref(), view, cursor, drawing.strokes);
                });
            });
        }
    });
    let again = window_event_listener_untyped("resize", move |_| {
        n_pictures.update(|n| *n = n.wrapping_add(1));
    });
    on_cleanup(move || again.remove());
    let size = move || {
        canvas
            .get_untracked()
            .map_or(1.0, |canvas| f64::from(canvas.client_width()))
    };
    let point = |event: &PointerEvent| (f64::from(event.offset_x()), f64::from(event.offset_y()));
    let follow = move |outcome: Outcome| match outcome {
        Outcome::Nothing => {}
        Outcome::Point(place) => on_point.run(place),
        Outcome::Choose(place) => {
            on_point.run(place);
            on_choose.run(place);
        }
        Outcome::View(changed) => view.set(changed),
    };
    let is_mouse = |event: &PointerEvent| event.pointer_type() != "touch";
    let on_down = move |event: PointerEvent| {
        if let Some(canvas) = canvas.get_untracked() {
            // Without it, a drag ends at the border: no more is lost.
            let _ = canvas.set_pointer_capture(event.pointer_id());
        }
        let begun = view.get_untracked();
        gesture.update_value(|gesture| gesture.down(event.pointer_id(), point(&event), begun));
    };
    let on_move = move |event: PointerEvent| {
        let now = view.get_untracked();
        let outcome = gesture.try_update_value(|gesture| {
            gesture.moved(
                event.pointer_id(),
                point(&event),
                size(),
                now,
                is_mouse(&event),
            )
        });
        follow(outcome.unwrap_or(Outcome::Nothing));
    };
    let on_up = move |event: PointerEvent| {
        let now = view.get_untracked();
        let outcome = gesture.try_update_value(|gesture| {
            gesture.up(
                event.pointer_id(),
                point(&event),
                size(),
                now,
                is_mouse(&event),
            )
        });
        follow(outcome.unwrap_or(Outcome::Nothing));
    };
    let on_cancel = move |event: PointerEvent| {
        gesture.update_value(|gesture| gesture.forget(event.pointer_id()));
    };
    let on_wheel = move |event: WheelEvent| {
        if event.ctrl_key() {
            event.prevent_default();
            let at = (f64::from(event.offset_x()), f64::from(event.offset_y()));
            let now = view.get_untracked();
            let factor = if event.delta_y() > 0.0 { 1.25 } else { 0.8 };
            view.set(now.zoomed(factor, now.cell_at(at, size())));
        }
    };
    let is_whole = move || view.get() == GridView::all();
    view! {
        <canvas
            class="map-canvas"
            class:map-zoomed=move || !is_whole()
            data-map=name
            role="img"
            aria-label=drawing.label
            node_ref=canvas
            on:pointerdown=on_down
            on:pointermove=on_move
            on:pointerup=on_up
            on:pointercancel=on_cancel
            on:wheel=on_wheel
        />
    }
    .into_any()
}
