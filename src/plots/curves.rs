//! The geometry of a plot of many curves over the same axes, which fit what is shown. Pure.

use super::scale::{Scale, attribute, ticks};

/// The size of the drawing, in its own units.
pub const WIDTH: f64 = 340.0;
pub const HEIGHT: f64 = 200.0;
/// Room for the axis labels at the left and below.
pub const LEFT: f64 = 46.0;
pub const RIGHT: f64 = 14.0;
pub const TOP: f64 = 12.0;
pub const BOTTOM: f64 = 42.0;

/// One curve.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    /// The classes that give it its stroke.
    pub class: String,
    /// In order of x, which is never negative.
    pub points: Vec<(f64, f64)>,
}

/// A measured point, with how far it may be off.
#[derive(Debug, Clone, PartialEq)]
pub struct PointMark {
    /// The class that gives it its fill and stroke.
    pub class: &'static str,
    pub x: f64,
    pub y: f64,
    /// From the lowest to the highest that it may be. `None`: it is exact.
    pub interval: Option<(f64, f64)>,
    /// Drawn hollow.
    pub is_open: bool,
}

/// The axes of a plot.
#[derive(Debug, Clone, PartialEq)]
pub struct Axes {
    pub x: Scale,
    pub y: Scale,
    pub x_ticks: Vec<f64>,
    /// The numbers with their labels.
    pub y_ticks: Vec<(f64, String)>,
}

/// The axes that hold all curves and marks, and x as far as `x_end`. Shares have all from 0 to 1; other numbers begin at 0
/// too, or below where they do.
pub fn axes(curves: &[Curve], marks: &[PointMark], is_share: bool, x_end: f64) -> Axes {
    let points = || {
        let of_curves = curves.iter().flat_map(|curve| curve.points.iter().copied());
        let points = of_curves.chain(marks.iter().map(|mark| (mark.x, mark.y)));
        points.filter(|(x, y)| x.is_finite() && y.is_finite())
    };
    let last = points().map(|(x, _)| x).fold(x_end, f64::max);
    let highest = points().map(|(_, y)| y).fold(0.0, f64::max);
    let lowest = points().map(|(_, y)| y).fold(0.0, f64::min);
    let named = if is_share {
        [0.0, 0.5, 1.0].to_vec()
    } else {
        ticks(highest, 3)
    };
    let top = named.last().copied().unwrap_or(0.0).max(highest);
    let label = |number: f64| match is_share {
        true => format!("{:.0}%", number * 100.0),
        false => attribute(number),
    };
    Axes {
        x: Scale {
            domain: (0.0, last.max(1.0)),
            range: (LEFT, WIDTH - RIGHT),
        },
        y: Scale {
            domain: (lowest, if top > lowest { top } else { 1.0 }),
            range: (HEIGHT - BOTTOM, TOP),
        },
        x_ticks: ticks(last, 4),
        y_ticks: named
            .into_iter()
            .map(|number| (number, label(number)))
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn curve(points: &[(f64, f64)]) -> Curve {
        Curve {
            class: String::new(),
            points: points.to_vec(),
        }
    }

    #[track_caller]
    fn check(points: &[(f64, f64)], is_share: bool, domain: (f64, f64), labels: &[&str]) {
        let found = axes(&[curve(points), curve(&[])], &[], is_share, 0.0);
        let found_labels: Vec<&str> = found.y_ticks.iter().map(|(_, label)| &**label).collect();
        assert_eq!((found.y.domain, &*found_labels), (domain, labels));
    }

    #[test]
    fn the_axis_fits_what_is_shown() {
        let shares = ["0%", "50%", "100%"];
        check(&[(0.0, 0.2), (9.0, 0.4)], true, (0.0, 1.0), &shares);
        check(&[(0.0, -0.1), (9.0, 1.2)], true, (-0.1, 1.2), &shares);
        check(
            &[(0.0, 16.0), (9.0, 41.0)],
            false,
            (0.0, 41.0),
            &["0", "20", "40"],
        );
        check(&[(0.0, 0.26)], false, (0.0, 0.26), &["0", "0.1", "0.2"]);
    }

    #[test]
    fn nothing_to_show_is_no_failure() {
        check(&[], true, (0.0, 1.0), &["0%", "50%", "100%"]);
        check(&[(1.0, f64::NAN)], false, (0.0, 1.0), &["0"]);
        assert_eq!(axes(&[], &[], false, 0.0).x.domain, (0.0, 1.0));
    }

    #[test]
    fn the_last_point_is_at_the_right_end() {
        let axes = axes(&[curve(&[(0.0, 0.0), (150.0, 1.0)])], &[], true, 0.0);
        assert_eq!(axes.x.at(150.0), WIDTH - RIGHT);
        assert_eq!(axes.x_ticks, [0.0, 50.0, 100.0, 150.0]);
    }

    #[test]
    fn marks_and_what_is_still_to_come_have_their_place() {
        let mark = PointMark {
            class: "",
            x: 20.0,
            y: 7.0,
            interval: None,
            is_open: true,
        };
        let axes = axes(&[], &[mark], false, 100.0);
        assert_eq!((axes.x.domain, axes.y.domain), ((0.0, 100.0), (0.0, 7.0)));
    }
}
