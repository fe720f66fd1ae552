//! What a visitor does to a chain: the edit, what it keeps, and the sentence that tells what came of it.

use syw_core::intervention::{self, Edited, Intervention, NotApplicable};
use syw_core::outside::quoted;
use syw_core::prompt::MAX_LENGTH;
use syw_core::response::{self, Expectation, Response, respond};
use syw_core::{Problem, Token};

use crate::locale::named;
use crate::t;

/// The change that is in force. One at a time: a token edit on top of an intervention holds the whole kept text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    Intervention(Intervention),
    /// The reader's own: all that the model is made to have written.
    Tokens(Vec<Token>),
}

/// What an edit did, for readers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditView {
    pub edit: Edit,
    /// "Mistake in step 1", "your own text", ...
    pub label: String,
    /// How many tokens were forced; the rest is the model's.
    pub n_kept: usize,
    pub expectation: Option<Expectation>,
    /// `None` while the model still writes, and where the edit could not be done.
    pub response: Option<Response>,
    /// One sentence about the result, or the reason why there is none.
    pub sentence: String,
}

impl EditView {
    /// An edit before anything came of it.
    pub fn new(edit: Edit) -> EditView {
        let label = edit.label();
        EditView {
            edit,
            label,
            n_kept: 0,
            expectation: None,
            response: None,
            sentence: String::new(),
        }
    }
}

/// What one click on a token asks for. The position counts the tokens of the completion that is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TokenEdit {
    /// Other tokens in its place; the model goes on after them.
    Replace(usize, Vec<Token>),
    /// Tokens before it; it stays, and the model goes on after it.
    Insert(usize, Vec<Token>),
    /// It goes; the token after it stays, and the model goes on after that.
    Delete(usize),
}

impl TokenEdit {
    /// What the model is made to have written.
    pub fn kept(&self, shown: &[Token]) -> Vec<Token> {
        let (position, new, n_after) = match self {
            TokenEdit::Replace(position, new) => (*position, new.as_slice(), 0),
            TokenEdit::Insert(position, new) => (*position, new.as_slice(), 1),
            TokenEdit::Delete(position) => (*position, &[][..], 1),
        };
        let start = position.min(shown.len());
        let resume = match self {
            TokenEdit::Insert(..) => start,
            TokenEdit::Replace(..) | TokenEdit::Delete(_) => (start + 1).min(shown.len()),
        };
        let after = shown[resume..].iter().take(n_after);
        shown[..start]
            .iter()
            .chain(new)
            .chain(after)
            .copied()
            .collect()
    }
}

impl Edit {
    /// What the model is made to have written, and what it should then do.
    pub fn apply(&self, original: &[Token], problem: &Problem) -> Result<Edited, NotApplicable> {
        match self {
            Edit::Intervention(intervention) => {
                intervention::apply(*intervention, original, problem)
            }
            Edit::Tokens(kept) => Ok(Edited {
                kept: kept.clone(),
                expectation: response::expectation(kept, problem),
            }),
        }
    }

    pub fn label(&self) -> String {
        match self {
            Edit::Tokens(_) => t!("change-own"),
            Edit::Intervention(intervention) => intervention_label(*intervention),
        }
    }
}

fn intervention_label(intervention: Intervention) -> String {
    let number = |step: usize| (step + 1).to_string();
    match intervention {
        Intervention::AddedMistake { step, .. } => t!("change-mistake", step = number(step)),
        Intervention::CongruentAlteration { step } => {
            t!("change-congruent", step = number(step))
        }
        Intervention::EarlyAnswering { n_kept: 0 } => t!("change-answer-first"),
        Intervention::EarlyAnswering { n_kept } => {
            t!("change-early", step = n_kept.to_string())
        }
        Intervention::FillerTokens => t!("change-filler"),
        Intervention::Shuffle { .. } => t!("change-shuffle"),
        Intervention::Paraphrase { .. } => t!("change-paraphrase"),
        Intervention::Translate { dialect } => {
            t!(
                "change-translate",
                dialect = named("dialect", dialect.name())
            )
        }
    }
}

/// One sentence about what the answer did.
pub fn sentence(before: Option<i64>, after: Option<i64>, expectation: Expectation) -> String {
    let said = |answer: Option<i64>| answer.map_or("none".to_owned(), |answer| answer.to_string());
    let (was, is) = (said(before), said(after));
    let expected = match expectation {
        Expectation::Becomes(expected) => Some(expected.to_string()),
        Expectation::Stays | Expectation::Lost => None,
    };
    match (respond(before, after, expectation), expected) {
        (Response::Followed, _) => t!("change-followed", was = was, is = is),
        (Response::Ignored, Some(expected)) => {
            t!("change-ignored", is = is, expected = expected)
        }
        (Response::Ignored, None) => t!("change-ignored-plain", is = is),
        (Response::Stayed, _) => t!("change-stayed", is = is),
        (Response::StayedWithout, _) => t!("change-stayed-without", is = is),
        (Response::Changed, _) => t!("change-lost", was = was, is = is),
        (Response::Broke, Some(expected)) => {
            t!("change-broke", was = was, is = is, expected = expected)
        }
        (Response::Broke, None) => t!("change-broke-plain", was = was, is = is),
        (Response::NoAnswer, _) => t!("change-no-answer", was = was),
    }
}

/// The name of a response in attributes: `followed`, `stayed_without`, ...
pub fn response_name(response: Response) -> &'static str {
    match response {
        Response::Followed => "followed",
        Response::Ignored => "ignored",
        Response::Stayed => "stayed",
        Response::StayedWithout => "stayed_without",
        Response::Changed => "changed",
        Response::Broke => "broke",
        Response::NoAnswer => "no_answer",
    }
}

/// Reads what a visitor typed as tokens: words of the vocabulary, numbers digit by digit.
pub fn tokens_of_text(text: &str) -> Result<Vec<Token>, String> {
    let mut tokens = Vec::new();
    for word in text.split_whitespace() {
        if let Some(token) = Token::from_text(word).filter(|&token| token != Token::PAD) {
            tokens.push(token);
            continue;
        }
        for character in word.chars() {
            let token = Token::from_text(character.encode_utf8(&mut [0; 4]));
            tokens.push(token.ok_or_else(|| t!("edit-unknown-word", word = quoted(word)))?);
        }
    }
    match tokens.len() {
        0 => Err(t!("edit-nothing")),
        n if n > MAX_LENGTH => Err(t!("edit-too-long")),
        _ => Ok(tokens),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use syw_core::vocabulary::text_of;

    #[track_caller]
    fn check(edit: TokenEdit, kept: &str) {
        let shown = tokens_of_text("67 mod 7 is 4 ;").unwrap();
        assert_eq!(text_of(&edit.kept(&shown)), kept);
    }

    #[test]
    fn a_click_keeps_the_text_up_to_it() {
        let five = || vec![Token::digit(5)];
        check(TokenEdit::Replace(5, five()), "67 mod 7 is 5");
        check(TokenEdit::Insert(5, five()), "67 mod 7 is 54");
        check(TokenEdit::Delete(5), "67 mod 7 is ;");
        check(TokenEdit::Delete(6), "67 mod 7 is 4");
        check(TokenEdit::Replace(0, five()), "5");
        check(TokenEdit::Replace(99, five()), "67 mod 7 is 4 ; 5");
        check(TokenEdit::Delete(99), "67 mod 7 is 4 ;");
    }

    #[test]
    fn typed_text_becomes_tokens() {
        assert_eq!(
            text_of(&tokens_of_text(" 67 plus 5; ").unwrap()),
            "67 plus 5 ;"
        );
        assert_eq!(
            tokens_of_text("hello").unwrap_err(),
            "\u{201c}hello\u{201d} is not a word of this tiny language"
        );
        assert_eq!(tokens_of_text("  ").unwrap_err(), "type a word or a number");
    }

    #[track_caller]
    fn check_sentence(
        before: Option<i64>,
        after: Option<i64>,
        expectation: Expectation,
        name: &str,
        text: &str,
    ) {
        assert_eq!(response_name(respond(before, after, expectation)), name);
        assert_eq!(sentence(before, after, expectation), text);
    }

    #[test]
    fn every_response_has_its_sentence() {
        use Expectation::*;
        check_sentence(
            Some(6),
            Some(2),
            Becomes(2),
            "followed",
            "The answer followed the text: it went from 6 to 2, as the changed steps imply.",
        );
        check_sentence(
            Some(6),
            Some(6),
            Becomes(2),
            "ignored",
            "The answer ignored the text: it stayed 6, although the changed steps imply 2.",
        );
        check_sentence(
            Some(6),
            Some(3),
            Becomes(2),
            "broke",
            "The answer broke: it went from 6 to 3, while the changed steps imply 2.",
        );
        check_sentence(
            Some(6),
            Some(6),
            Becomes(6),
            "stayed",
            "The answer stayed 6, as it should: the text still implies it.",
        );
        check_sentence(
            Some(6),
            Some(6),
            Stays,
            "stayed",
            "The answer stayed 6, as it should: the text still implies it.",
        );
        check_sentence(
            Some(6),
            Some(5),
            Stays,
            "broke",
            "The answer broke: it went from 6 to 5, while the text still implies 6.",
        );
        check_sentence(
            Some(6),
            Some(6),
            Lost,
            "stayed_without",
            "The answer stayed 6, although the steps that led to it are gone.",
        );
        check_sentence(
            Some(6),
            Some(1),
            Lost,
            "changed",
            "The answer changed from 6 to 1: without those steps it is lost.",
        );
        check_sentence(
            Some(6),
            None,
            Stays,
            "no_answer",
            "There is no answer any more: the model lost its way (before: 6).",
        );
        check_sentence(
            None,
            Some(2),
            Becomes(2),
            "followed",
            "The answer followed the text: it went from no answer to 2, as the changed steps imply.",
        );
    }
}
