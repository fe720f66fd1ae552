//! The geometry of a map on a square canvas: which cells are in view, where each lies, which one is under a point, and what
//! zooming, dragging and keys do. Whole cells only, so that what is in view is a rectangle of problems. Pure.

use syw_core::map::{Area, FIRST, LAST, SIDE};

/// The fewest cells across that a view shows.
pub const MIN_SPAN: i64 = 9;
/// Cells from the training square to the border of its view.
const MARGIN: i64 = 3;
/// How far the arrow keys go with Shift.
const STRIDE: i64 = 10;
/// Cells at least this wide, in pixels of the canvas, have room for strokes.
pub const STROKE_WIDTH: f64 = 7.0;

/// Both operands of a cell.
pub type Place = (i64, i64);

/// The part of a map that is shown: a square of whole cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GridView {
    /// The smallest first operand, at the left.
    pub a: i64,
    /// The smallest second operand, at the bottom.
    pub b: i64,
    /// Cells on each side.
    pub span: i64,
}

impl GridView {
    /// The whole map.
    pub fn all() -> GridView {
        GridView {
            a: FIRST,
            b: FIRST,
            span: SIDE as i64,
        }
    }

    /// The square of problems with operands from 0 to `max`, with a margin.
    pub fn square(max: i64) -> GridView {
        GridView {
            a: -MARGIN,
            b: -MARGIN,
            span: max + 1 + 2 * MARGIN,
        }
        .kept_on_map()
    }

    fn kept_on_map(self) -> GridView {
        let span = self.span.clamp(MIN_SPAN, SIDE as i64);
        let keep = |first: i64| first.clamp(FIRST, LAST + 1 - span);
        GridView {
            a: keep(self.a),
            b: keep(self.b),
            span,
        }
    }

    /// The cells in view.
    pub fn area(self) -> Area {
        Area {
            a: self.a..=self.a + self.span - 1,
            b: self.b..=self.b + self.span - 1,
        }
    }

    pub fn contains(self, (a, b): Place) -> bool {
        self.area().contains(a, b)
    }

    /// The width of a cell on a canvas of this size.
    pub fn cell_width(self, size: f64) -> f64 {
        size / self.span as f64
    }

    /// The left upper corner of a cell on a canvas of this size. The second operand grows upwards.
    pub fn corner(self, (a, b): Place, size: f64) -> (f64, f64) {
        let width = self.cell_width(size);
        let x = (a - self.a) as f64 * width;
        let y = (self.b + self.span - 1 - b) as f64 * width;
        (x, y)
    }

    /// The cell under a point of the canvas; the nearest one for a point outside.
    pub fn cell_at(self, (x, y): (f64, f64), size: f64) -> Place {
        let width = self.cell_width(size);
        let steps = |distance: f64| ((distance / width).floor() as i64).clamp(0, self.span - 1);
        (self.a + steps(x), self.b + self.span - 1 - steps(y))
    }

    /// The view after a drag by so many pixels, from where it began.
    pub fn dragged(self, (x, y): (f64, f64), size: f64) -> GridView {
        let width = self.cell_width(size);
        GridView {
            a: self.a - (x / width).round() as i64,
            b: self.b + (y / width).round() as i64,
            ..self
        }
        .kept_on_map()
    }

    /// The view with `factor` times as many cells across; a cell stays where it is as far as the map allows.
    pub fn zoomed(self, factor: f64, (a, b): Place) -> GridView {
        let scaled = (self.span as f64 * factor).round() as i64;
        // A step is one cell at least.
        let span = match factor < 1.0 {
            true => scaled.min(self.span - 1),
            false => scaled.max(self.span + 1),
        };
        let span = span.clamp(MIN_SPAN, SIDE as i64);
        let place = |first: i64, cell: i64| {
            let share = (cell - first) as f64 / self.span as f64;
            cell - (share * span as f64).round() as i64
        };
        GridView {
            a: place(self.a, a),
            b: place(self.b, b),
            span,
        }
        .kept_on_map()
        .showing((a, b))
    }

    /// The view moved as little as it takes to show a cell.
    pub fn showing(self, (a, b): Place) -> GridView {
        let reach = |first: i64, cell: i64| first.clamp(cell + 1 - self.span, cell);
        GridView {
            a: reach(self.a, a),
            b: reach(self.b, b),
            ..self
        }
        .kept_on_map()
    }
}

/// Where a key leads from a cell. `None` for a key that leads nowhere.
pub fn walk((a, b): Place, key: &str, is_shift: bool, is_control: bool) -> Option<Place> {
    let step = if is_shift { STRIDE } else { 1 };
    let (a, b) = match (key, is_control) {
        ("ArrowRight", false) => (a + step, b),
        ("ArrowLeft", false) => (a - step, b),
        ("ArrowUp", false) => (a, b + step),
        ("ArrowDown", false) => (a, b - step),
        ("PageUp", false) => (a, b + STRIDE),
        ("PageDown", false) => (a, b - STRIDE),
        ("Home", false) => (FIRST, b),
        ("End", false) => (LAST, b),
        ("Home", true) => (FIRST, LAST),
        ("End", true) => (LAST, FIRST),
        _ => return None,
    };
    Some((a.clamp(FIRST, LAST), b.clamp(FIRST, LAST)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const VIEW: GridView = GridView {
        a: 0,
        b: 50,
        span: 20,
    };

    #[test]
    fn a_point_is_in_the_cell_that_is_drawn_there() {
        for place in [(0, 50), (19, 69), (7, 60)] {
            let (x, y) = VIEW.corner(place, 200.0);
            assert_eq!(VIEW.cell_at((x + 0.1, y + 0.1), 200.0), place);
            assert_eq!(VIEW.cell_at((x + 9.9, y + 9.9), 200.0), place);
        }
        assert_eq!(VIEW.corner((0, 69), 200.0), (0.0, 0.0));
        assert_eq!(VIEW.cell_at((-5.0, 900.0), 200.0), (0, 50));
    }

    #[track_caller]
    fn check(view: GridView, a: i64, b: i64, span: i64) {
        assert_eq!(view, GridView { a, b, span });
    }

    #[test]
    fn dragging_moves_whole_cells_and_stays_on_the_map() {
        check(VIEW.dragged((-10.0, 4.0), 200.0), 1, 50, 20);
        check(VIEW.dragged((0.0, 26.0), 200.0), 0, 53, 20);
        check(VIEW.dragged((9_999.0, -9_999.0), 200.0), FIRST, FIRST, 20);
        check(
            GridView::all().dragged((50.0, 50.0), 301.0),
            -100,
            -100,
            301,
        );
    }

    #[test]
    fn zooming_keeps_a_cell_in_its_place() {
        check(VIEW.zoomed(0.5, (10, 60)), 5, 55, 10);
        check(VIEW.zoomed(2.0, (10, 60)), -10, 40, 40);
        check(VIEW.zoomed(0.001, (0, 50)), 0, 50, MIN_SPAN);
        check(VIEW.zoomed(99.0, (0, 50)), FIRST, FIRST, SIDE as i64);
        let smallest = VIEW.zoomed(0.001, (0, 50));
        assert_eq!(smallest.zoomed(0.5, (3, 52)), smallest);
        for place in [(FIRST, LAST), (LAST, FIRST), (0, 0)] {
            assert!(GridView::all().zoomed(0.1, place).contains(place));
        }
    }

    #[test]
    fn a_cell_out_of_view_is_brought_into_it() {
        check(VIEW.showing((5, 55)), 0, 50, 20);
        check(VIEW.showing((20, 49)), 1, 49, 20);
        check(VIEW.showing((LAST, LAST)), 181, 181, 20);
    }

    #[test]
    fn the_training_square_lies_within_its_view() {
        let view = GridView::square(99);
        assert!(view.contains((0, 0)) && view.contains((99, 99)));
        assert_eq!(view.span, 106);
    }

    #[track_caller]
    fn check_key(from: Place, key: &str, is_shift: bool, to: Place) {
        assert_eq!(walk(from, key, is_shift, false), Some(to));
    }

    #[test]
    fn keys_walk_over_the_map() {
        check_key((0, 0), "ArrowRight", false, (1, 0));
        check_key((0, 0), "ArrowUp", false, (0, 1));
        check_key((0, 0), "ArrowLeft", true, (-10, 0));
        check_key((0, 0), "ArrowDown", true, (0, -10));
        check_key((LAST, 0), "ArrowRight", true, (LAST, 0));
        check_key((5, 5), "PageUp", false, (5, 15));
        check_key((5, 5), "Home", false, (FIRST, 5));
        check_key((5, 5), "End", false, (LAST, 5));
        assert_eq!(walk((5, 5), "Home", false, true), Some((FIRST, LAST)));
        assert_eq!(walk((5, 5), "Tab", false, false), None);
    }
}
