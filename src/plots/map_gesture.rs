//! What pointers do on a map: point, choose, drag, pinch. Pure: positions in, what is meant out.

use super::grid::{GridView, Place};

/// A pointer that has moved less than this, in CSS pixels, has not been dragged.
const SLACK: f64 = 5.0;

type Point = (f64, f64);

/// What a movement of a pointer means.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Outcome {
    Nothing,
    Point(Place),
    /// A mouse was clicked. A finger only points, for it cannot look before it chooses.
    Choose(Place),
    View(GridView),
}

/// The pointers that are down.
#[derive(Debug, Clone, Default)]
pub struct Gesture {
    /// Each with where it went down and where it is.
    pointers: Vec<(i32, Point, Point)>,
    begun: Option<GridView>,
    is_dragged: bool,
}

fn distance((x, y): Point, (other_x, other_y): Point) -> f64 {
    (x - other_x).hypot(y - other_y)
}

impl Gesture {
    /// A pointer went down while `view` was shown.
    pub fn down(&mut self, id: i32, at: Point, view: GridView) {
        self.is_dragged &= !self.pointers.is_empty();
        self.pointers.retain(|(known, ..)| *known != id);
        self.pointers.push((id, at, at));
        // A second finger begins a pinch from what is shown by then.
        for (_, from, now) in &mut self.pointers {
            *from = *now;
        }
        self.begun = Some(view);
    }

    /// A pointer moved, down or not, over a canvas of `size` CSS pixels that shows `view`.
    pub fn moved(
        &mut self,
        id: i32,
        at: Point,
        size: f64,
        view: GridView,
        is_mouse: bool,
    ) -> Outcome {
        let Some(pointer) = self.pointers.iter_mut().find(|(known, ..)| *known == id) else {
            return match is_mouse {
                true => Outcome::Point(view.cell_at(at, size)),
                false => Outcome::Nothing,
            };
        };
        pointer.2 = at;
        let Some(begun) = self.begun else {
            return Outcome::Nothing;
        };
        match self.pointers.as_slice() {
            [(_, from, now)] => {
                self.is_dragged |= distance(*from, *now) > SLACK;
                let by = (now.0 - from.0, now.1 - from.1);
                let dragged = begun.dragged(by, size);
                match self.is_dragged && dragged != view {
                    true => Outcome::View(dragged),
                    false => Outcome::Nothing,
                }
            }
            [(_, from, now), (_, other_from, other_now), ..] => {
                self.is_dragged = true;
                let (before, after) = (distance(*from, *other_from), distance(*now, *other_now));
                if before < 1.0 || after < 1.0 {
                    return Outcome::Nothing;
                }
                let middle = ((from.0 + other_from.0) / 2.0, (from.1 + other_from.1) / 2.0);
                let zoomed = begun.zoomed(before / after, begun.cell_at(middle, size));
                match zoomed != view {
                    true => Outcome::View(zoomed),
                    false => Outcome::Nothing,
                }
            }
            [] => Outcome::Nothing,
        }
    }

    /// A pointer went up.
    pub fn up(&mut self, id: i32, at: Point, size: f64, view: GridView, is_mouse: bool) -> Outcome {
        let was_down = self.pointers.iter().any(|(known, ..)| *known == id);
        self.forget(id);
        match (was_down && !self.is_dragged, is_mouse) {
            (false, _) => Outcome::Nothing,
            (true, true) => Outcome::Choose(view.cell_at(at, size)),
            (true, false) => Outcome::Point(view.cell_at(at, size)),
        }
    }

    /// A pointer is gone without having gone up.
    pub fn forget(&mut self, id: i32) {
        self.pointers.retain(|(known, ..)| *known != id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const VIEW: GridView = GridView {
        a: 0,
        b: 0,
        span: 50,
    };

    #[test]
    fn a_mouse_points_and_chooses() {
        let mut gesture = Gesture::default();
        let pointed = gesture.moved(1, (5.0, 495.0), 500.0, VIEW, true);
        assert_eq!(pointed, Outcome::Point((0, 0)));
        gesture.down(1, (25.0, 495.0), VIEW);
        let moved = gesture.moved(1, (27.0, 495.0), 500.0, VIEW, true);
        assert_eq!(moved, Outcome::Nothing);
        let chosen = gesture.up(1, (27.0, 495.0), 500.0, VIEW, true);
        assert_eq!(chosen, Outcome::Choose((2, 0)));
    }

    #[test]
    fn a_finger_only_points() {
        let mut gesture = Gesture::default();
        gesture.down(1, (25.0, 495.0), VIEW);
        let pointed = gesture.up(1, (25.0, 495.0), 500.0, VIEW, false);
        assert_eq!(pointed, Outcome::Point((2, 0)));
        let moved = gesture.moved(1, (25.0, 495.0), 500.0, VIEW, false);
        assert_eq!(moved, Outcome::Nothing);
    }

    #[test]
    fn a_drag_moves_and_chooses_nothing() {
        let mut gesture = Gesture::default();
        gesture.down(1, (100.0, 100.0), VIEW);
        let dragged = gesture.moved(1, (50.0, 100.0), 500.0, VIEW, true);
        assert_eq!(dragged, Outcome::View(GridView { a: 5, ..VIEW }));
        let ended = gesture.up(1, (50.0, 100.0), 500.0, VIEW, true);
        assert_eq!(ended, Outcome::Nothing);
        gesture.down(1, (50.0, 100.0), VIEW);
        let chosen = gesture.up(1, (50.0, 100.0), 500.0, VIEW, true);
        assert_eq!(chosen, Outcome::Choose((5, 39)));
    }

    #[test]
    fn two_fingers_zoom() {
        let mut gesture = Gesture::default();
        gesture.down(1, (200.0, 250.0), VIEW);
        gesture.down(2, (300.0, 250.0), VIEW);
        gesture.moved(1, (150.0, 250.0), 500.0, VIEW, false);
        let zoomed = gesture.moved(2, (350.0, 250.0), 500.0, VIEW, false);
        let Outcome::View(zoomed) = zoomed else {
            panic!("{zoomed:?}")
        };
        assert_eq!(zoomed.span, 25);
        for id in [1, 2] {
            let ended = gesture.up(id, (150.0, 250.0), 500.0, zoomed, false);
            assert_eq!(ended, Outcome::Nothing);
        }
    }
}
