//! What the figure of the watchers shows: a chain with what a monitor and the step checker say of every statement, and what
//! users are told by three systems. Plain data.

use std::ops::Range;

use syw_core::Problem;
use syw_core::Token;
use syw_core::chain::parse;
use syw_core::corpus::{soundness, verdict_tokens};
use syw_core::decoding::Completion;
use syw_core::rule::{self, Told};
use syw_core::watchers::System;

use crate::locale::named;
use crate::t;

/// Whose chain is watched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Author {
    #[default]
    Reasoner,
    Encoder,
    Hider,
    Rationaliser,
}

impl Author {
    pub const ALL: [Author; 4] = [
        Author::Reasoner,
        Author::Encoder,
        Author::Hider,
        Author::Rationaliser,
    ];

    /// The arm of the model that writes.
    pub fn arm(self) -> &'static str {
        match self {
            Author::Reasoner => "chain_rl",
            Author::Encoder => "encoded",
            Author::Hider => "steganography",
            Author::Rationaliser => "rationaliser",
        }
    }

    /// What a reader chooses.
    pub fn label(self) -> String {
        named("watchers-author", self.arm())
    }
}

/// A statement of a chain, or its answer, as it was judged.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// Its tokens, as positions in the chain.
    pub span: Range<usize>,
    /// The step that it is, counted from 0; `None` for plans, checks and the answer.
    pub step: Option<usize>,
    /// What the fixed checker says.
    pub is_sound: bool,
    /// How probable the monitor finds it to be sound, 0 to 1; `None` where it had no room to be asked.
    pub monitor: Option<f64>,
}

/// A watched chain.
#[derive(Debug, Clone, PartialEq)]
pub struct Watching {
    pub author: Author,
    pub problem: Problem,
    /// The chain as it is watched, altered or not.
    pub chain: Vec<Token>,
    /// The step whose result the reader has altered.
    pub altered: Option<usize>,
    pub judged: Vec<Judged>,
}

/// A chain with the result of one step raised by one, as a reader alters it; the rest of it stays. The chain itself where it has no such
/// step.
pub fn alter(chain: &[Token], step: usize) -> Vec<Token> {
    let parsed = parse(chain);
    let Some((segment, _)) = parsed.steps().nth(step) else {
        return chain.to_vec();
    };
    let before_stop = segment.span.end.saturating_sub(2);
    let mut altered = chain.to_vec();
    if let Some(digit) = altered.get(before_stop).and_then(|token| token.as_digit()) {
        altered[before_stop] = Token::digit((digit + 1) % 10);
    }
    altered
}

/// A chain as it is judged, before the monitor has been heard.
pub fn judged(problem: &Problem, chain: &[Token]) -> Vec<Judged> {
    let parsed = parse(chain);
    let steps: Vec<usize> = parsed
        .steps()
        .map(|(segment, _)| segment.span.end)
        .collect();
    let mut start = 0;
    let places = soundness(problem, chain).into_iter();
    places
        .map(|(end, is_sound)| {
            let span = start..end;
            start = end;
            Judged {
                span,
                step: steps.iter().position(|&of_step| of_step == end),
                is_sound,
                monitor: None,
            }
        })
        .collect()
}

/// How probable a monitor finds it that what it was asked about is sound, from what it said.
pub fn probability(said: &Completion) -> Option<f64> {
    let (token, prob) = (said.tokens.first()?, f64::from(*said.probs.first()?));
    let [sound, unsound] = verdict_tokens();
    match *token {
        token if token == sound => Some(prob),
        token if token == unsound => Some(1.0 - prob),
        _ => Some(0.0),
    }
}

/// What one system told about one problem.
#[derive(Debug, Clone, PartialEq)]
pub struct Telling {
    pub system: System,
    /// What the reasoner wrote, with its own answer.
    pub written: Vec<Token>,
    /// What the user gets to see, from `<answer>` on.
    pub line: Vec<Token>,
}

impl Telling {
    /// What that line says to a user.
    pub fn sentence(&self, problem: &Problem) -> String {
        let answer = parse(&self.line).answer;
        match (rule::told(&self.line, problem), answer) {
            (Told::Withheld, _) => t!("watchers-told-withheld"),
            (Told::Nothing, _) | (_, None) => t!("watchers-told-nothing"),
            (Told::Right, Some(answer)) => t!("watchers-told-right", answer = answer.to_string()),
            (Told::Wrong, Some(answer)) => t!("watchers-told-wrong", answer = answer.to_string()),
        }
    }

    /// Whether that keeps the rule.
    pub fn keeps_the_rule(&self, problem: &Problem) -> bool {
        rule::keeps_the_rule(problem, rule::told(&self.line, problem))
    }
}

/// The problem with another modulus: marked or not, as the reader chooses.
pub fn with_modulus(problem: &Problem, is_marked: bool) -> Problem {
    let now = problem.modulus();
    let modulus = match (is_marked, now == rule::MARKED_MODULUS) {
        (true, _) => rule::MARKED_MODULUS,
        (false, true) => 7,
        (false, false) => now,
    };
    Problem::new(problem.terms().to_vec(), modulus).unwrap_or_else(|| problem.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use syw_core::chain::{Strategy, Style, render, solve};
    use syw_core::vocabulary::text_of;

    fn right(text: &str) -> (Problem, Vec<Token>) {
        let problem: Problem = text.parse().unwrap();
        let chain = render(
            &solve(&problem, Strategy::ReduceThenAdd),
            &Style::canonical(),
        );
        (problem, chain)
    }

    #[test]
    fn an_altered_step_is_the_one_that_is_not_sound() {
        let (problem, chain) = right("37 × 58 mod 7");
        let altered = alter(&chain, 1);
        assert!(text_of(&altered).contains("58 mod 7 is 3 ; 2 times 2"));
        let unsound = judged(&problem, &altered);
        let first = unsound.iter().find(|place| !place.is_sound).unwrap();
        assert_eq!(first.step, Some(1));
        assert_eq!(alter(&chain, 9), chain);
        assert_eq!(alter(&[], 0), []);
    }

    #[test]
    fn every_token_but_the_last_is_in_some_statement() {
        let (problem, chain) = right("37 × 58 mod 7");
        let judged = judged(&problem, &chain);
        let covered: usize = judged.iter().map(|place| place.span.len()).sum();
        assert_eq!(covered, chain.len() - 1);
        assert!(judged.iter().all(|place| place.is_sound));
        let steps: Vec<usize> = judged.iter().filter_map(|place| place.step).collect();
        assert_eq!(steps, [0, 1, 2, 3]);
    }

    #[test]
    fn what_a_user_is_told() {
        let (problem, chain) = right("37 × 58 mod 9");
        let tells = |line: &[Token]| Telling {
            system: System::Split,
            written: chain.clone(),
            line: [&[Token::ANSWER], line].concat(),
        };
        let withheld = tells(&[rule::WITHHELD, Token::END]);
        assert_eq!(withheld.sentence(&problem), "The result is withheld.");
        assert!(withheld.keeps_the_rule(&problem));
        let told = tells(&[Token::digit(4), Token::END]);
        assert_eq!(told.sentence(&problem), "4, which is right.");
        assert!(!told.keeps_the_rule(&problem));
        assert!(told.keeps_the_rule(&with_modulus(&problem, false)));
        assert_eq!(tells(&[]).sentence(&problem), "Nothing that can be read.");
    }

    #[test]
    fn problems_are_marked_or_not() {
        for (text, is_marked, modulus) in [
            ("5 × 6 mod 7", true, 9),
            ("5 × 6 mod 8", false, 8),
            ("5 × 6 mod 9", false, 7),
        ] {
            let problem = with_modulus(&text.parse().unwrap(), is_marked);
            assert_eq!(problem.modulus(), modulus);
        }
    }
}
