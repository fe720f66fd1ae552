//! The geometry of a vector as a strip of cells: in each a bar, upward for a positive number and downward for a negative one. Pure.

/// The size of a cell, in the drawing's own units.
pub const CELL: f64 = 10.0;
/// The height of the strip.
pub const HEIGHT: f64 = 36.0;
/// The share of its cell that a bar fills.
const FILL: f64 = 0.8;

/// One bar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StripBar {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

/// The bars of some numbers. A number as large as `most`, or larger, fills half of the height; what is no number has no bar.
pub fn strip(numbers: &[f32], most: f32) -> Vec<StripBar> {
    let bar = |(idx, &number): (usize, &f32)| {
        let share = f64::from(number) / f64::from(most.max(f32::MIN_POSITIVE));
        let share = if share.is_finite() {
            share.clamp(-1.0, 1.0)
        } else {
            0.0
        };
        let height = share.abs() * HEIGHT / 2.0;
        StripBar {
            x: (idx as f64 + (1.0 - FILL) / 2.0) * CELL,
            y: if share > 0.0 {
                HEIGHT / 2.0 - height
            } else {
                HEIGHT / 2.0
            },
            width: CELL * FILL,
            height,
        }
    };
    numbers.iter().enumerate().map(bar).collect()
}

/// The largest size of a number in some vectors.
pub fn largest<'a>(vectors: impl IntoIterator<Item = &'a [f32]>) -> f32 {
    let sizes = vectors.into_iter().flatten().map(|number| number.abs());
    sizes.filter(|size| size.is_finite()).fold(0.0, f32::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_go_up_and_down_and_no_further() {
        let bars = strip(&[1.0, -2.0, 0.0, 9.0, f32::NAN], 2.0);
        let heights: Vec<f64> = bars.iter().map(|bar| bar.height).collect();
        assert_eq!(heights, [9.0, 18.0, 0.0, 18.0, 0.0]);
        assert_eq!((bars[0].y, bars[1].y, bars[3].y), (9.0, 18.0, 0.0));
        assert_eq!(bars[1].x, 11.0);
        assert!(strip(&[1.0], 0.0)[0].height <= HEIGHT);
    }

    #[test]
    fn the_largest_is_that_of_all() {
        assert_eq!(largest([&[1.0, -3.0][..], &[2.0, f32::NAN][..]]), 3.0);
        assert_eq!(largest([]), 0.0);
    }
}
