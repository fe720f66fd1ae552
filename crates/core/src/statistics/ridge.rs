//! A linear probe: ridge regression of vectors on classes, and the class that a probe reads off a vector.
//!
//! Hoerl and Kennard 1970, in closed form: the weights minimise the squared error on one number a class, 1 for the right one and 0 for
//! the others, plus `RIDGE` times their own squares. Only additions, products, divisions and square roots: the same bits everywhere.

/// The weight of the penalty, for each vector that is fitted; the constant is not penalised.
const RIDGE: f64 = 1e-4;

/// Weights of a probe: for each class, one number a coordinate, and a constant at the end.
#[derive(Debug, Clone, PartialEq)]
pub struct LinearProbe {
    /// By class.
    pub weights: Vec<Vec<f32>>,
}

impl LinearProbe {
    /// Fits vectors, all of one width, with their classes, each below `n_classes`. `None` where there is nothing to fit, or a class or a width
    /// is off.
    pub fn fit(vectors: &[&[f32]], classes: &[usize], n_classes: usize) -> Option<LinearProbe> {
        let width = vectors.first()?.len();
        let fits = vectors.len() == classes.len()
            && vectors.iter().all(|vector| vector.len() == width)
            && classes.iter().all(|&class| class < n_classes);
        if !fits {
            return None;
        }
        let n = width + 1;
        let row = |vector: &[f32]| -> Vec<f64> {
            let numbers = vector.iter().map(|&x| f64::from(x));
            numbers.chain([1.0]).collect()
        };
        let mut moments = vec![vec![0.0; n]; n];
        let mut sums = vec![vec![0.0; n]; n_classes];
        for (vector, &class) in vectors.iter().zip(classes) {
            let row = row(vector);
            for (x, moments) in row.iter().zip(&mut moments) {
                for (y, moment) in row.iter().zip(moments) {
                    *moment += x * y;
                }
            }
            for (x, sum) in row.iter().zip(&mut sums[class]) {
                *sum += x;
            }
        }
        for (idx, moments) in moments.iter_mut().enumerate() {
            // The smallest part for the constant keeps the matrix invertible when a coordinate never changes.
            let share = if idx < width { RIDGE } else { 1e-9 };
            moments[idx] += share * vectors.len() as f64;
        }
        let lower = cholesky(&moments)?;
        let weights = sums
            .iter()
            .map(|sums| solve(&lower, sums).into_iter().map(|x| x as f32).collect());
        Some(LinearProbe {
            weights: weights.collect(),
        })
    }

    /// The class that a vector is read as, the first of equals; `None` where the widths differ.
    pub fn read(&self, vector: &[f32]) -> Option<usize> {
        let mut best = None;
        for class in 0..self.weights.len() {
            let score = self.score(class, vector)?;
            if best.is_none_or(|(_, most)| score > most) {
                best = Some((class, score));
            }
        }
        best.map(|(class, _)| class)
    }

    /// How much a vector looks like one of a class: about 1 for it and 0 for others. `None` where the widths differ or there is no such class.
    pub fn score(&self, class: usize, vector: &[f32]) -> Option<f32> {
        let (constant, weights) = self.weights.get(class)?.split_last()?;
        let terms = weights.iter().zip(vector);
        (weights.len() == vector.len())
            .then(|| terms.fold(*constant, |sum, (weight, x)| sum + weight * x))
    }
}

/// The lower triangle L with L L^T = `matrix`, which is symmetric; `None` where it is not positive definite.
fn cholesky(matrix: &[Vec<f64>]) -> Option<Vec<Vec<f64>>> {
    let n = matrix.len();
    let mut lower = vec![vec![0.0; n]; n];
    for row in 0..n {
        for column in 0..=row {
            let products = (0..column).map(|idx| lower[row][idx] * lower[column][idx]);
            let left = matrix[row][column] - products.sum::<f64>();
            lower[row][column] = match row == column {
                true if left > 0.0 => left.sqrt(),
                true => return None,
                false => left / lower[column][column],
            };
        }
    }
    Some(lower)
}

/// Solves L L^T x = `right`.
fn solve(lower: &[Vec<f64>], right: &[f64]) -> Vec<f64> {
    let n = right.len();
    let mut x = right.to_vec();
    for row in 0..n {
        let known: f64 = (0..row).map(|idx| lower[row][idx] * x[idx]).sum();
        x[row] = (x[row] - known) / lower[row][row];
    }
    for row in (0..n).rev() {
        let known: f64 = (row + 1..n).map(|idx| lower[idx][row] * x[idx]).sum();
        x[row] = (x[row] - known) / lower[row][row];
    }
    x
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_linear_is_found_and_what_is_not_there_is_not() {
        let vectors: Vec<Vec<f32>> = (0..300)
            .map(|idx| {
                let (class, other) = (idx % 3, idx * 7 % 11);
                vec![class as f32 + 5.0, (class * class) as f32, other as f32]
            })
            .collect();
        let rows: Vec<&[f32]> = vectors.iter().map(Vec::as_slice).collect();
        let classes: Vec<usize> = (0..300).map(|idx| idx % 3).collect();
        let probe = LinearProbe::fit(&rows, &classes, 3).unwrap();
        let n_right = |classes: &[usize], probe: &LinearProbe| {
            let read = rows.iter().zip(classes);
            read.filter(|(row, class)| probe.read(row) == Some(**class))
                .count()
        };
        assert_eq!(n_right(&classes, &probe), 300);
        let score = probe.score(2, &[7.0, 4.0, 0.0]).unwrap();
        assert!((score - 1.0).abs() < 0.05, "{score}");
        // Classes that have nothing to do with the vectors.
        let unrelated: Vec<usize> = (0..300).map(|idx| idx / 3 * 5 % 7 % 3).collect();
        let probe = LinearProbe::fit(&rows, &unrelated, 3).unwrap();
        assert!(n_right(&unrelated, &probe) < 200);
    }

    #[test]
    fn the_solution_solves() {
        let matrix = [vec![4.0, 2.0], vec![2.0, 3.0]];
        let lower = cholesky(&matrix).unwrap();
        let x = solve(&lower, &[8.0, 7.0]);
        assert!((4.0 * x[0] + 2.0 * x[1] - 8.0).abs() < 1e-12);
        assert!((2.0 * x[0] + 3.0 * x[1] - 7.0).abs() < 1e-12);
        assert_eq!(cholesky(&[vec![0.0]]), None);
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        assert_eq!(LinearProbe::fit(&[], &[], 2), None);
        assert_eq!(LinearProbe::fit(&[&[1.0]], &[2], 2), None);
        assert_eq!(LinearProbe::fit(&[&[1.0], &[1.0, 2.0]], &[0, 1], 2), None);
        let probe = LinearProbe::fit(&[&[1.0], &[2.0]], &[0, 1], 2).unwrap();
        assert_eq!(probe.read(&[1.0, 2.0]), None);
        assert_eq!(probe.score(0, &[1.0, 2.0]), None);
        assert_eq!(probe.score(2, &[1.0]), None);
    }
}
