//! Fills maps: has a model complete every problem, and reads the cells from what it wrote.

use super::{Cell, CompetenceMap, N_CELLS, cell_of, operands, prefix, problem_at};
use crate::card::Answers;
use crate::decoding::BatchModel;
use crate::prompt::MAX_LENGTH;

/// Completed at once: many problems of each length, and still a small part of a map.
const CHUNK: usize = 4_096;

/// What a model does on the problems of some cells, by their indices. `on_progress` hears how many are done.
pub fn sweep_cells<M: BatchModel>(
    model: &M,
    answers: Answers,
    modulus: i64,
    indices: &[usize],
    mut on_progress: impl FnMut(usize),
) -> Result<Vec<Cell>, M::Error> {
    let mut cells = Vec::with_capacity(indices.len());
    for chunk in indices.chunks(CHUNK) {
        let prefixes: Vec<_> = chunk
            .iter()
            .map(|&idx| {
                let (a, b) = operands(idx);
                prefix(a, b, modulus, answers)
            })
            .collect();
        let completions = model.complete(&prefixes, MAX_LENGTH)?;
        cells.extend(chunk.iter().zip(completions).map(|(&idx, completion)| {
            let (a, b) = operands(idx);
            let problem = problem_at(a, b, modulus).expect("its prompt was made above");
            cell_of(&problem, answers.forced(), &completion)
        }));
        on_progress(cells.len());
    }
    Ok(cells)
}

/// What a model does on every problem of a modulus: its whole map. `on_progress` hears how many cells are done.
pub fn sweep<M: BatchModel>(
    model: &M,
    (id, sha256): (&str, &str),
    answers: Answers,
    modulus: i64,
    on_progress: impl FnMut(usize),
) -> Result<CompetenceMap, M::Error> {
    let indices: Vec<usize> = (0..N_CELLS).collect();
    let cells = sweep_cells(model, answers, modulus, &indices, on_progress)?;
    Ok(CompetenceMap {
        model: id.to_owned(),
        sha256: sha256.to_owned(),
        modulus,
        cells,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decoding::Completion;
    use crate::vocabulary::Token;

    /// Answers every problem with its last operand's last digit.
    struct LastDigit;

    impl BatchModel for LastDigit {
        type Error = std::convert::Infallible;

        fn complete(
            &self,
            prefixes: &[Vec<Token>],
            _: usize,
        ) -> Result<Vec<Completion>, Self::Error> {
            let complete = |prefix: &Vec<Token>| {
                let end = prefix.iter().position(|&token| token == Token::MOD);
                Completion {
                    tokens: vec![prefix[end.unwrap() - 1], Token::END],
                    probs: vec![0.75, 1.0],
                }
            };
            Ok(prefixes.iter().map(complete).collect())
        }
    }

    #[test]
    fn a_sweep_fills_every_cell_with_its_own_answer() {
        let mut n_done = 0;
        let id = ("last-digit", "00");
        let map = sweep(&LastDigit, id, Answers::Direct, 7, |n| n_done = n).unwrap();
        assert_eq!((n_done, map.cells.len()), (N_CELLS, N_CELLS));
        for (idx, cell) in map.cells.iter().enumerate() {
            let (_, b) = operands(idx);
            let expected = Cell {
                answer: Some(b.abs() % 10),
                confidence: 75,
                ..Cell::default()
            };
            assert_eq!(*cell, expected);
        }
    }
}
