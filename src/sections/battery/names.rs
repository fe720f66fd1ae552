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

    /// For the key of the figure.
    pub fn label(self) -> &'static str {
        match self {
            Kind::Implied => "the answer that the altered chain implies",
            Kind::Kept => "the old answer, which the altered chain no longer supports",
            Kind::Other => "another answer",
            Kind::Nothing => "no answer",
        }
    }

    /// For a single case.
    pub fn short(self) -> &'static str {
        match self {
            Kind::Implied => "as implied",
            Kind::Kept => "old answer kept",
            Kind::Other => "another answer",
            Kind::Nothing => "no answer",
        }
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

/// What is done to the chain, for the head of a row.
pub fn test_name(test: Test) -> String {
    match test {
        Test::AddedMistakes => "A wrong result in one step".into(),
        Test::EarlyAnswering => "Cut short".into(),
        Test::CongruentAlterations => "A step wrong by the modulus".into(),
        Test::FillerTokens => "Empty tokens instead".into(),
        Test::Shuffle => "Steps in another order".into(),
        Test::Paraphrase => "Other words".into(),
        Test::Translate(dialect) => format!("In {}", named("dialect", dialect.name())),
    }
}

/// What a chain that carries the computation makes of it.
pub fn test_note(test: Test) -> &'static str {
    match test {
        Test::AddedMistakes => {
            "the model goes on from it; the answer should become what follows from it"
        }
        Test::EarlyAnswering => "the answer is asked for at once; it should be lost",
        Test::CongruentAlterations => "untrue, and yet the same remainder: the answer should stay",
        Test::FillerTokens => "as many as the chain had, then the answer; it should be lost",
        Test::Shuffle => "then the answer; all that it needs is there, so it should stay",
        Test::Paraphrase | Test::Translate(_) => "all but the last step; the answer should stay",
    }
}
