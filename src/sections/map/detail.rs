//! The cell under the cursor: its problem, what both models did on it, what is right.

use leptos::prelude::*;
use syw_core::card::Size;
use syw_core::map::{index, problem_at};

use crate::sections::map::Board;
use crate::sections::map::drawing::shown;
use crate::sections::map::words::{SIZES, name, right_answer, told};
use crate::t;

/// What is told of the cell under the cursor.
#[component]
pub fn Detail(board: Board) -> impl IntoView {
    let cursor = board.cursor;
    let modulus = board.state.maps.modulus;
    let title = move || {
        let (a, b) = cursor.get();
        problem_at(a, b, modulus.get()).map(|problem| problem.to_string())
    };
    let about = move || {
        let (a, b) = cursor.get();
        let is_held_out = board.published(|both| both.is_held_out(index(a, b)));
        let right = right_answer(a, b, modulus.get());
        match is_held_out {
            Some(true) => format!("{right} {}", t!("map-held-out")),
            _ => right,
        }
    };
    let of_model = move |size: Size| {
        let said = move || {
            let (a, b) = cursor.get();
            let idx = index(a, b);
            board.read(|both, sweep| {
                let (judged, how) = told(shown(both, sweep, size, idx), (a, b), both.modulus);
                let is_live = sweep.is_some_and(|sweep| sweep.cell(size, idx).is_some());
                let source = is_live.then(|| format!(" {}", t!("map-recomputed")));
                view! { <span class="map-judged">{judged}</span><small>{how}"."{source}</small> }
            })
        };
        let (part, class) = match size {
            Size::Large => ("map-large", "large-ink"),
            Size::Small => ("map-small", "small-ink"),
        };
        view! {
            <dt class=class>{name(size)}</dt>
            <dd data-part=part>{said}</dd>
        }
    };
    view! {
        <div class="map-detail" data-part="map-detail">
            <p class="detail-title" data-part="map-problem" translate="no">{title}</p>
            <p>{about}</p>
            <dl>{SIZES.map(of_model).into_iter().collect_view()}</dl>
            <button
                type="button"
                class="button"
                data-part="map-try"
                on:click=move |_| board.choose(cursor.get_untracked())
            >
                {t!("map-try")}
            </button>
        </div>
    }
    .into_any()
}
