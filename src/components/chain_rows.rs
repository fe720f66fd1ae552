//! A completion cut into the rows in which it is shown: one statement a row, then the answer. Pure.

use std::ops::Range;

use syw_core::Problem;
use syw_core::Token;
use syw_core::chain::{Malformed, Statement};

use crate::completion::Completion;
use crate::t;

/// One row of the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The tokens, as positions in the completion.
    pub span: Range<usize>,
    pub note: Option<Note>,
}

/// What stands at the end of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// What the step checker says of a step.
    Step { is_valid: bool, text: String },
    /// The row could not be read.
    Unread(String),
}

impl Note {
    /// The text as it is shown; a step that is right needs one word.
    pub fn text(&self) -> String {
        match self {
            Note::Step {
                is_valid: true,
                text,
            } if *text == t!("step-right") => t!("chain-step-right"),
            Note::Step { text, .. } => text.clone(),
            Note::Unread(why) => why.clone(),
        }
    }
}

/// The rows of a completion, in order; together their spans cover it. While the model is still writing, the row that it
/// is writing bears no note.
pub fn rows(completion: &Completion, problem: &Problem, is_writing: bool) -> Vec<Row> {
    let parsed = completion.parsed();
    let marks = completion.step_marks(problem);
    let tokens = completion.tokens();
    let mut rows: Vec<Row> = Vec::new();
    for segment in &parsed.segments {
        let is_last = segment.span.end == tokens.len();
        let words = &tokens[segment.span.clone()];
        let note = match segment.content {
            Ok(Statement::Step(_)) => {
                marks
                    .iter()
                    .find(|mark| mark.span == segment.span)
                    .map(|mark| Note::Step {
                        is_valid: mark.is_valid,
                        text: mark.text.clone(),
                    })
            }
            Ok(_) => None,
            Err(Malformed::Unfinished) if is_writing && is_last => None,
            Err(_) if words.iter().all(|&token| token == Token::FILLER) => {
                Some(Note::Unread(t!("chain-row-empty")))
            }
            Err(Malformed::Unfinished) => Some(Note::Unread(t!("chain-row-unfinished"))),
            Err(Malformed::NotAStatement | Malformed::NumberTooLong) => {
                Some(Note::Unread(t!("chain-row-unreadable")))
            }
        };
        rows.push(Row {
            span: segment.span.clone(),
            note,
        });
    }
    if parsed.answer_start < tokens.len() {
        rows.push(Row {
            span: parsed.answer_start..tokens.len(),
            note: None,
        });
    }
    rows
}

/// The row that holds a position.
pub fn row_of(rows: &[Row], position: usize) -> Option<usize> {
    rows.iter().position(|row| row.span.contains(&position))
}

/// Where a key leads from a position, if it leads anywhere: along the chain, to its ends, or to the row above or below.
pub fn walk(rows: &[Row], position: usize, key: &str) -> Option<usize> {
    let last = rows.last()?.span.end.checked_sub(1)?;
    let row = row_of(rows, position);
    let vertical = |row: &Row, from: &Row| {
        row.span.start + (position - from.span.start).min(row.span.len() - 1)
    };
    match key {
        "ArrowLeft" => position.checked_sub(1),
        "ArrowRight" => (position < last).then_some(position + 1),
        "Home" => Some(0),
        "End" => Some(last),
        "ArrowUp" => row
            .filter(|&row| row > 0)
            .map(|row| vertical(&rows[row - 1], &rows[row])),
        "ArrowDown" => row
            .filter(|&row| row + 1 < rows.len())
            .map(|row| vertical(&rows[row + 1], &rows[row])),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::tokens_of_text;

    fn rows_of(text: &str, is_writing: bool) -> Vec<Row> {
        let tokens = tokens_of_text(text).unwrap();
        rows(
            &Completion::forced(&tokens, &tokens),
            &"67 + 58 mod 7".parse().unwrap(),
            is_writing,
        )
    }

    fn notes(text: &str, is_writing: bool) -> Vec<Option<String>> {
        rows_of(text, is_writing)
            .iter()
            .map(|row| row.note.as_ref().map(Note::text))
            .collect()
    }

    fn said(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn every_statement_has_a_row_and_every_step_a_note() {
        let text = "plan reduce then add ; 67 mod 7 is 4 ; 58 mod 7 is 3 ; <answer> 0 <end>";
        assert_eq!(
            notes(text, false),
            [None, said("right"), said("should be 2"), None]
        );
        let spans: Vec<_> = rows_of(text, false)
            .into_iter()
            .map(|row| row.span)
            .collect();
        assert_eq!(spans, [0..5, 5..12, 12..19, 19..22]);
    }

    #[test]
    fn what_cannot_be_read_says_so_unless_it_is_being_written() {
        assert_eq!(notes("67 mod 7", true), [None]);
        assert_eq!(notes("67 mod 7", false), [said("not finished")]);
        assert_eq!(
            notes("mod mod ; 67", true),
            [said("says nothing readable"), None]
        );
        assert_eq!(
            notes("… … … <answer> 6", true),
            [said("says nothing"), None]
        );
        assert_eq!(notes("<answer> 6 <end>", false), [None]);
    }

    #[test]
    fn keys_walk_along_the_chain() {
        let rows = rows_of(
            "plan reduce then add ; 67 mod 7 is 4 ; <answer> 4 <end>",
            false,
        );
        assert_eq!(walk(&rows, 0, "ArrowLeft"), None);
        assert_eq!(walk(&rows, 0, "ArrowRight"), Some(1));
        assert_eq!(walk(&rows, 14, "ArrowRight"), None);
        assert_eq!(walk(&rows, 7, "Home"), Some(0));
        assert_eq!(walk(&rows, 7, "End"), Some(14));
        assert_eq!(walk(&rows, 1, "ArrowDown"), Some(6));
        assert_eq!(walk(&rows, 11, "ArrowDown"), Some(14));
        assert_eq!(walk(&rows, 11, "ArrowUp"), Some(4));
        assert_eq!(walk(&rows, 1, "ArrowUp"), None);
        assert_eq!(walk(&rows, 1, "a"), None);
        assert_eq!(walk(&[], 0, "End"), None);
    }
}
