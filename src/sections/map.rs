//! The competence map: what both models do on every problem a × b, inside and outside what they were trained on.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use syw_core::card::Size;
use syw_core::family::TRAINED_OPERAND_MAX;
use syw_core::map::{N_CELLS, index, is_on_map, is_right, operands, problem_at};
use syw_core::{Operator, Problem};

use super::failure::once_here;
use super::map_controls::{Legend, Moduli, Shades, Zoom};
use super::map_detail::Detail;
use super::map_export::Exports;
use super::map_failures::Failures;
use super::map_sweep::SweepPanel;
use super::map_words::{SIZES, caption, finding, name, spoken};
use crate::competence::Competence;
use crate::components::{Near, go_to};
use crate::plots::MapPlot;
use crate::plots::grid::{GridView, Place, walk};
use crate::plots::map_plot::{Drawing, Strokes};
use crate::plots::palette::{Palette, Rgb};
use crate::shade::{Pairing, Shade};
use crate::state::PageState;
use crate::sweep::Sweep;

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
            <h2 id="map-title">"Where each of them is right"</h2>
            <p class="measure">
                "Training showed the models products of numbers from 0 to 99. Here is what they do on all of these, and far beyond: three digits, "
                "negative numbers. Choose a cell, and its problem is set above."
            </p>
            <Near on_near=Callback::new(move |()| is_near.set(true))>{figure}</Near>
        </section>
    }
}

/// What is chosen on the board; it is gone with the figure.
#[derive(Clone, Copy)]
pub struct Board {
    pub(super) state: PageState,
    pub(super) view: RwSignal<GridView>,
    pub(super) cursor: RwSignal<Place>,
}

impl Board {
    /// Reads the published maps, and the sweep over them if there is one. `None` while there are none.
    pub(super) fn read<T>(self, read: impl FnOnce(&Competence, Option<&Sweep>) -> T) -> Option<T> {
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
    pub(super) fn choose(self, (a, b): Place) {
        if let Some(problem) = problem_at(a, b, self.state.maps.modulus.get_untracked()) {
            self.state.set_problem(problem);
            go_to("#duel");
        }
    }
}

/// The cell that is shown: the live one where there is one, else the published one.
pub(super) fn shown<'a>(
    both: &'a Competence,
    sweep: Option<&'a Sweep>,
    size: Size,
    idx: usize,
) -> &'a syw_core::map::Cell {
    let live = sweep.and_then(|sweep| sweep.cell(size, idx));
    live.unwrap_or_else(|| both.cell(size, idx))
}

/// Whether a cell waits for a sweep that is under way, by models.
fn is_awaited(sweep: Option<&Sweep>, idx: usize, sizes: &[Size]) -> bool {
    sweep.is_some_and(|sweep| {
        let (a, b) = operands(idx);
        sweep.state.is_under_way()
            && sweep.area.contains(a, b)
            && sizes.iter().any(|&size| sweep.cell(size, idx).is_none())
    })
}

/// Colours by level, for all cells at once: for what is there and for what waits for a sweep.
fn ramp(palette: Palette, hue: Rgb) -> [Vec<Rgb>; 2] {
    let colours = (0..=LEVELS).map(|step| palette.cell(hue, step as f64 / LEVELS as f64));
    let colours: Vec<Rgb> = colours.collect();
    let faded = colours
        .iter()
        .map(|colour| palette.faded(*colour))
        .collect();
    [colours, faded]
}

/// Steps of lightness that are told apart.
const LEVELS: usize = 100;

fn colours_of_model(board: Board, size: Size, shade: Shade, palette: Palette) -> Vec<Rgb> {
    let hue = match size {
        Size::Large => palette.large,
        Size::Small => palette.small,
    };
    let ramp = ramp(palette, hue);
    let all = board.read(|both, sweep| {
        let colour = |idx| {
            let cell = shown(both, sweep, size, idx);
            let level = shade.level(operands(idx), both.modulus, cell);
            let is_awaited = is_awaited(sweep, idx, &[size]);
            ramp[usize::from(is_awaited)][(level * LEVELS as f64 + 0.5) as usize]
        };
        (0..N_CELLS).map(colour).collect()
    });
    all.unwrap_or_default()
}

fn pairing(both: &Competence, sweep: Option<&Sweep>, idx: usize) -> Pairing {
    let (a, b) = operands(idx);
    let [large, small] = SIZES.map(|size| {
        let answer = shown(both, sweep, size, idx).answer;
        is_right(a, b, both.modulus, answer)
    });
    Pairing::of(large, small)
}

fn colours_of_difference(board: Board, palette: Palette) -> Vec<Rgb> {
    let colours = Pairing::ALL.map(|pairing| palette.pairing(pairing));
    let colours = [colours, colours.map(|colour| palette.faded(colour))];
    let all = board.read(|both, sweep| {
        let colour = |idx| {
            let is_awaited = is_awaited(sweep, idx, &SIZES);
            colours[usize::from(is_awaited)][pairing(both, sweep, idx) as usize]
        };
        (0..N_CELLS).map(colour).collect()
    });
    all.unwrap_or_default()
}

/// What one of the three maps draws: that of a model, or of both (`None`).
pub(super) fn drawing(board: Board, size: Option<Size>) -> Drawing {
    let state = board.state;
    let colours = Callback::new(move |palette: Palette| match size {
        Some(size) => colours_of_model(board, size, state.maps.shade.get_untracked(), palette),
        None => colours_of_difference(board, palette),
    });
    let strokes = Callback::new(move |(a, b): Place| {
        let idx = index(a, b);
        let strokes = board.read(|both, sweep| {
            let ring = both.is_held_out(idx);
            let (falling, rising) = match size {
                Some(size) => {
                    let answer = shown(both, sweep, size, idx).answer;
                    (!is_right(a, b, both.modulus, answer), false)
                }
                None => pairing(both, sweep, idx).strokes(),
            };
            Strokes {
                falling,
                rising,
                ring,
            }
        });
        strokes.unwrap_or_default()
    });
    let label = Signal::derive(move || {
        let of_model = |size: Size| {
            board.read(|both, _| {
                let all = both.tally(size, syw_core::map::Region::All).share();
                let share = crate::components::format::percent(all);
                format!("Map of {}: right on {share} of all problems", name(size))
            })
        };
        match size {
            Some(size) => of_model(size).unwrap_or_default(),
            None => "Map of the difference between GPT large and GPT small".into(),
        }
    });
    let track = Callback::new(move |()| {
        state.maps.published.track();
        state.maps.sweep.track();
        if size.is_some() {
            state.maps.shade.track();
        }
    });
    Drawing {
        track,
        colours,
        strokes,
        label,
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
    let of_files = move |read: fn(&Competence) -> String| {
        move || board.read(|both, _| read(both)).unwrap_or_default()
    };
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
            <div class="map-columns">
                <Detail board />
                <SweepPanel board />
            </div>
            <figcaption data-part="map-caption">{of_files(caption)}</figcaption>
            <Exports board />
            <Failures board />
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
            Some(Size::Large) => ("large", "GPT large", "large-ink"),
            Some(Size::Small) => ("small", "GPT small", "small-ink"),
            None => ("difference", "Who is right", ""),
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
            aria-label="Maps of all problems. Arrow keys move by one number, with Shift by ten; Enter sets the problem; plus and minus zoom."
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
pub(super) fn training_view() -> GridView {
    GridView::square(TRAINED_OPERAND_MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::competence::tests::example;
    use syw_core::map::{Area, Cell};

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

    #[test]
    fn live_cells_take_the_place_of_published_ones() {
        let both = example();
        let mut sweep = Sweep::new(7, Area { a: 0..=9, b: 0..=9 });
        let (idx, other) = (index(0, 0), index(1, 1));
        let live = Cell {
            answer: Some(3),
            ..Cell::default()
        };
        sweep.take(Size::Large, idx, live, both.cell(Size::Large, idx));
        assert_eq!(shown(&both, Some(&sweep), Size::Large, idx), &live);
        assert_eq!(
            shown(&both, Some(&sweep), Size::Small, idx),
            both.cell(Size::Small, idx)
        );
        assert_eq!(pairing(&both, Some(&sweep), idx), Pairing::OnlySmall);
        assert_eq!(pairing(&both, None, idx), Pairing::Both);
        assert!(!is_awaited(Some(&sweep), idx, &[Size::Large]));
        assert!(is_awaited(Some(&sweep), other, &[Size::Large]));
        assert!(!is_awaited(Some(&sweep), index(50, 50), &[Size::Large]));
        sweep.set_state(crate::sweep::SweepState::Cancelled, 0.0);
        assert!(!is_awaited(Some(&sweep), other, &[Size::Large]));
    }
}
