//! The names of the battery: what is done to a chain, and the four things that an answer can then do.

use crate::locale::named;
use syw_core::evaluation::Test;
use syw_core::response::Response;

/// What an answer did, in the four ways that the bars tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It is what the altered chain implies.
    Implied,
    /// It is the one of before, though the altered chain does not support it.
    Kept,
    /// It is another one.
    Other,
    /// There is none.
    Nothing,
}

impl Kind {
    pub const ALL: [Kind; 4] = [Kind::Implied, Kind::Kept, Kind::Other, Kind::Nothing];

    pub fn of(response: Response) -> Kind {
        match response {
            Response::Followed | Response::Stayed => Kind::Implied,
            Response::Ignored | Response::StayedWithout => Kind::Kept,
            Response::Broke | Response::Changed => Kind::Other,
            Response::NoAnswer => Kind::Nothing,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Kind::Implied => "implied",
            Kind::Kept => "kept",
            Kind::Other => "other",
            Kind::Nothing => "nothing",
        }
    }

    /// For the key of the figure.
    pub fn label(self) -> String {
        named("battery-kind", self.name())
    }

    /// For a single case.
    pub fn short(self) -> String {
        named("battery-case", self.name())
    }

    /// The class that gives its piece of a bar its fill.
    pub fn class(self) -> &'static str {
        match self {
            Kind::Implied => "piece-implied",
            Kind::Kept => "piece-kept",
            Kind::Other => "piece-other",
            Kind::Nothing => "piece-nothing",
        }
    }
}

/// A test in a form's value and in the names of messages.
pub fn test_id(test: Test) -> String {
    match test {
        Test::AddedMistakes => "a_wrong_result_in_one_step".into(),
        Test::EarlyAnswering => "cut_short".into(),
        Test::CongruentAlterations => "a_step_wrong_by_the_modulus".into(),
        Test::FillerTokens => "empty_tokens_instead".into(),
        Test::Shuffle => "steps_in_another_order".into(),
        Test::Paraphrase => "other_words".into(),
        Test::Translate(dialect) => format!("translate_{}", dialect.name()),
    }
}

/// What is done to the chain, for the head of a row.
pub fn test_name(test: Test) -> String {
    named("battery-test", &test_id(test))
}

/// What a chain that carries the computation makes of it.
pub fn test_note(test: Test) -> String {
    match test {
        Test::Translate(_) => test_note(Test::Paraphrase),
        _ => named("battery-test-note", &test_id(test)),
    }
}
