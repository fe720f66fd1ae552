//! Whether a model that answers at once has residues on a circle: its residual stream at the answer, averaged by the residue of
//! the product, and the Fourier spectrum of these means along the residues.
//!
//! Along a*b mod m, a model that adds angles would show few frequencies. Multiplication turns into addition along the discrete
//! logarithm, so there the residues that have one (those prime to m, where they are the powers of one of them) are
//! looked at in that order too.

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_pcg::Pcg64Mcg;
use serde::{Deserialize, Serialize};

use super::fetching::round;
use crate::family::TRAINED_OPERAND_MAX;
use crate::problem::Problem;

/// In how many random orders the residues are looked at for comparison.
const N_ORDERS: usize = 200;
/// Of the random orders and of the shuffled residues.
const SEED: u64 = 40_000;

/// Along what the residues are put in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// 0, 1, 2, ...: what addition turns.
    Residue,
    /// 1, g, g^2, ...: what multiplication turns.
    Logarithm,
}

/// The means of one layer's residual stream by residue, for one modulus.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Circle {
    /// The modulus.
    pub modulus: i64,
    /// The order of the residues.
    pub order: Order,
    /// 0 before the first layer, and then after each.
    pub layer: usize,
    /// The residues in their order.
    pub residues: Vec<i64>,
    /// How many problems have such a residue.
    pub problems: usize,
    /// Of the variance of the stream over these problems, the share that lies between the means, 0 to 1.
    pub between: f64,
    /// The same with the residues dealt out to the problems at random.
    pub between_shuffled: f64,
    /// The share of the variance of the means at each frequency, from 1 to half the number of residues; together 1.
    pub spectrum: Vec<f64>,
    /// The largest share of any frequency when the residues are put in random orders: nineteen of twenty are below it.
    pub spectrum_shuffled: f64,
    /// Where the means lie in the plane of the strongest frequency; the farthest is 1 away from the middle.
    pub points: Vec<(f64, f64)>,
}

/// All products of two numbers as in training, with a modulus.
pub fn operands_of_all(modulus: i64) -> Vec<Problem> {
    let all = 0..=TRAINED_OPERAND_MAX;
    let pairs = all.clone().flat_map(|a| all.clone().map(move |b| [a, b]));
    pairs
        .filter_map(|operands| Problem::usual(&operands, modulus))
        .collect()
}

/// The orders of the residues of a modulus, each with its residues; the logarithm's only where it has more than two.
pub fn orders(modulus: i64) -> Vec<(Order, Vec<i64>)> {
    let mut found = vec![(Order::Residue, (0..modulus).collect())];
    let gcd = |a: i64| (1..=a).rev().find(|d| a % d == 0 && modulus % d == 0);
    let n_units = (1..modulus).filter(|&a| gcd(a) == Some(1)).count();
    let powers = |generator: i64| {
        let next = |power: &i64| Some(power * generator % modulus).filter(|next| *next != 1);
        std::iter::successors(Some(1), next).collect::<Vec<i64>>()
    };
    let is_unit = |a: &i64| gcd(*a) == Some(1);
    let mut all = (2..modulus).filter(is_unit).map(powers);
    let logarithm = all.find(|powers| powers.len() == n_units && n_units > 2);
    found.extend(logarithm.map(|powers| (Order::Logarithm, powers)));
    found
}

/// Averages vectors by residue. Each vector belongs to the residue of the same place in `residues_of`; those of residues that
/// are not in the order are left out.
pub fn circle(
    modulus: i64,
    layer: usize,
    (order, residues): &(Order, Vec<i64>),
    vectors: &[Vec<f32>],
    residues_of: &[i64],
) -> Circle {
    let place = |residue: &i64| residues.iter().position(|known| known == residue);
    let placed = vectors.iter().zip(residues_of);
    let placed: Vec<(&Vec<f32>, usize)> = placed
        .filter_map(|(vector, of)| Some((vector, place(of)?)))
        .collect();
    let mut rng = Pcg64Mcg::seed_from_u64(SEED);
    let mut shuffled: Vec<usize> = placed.iter().map(|(_, place)| *place).collect();
    shuffled.shuffle(&mut rng);
    let by_chance = placed.iter().zip(shuffled);
    let by_chance: Vec<_> = by_chance
        .map(|((vector, _), place)| (*vector, place))
        .collect();
    let (means, between) = means(&placed, residues.len());
    let (_, between_shuffled) = self::means(&by_chance, residues.len());
    let found = spectrum(&means);
    let mut largest: Vec<f64> = (0..N_ORDERS)
        .map(|_| {
            let mut means = means.clone();
            means.shuffle(&mut rng);
            spectrum(&means).into_iter().fold(0.0, f64::max)
        })
        .collect();
    largest.sort_by(f64::total_cmp);
    let strongest = (0..found.len()).max_by(|&one, &other| found[one].total_cmp(&found[other]));
    Circle {
        modulus,
        order: *order,
        layer,
        residues: residues.clone(),
        problems: placed.len(),
        between: round(between),
        between_shuffled: round(between_shuffled),
        points: points(&means, strongest.unwrap_or(0) + 1),
        spectrum: found.into_iter().map(round).collect(),
        spectrum_shuffled: round(largest[N_ORDERS * 19 / 20]),
    }
}

/// The mean of each place less the mean of these means, and the share of the variance that lies between places.
fn means(placed: &[(&Vec<f32>, usize)], n_places: usize) -> (Vec<Vec<f64>>, f64) {
    let width = placed.first().map_or(0, |(vector, _)| vector.len());
    let mut sums = vec![vec![0.0; width]; n_places];
    let mut counts = vec![0.0; n_places];
    for (vector, place) in placed {
        counts[*place] += 1.0;
        for (sum, number) in sums[*place].iter_mut().zip(*vector) {
            *sum += f64::from(*number);
        }
    }
    let n: f64 = counts.iter().sum::<f64>().max(1.0);
    let whole: Vec<f64> = (0..width)
        .map(|at| sums.iter().map(|sum| sum[at]).sum::<f64>() / n)
        .collect();
    for (sum, count) in sums.iter_mut().zip(&counts) {
        sum.iter_mut()
            .for_each(|number| *number /= f64::max(*count, 1.0));
    }
    let square = |vector: &mut dyn Iterator<Item = f64>| vector.map(|x| x * x).sum::<f64>();
    let apart = |mean: &Vec<f64>| square(&mut mean.iter().zip(&whole).map(|(x, y)| x - y));
    let between: f64 = sums
        .iter()
        .zip(&counts)
        .map(|(mean, n)| n * apart(mean))
        .sum();
    let all =
        |vector: &Vec<f32>| square(&mut vector.iter().zip(&whole).map(|(x, y)| f64::from(*x) - y));
    let total: f64 = placed.iter().map(|(vector, _)| all(vector)).sum();
    for at in 0..width {
        let middle = sums.iter().map(|mean| mean[at]).sum::<f64>() / n_places as f64;
        sums.iter_mut().for_each(|mean| mean[at] -= middle);
    }
    (sums, if total > 0.0 { between / total } else { 0.0 })
}

/// The cosine and the sine part of one frequency along the means, each a vector.
fn waves(means: &[Vec<f64>], frequency: usize) -> [Vec<f64>; 2] {
    let width = means.first().map_or(0, Vec::len);
    let mut waves = [vec![0.0; width], vec![0.0; width]];
    for (place, mean) in means.iter().enumerate() {
        let angle = std::f64::consts::TAU * (frequency * place) as f64 / means.len() as f64;
        for (wave, factor) in waves.iter_mut().zip([angle.cos(), angle.sin()]) {
            for (sum, number) in wave.iter_mut().zip(mean) {
                *sum += factor * number;
            }
        }
    }
    waves
}

/// The share of each frequency from 1 to half the number of means.
fn spectrum(means: &[Vec<f64>]) -> Vec<f64> {
    let n = means.len();
    let power = |frequency: usize| {
        let squares = waves(means, frequency);
        let sum: f64 = squares.iter().flatten().map(|x| x * x).sum();
        // Every frequency but the last of an even number has a mirror image.
        if 2 * frequency == n { sum } else { 2.0 * sum }
    };
    let powers: Vec<f64> = (1..=n / 2).map(power).collect();
    let total: f64 = powers.iter().sum();
    let share = |power: f64| if total > 0.0 { power / total } else { 0.0 };
    powers.into_iter().map(share).collect()
}

/// The means in the plane of a frequency.
fn points(means: &[Vec<f64>], frequency: usize) -> Vec<(f64, f64)> {
    let dot = |one: &[f64], other: &[f64]| one.iter().zip(other).map(|(x, y)| x * y).sum::<f64>();
    let unit = |vector: &[f64]| {
        let length = dot(vector, vector).sqrt();
        let scale = if length > 1e-9 { 1.0 / length } else { 0.0 };
        vector.iter().map(|x| x * scale).collect::<Vec<f64>>()
    };
    let [cosine, sine] = waves(means, frequency);
    let first = unit(&cosine);
    let along = dot(&sine, &first);
    let upright: Vec<f64> = sine
        .iter()
        .zip(&first)
        .map(|(x, y)| x - along * y)
        .collect();
    let second = unit(&upright);
    let found = means
        .iter()
        .map(|mean| (dot(mean, &first), dot(mean, &second)));
    let found: Vec<(f64, f64)> = found.collect();
    let farthest = found.iter().map(|(x, y)| x.hypot(*y)).fold(1e-12, f64::max);
    found
        .into_iter()
        .map(|(x, y)| (round(x / farthest), round(y / farthest)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_units_of_a_prime_have_logarithms() {
        let logarithm = |modulus| orders(modulus).get(1).map(|(_, powers)| powers.clone());
        assert_eq!(logarithm(7), Some(vec![1, 3, 2, 6, 4, 5]));
        assert_eq!(logarithm(9), Some(vec![1, 2, 4, 8, 7, 5]));
        // The units of 8 are no powers of one of them; those of 3 and 4 are only two.
        assert_eq!(
            [logarithm(3), logarithm(4), logarithm(8)],
            [None, None, None]
        );
        assert_eq!(orders(4)[0], (Order::Residue, vec![0, 1, 2, 3]));
    }

    /// Residues on a circle that goes round `turns` times, in two of three channels, with noise in the third.
    fn on_a_circle(modulus: i64, turns: f64) -> (Vec<Vec<f32>>, Vec<i64>) {
        let residues: Vec<i64> = (0..50 * modulus).map(|idx| idx % modulus).collect();
        let vector = |(idx, residue): (usize, &i64)| {
            let angle = std::f64::consts::TAU * turns * *residue as f64 / modulus as f64;
            let noise = ((idx * 37 + 11) % 101) as f32 / 101.0 - 0.5;
            vec![angle.cos() as f32 + 3.0, angle.sin() as f32, noise]
        };
        (residues.iter().enumerate().map(vector).collect(), residues)
    }

    #[test]
    fn a_circle_is_found_at_its_frequency() {
        let (vectors, residues) = on_a_circle(7, 2.0);
        let order = orders(7).remove(0);
        let found = circle(7, 4, &order, &vectors, &residues);
        assert_eq!((found.problems, found.spectrum.len()), (350, 3));
        assert!(found.spectrum[1] > 0.99, "{found:?}");
        assert!(found.spectrum_shuffled < 0.99, "{found:?}");
        assert!(
            found.between > 0.9 && found.between_shuffled < 0.1,
            "{found:?}"
        );
        for (x, y) in found.points {
            assert!((x.hypot(y) - 1.0).abs() < 0.05);
        }
    }

    #[test]
    fn nothing_is_found_where_nothing_is() {
        let order = orders(5).remove(0);
        let residues: Vec<i64> = (0..20).map(|idx| idx % 5).collect();
        let found = circle(5, 0, &order, &vec![vec![1.0; 3]; 20], &residues);
        assert_eq!((found.between, found.spectrum), (0.0, vec![0.0, 0.0]));
        assert_eq!(found.points, vec![(0.0, 0.0); 5]);
    }

    #[test]
    fn all_products_are_listed() {
        let all = operands_of_all(7);
        assert_eq!(
            (all.len(), all[208].to_string()),
            (10_000, "2 × 8 mod 7".into())
        );
    }
}
