//! Recomputing the map in this browser: the button, how far it is, whether it agrees with what is published.

use leptos::prelude::*;

use crate::components::format::count;
use crate::components::{Heard, RunButton, start_and_end};
use crate::sections::map::Board;
use crate::sections::map::words::{SIZES, agreement, progress, right_so_far};
use crate::state::{EngineStatus, now_ms};
use crate::sweep::{Sweep, SweepState};
use crate::t;

/// The controls of a sweep and what came of it.
#[component]
pub fn SweepPanel(board: Board) -> impl IntoView {
    let (state, sweep) = (board.state, board.state.maps.sweep);
    let of_sweep = move |read: fn(&Sweep) -> String| {
        move || sweep.with(|sweep| sweep.as_ref().map(read).unwrap_or_default())
    };
    let is_under_way = Memo::new(move |_| {
        sweep.with(|sweep| {
            sweep
                .as_ref()
                .is_some_and(|sweep| sweep.state.is_under_way())
        })
    });
    let label = move || {
        let n_cells = board.view.get().area().n_cells() as u64;
        t!("map-recompute", problems = count(n_cells))
    };
    // Cells are compared with the published ones, which may be on their way.
    let is_ready = move || state.engine.get() == EngineStatus::Live && board.is_here();
    let bar = move || {
        is_under_way.get().then(|| {
            let total = sweep.with_untracked(|sweep| sweep.as_ref().map_or(1, Sweep::n_total));
            let done = move || sweep.with(|sweep| sweep.as_ref().map_or(0, Sweep::n_done));
            view! { <progress max=total value=done aria-label=t!("map-sweep-bar")></progress> }
        })
    };
    let numbers = move || {
        sweep.with(|sweep| {
            let sweep = sweep.as_ref().filter(|sweep| sweep.n_done() > 0)?;
            let n_cells = sweep.area.n_cells();
            let line =
                |size| view! { <p class="map-numbers">{right_so_far(size, sweep.of(size), n_cells)}</p> };
            Some(SIZES.map(line).into_iter().collect_view())
        })
    };
    let heard = move || {
        sweep.with(|sweep| {
            let is_under_way = sweep.as_ref().map(|sweep| sweep.state.is_under_way());
            let words =
                |sweep: &Sweep| format!("{} {}", progress(sweep, now_ms()), agreement(sweep));
            start_and_end(is_under_way, || {
                sweep.as_ref().map(words).unwrap_or_default()
            })
        })
    };
    let state_name =
        move || sweep.with(|sweep| sweep.as_ref().map_or("none", |sweep| sweep.state.name()));
    let counts = move |read: fn(&Sweep) -> usize| {
        move || sweep.with(|sweep| sweep.as_ref().map_or(0, read).to_string())
    };
    let what = move || {
        sweep.with(|sweep| match sweep.as_ref().map(|sweep| &sweep.state) {
            None => t!("map-sweep-offer"),
            Some(SweepState::Failed(_)) => t!("map-sweep-again"),
            Some(_) => String::new(),
        })
    };
    view! {
        <div
            class="map-sweep"
            data-part="map-sweep-panel"
            data-state=state_name
            data-done=counts(Sweep::n_done)
            data-same=counts(Sweep::n_same)
            data-total=counts(Sweep::n_total)
        >
            <p class="detail-title">{t!("map-sweep-title")}</p>
            <p class="map-hint">{what}</p>
            <RunButton
                is_under_way
                is_ready=Signal::derive(is_ready)
                parts=("map-sweep", "map-cancel")
                label=Signal::derive(label)
                on_run=Callback::new(move |()| state.start_sweep(board.view.get_untracked().area()))
                on_cancel=Callback::new(move |()| state.cancel_sweep())
            />
            {bar}
            <p data-part="map-progress">{of_sweep(|sweep| progress(sweep, now_ms()))}</p>
            <p class="map-agreement" data-part="map-agreement">{of_sweep(agreement)}</p>
            {numbers}
            <Heard text=Signal::derive(heard) part="map-heard" />
        </div>
    }
    .into_any()
}
