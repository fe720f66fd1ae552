//! A matrix as cells to be drawn and walked. Pure.

/// Numbers in rows, drawn upright or lying.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cells {
    /// Row by row.
    pub values: Vec<f32>,
    /// Numbers in a row.
    pub width: usize,
    /// Whether its rows are drawn as columns.
    pub is_lying: bool,
}

impl Cells {
    pub fn height(&self) -> usize {
        self.values.len() / self.width.max(1)
    }

    /// Columns and rows as they are drawn.
    pub fn drawn(&self) -> (usize, usize) {
        match self.is_lying {
            true => (self.height(), self.width),
            false => (self.width, self.height()),
        }
    }

    /// The index of the cell that is drawn in a column and a row; `None` outside.
    pub fn at(&self, column: usize, row: usize) -> Option<usize> {
        let (columns, rows) = self.drawn();
        let (row, column) = match self.is_lying {
            _ if column >= columns || row >= rows => return None,
            true => (column, row),
            false => (row, column),
        };
        Some(row * self.width + column)
    }

    /// Where a cell is drawn: its column and row.
    pub fn place(&self, idx: usize) -> (usize, usize) {
        let (row, column) = (idx / self.width.max(1), idx % self.width.max(1));
        match self.is_lying {
            true => (row, column),
            false => (column, row),
        }
    }

    /// The largest size of a number, above 0.
    pub fn largest(&self) -> f32 {
        let sizes = self.values.iter().map(|value| value.abs());
        sizes.fold(f32::MIN_POSITIVE, f32::max)
    }

    /// The cell that a key leads to from another; `None` for other keys. It stays inside.
    pub fn walk(&self, idx: usize, key: &str) -> Option<usize> {
        let (columns, rows) = self.drawn();
        let (column, row) = self.place(idx);
        let (column, row) = match key {
            "ArrowLeft" => (column.saturating_sub(1), row),
            "ArrowRight" => ((column + 1).min(columns.saturating_sub(1)), row),
            "ArrowUp" => (column, row.saturating_sub(1)),
            "ArrowDown" => (column, (row + 1).min(rows.saturating_sub(1))),
            "Home" => (0, row),
            "End" => (columns.saturating_sub(1), row),
            _ => return None,
        };
        self.at(column, row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(is_lying: bool) -> Cells {
        Cells {
            values: vec![0.0, 1.0, 2.0, 3.0, -4.0, 3.5],
            width: 2,
            is_lying,
        }
    }

    #[test]
    fn a_lying_matrix_has_its_rows_as_columns() {
        assert_eq!(
            (cells(false).drawn(), cells(true).drawn()),
            ((2, 3), (3, 2))
        );
        assert_eq!(
            (cells(false).at(1, 2), cells(true).at(2, 1)),
            (Some(5), Some(5))
        );
        assert_eq!((cells(false).at(2, 1), cells(true).at(3, 0)), (None, None));
        for is_lying in [false, true] {
            let cells = cells(is_lying);
            for idx in 0..6 {
                let (column, row) = cells.place(idx);
                assert_eq!(cells.at(column, row), Some(idx));
            }
        }
        assert_eq!(cells(true).largest(), 4.0);
        assert!(Cells::default().largest() > 0.0);
    }

    #[test]
    fn keys_walk_over_what_is_drawn() {
        for (is_lying, from, key, to) in [
            (false, 0, "ArrowRight", Some(1)),
            (false, 1, "ArrowRight", Some(1)),
            (false, 0, "ArrowDown", Some(2)),
            (true, 0, "ArrowDown", Some(1)),
            (true, 0, "ArrowRight", Some(2)),
            (true, 0, "End", Some(4)),
            (false, 4, "ArrowUp", Some(2)),
            (false, 4, "Enter", None),
        ] {
            assert_eq!(cells(is_lying).walk(from, key), to, "{key}");
        }
        assert_eq!(Cells::default().walk(0, "ArrowDown"), None);
    }
}
