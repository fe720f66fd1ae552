//! Matrix products: where most of the time goes.
//!
//! A tile of the result stays in eight of the sixteen vector registers that WebAssembly has on x86: larger tiles, as in
//! most libraries, spill there. Both ways of computing a product add in the same order, so their bits are the same.

use wide::f32x8;

/// How many columns stand side by side in memory.
const COLUMNS: usize = 8;

/// A matrix, packed for being multiplied from the left.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Matrix {
    height: usize,
    width: usize,
    /// Eight columns from top to bottom, then the next eight; the last ones filled up with zeros.
    panels: Vec<[f32; COLUMNS]>,
}

impl Matrix {
    /// A matrix from its elements.
    pub(crate) fn from_fn(
        height: usize,
        width: usize,
        element: impl Fn(usize, usize) -> f32,
    ) -> Matrix {
        let panel = |first: usize| {
            let element = &element;
            (0..height).map(move |row| {
                std::array::from_fn(|column| {
                    let column = first + column;
                    if column < width {
                        element(row, column)
                    } else {
                        0.0
                    }
                })
            })
        };
        Matrix {
            height,
            width,
            panels: (0..width).step_by(COLUMNS).flat_map(panel).collect(),
        }
    }

    /// Numbers in a row that is multiplied.
    pub(crate) fn height(&self) -> usize {
        self.height
    }

    /// Numbers in a row of the result.
    pub(crate) fn width(&self) -> usize {
        self.width
    }

    /// One element.
    pub(crate) fn element(&self, row: usize, column: usize) -> f32 {
        self.panels[column / COLUMNS * self.height + row][column % COLUMNS]
    }

    /// Each row has eight texts: a tile is four columns of one row.
    pub(crate) fn times_rows_of_eight(&self, rows: &[f32x8], out: &mut [f32x8]) {
        for (idx, panel) in self.panels.chunks_exact(self.height).enumerate() {
            let first = idx * COLUMNS;
            for (row, out) in rows
                .chunks_exact(self.height)
                .zip(out.chunks_exact_mut(self.width))
            {
                let sums = [four_columns::<0>(row, panel), four_columns::<4>(row, panel)];
                let out = &mut out[first..];
                let n = out.len().min(COLUMNS);
                out[..n].copy_from_slice(&sums.as_flattened()[..n]);
            }
        }
    }

    /// Each row has one text: a tile is eight columns of four rows.
    pub(crate) fn times_single_rows(&self, rows: &[f32], out: &mut [f32]) {
        let mut rows = rows.chunks_exact(self.height);
        let mut out = out.chunks_exact_mut(self.width);
        loop {
            let four: Vec<&[f32]> = rows.by_ref().take(4).collect();
            match four[..] {
                [] => break,
                [a, b, c, d] => self.eight_columns([a, b, c, d], &mut out),
                _ => {
                    for row in four {
                        self.eight_columns([row], &mut out);
                    }
                }
            }
        }
    }

    fn eight_columns<'a, const ROWS: usize>(
        &self,
        rows: [&[f32]; ROWS],
        out: &mut impl Iterator<Item = &'a mut [f32]>,
    ) {
        let mut out: [&mut [f32]; ROWS] = std::array::from_fn(|_| out.next().unwrap_or_default());
        for (idx, panel) in self.panels.chunks_exact(self.height).enumerate() {
            let rows = rows.map(|row| &row[..panel.len()]);
            let mut sums = [f32x8::ZERO; ROWS];
            for (k, columns) in panel.iter().enumerate() {
                let columns = f32x8::new(*columns);
                for (sum, row) in sums.iter_mut().zip(rows) {
                    *sum += f32x8::splat(row[k]) * columns;
                }
            }
            for (out, sum) in out.iter_mut().zip(sums) {
                let out = &mut out[idx * COLUMNS..];
                let n = out.len().min(COLUMNS);
                out[..n].copy_from_slice(&sum.to_array()[..n]);
            }
        }
    }
}

/// A row times four columns of a panel, from column `FIRST` on.
fn four_columns<const FIRST: usize>(row: &[f32x8], panel: &[[f32; COLUMNS]]) -> [f32x8; 4] {
    let mut sums = [f32x8::ZERO; 4];
    for (number, columns) in row.iter().zip(panel) {
        for (idx, sum) in sums.iter_mut().enumerate() {
            *sum += *number * f32x8::splat(columns[FIRST + idx]);
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lane::Lane;

    /// Whatever the sizes, both ways give the sums that adding up by hand gives, to the bit.
    #[test]
    fn products_add_up_from_top_to_bottom() {
        let number = |seed: usize| ((seed * 37 + 11) % 101) as f32 / 17.0 - 3.0;
        for (n_rows, height, width) in [(1, 3, 1), (4, 24, 24), (5, 7, 9), (3, 16, 97), (8, 1, 8)] {
            let matrix = Matrix::from_fn(height, width, |row, column| number(row * width + column));
            let rows: Vec<f32> = (0..n_rows * height).map(|idx| number(idx * 3)).collect();
            let expected: Vec<f32> = (0..n_rows * width)
                .map(|idx| {
                    (0..height).fold(0.0, |sum, k| {
                        sum + rows[idx / width * height + k] * number(k * width + idx % width)
                    })
                })
                .collect();
            let mut found = vec![0.0; n_rows * width];
            f32::product(&rows, &matrix, &mut found);
            assert_eq!(found, expected);
            let eights: Vec<f32x8> = rows
                .iter()
                .map(|number| f32x8::from_fn(|text| number * if text == 5 { 1.0 } else { 2.0 }))
                .collect();
            let mut found = vec![f32x8::ZERO; n_rows * width];
            f32x8::product(&eights, &matrix, &mut found);
            let fifth: Vec<f32> = found.iter().map(|sum| sum.lane(5)).collect();
            assert_eq!(fifth, expected);
        }
    }
}
