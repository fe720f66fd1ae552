//! The geometry of a line plot of shares over updates, with its labels at the ends of the lines. Pure.

use std::fmt::Write;

use super::scale::{Scale, attribute, ticks};

/// The size of the drawing, in its own units.
pub const WIDTH: f64 = 520.0;
pub const HEIGHT: f64 = 230.0;
/// Room for the axis labels at the left and below, and for the names of the lines at the right.
pub const LEFT: f64 = 48.0;
pub const RIGHT: f64 = 140.0;
pub const TOP: f64 = 12.0;
pub const BOTTOM: f64 = 42.0;
/// Names of lines keep this distance.
const LABEL_HEIGHT: f64 = 17.0;

/// One line: shares at updates, in order of update.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// What stands at its end.
    pub name: String,
    /// The class that gives it its stroke.
    pub class: &'static str,
    /// (update, share), in order of update.
    pub points: Vec<(f64, f64)>,
}

impl Line {
    /// The share at the last update not after `update`.
    pub fn at(&self, update: f64) -> Option<f64> {
        self.points
            .iter()
            .rev()
            .find(|(x, _)| *x <= update)
            .map(|(_, share)| *share)
    }
}

/// The scales of a plot whose x axis ends at `last`.
pub fn scales(last: f64) -> (Scale, Scale) {
    let x = Scale {
        domain: (0.0, last.max(1.0)),
        range: (LEFT, WIDTH - RIGHT),
    };
    let y = Scale {
        domain: (0.0, 1.0),
        range: (HEIGHT - BOTTOM, TOP),
    };
    (x, y)
}

/// The last update of any line; 0 where there is none.
pub fn last_update(lines: &[Line]) -> f64 {
    lines
        .iter()
        .filter_map(|line| line.points.last())
        .map(|(x, _)| *x)
        .fold(0.0, f64::max)
}

/// The updates named on the x axis.
pub fn x_ticks(last: f64) -> Vec<f64> {
    ticks(last, 6)
}

/// The shares named on the y axis.
pub const Y_TICKS: [f64; 3] = [0.0, 0.5, 1.0];

/// The `d` of a path through the points. Empty without points.
pub fn path(points: &[(f64, f64)], x: Scale, y: Scale) -> String {
    let mut path = String::new();
    for (idx, &(update, share)) in points.iter().enumerate() {
        let command = if idx == 0 { 'M' } else { 'L' };
        write!(
            path,
            "{command}{} {}",
            attribute(x.at(update)),
            attribute(y.at(share))
        )
        .expect("writing to a String cannot fail");
    }
    path
}

/// Where the names of the lines stand: at the height of their ends, moved apart where they would overlap.
pub fn label_heights(lines: &[Line], y: Scale) -> Vec<f64> {
    let wanted: Vec<f64> = lines
        .iter()
        .map(|line| y.at(line.points.last().map_or(0.0, |(_, share)| *share)))
        .collect();
    let mut order: Vec<usize> = (0..lines.len()).collect();
    order.sort_by(|&a, &b| wanted[a].total_cmp(&wanted[b]));
    let mut heights = wanted.clone();
    for pair in 1..order.len() {
        let above = heights[order[pair - 1]];
        heights[order[pair]] = heights[order[pair]].max(above + LABEL_HEIGHT);
    }
    // What was pushed below the axis goes up again, and what is in its way with it.
    let mut floor = HEIGHT - BOTTOM;
    for &idx in order.iter().rev() {
        heights[idx] = heights[idx].min(floor);
        floor = heights[idx] - LABEL_HEIGHT;
    }
    heights
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(points: &[(f64, f64)]) -> Line {
        Line {
            name: "line".into(),
            class: "line",
            points: points.to_vec(),
        }
    }

    #[test]
    fn a_path_goes_through_its_points() {
        let x = Scale {
            domain: (0.0, 10.0),
            range: (0.0, 100.0),
        };
        let y = Scale {
            domain: (0.0, 1.0),
            range: (50.0, 0.0),
        };
        assert_eq!(
            path(&[(0.0, 0.0), (5.0, 0.5), (10.0, 1.0)], x, y),
            "M0 50L50 25L100 0"
        );
        assert_eq!(path(&[], x, y), "");
    }

    #[test]
    fn a_line_knows_its_share_between_measurements() {
        let line = line(&[(0.0, 0.1), (5.0, 0.6)]);
        assert_eq!(
            [line.at(0.0), line.at(4.0), line.at(99.0)],
            [Some(0.1), Some(0.1), Some(0.6)]
        );
        assert_eq!(self::line(&[]).at(3.0), None);
    }

    #[test]
    fn names_do_not_overlap_and_stay_on_the_plot() {
        let (_, y) = scales(10.0);
        let lines = [
            line(&[(10.0, 1.0)]),
            line(&[(10.0, 1.0)]),
            line(&[(10.0, 0.0)]),
            line(&[(10.0, 0.01)]),
        ];
        let mut heights = label_heights(&lines, y);
        heights.sort_by(f64::total_cmp);
        assert!(
            heights
                .windows(2)
                .all(|pair| pair[1] - pair[0] >= LABEL_HEIGHT - 1e-9),
            "{heights:?}"
        );
        assert!(
            heights
                .iter()
                .all(|height| (TOP..=HEIGHT - BOTTOM).contains(height)),
            "{heights:?}"
        );
        assert!(label_heights(&[], y).is_empty());
    }

    #[test]
    fn the_axis_ends_with_the_last_update() {
        assert_eq!(
            last_update(&[line(&[(0.0, 0.0), (150.0, 1.0)]), line(&[])]),
            150.0
        );
        assert_eq!(last_update(&[]), 0.0);
    }
}
