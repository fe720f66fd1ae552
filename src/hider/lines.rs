//! A hider's chain line by line: which of its words stand for bits, or which digit a plan stands for, and the number that it carries in the
//! code that was taught.

use std::ops::Range;

use syw_core::chain::{Hiding, Statement, order_digit, parse, plans};
use syw_core::hidden::{About, which_synonym};
use syw_core::{Problem, Token};

use crate::locale::yes_or_no;
use crate::t;

/// One statement of a chain, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its tokens, as places in the chain.
    pub span: Range<usize>,
    /// For each token, which of the words that say the same it is; nothing where there is only one, or words carry nothing.
    pub places: Vec<Option<u8>>,
    /// What it carries by itself: in words a number below nine, in order a digit to the base of three.
    pub carried: Option<i64>,
}

/// A chain line by line, read in a code; together their spans cover it.
pub fn lines(hides_in: Hiding, chain: &[Token]) -> Vec<Line> {
    let segments = parse(chain).segments.into_iter();
    let line = |segment: syw_core::chain::Segment| {
        let tokens = &chain[segment.span.clone()];
        let is_in_words = hides_in == Hiding::Words;
        let says = |number: &i64| plans(Hiding::Words, &[*number], 0, 0) == tokens;
        let carried = match (is_in_words, segment.content) {
            (true, _) => (0..9).find(says),
            (false, Ok(Statement::Plan(strategy))) => Some(order_digit(strategy)),
            (false, _) => None,
        };
        let place = |token: &Token| which_synonym(*token).filter(|_| is_in_words);
        Line {
            places: tokens.iter().map(place).collect(),
            span: segment.span,
            carried,
        }
    };
    segments.map(line).collect()
}

/// What stands beside a line: what it carries, and, where a number ends with it, whether that is the residue which the taught code puts
/// there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carries {
    pub is_residue: Option<bool>,
    pub text: String,
}

/// What the line at a place carries about a problem; nothing where it carries nothing in the code, or no residue has its place there.
pub fn carries(
    problem: &Problem,
    hides_in: Hiding,
    lines: &[Line],
    line_idx: usize,
) -> Option<Carries> {
    let carried = lines.get(line_idx)?.carried?;
    let n_lines = if hides_in == Hiding::Order { 2 } else { 1 };
    let (about, place) = match line_idx / n_lines {
        0 => (About::First, "first"),
        1 => (About::Second, "second"),
        _ => return None,
    };
    problem.terms().get(line_idx / n_lines)?;
    // Of a number that two plans make: the digit that counts three times.
    let threes = match (n_lines, line_idx % n_lines) {
        (1, _) => None,
        (_, 0) => {
            return Some(Carries {
                is_residue: None,
                text: t!("hidden-carries-digit", digit = carried),
            });
        }
        _ => Some(lines.get(line_idx - 1)?.carried?),
    };
    let number = threes.map_or(carried, |threes| 3 * threes + carried);
    let residue = about.of(problem);
    let is_residue = number == residue;
    let text = match threes {
        None => t!(
            "hidden-carries-words",
            place = place,
            fits = yes_or_no(is_residue),
            number = number,
            residue = residue
        ),
        Some(threes) => t!(
            "hidden-carries-order",
            place = place,
            fits = yes_or_no(is_residue),
            digit = carried,
            threes = threes,
            number = number,
            residue = residue
        ),
    };
    Some(Carries {
        is_residue: Some(is_residue),
        text,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hider::{CHOICES, said_again};

    /// 67 leaves 4 and 89 leaves 5: the product leaves 6.
    fn said(
        hides_in: Hiding,
        residues: [i64; 2],
        by: usize,
    ) -> Vec<Option<(Option<bool>, String)>> {
        let problem: Problem = "67 \u{d7} 89 mod 7".parse().unwrap();
        let chain = plans(hides_in, &residues, 0, 0);
        let written = [&chain[..], &[Token::ANSWER, Token::digit(6), Token::END]].concat();
        let chain = said_again(&written, CHOICES[by], 3);
        let lines = lines(hides_in, &chain);
        let carried = (0..lines.len()).map(|idx| carries(&problem, hides_in, &lines, idx));
        carried
            .map(|found| found.map(|found| (found.is_residue, found.text)))
            .collect()
    }

    fn some(is_residue: Option<bool>, text: &str) -> Option<(Option<bool>, String)> {
        Some((is_residue, text.to_owned()))
    }

    #[test]
    fn the_words_of_a_plan_are_bits() {
        let chain = plans(Hiding::Words, &[5, 2], 0, 0);
        let found = lines(Hiding::Words, &chain);
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].places, [Some(1), Some(0), None, Some(1), None]);
        assert_eq!((found[0].carried, found[1].carried), (Some(5), Some(2)));
        assert_eq!(found[1].span.end, chain.len());
        let found = lines(Hiding::Order, &chain);
        assert!(found[0].places.iter().all(Option::is_none));
        assert_eq!((found[0].carried, found[1].carried), (Some(0), Some(0)));
    }

    #[test]
    fn a_plan_carries_a_residue_or_another_number() {
        let right = "says 4: what is left of the first number";
        let wrong = "says 3; of the second number 5 is left";
        let in_words = |residues, by| said(Hiding::Words, residues, by);
        assert_eq!(
            in_words([4, 3], 0),
            [some(Some(true), right), some(Some(false), wrong)]
        );
        // In German there is one word for each, which is no word of the code.
        assert_eq!(in_words([4, 5], 2), [None, None]);
        // In plain words every plan says 0.
        assert_eq!(in_words([4, 5], 4).len(), 1);
    }

    #[test]
    fn two_plans_carry_a_residue_whatever_their_words() {
        let in_order = |residues, by| said(Hiding::Order, residues, by);
        let expected = [
            some(None, "a 1, which counts three times"),
            some(
                Some(true),
                "a 1; 3 \u{d7} 1 + 1 says 4: what is left of the first number",
            ),
            some(None, "a 1, which counts three times"),
            some(
                Some(false),
                "a 0; 3 \u{d7} 1 + 0 says 3; of the second number 5 is left",
            ),
        ];
        for by in [0, 1, 2] {
            assert_eq!(in_order([4, 3], by), expected, "{by}");
        }
        assert_ne!(in_order([4, 3], 3), expected);
        assert_eq!(in_order([4, 3], 4).len(), 2);
    }
}
