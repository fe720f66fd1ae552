//! What is drawn of each cell of the three maps: live or published, its colour, its strokes.

use leptos::prelude::*;
use syw_core::card::Size;
use syw_core::map::{Cell, N_CELLS, Region, index, is_right, operands};

use crate::competence::Competence;
use crate::components::format::percent;
use crate::plots::grid::Place;
use crate::plots::map_paint::Strokes;
use crate::plots::map_plot::Drawing;
use crate::plots::palette::{Palette, Rgb};
use crate::sections::map::Board;
use crate::sections::map::words::{SIZES, name};
use crate::shade::{Pairing, Shade};
use crate::sweep::Sweep;
use crate::t;

/// The cell that is shown: the live one where there is one, else the published one.
pub(in crate::sections) fn shown<'a>(
    both: &'a Competence,
    sweep: Option<&'a Sweep>,
    size: Size,
    idx: usize,
) -> &'a Cell {
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
pub(in crate::sections) fn drawing(board: Board, size: Option<Size>) -> Drawing {
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
            board.published(|both| {
                let all = both.tally(size, Region::All).share();
                let share = percent(all);
                t!("map-of-model", model = name(size), share = share)
            })
        };
        match size {
            Some(size) => of_model(size).unwrap_or_default(),
            None => t!("map-of-difference"),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::competence::tests::example;
    use crate::sweep::SweepState;
    use syw_core::map::Area;

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
        sweep.set_state(SweepState::Cancelled, 0.0);
        assert!(!is_awaited(Some(&sweep), other, &[Size::Large]));
    }
}
