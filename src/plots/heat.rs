//! Shares as the strength of a colour, in steps that the style sheet knows. Pure.

/// The steps above none.
const N_STEPS: f64 = 10.0;

/// The class of a share: `heat-0` to `heat-10`. Shares outside 0 to 1 are brought inside.
pub fn heat_class(share: f64) -> String {
    let share = if share.is_nan() {
        0.0
    } else {
        share.clamp(0.0, 1.0)
    };
    format!("heat heat-{}", (share * N_STEPS).round())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_become_steps() {
        for (share, class) in [
            (0.0, "heat heat-0"),
            (0.04, "heat heat-0"),
            (0.05, "heat heat-1"),
            (0.97, "heat heat-10"),
            (1.7, "heat heat-10"),
            (-0.3, "heat heat-0"),
            (f64::NAN, "heat heat-0"),
        ] {
            assert_eq!(heat_class(share), class, "{share}");
        }
    }
}
