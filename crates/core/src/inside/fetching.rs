//! Which head fetches an earlier result: where a chain copies one, whom did the position before the copy read?

use serde::{Deserialize, Serialize};

use super::Explanation;
use crate::Token;
use crate::chain::{Step, parse};

/// What a copied result becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Copied {
    /// An operand of a later step.
    Operand,
    /// The answer.
    Answer,
}

/// A digit that stands in a text for the second time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fetch {
    /// Of what it is a digit.
    pub what: Copied,
    /// The position of the token before the copy: where the copy is decided.
    pub query: usize,
    /// The position of the digit that is copied.
    pub source: usize,
}

/// The digits of earlier results that a completion copies, of the latest result where several are equal. `first` is the
/// position of the completion in the text. A number that equals the modulus of its step is left out: it may be the modulus.
pub fn copies(completion: &[Token], first: usize) -> Vec<Fetch> {
    let parsed = parse(completion);
    let mut results: Vec<(i64, usize)> = Vec::new();
    let mut found = Vec::new();
    let mut copy = |what, results: &[(i64, usize)], value: i64, at: usize| {
        let earlier = results.iter().rev().find(|(result, _)| *result == value);
        let n_digits = value.to_string().len();
        found.extend(earlier.into_iter().flat_map(|&(_, source)| {
            (0..n_digits).map(move |digit| Fetch {
                what,
                query: first + at + digit - 1,
                source: first + source + digit,
            })
        }));
    };
    for (segment, step) in parsed.steps() {
        let numbers = numbers(completion, segment.span.clone());
        let Some((&(_, result_at), operands)) = numbers.split_last() else {
            continue;
        };
        for (value, at) in operands_of(step, operands) {
            copy(Copied::Operand, &results, value, at);
        }
        results.push((step.result(), result_at));
    }
    if let Some(answer) = parsed.answer.filter(|answer| *answer >= 0) {
        copy(Copied::Answer, &results, answer, parsed.answer_start + 1);
    }
    found
}

/// The unsigned numbers in a part of a text, each with the place of its first digit.
fn numbers(tokens: &[Token], span: std::ops::Range<usize>) -> Vec<(i64, usize)> {
    let mut numbers: Vec<(i64, usize)> = Vec::new();
    let mut is_open = false;
    for at in span {
        match (tokens[at].as_digit(), numbers.last_mut()) {
            (Some(digit), Some((number, _))) if is_open => {
                *number = *number * 10 + i64::from(digit)
            }
            (Some(digit), _) => numbers.push((i64::from(digit), at)),
            (None, _) => {}
        }
        is_open = tokens[at].as_digit().is_some();
    }
    numbers
}

/// Those of the numbers before a step's result that it works on.
fn operands_of(step: Step, numbers: &[(i64, usize)]) -> Vec<(i64, usize)> {
    let modulus = step.modulus();
    let is_operand = |&&(number, _): &&(i64, usize)| modulus != Some(number);
    match step {
        // The digit that is brought down is of the problem.
        Step::Divide { carry, .. } => {
            let is_carry =
                |&&(number, _): &&(i64, usize)| number == carry && modulus != Some(number);
            numbers.iter().find(is_carry).copied().into_iter().collect()
        }
        _ => numbers.iter().filter(is_operand).copied().collect(),
    }
}

/// How much one head read from what was copied, averaged over copies.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct HeadScore {
    /// From 0.
    pub layer: usize,
    /// From 0.
    pub head: usize,
    /// The mean share of its attention, 0 to 1.
    pub share: f64,
}

/// What every head of a model reads where its chains copy a result.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Heads {
    /// What is copied.
    pub what: Copied,
    /// Copied digits that were looked at.
    pub n: usize,
    /// What a head reads from the same place if it reads from every place alike.
    pub even: f64,
    /// Every head, the one that reads most first.
    pub heads: Vec<HeadScore>,
}

impl Heads {
    /// Averages over texts, each with what is copied in it.
    pub fn of(what: Copied, texts: &[(Explanation, Vec<Fetch>)]) -> Heads {
        let of_kind = |fetch: &&Fetch| fetch.what == what;
        let n = texts
            .iter()
            .flat_map(|(_, fetches)| fetches)
            .filter(of_kind);
        let n = n.count();
        let mean = |share: &dyn Fn(&Explanation, &Fetch) -> f64| {
            let sum: f64 = texts
                .iter()
                .flat_map(|(seen, fetches)| {
                    fetches.iter().filter(of_kind).map(move |it| (seen, it))
                })
                .map(|(seen, fetch)| share(seen, fetch))
                .sum();
            round(sum / n.max(1) as f64)
        };
        let attention = texts.first().map_or(&[][..], |(seen, _)| &seen.attention);
        let places = attention
            .iter()
            .enumerate()
            .flat_map(|(layer, heads)| (0..heads.len()).map(move |head| (layer, head)));
        let score = |(layer, head): (usize, usize)| HeadScore {
            layer,
            head,
            share: mean(&|seen, fetch| {
                let row = &seen.attention[layer][head][fetch.query];
                f64::from(row.get(fetch.source).copied().unwrap_or(0.0))
            }),
        };
        let mut heads: Vec<HeadScore> = places.map(score).collect();
        heads.sort_by(|one, other| other.share.total_cmp(&one.share));
        Heads {
            what,
            n,
            even: mean(&|_, fetch| 1.0 / (fetch.query + 1) as f64),
            heads,
        }
    }
}

/// Four decimals.
pub(super) fn round(number: f64) -> f64 {
    (number * 1e4).round() / 1e4
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chain::{Strategy, Style, render, solve};

    fn canonical() -> Vec<Token> {
        let problem = "67 × 89 mod 7".parse().unwrap();
        render(
            &solve(&problem, Strategy::ReduceThenAdd),
            &Style::canonical(),
        )
    }

    #[test]
    fn what_is_copied_is_found() {
        let tokens = canonical();
        let found = copies(&tokens, 10);
        let copied: Vec<(Copied, u8)> = found
            .iter()
            .map(|fetch| (fetch.what, tokens[fetch.source - 10].as_digit().unwrap()))
            .collect();
        let operand = |digit| (Copied::Operand, digit);
        // 67 mod 7 is 4; 89 mod 7 is 5; 4 times 5 is 20; 20 mod 7 is 6; the answer is 6.
        assert_eq!(
            copied,
            [
                operand(4),
                operand(5),
                operand(2),
                operand(0),
                (Copied::Answer, 6)
            ]
        );
        for fetch in &found {
            assert!(fetch.source <= fetch.query);
            assert_eq!(tokens[fetch.query + 1 - 10], tokens[fetch.source - 10]);
        }
        assert_eq!(copies(&[Token::ANSWER, Token::digit(3)], 4), []);
    }

    #[test]
    fn the_head_that_reads_the_source_comes_first() {
        let tokens = canonical();
        let fetches = copies(&tokens, 0);
        let n = tokens.len();
        let even: Vec<Vec<f32>> = (0..n)
            .map(|query| vec![1.0 / (query + 1) as f32; query + 1])
            .collect();
        let mut fetching: Vec<Vec<f32>> = (0..n).map(|query| vec![0.0; query + 1]).collect();
        for fetch in &fetches {
            fetching[fetch.query][fetch.source] = 0.75;
        }
        let seen = Explanation {
            attention: vec![vec![even.clone(), even.clone()], vec![even, fetching]],
            lens: Vec::new(),
        };
        let heads = Heads::of(Copied::Operand, &[(seen, fetches)]);
        assert_eq!((heads.n, heads.heads.len()), (4, 4));
        let best = heads.heads[0];
        assert_eq!((best.layer, best.head, best.share), (1, 1, 0.75));
        assert_eq!(heads.heads[1].share, heads.even);
        assert_eq!(Heads::of(Copied::Answer, &[]).heads, []);
    }
}
