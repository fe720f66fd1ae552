//! The geometry of one of several small plots side by side: shares over sizes on a logarithmic scale, one line for each
//! series, with a gap where nothing was measured. Pure.

use std::fmt::Write;

use super::scale::{Scale, attribute};

/// The size of the drawing, in its own units.
pub const WIDTH: f64 = 340.0;
pub const HEIGHT: f64 = 222.0;
/// Room for the shares at the left, and for two rows of sizes and the name of the axis below.
pub const LEFT: f64 = 44.0;
pub const RIGHT: f64 = 10.0;
pub const TOP: f64 = 12.0;
pub const BOTTOM: f64 = 56.0;
/// Between the ends of the axis and the outermost sizes.
const INSET: f64 = 16.0;
/// How far apart the marks of two series stand at the same size.
const DODGE: f64 = 11.0;
/// How far from a mark a pointer may be to mean it, where no other mark is nearer.
const REACH: f64 = 12.0;
/// A mark keeps at least this much for the pointer, however close its neighbours are.
const MIN_REACH: f64 = 3.0;
/// The width of a character of a tick's label, and the room between two labels.
const CHARACTER: f64 = 7.0;
const BETWEEN_LABELS: f64 = 5.0;
/// How far above and below a mark a pointer may be to mean it.
pub const REACH_Y: f64 = 12.0;
/// From row to row of the labels.
const ROW_HEIGHT: f64 = 14.0;

/// The shares named on the y axis.
pub const Y_TICKS: [f64; 3] = [0.0, 0.5, 1.0];

/// All that one plot shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Panel {
    /// The sizes on the x axis, smallest first.
    pub sizes: Vec<Size>,
    pub series: Vec<Series>,
    /// What the plot shows, in words made from the same numbers.
    pub summary: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Size {
    /// Above 0.
    pub number: f64,
    /// What stands below the axis.
    pub label: String,
}

/// One line of a plot.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// The class that gives it its stroke.
    pub class: &'static str,
    pub shape: MarkShape,
    /// One for each size; `None` where nothing was measured.
    pub marks: Vec<Option<Mark>>,
    /// The single measurements behind the marks: the index of the size, and the share.
    pub dots: Vec<(usize, f64)>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// 0 to 1.
    pub share: f64,
    /// Drawn hollow.
    pub is_open: bool,
    /// What it is, for readers who do not see it.
    pub name: String,
}

/// How the marks of a series are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkShape {
    Circle,
    Diamond,
}

/// A mark, by the indices of its series and its size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub series: usize,
    pub size: usize,
}

impl Panel {
    fn x(&self) -> Scale {
        let logs = self.sizes.iter().map(|size| size.number.log10());
        let (low, high) = logs.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), log| {
            (low.min(log), high.max(log))
        });
        Scale {
            domain: (low, high),
            range: (LEFT + INSET, WIDTH - RIGHT - INSET),
        }
    }

    /// Where a size stands on the axis.
    pub fn x_of(&self, size: usize) -> f64 {
        self.x().at(self.sizes[size].number.log10())
    }

    /// Where a share of a series stands: beside the size, so that two series never cover each other.
    pub fn position(&self, place: Place, share: f64) -> (f64, f64) {
        let middle = (self.series.len() as f64 - 1.0) / 2.0;
        let beside = (place.series as f64 - middle) * DODGE;
        (self.x_of(place.size) + beside, y().at(share))
    }

    /// Where a pointer means a mark: from x to x, never as far as the marks beside it.
    pub fn reach(&self, place: Place) -> (f64, f64) {
        let (x, _) = self.position(place, 0.0);
        let outermost = DODGE * (self.series.len() as f64 - 1.0) / 2.0;
        let to_size = |other: Option<usize>| {
            let other = other.filter(|other| *other < self.sizes.len());
            let gap = other.map(|other| (self.x_of(other) - self.x_of(place.size)).abs());
            gap.map_or(REACH, |gap| (gap / 2.0 - outermost).clamp(MIN_REACH, REACH))
        };
        let left = match place.series {
            0 => to_size(place.size.checked_sub(1)),
            _ => DODGE / 2.0,
        };
        let right = match place.series + 1 == self.series.len() {
            true => to_size(Some(place.size + 1)),
            false => DODGE / 2.0,
        };
        (x - left, x + right)
    }

    pub fn mark(&self, place: Place) -> Option<&Mark> {
        self.series
            .get(place.series)?
            .marks
            .get(place.size)?
            .as_ref()
    }

    /// The places of all marks, series by series.
    pub fn places(&self) -> Vec<Place> {
        let of_series = |(series, of): (usize, &Series)| {
            let sizes = 0..of.marks.len();
            sizes.map(|size| Place { series, size }).collect::<Vec<_>>()
        };
        let all = self.series.iter().enumerate().flat_map(of_series);
        all.filter(|place| self.mark(*place).is_some()).collect()
    }

    /// The `d` of the line of a series, interrupted where nothing was measured.
    pub fn path(&self, series: usize) -> String {
        let mut path = String::new();
        let mut is_drawn = false;
        for (size, mark) in self.series[series].marks.iter().enumerate() {
            if let Some(mark) = mark {
                let (x, y) = self.position(Place { series, size }, mark.share);
                let command = if is_drawn { 'L' } else { 'M' };
                write!(path, "{command}{} {}", attribute(x), attribute(y))
                    .expect("writing to a String cannot fail");
            }
            is_drawn = mark.is_some();
        }
        path
    }

    /// Where the label of each size stands: in the second row where the first has no room.
    pub fn tick_places(&self) -> Vec<(f64, f64)> {
        let mut ends = [f64::NEG_INFINITY; 2];
        let first_row = HEIGHT - BOTTOM + 17.0;
        let of_one = |idx| {
            let x = self.x_of(idx);
            let half = self.sizes[idx].label.chars().count() as f64 * CHARACTER / 2.0;
            let row = usize::from(x - half < ends[0] + BETWEEN_LABELS);
            ends[row] = x + half;
            (x, first_row + row as f64 * ROW_HEIGHT)
        };
        (0..self.sizes.len()).map(of_one).collect()
    }
}

/// The scale of shares.
pub fn y() -> Scale {
    Scale {
        domain: (0.0, 1.0),
        range: (HEIGHT - BOTTOM, TOP),
    }
}

/// Where a key leads from a mark: along its series, or to the nearest size of another one. `None` for other keys.
pub fn walk(panel: &Panel, from: Place, key: &str) -> Option<Place> {
    let places = panel.places();
    let along = |series: usize| places.iter().copied().filter(move |to| to.series == series);
    let nearest = |series: usize| along(series).min_by_key(|to| to.size.abs_diff(from.size));
    let found = match key {
        "ArrowRight" => along(from.series).find(|to| to.size > from.size),
        "ArrowLeft" => along(from.series).rfind(|to| to.size < from.size),
        "ArrowUp" => from.series.checked_sub(1).and_then(nearest),
        "ArrowDown" => nearest(from.series + 1),
        "Home" => along(from.series).next(),
        "End" => along(from.series).next_back(),
        _ => return None,
    };
    Some(found.unwrap_or(from))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn series(shares: &[Option<f64>]) -> Series {
        let mark = |share: &Option<f64>| {
            share.map(|share| Mark {
                share,
                is_open: false,
                name: String::new(),
            })
        };
        Series {
            class: "",
            shape: MarkShape::Circle,
            marks: shares.iter().map(mark).collect(),
            dots: Vec::new(),
        }
    }

    fn panel(sizes: &[f64], of: &[&[Option<f64>]]) -> Panel {
        let size = |number: &f64| Size {
            number: *number,
            label: number.to_string(),
        };
        Panel {
            sizes: sizes.iter().map(size).collect(),
            series: of.iter().map(|shares| series(shares)).collect(),
            summary: String::new(),
        }
    }

    #[test]
    fn sizes_stand_by_their_logarithm() {
        let panel = panel(&[10.0, 100.0, 1000.0], &[]);
        let (first, last) = (LEFT + INSET, WIDTH - RIGHT - INSET);
        assert_eq!(
            [0, 1, 2].map(|size| panel.x_of(size)),
            [first, (first + last) / 2.0, last]
        );
    }

    #[test]
    fn what_was_not_measured_is_a_gap() {
        let found = panel(
            &[10.0, 100.0, 1000.0, 10_000.0],
            &[&[Some(0.0), Some(1.0), None, Some(0.5)], &[None; 4]],
        );
        let path = found.path(0);
        assert_eq!(path.matches('M').count(), 2, "{path}");
        assert_eq!(path.matches('L').count(), 1, "{path}");
        assert_eq!(found.path(1), "");
        assert_eq!(found.places().len(), 3);
    }

    #[test]
    fn series_stand_side_by_side() {
        let panel = panel(&[10.0, 100.0], &[&[Some(1.0), None], &[Some(1.0), None]]);
        let at = |series| panel.position(Place { series, size: 0 }, 1.0);
        assert_eq!(at(1).0 - at(0).0, DODGE);
        assert_eq!((at(0).1, at(1).1), (TOP, TOP));
    }

    #[test]
    fn no_two_marks_are_meant_at_one_place() {
        let all = [Some(0.5); 3];
        let panel = panel(&[1000.0, 2000.0, 100_000.0], &[&all, &all]);
        let mut reaches: Vec<(f64, f64)> = panel
            .places()
            .into_iter()
            .map(|place| panel.reach(place))
            .collect();
        reaches.sort_by(|a, b| a.0.total_cmp(&b.0));
        assert!(reaches.iter().all(|(left, right)| right - left > 8.0));
        assert!(
            reaches.windows(2).all(|pair| pair[0].1 <= pair[1].0 + 1e-9),
            "{reaches:?}"
        );
    }

    #[track_caller]
    fn check_walk(from: (usize, usize), key: &str, expected: Option<(usize, usize)>) {
        let panel = panel(
            &[10.0, 100.0, 1000.0],
            &[&[Some(0.1), None, Some(0.3)], &[None, Some(0.5), Some(0.6)]],
        );
        let from = Place {
            series: from.0,
            size: from.1,
        };
        let found = walk(&panel, from, key).map(|to| (to.series, to.size));
        assert_eq!(found, expected, "{key} from {from:?}");
    }

    #[test]
    fn arrows_walk_from_mark_to_mark() {
        check_walk((0, 0), "ArrowRight", Some((0, 2)));
        check_walk((0, 2), "ArrowRight", Some((0, 2)));
        check_walk((0, 2), "ArrowLeft", Some((0, 0)));
        check_walk((0, 0), "ArrowDown", Some((1, 1)));
        check_walk((1, 2), "ArrowUp", Some((0, 2)));
        check_walk((0, 0), "ArrowUp", Some((0, 0)));
        check_walk((1, 2), "Home", Some((1, 1)));
        check_walk((0, 0), "End", Some((0, 2)));
        check_walk((0, 0), "Tab", None);
    }

    #[test]
    fn labels_of_close_sizes_do_not_touch() {
        let sizes = [1000.0, 1100.0, 2000.0, 100_000.0];
        let panel = panel(&sizes, &[]);
        let rows: Vec<f64> = panel.tick_places().iter().map(|(_, y)| *y).collect();
        assert_eq!(rows[1] - rows[0], ROW_HEIGHT);
        assert_eq!((rows[2], rows[3]), (rows[0], rows[0]));
    }
}
