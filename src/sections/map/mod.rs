//! The competence map: what both models do on every problem a × b, inside and outside what they were trained on.

pub mod controls;
pub mod detail;
pub mod drawing;
pub mod export;
pub mod failures;
pub mod sweep;
pub mod words;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use syw_core::card::Size;
use syw_core::family::TRAINED_OPERAND_MAX;
use syw_core::map::{index, is_on_map, problem_at};
use syw_core::{Operator, Problem};

use crate::competence::Competence;
use crate::components::{InTurn, Near, rich};
use crate::place::go_to;
use crate::plots::MapPlot;
use crate::plots::grid::{GridView, Place, walk};
use crate::sections::failure::once_here;
use crate::sections::map::controls::{Legend, Moduli, Shades, Zoom};
use crate::sections::map::detail::Detail;
use crate::sections::map::drawing::{drawing, shown};
use crate::sections::map::export::Exports;
use crate::sections::map::failures::Failures;
use crate::sections::map::sweep::SweepPanel;
use crate::sections::map::words::{caption, finding, name, spoken};
use crate::sections::provenance::Provenance;
use crate::state::PageState;
use crate::sweep::Sweep;
use crate::t;

/// The cell of a problem, if it is on the map.
fn place_of(problem: &Problem) -> Option<Place> {
    match problem.terms() {
        [a, b] if b.operator == Operator::Times && is_on_map(a.value) && is_on_map(b.value) => {
            Some((a.value, b.value))
        }
        _ => None,
    }
}

/// The question, and the figure once its files have arrived.
#[component]
pub fn Map(state: PageState) -> impl IntoView {
    let figure = once_here(state, state.maps.published, |state| {
        view! { <Figure state /> }.into_any()
    });
    let is_near = RwSignal::new(false);
    // The files are named by the models' cards, which may come later than the reader.
    Effect::new(move |_| {
        state.models.track();
        if is_near.get() {
            state.want_maps();
        }
    });
    view! {
        <section class="wide map" aria-labelledby="map-title" data-part="map">
            <h2 id="map-title">{t!("map-title")}</h2>
            <p class="measure">
                {t!("map-question")}
            </p>
            <Near on_near=Callback::new(move |()| is_near.set(true))>{figure}</Near>
        </section>
    }
}

/// What is chosen on the board; it is gone with the figure.
#[derive(Clone, Copy)]
pub struct Board {
    pub(in crate::sections) state: PageState,
    pub(in crate::sections) view: RwSignal<GridView>,
    pub(in crate::sections) cursor: RwSignal<Place>,
}

impl Board {
    /// Reads the published maps alone, which do not change during a sweep. `None` while there are none.
    pub(in crate::sections) fn published<T>(
        self,
        read: impl FnOnce(&Competence) -> T,
    ) -> Option<T> {
        let published = self.state.maps.published;
        published.with(|published| published.here().map(read))
    }

    /// Whether the published maps are here.
    pub(in crate::sections) fn is_here(self) -> bool {
        self.published(|_| ()).is_some()
    }

    /// Reads the published maps, and the sweep over them if there is one. `None` while there are none.
    pub(in crate::sections) fn read<T>(
        self,
        read: impl FnOnce(&Competence, Option<&Sweep>) -> T,
    ) -> Option<T> {
        self.state.maps.published.with(|published| {
            let both = published.here()?;
            Some(
                self.state
                    .maps
                    .sweep
                    .with(|sweep| read(both, sweep.as_ref())),
            )
        })
    }

    /// Sets the problem of a cell in the duel, and goes there.
    pub(in crate::sections) fn choose(self, (a, b): Place) {
        if let Some(problem) = problem_at(a, b, self.state.maps.modulus.get_untracked()) {
            self.state.set_problem(problem);
            go_to("duel");
        }
    }
}

/// Everything that is drawn from the files.
#[component]
fn Figure(state: PageState) -> impl IntoView {
    let start = state.problem.with_untracked(place_of).unwrap_or_default();
    let board = Board {
        state,
        view: RwSignal::new(GridView::all()),
        cursor: RwSignal::new(start),
    };
    // One cursor for the page: it follows the problem of the duel.
    Effect::new(move |_| {
        if let Some(place) = state.problem.with(place_of) {
            board.cursor.set(place);
        }
    });
    let of_files =
        move |read: fn(&Competence) -> String| move || board.published(read).unwrap_or_default();
    view! {
        <figure class="map-figure">
            <p class="finding" data-part="map-finding">{of_files(finding)}</p>
            <div class="map-choices">
                <Moduli state />
                <Shades state />
            </div>
            <Maps board />
            <Zoom board />
            <Legend state />
            <InTurn name="map-columns">
                <div class="map-columns">
                    <Detail board />
                    <SweepPanel board />
                </div>
            </InTurn>
            <figcaption data-part="map-caption">{move || board.published(|both| rich(&caption(both), |_| None))}</figcaption>
            <Exports board />
            <InTurn name="map-failures"><Failures board /></InTurn>
    <Provenance state=board.state file="" command="cargo xtask maps (published cells: results/maps/, one file a model and modulus)" arms=&[(Size::Large, "direct"), (Size::Small, "chain_rl")] />
        </figure>
    }
}

/// The three maps, with one cursor and one stop of Tab.
#[component]
fn Maps(board: Board) -> impl IntoView {
    let Board {
        state,
        view,
        cursor,
    } = board;
    let theme = Signal::derive(move || state.theme.get().name());
    let heard = RwSignal::new(String::new());
    let on_key = move |event: KeyboardEvent| {
        if event.meta_key() || event.alt_key() {
            return;
        }
        let (key, is_control) = (event.key(), event.ctrl_key());
        let now = cursor.get_untracked();
        match walk(now, &key, event.shift_key(), is_control) {
            Some(place) => {
                cursor.set(place);
                view.update(|view| *view = view.showing(place));
                let cell = |both: &Competence, sweep: Option<&Sweep>| {
                    spoken(
                        both,
                        |size| *shown(both, sweep, size, index(place.0, place.1)),
                        place,
                    )
                };
                heard.set(untrack(|| board.read(cell)).unwrap_or_default());
            }
            None if is_control => return,
            None => match key.as_str() {
                "Enter" | " " => board.choose(now),
                "+" | "=" => view.update(|view| *view = view.zoomed(0.5, now)),
                "-" => view.update(|view| *view = view.zoomed(2.0, now)),
                "0" => view.set(GridView::all()),
                _ => return,
            },
        }
        event.prevent_default();
    };
    let on_point = Callback::new(move |place| cursor.set(place));
    let on_choose = Callback::new(move |place| board.choose(place));
    let panel = move |size: Option<Size>| {
        let (data_name, title, class) = match size {
            Some(Size::Large) => ("large", name(Size::Large), "large-ink"),
            Some(Size::Small) => ("small", name(Size::Small), "small-ink"),
            None => ("difference", t!("map-who-is-right"), ""),
        };
        view! {
            <div class="map-panel">
                <p class=format!("panel-title {class}")>{title}</p>
                <MapPlot drawing=drawing(board, size) view cursor=cursor.into() on_point on_choose theme name=data_name />
            </div>
        }
    };
    let place = move || {
        let (a, b) = cursor.get();
        format!("{a},{b}")
    };
    view! {
        <div
            class="map-board"
            role="group"
            tabindex="0"
            aria-label=t!("map-board")
            data-part="map-board"
            data-cursor=place
            on:keydown=on_key
        >
            {panel(Some(Size::Large))}
            {panel(Some(Size::Small))}
            {panel(None)}
        </div>
        <p class="hidden" aria-live="polite" data-part="map-spoken">{heard}</p>
    }
    .into_any()
}

/// The view of the training square.
pub(in crate::sections) fn training_view() -> GridView {
    GridView::square(TRAINED_OPERAND_MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(problem: &str, place: Option<Place>) {
        assert_eq!(place_of(&problem.parse().unwrap()), place);
    }

    #[test]
    fn a_product_of_two_has_a_place() {
        check("67 × 89 mod 7", Some((67, 89)));
        check("-67 × 200 mod 7", Some((-67, 200)));
        check("67 × 201 mod 7", None);
        check("67 + 89 mod 7", None);
        check("67 × 89 + 1 mod 7", None);
    }
}
