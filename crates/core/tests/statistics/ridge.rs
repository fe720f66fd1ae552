//! The probe's weights are where the penalised squared error is least.

use proptest::prelude::*;
use syw_core::statistics::LinearProbe;

use crate::{check, inputs};

/// The weight of the penalty for each vector.
const RIDGE: f64 = 1e-4;

/// Vectors with their classes, some coordinates nearly the same as others.
fn sample() -> impl Strategy<Value = (Vec<Vec<f32>>, Vec<usize>)> {
    let sizes = (1..60_usize, 1..9_usize);
    sizes.prop_flat_map(|(n, width)| {
        let vectors = prop::collection::vec(prop::collection::vec(-3.0..3.0_f32, width), n);
        (vectors, prop::collection::vec(0..4_usize, n), 0.0..2.0_f32).prop_map(
            |(mut vectors, classes, apart)| {
                for (vector, &class) in vectors.iter_mut().zip(&classes) {
                    vector[0] += class as f32;
                    let copied = vector[0];
                    let last = vector.last_mut().expect("a vector has a coordinate");
                    *last = copied + apart * (*last - copied);
                }
                (vectors, classes)
            },
        )
    })
}

/// A vector with a 1 at its end, for the constant.
fn with_constant(vector: &[f32]) -> Vec<f64> {
    let numbers = vector.iter().map(|&x| f64::from(x));
    numbers.chain([1.0]).collect()
}

proptest! {
    #![proptest_config(inputs(300))]

    /// A convex function is least where nothing that it depends on changes it. What may be left of the slope is what rounding
    /// the weights to `f32` does to it, and the pull on the constant, a thousand millionth of it.
    #[test]
    fn the_error_cannot_fall((vectors, classes) in sample()) {
        let rows: Vec<Vec<f64>> = vectors.iter().map(|vector| with_constant(vector)).collect();
        let fitted: Vec<&[f32]> = vectors.iter().map(Vec::as_slice).collect();
        let probe = LinearProbe::fit(&fitted, &classes, 4).unwrap();
        for (class, weights) in probe.weights.iter().enumerate() {
            let weights: Vec<f64> = weights.iter().map(|&weight| f64::from(weight)).collect();
            let (constant, penalised) = (weights.len() - 1, &weights[..weights.len() - 1]);
            for idx in 0..=constant {
                let terms = rows.iter().zip(&classes).map(|(row, &of)| {
                    let wanted = f64::from(u8::from(of == class));
                    let products = || row.iter().zip(&weights).map(|(x, weight)| x * weight);
                    let size: f64 = products().map(f64::abs).sum();
                    (row[idx] * (products().sum::<f64>() - wanted), row[idx].abs() * size)
                });
                let (slopes, sizes): (Vec<f64>, Vec<f64>) = terms.unzip();
                let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
                let slope = mean(&slopes) + RIDGE * penalised.get(idx).unwrap_or(&0.0);
                let rounding = f64::from(f32::EPSILON) * mean(&sizes) + 1e-9 * weights[constant].abs();
                check(Some(slope), Some(0.0), rounding + 1e-12);
            }
        }
    }

    /// What is read off is the class with the highest score, and the score is the weighted sum.
    #[test]
    fn the_highest_score_is_read((vectors, classes) in sample()) {
        let rows: Vec<&[f32]> = vectors.iter().map(Vec::as_slice).collect();
        let probe = LinearProbe::fit(&rows, &classes, 4).unwrap();
        for row in rows {
            let scores: Vec<f32> = (0..4).map(|class| probe.score(class, row).unwrap()).collect();
            let read = probe.read(row).unwrap();
            prop_assert!(scores.iter().all(|&score| score <= scores[read]));
            prop_assert!(scores[..read].iter().all(|&score| score < scores[read]));
        }
    }
}
