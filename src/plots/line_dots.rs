//! The geometry of some numbers as dots on an axis, with a line that they have to reach. Pure.

use super::scale::Scale;

/// The size of the drawing, in its own units.
pub const WIDTH: f64 = 400.0;
pub const HEIGHT: f64 = 34.0;
/// Room at both ends, so that a dot at an end is whole.
const SIDE: f64 = 6.0;
/// Up to this size, differences are small.
const SMALL: f64 = 0.25;
/// From row to row of dots.
const ROW: f64 = 11.0;

/// Which numbers an axis is for.
pub fn domain(values: &[f64], threshold: f64) -> (f64, f64) {
    let all = || {
        values
            .iter()
            .copied()
            .chain([threshold])
            .filter(|it| it.is_finite())
    };
    let (low, high) = (all().fold(0.0, f64::min), all().fold(0.0, f64::max));
    // Small differences have an axis of their own.
    if high <= SMALL && low >= -SMALL && (low < 0.0 || threshold < SMALL / 2.0) {
        return (-SMALL, SMALL);
    }
    match (low < 0.0, high > 1.0) {
        (false, false) => (0.0, 1.0),
        (true, false) if low >= -1.0 => (-1.0, 1.0),
        _ => (low * 1.1, high * 1.1),
    }
}

/// From a number to its place.
pub fn x(domain: (f64, f64)) -> Scale {
    Scale {
        domain,
        range: (SIDE, WIDTH - SIDE),
    }
}

/// The places of dots: published ones in the upper row, those of here in the lower one.
pub fn dots(values: &[f64], domain: (f64, f64), is_lower: bool) -> Vec<(f64, f64)> {
    let y = HEIGHT / 2.0 + if is_lower { ROW / 2.0 } else { -ROW / 2.0 };
    let finite = values.iter().filter(|value| value.is_finite());
    finite.map(|value| (x(domain).at(*value), y)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_has_room_for_all() {
        let check = |values: &[f64], threshold, expected| {
            assert_eq!(domain(values, threshold), expected);
        };
        check(&[0.2, 0.9], 0.5, (0.0, 1.0));
        check(&[-0.2, 0.9], 0.5, (-1.0, 1.0));
        check(&[-0.02, 0.1], 0.05, (-0.25, 0.25));
        check(&[0.0, 0.13], 0.02, (-0.25, 0.25));
        check(&[0.24, 0.24], 0.2, (0.0, 1.0));
        check(&[10.0], 5.0, (0.0, 11.0));
        check(&[f64::NAN], 0.5, (0.0, 1.0));
        assert_eq!(dots(&[f64::NAN], (0.0, 1.0), false), []);
        let found = dots(&[0.0, 1.0], (0.0, 1.0), true);
        assert_eq!((found[0].0, found[1].0), (SIDE, WIDTH - SIDE));
        assert!(found[0].1 > HEIGHT / 2.0);
    }
}
