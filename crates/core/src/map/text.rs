//! The file of a map: JSON with one string for each row of each plane, one character for each cell, made to be small
//! once compressed.
//!
//! 1. An answer is written as what it is more than the floored right answer, so that right answers are all alike; one that
//!    is further off than the alphabet goes is `*` and stands in `others`, in reading order.
//! 2. A row belongs to one `b`, from [`FIRST`] upwards; its characters to `a`, from [`FIRST`] upwards.
//! 3. What is not there (no answer, no invalid step) is `.`.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{CONFIDENCE_STEP, Cell, CompetenceMap, FIRST, LAST, SIDE, operands, right_answers};
use crate::outside;
use crate::problem::MODULI;
use crate::results::{ResultsError, check_version};

/// A file that is no map. Rows and columns are counted from 0.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum MapError {
    /// The file is not the JSON of a map.
    #[error("it is not the JSON of a map: {0}")]
    Json(String),
    /// It is of another version of the format, or says none.
    #[error("{0}")]
    Version(String),
    /// It is a map of other operands.
    #[error("its operands are {0} to {1}, not {FIRST} to {LAST}")]
    Operands(i64, i64),
    /// No problem has this modulus.
    #[error("no problem has the modulus {0}")]
    Modulus(i64),
    /// A plane has too many or too few rows.
    #[error("{plane} has {n} rows, not {SIDE}")]
    Rows {
        /// The plane's name.
        plane: &'static str,
        /// How many rows it has.
        n: usize,
    },
    /// A row is too long or too short.
    #[error("row {row} of {plane} has {n} columns, not {SIDE}")]
    Columns {
        /// The plane's name.
        plane: &'static str,
        /// Which row.
        row: usize,
        /// How many columns it has.
        n: usize,
    },
    /// A character stands for nothing that could be there.
    #[error("row {row}, column {column} of {plane} is {found:?}")]
    Character {
        /// The plane's name.
        plane: &'static str,
        /// Which row.
        row: usize,
        /// Which column.
        column: usize,
        /// The character.
        found: char,
    },
    /// An answer has more digits than any number that is read.
    #[error("others has the answer {0}, which has more than {MAX_DIGITS} digits")]
    Answer(i64),
    /// The list of other answers is not as long as their marks are many.
    #[error("others has {0} answers, but {1} are marked")]
    Others(usize, usize),
}

/// The version of the format; raised when a file can no longer be read.
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
struct File {
    version: u32,
    model: String,
    sha256: String,
    modulus: i64,
    first: i64,
    last: i64,
    others: Vec<i64>,
    answers: Vec<String>,
    chains: Vec<String>,
    invalid_steps: Vec<String>,
    confidences: Vec<String>,
}

/// No number that a model writes is read with more digits than this.
const MAX_DIGITS: u32 = 6;
/// What is not there.
const NOTHING: char = '.';
/// An answer that stands in the list of others.
const OTHER: char = '*';

/// The character of a number: digits, small letters, large letters, then the letters from U+00C0 on.
fn character(number: u8) -> char {
    match number {
        0..=9 => char::from(b'0' + number),
        10..=35 => char::from(b'a' + number - 10),
        36..=61 => char::from(b'A' + number - 36),
        _ => char::from_u32(0xC0 + u32::from(number) - 62).expect("no surrogate is that low"),
    }
}

fn number(character: char) -> Option<u8> {
    let code = u32::from(character);
    let number = match character {
        '0'..='9' => code - u32::from('0'),
        'a'..='z' => code - u32::from('a') + 10,
        'A'..='Z' => code - u32::from('A') + 36,
        _ => code.checked_sub(0xC0)?.checked_add(62)?,
    };
    u8::try_from(number).ok()
}

/// The character of a signed number from -26 to 35: large letters are negative.
fn signed_character(number: i64) -> Option<char> {
    match number {
        0..=35 => Some(character(number as u8)),
        -26..=-1 => Some(character((35 - number) as u8)),
        _ => None,
    }
}

fn signed_number(character: char) -> Option<i64> {
    match number(character)? {
        number @ 0..=35 => Some(number.into()),
        number @ 36..=61 => Some(35 - i64::from(number)),
        _ => None,
    }
}

fn option_character(number: Option<u8>) -> char {
    number.map_or(NOTHING, character)
}

/// Writes a map. The same map gives the same bytes.
pub fn render(map: &CompetenceMap) -> String {
    let mut others = Vec::new();
    let mut answer_of = |idx: usize, cell: &Cell| {
        let Some(answer) = cell.answer else {
            return NOTHING;
        };
        let (a, b) = operands(idx);
        let (floored, _) = right_answers(a, b, map.modulus);
        signed_character(answer - floored).unwrap_or_else(|| {
            others.push(answer);
            OTHER
        })
    };
    let answers: Vec<char> = map
        .cells
        .iter()
        .enumerate()
        .map(|(idx, cell)| answer_of(idx, cell))
        .collect();
    let plane = |of: fn(&Cell) -> char| rows(map.cells.iter().map(of).collect());
    let file = File {
        version: VERSION,
        model: map.model.clone(),
        sha256: map.sha256.clone(),
        modulus: map.modulus,
        first: FIRST,
        last: LAST,
        others,
        answers: rows(answers),
        chains: plane(|cell| character(cell.n_chain)),
        invalid_steps: plane(|cell| option_character(cell.invalid_step)),
        confidences: plane(|cell| character(cell.confidence / CONFIDENCE_STEP)),
    };
    serde_json::to_string(&file).expect("a map is plain data") + "\n"
}

fn rows(plane: Vec<char>) -> Vec<String> {
    plane.chunks(SIDE).map(|row| row.iter().collect()).collect()
}

/// Reads what [`render`] wrote.
pub fn parse(text: &str) -> Result<CompetenceMap, MapError> {
    let file: File = outside::json(text).map_err(|error| unread(text, error))?;
    if file.version != VERSION {
        return Err(unread(text, "another version".to_owned()));
    }
    if (file.first, file.last) != (FIRST, LAST) {
        return Err(MapError::Operands(file.first, file.last));
    }
    if !MODULI.contains(&file.modulus) {
        return Err(MapError::Modulus(file.modulus));
    }
    let is_long = |answer: &&i64| answer.unsigned_abs() >= 10_u64.pow(MAX_DIGITS);
    if let Some(answer) = file.others.iter().find(is_long) {
        return Err(MapError::Answer(*answer));
    }
    let mut cells = vec![Cell::default(); SIDE * SIDE];
    let (mut n_marked, mut others) = (0, file.others.iter());
    read_plane("answers", &file.answers, &mut cells, |cell, idx, found| {
        let (a, b) = operands(idx);
        cell.answer = match found {
            NOTHING => None,
            OTHER => {
                n_marked += 1;
                Some(others.next().copied().unwrap_or_default())
            }
            found => Some(signed_number(found)? + right_answers(a, b, file.modulus).0),
        };
        Some(())
    })?;
    if n_marked != file.others.len() {
        return Err(MapError::Others(file.others.len(), n_marked));
    }
    read_plane("chains", &file.chains, &mut cells, |cell, _, found| {
        cell.n_chain = number(found)?;
        Some(())
    })?;
    let steps = &file.invalid_steps;
    read_plane("invalid_steps", steps, &mut cells, |cell, _, found| {
        if found != NOTHING {
            cell.invalid_step = Some(number(found)?);
        }
        Some(())
    })?;
    let confidences = &file.confidences;
    read_plane("confidences", confidences, &mut cells, |cell, _, found| {
        let confidence = number(found)?.checked_mul(CONFIDENCE_STEP)?;
        cell.confidence = confidence;
        (confidence <= 100).then_some(())
    })?;
    Ok(CompetenceMap {
        model: file.model,
        sha256: file.sha256,
        modulus: file.modulus,
        cells,
    })
}

/// Why a text is no map of this version: its version, if that is the reason, whatever else was found wrong.
fn unread(text: &str, error: String) -> MapError {
    match check_version(text, VERSION) {
        Err(ResultsError::Content(_)) | Ok(()) => MapError::Json(error),
        Err(other) => MapError::Version(other.to_string()),
    }
}

fn read_plane(
    plane: &'static str,
    rows: &[String],
    cells: &mut [Cell],
    mut read: impl FnMut(&mut Cell, usize, char) -> Option<()>,
) -> Result<(), MapError> {
    let n = rows.len();
    if n != SIDE {
        return Err(MapError::Rows { plane, n });
    }
    for (row, text) in rows.iter().enumerate() {
        let n = text.chars().count();
        if n != SIDE {
            return Err(MapError::Columns { plane, row, n });
        }
        for (column, found) in text.chars().enumerate() {
            let idx = row * SIDE + column;
            read(&mut cells[idx], idx, found).ok_or(MapError::Character {
                plane,
                row,
                column,
                found,
            })?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn map() -> CompetenceMap {
        CompetenceMap {
            model: "tiny".into(),
            sha256: "00".into(),
            modulus: 7,
            cells: vec![Cell::default(); SIDE * SIDE],
        }
    }

    prop_compose! {
        fn any_cell()(
            answer in proptest::option::of(prop_oneof![-9..=9_i64, -999_999..=999_999_i64]),
            n_chain in 0..=128_u8,
            invalid_step in proptest::option::of(0..=30_u8),
            steps in 0..=100 / CONFIDENCE_STEP,
        ) -> Cell {
            Cell { answer, n_chain, invalid_step, confidence: steps * CONFIDENCE_STEP }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(30))]
        #[test]
        fn what_is_written_is_read_back(
            cells in proptest::collection::vec((0..SIDE * SIDE, any_cell()), 0..200),
            modulus in 2..=99_i64,
        ) {
            let mut map = CompetenceMap { modulus, ..map() };
            for (idx, cell) in cells {
                map.cells[idx] = cell;
            }
            prop_assert_eq!(parse(&render(&map)), Ok(map));
        }

        #[test]
        fn no_text_makes_reading_fail(text in any::<String>()) {
            prop_assert!(parse(&text).is_err());
        }

        #[test]
        fn one_other_character_is_no_panic(at in 0..300_000_usize, other in any::<char>()) {
            let text: String = render(&map()).chars().enumerate()
                .map(|(idx, c)| if idx == at { other } else { c })
                .collect();
            let _ = parse(&text);
        }
    }

    #[test]
    fn every_number_has_its_own_character() {
        for value in 0..=128 {
            assert_eq!(number(character(value)), Some(value));
        }
        for value in -26..=35 {
            assert_eq!(signed_number(signed_character(value).unwrap()), Some(value));
        }
        assert_eq!((signed_character(36), signed_character(-27)), (None, None));
    }

    #[track_caller]
    fn check_refused(change: fn(&mut File), message: &str) {
        let mut file: File = serde_json::from_str(&render(&map())).unwrap();
        change(&mut file);
        let error = parse(&serde_json::to_string(&file).unwrap()).unwrap_err();
        assert_eq!(error.to_string(), message);
    }

    #[test]
    fn what_is_wrong_is_named_by_row_and_column() {
        check_refused(
            |file| file.chains[3] = "0".repeat(12),
            "row 3 of chains has 12 columns, not 301",
        );
        check_refused(
            |file| drop(file.confidences.pop()),
            "confidences has 300 rows, not 301",
        );
        check_refused(
            |file| file.answers[5].replace_range(9..10, "?"),
            "row 5, column 9 of answers is '?'",
        );
        check_refused(
            |file| file.confidences[5].replace_range(9..10, "z"),
            "row 5, column 9 of confidences is 'z'",
        );
        check_refused(
            |file| file.others.push(3),
            "others has 1 answers, but 0 are marked",
        );
        check_refused(
            |file| file.others.push(i64::MIN),
            "others has the answer -9223372036854775808, which has more than 6 digits",
        );
        check_refused(|file| file.modulus = 1, "no problem has the modulus 1");
        check_refused(
            |file| file.first = 0,
            "its operands are 0 to 200, not -100 to 200",
        );
    }
}
