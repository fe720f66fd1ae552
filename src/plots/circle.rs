//! The geometry of means on a plane and of their spectrum. Pure.

use super::scale::Scale;

/// The side of the square in which the points lie.
pub const SIDE: f64 = 200.0;
/// Room around the farthest point, for its name.
const MARGIN: f64 = 22.0;
/// The size of the drawing of a spectrum, and the room below it for its names.
pub const WIDTH: f64 = 200.0;
pub const HEIGHT: f64 = 120.0;
pub const BOTTOM: f64 = 18.0;
const TOP: f64 = 16.0;
const BAR: f64 = 30.0;

/// Where points lie that are at most 1 from the middle; up is up.
pub fn places(points: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let (low, high) = (MARGIN, SIDE - MARGIN);
    let x = Scale {
        domain: (-1.0, 1.0),
        range: (low, high),
    };
    let y = Scale {
        domain: (-1.0, 1.0),
        range: (high, low),
    };
    points
        .iter()
        .map(|(across, up)| (x.at(*across), y.at(*up)))
        .collect()
}

/// An upright bar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

/// The height at which a share stands.
pub fn level(share: f64) -> f64 {
    let share = if share.is_nan() {
        0.0
    } else {
        share.clamp(0.0, 1.0)
    };
    let scale = Scale {
        domain: (0.0, 1.0),
        range: (HEIGHT - BOTTOM, TOP),
    };
    scale.at(share)
}

/// The bars of a spectrum, side by side.
pub fn bars(spectrum: &[f64]) -> Vec<Bar> {
    let slot = WIDTH / spectrum.len().max(1) as f64;
    let width = BAR.min(slot * 0.7);
    let bar = |(idx, share): (usize, &f64)| Bar {
        x: (idx as f64 + 0.5) * slot - width / 2.0,
        y: level(*share),
        width,
        height: HEIGHT - BOTTOM - level(*share),
    };
    spectrum.iter().enumerate().map(bar).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_stay_inside_and_up_is_up() {
        let found = places(&[(0.0, 0.0), (0.0, 1.0), (-1.0, 0.0)]);
        assert_eq!(found, [(100.0, 100.0), (100.0, MARGIN), (MARGIN, 100.0)]);
    }

    #[test]
    fn bars_stand_on_the_line() {
        let found = bars(&[0.25, 0.75, 7.0, f64::NAN]);
        assert_eq!(found.len(), 4);
        for bar in &found {
            assert!((bar.y + bar.height - (HEIGHT - BOTTOM)).abs() < 1e-9);
        }
        assert_eq!((found[2].y, found[3].height), (TOP, 0.0));
        assert_eq!(bars(&[]), []);
    }
}
