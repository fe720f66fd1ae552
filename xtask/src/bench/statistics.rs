//! The middle of a few measurements and how far they lie apart.

/// The quartiles of some measurements.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Quartiles {
    pub(super) lower: f64,
    pub(super) median: f64,
    pub(super) upper: f64,
}

impl Quartiles {
    /// Between two measurements, in proportion. `None` where there is no measurement.
    pub(super) fn of(values: &[f64]) -> Option<Quartiles> {
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        let at = |share: f64| {
            let place = share * (sorted.len() - 1) as f64;
            let (below, above) = (place.floor() as usize, place.ceil() as usize);
            sorted[below] + (sorted[above] - sorted[below]) * place.fract()
        };
        (!values.is_empty()).then(|| Quartiles {
            lower: at(0.25),
            median: at(0.5),
            upper: at(0.75),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(values: &[f64], expected: Option<[f64; 3]>) {
        let expected = expected.map(|[lower, median, upper]| Quartiles {
            lower,
            median,
            upper,
        });
        assert_eq!(Quartiles::of(values), expected);
    }

    #[test]
    fn quartiles() {
        check(&[], None);
        check(&[7.0], Some([7.0, 7.0, 7.0]));
        check(&[3.0, 1.0], Some([1.5, 2.0, 2.5]));
        check(&[9.0, 1.0, 5.0], Some([3.0, 5.0, 7.0]));
        check(&[4.0, 1.0, 3.0, 2.0, 5.0], Some([2.0, 3.0, 4.0]));
    }
}
