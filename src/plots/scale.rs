//! From numbers to positions: linear scales and round ticks. Pure.

/// Maps a domain of numbers onto a range of positions, linearly. Either may run downwards.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    pub domain: (f64, f64),
    pub range: (f64, f64),
}

impl Scale {
    /// The position of a number. A domain without extent maps to the middle of the range.
    pub fn at(self, number: f64) -> f64 {
        let (from, to) = self.domain;
        let (start, end) = self.range;
        if from == to {
            return (start + end) / 2.0;
        }
        start + (number - from) / (to - from) * (end - start)
    }
}

/// Round numbers from 0 up to `max`, at most `n_max` steps apart: steps of 1, 2 or 5 times a power of ten.
pub fn ticks(max: f64, n_max: usize) -> Vec<f64> {
    if max.is_nan() || max <= 0.0 || n_max == 0 {
        return vec![0.0];
    }
    let rough = max / n_max as f64;
    let power = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|factor| factor * power)
        .find(|step| *step >= rough * (1.0 - 1e-9))
        .unwrap_or(10.0 * power);
    let n_steps = (max / step + 1e-9).floor() as usize;
    (0..=n_steps).map(|idx| idx as f64 * step).collect()
}

/// A position as an SVG attribute: two decimals, none where they are zero.
pub fn attribute(position: f64) -> String {
    let text = format!("{position:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_are_linear_and_may_run_downwards() {
        let down = Scale {
            domain: (0.0, 1.0),
            range: (100.0, 20.0),
        };
        assert_eq!(
            [0.0, 0.5, 1.0].map(|number| down.at(number)),
            [100.0, 60.0, 20.0]
        );
        let flat = Scale {
            domain: (3.0, 3.0),
            range: (0.0, 10.0),
        };
        assert_eq!(flat.at(3.0), 5.0);
    }

    #[test]
    fn ticks_are_round() {
        assert_eq!(ticks(150.0, 5), [0.0, 50.0, 100.0, 150.0]);
        assert_eq!(ticks(150.0, 6), [0.0, 50.0, 100.0, 150.0]);
        assert_eq!(ticks(1.0, 4), [0.0, 0.5, 1.0]);
        assert_eq!(ticks(7.0, 10), [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]);
        assert_eq!(ticks(0.0, 4), [0.0]);
        assert_eq!(ticks(f64::NAN, 4), [0.0]);
    }

    #[test]
    fn attributes_are_short() {
        assert_eq!(attribute(3.0), "3");
        assert_eq!(attribute(-0.25), "-0.25");
        assert_eq!(attribute(1.0 / 3.0), "0.33");
    }
}
