//! Compares a model with a recording of what PyTorch computes with the same weights (`training/syw/parity.py`).
//!
//! Part of the library so that the same comparison runs natively, in a browser and in `xtask`.

use syw_core::Token;
use syw_core::decoding::{BatchModel, Completion, LanguageModel, argmax};
use syw_core::thoughts::Alteration;
use thiserror::Error;

use crate::{Error, OnnxModel, digest};

/// How far a logit may be from PyTorch's: three times the largest difference seen, a tenth of what the recording leaves
/// out as a tie.
pub const LOGIT_TOLERANCE: f32 = 1e-4;

/// What was compared.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Parity {
    /// Completions, token for token.
    pub completions: usize,
    /// Their tokens.
    pub tokens: usize,
    /// Single logits.
    pub logits: usize,
    /// Single numbers of thoughts.
    pub thoughts: usize,
    /// The largest difference of a logit or of a number of a thought.
    pub largest_difference: f32,
}

/// How a model differs from its recording.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum Mismatch {
    /// A line that cannot be read.
    #[error("line {0} of the recording cannot be read")]
    Line(usize),
    /// Other tokens.
    #[error("line {line}: {how} wrote {found:?} instead of {expected:?}")]
    Completion {
        /// In the recording, from 1.
        line: usize,
        /// One text at a time, or many.
        how: &'static str,
        /// In the recording.
        expected: Vec<Token>,
        /// By the engine.
        found: Vec<Token>,
    },
    /// Another thought.
    #[error("line {line}: thoughts differ by {difference}")]
    Thoughts {
        /// In the recording, from 1.
        line: usize,
        /// The largest one.
        difference: f32,
    },
    /// Another logit.
    #[error("line {line}: {how} gives logits that differ by {difference}")]
    Logits {
        /// In the recording, from 1.
        line: usize,
        /// In one pass, or token by token.
        how: &'static str,
        /// The largest one.
        difference: f32,
    },
    /// The engine failed.
    #[error(transparent)]
    Engine(#[from] Error),
}

enum Line {
    Complete {
        prefix: Vec<Token>,
        completion: Vec<Token>,
    },
    Logits {
        text: Vec<Token>,
        position: usize,
        expected: Vec<f32>,
    },
    /// Greedy choices after `<answer>`, and all numbers of all thoughts before it.
    Think {
        prompt: Vec<Token>,
        answer: Token,
        expected: Vec<f32>,
    },
}

/// Completes and reads everything in `recording`: many texts at once, and the first `n_single` one token at a time.
pub fn check_parity(
    model: &OnnxModel,
    recording: &str,
    n_single: usize,
) -> Result<Parity, Mismatch> {
    let lines = recording
        .lines()
        .enumerate()
        .map(|(idx, line)| parse(line).ok_or(Mismatch::Line(idx + 1)));
    let lines = lines.collect::<Result<Vec<Line>, _>>()?;
    let mut parity = Parity::default();
    let mut prefixes = Vec::new();
    let mut expectations = Vec::new();
    for (idx, line) in lines.iter().enumerate() {
        match line {
            Line::Complete { prefix, completion } => {
                prefixes.push(prefix.clone());
                expectations.push((idx + 1, completion));
            }
            Line::Think {
                prompt,
                answer,
                expected,
            } => {
                let n_thoughts = expected.len() / model.width();
                let kept = vec![Alteration::Kept; n_thoughts];
                let thinking = model.think(prompt, &kept, &[Token::ANSWER])?;
                let vectors = thinking.thoughts.into_iter().map(|it| it.vector);
                let found = vectors.collect::<Vec<_>>().concat();
                let difference = largest_difference(expected, &found);
                if difference.is_nan() || difference > LOGIT_TOLERANCE {
                    let line = idx + 1;
                    return Err(Mismatch::Thoughts { line, difference });
                }
                let best = Token(argmax(&thinking.probs) as u8);
                if best != *answer {
                    return Err(Mismatch::Completion {
                        line: idx + 1,
                        how: "thinking",
                        expected: vec![*answer],
                        found: vec![best],
                    });
                }
                parity.largest_difference = parity.largest_difference.max(difference);
                parity.thoughts += found.len();
            }
            Line::Logits {
                text,
                position,
                expected,
            } => {
                let at_once = model.logits(text)?.swap_remove(*position);
                let (state, _) = model.read(None, &text[..1])?;
                let stepwise = match &text[1..=*position] {
                    [] => model.read(None, &text[..1])?.1,
                    rest => model.read(Some(&state), rest)?.1,
                };
                for (how, found) in [("one pass", at_once), ("token by token", stepwise)] {
                    let difference = largest_difference(expected, &found);
                    if difference.is_nan() || difference > LOGIT_TOLERANCE {
                        return Err(Mismatch::Logits {
                            line: idx + 1,
                            how,
                            difference,
                        });
                    }
                    parity.largest_difference = parity.largest_difference.max(difference);
                    parity.logits += found.len();
                }
            }
        }
    }
    let batched = model.complete(&prefixes, model.max_length())?;
    for (idx, ((line, expected), batched)) in expectations.into_iter().zip(batched).enumerate() {
        let mut found = vec![("a batch", batched)];
        if idx < n_single {
            found.push((
                "one text",
                model.greedy(&prefixes[idx], model.max_length())?,
            ));
        }
        for (how, found) in found {
            if found.tokens != *expected {
                return Err(Mismatch::Completion {
                    line,
                    how,
                    expected: expected.clone(),
                    found: found.tokens,
                });
            }
        }
        parity.completions += 1;
        parity.tokens += expected.len();
    }
    Ok(parity)
}

/// The digest of what a model makes of a recording, to the bit, the same wherever the engine runs: the logits of its texts, and what the
/// model writes after its prefixes with the probabilities, many at once and the first `n_single` one token at a time.
pub fn bits(model: &OnnxModel, recording: &str, n_single: usize) -> Result<String, Mismatch> {
    let mut bytes = Vec::new();
    let mut prefixes = Vec::new();
    for (idx, line) in recording.lines().enumerate() {
        match parse(line).ok_or(Mismatch::Line(idx + 1))? {
            Line::Logits { text, .. } => {
                let logits = model.logits(&text)?.into_iter().flatten();
                bytes.extend(logits.flat_map(f32::to_le_bytes));
            }
            Line::Complete { prefix, .. } => prefixes.push(prefix),
            Line::Think { .. } => {}
        }
    }
    let mut completions = model.complete(&prefixes, model.max_length())?;
    for prefix in prefixes.iter().take(n_single) {
        completions.push(model.greedy(prefix, model.max_length())?);
    }
    for Completion { tokens, probs } in completions {
        bytes.extend(tokens.into_iter().map(|token| token.0));
        bytes.extend(probs.into_iter().flat_map(f32::to_le_bytes));
    }
    Ok(digest(&bytes))
}

fn largest_difference(expected: &[f32], found: &[f32]) -> f32 {
    if expected.len() != found.len() {
        return f32::INFINITY;
    }
    let differences = expected
        .iter()
        .zip(found)
        .map(|(expected, found)| (expected - found).abs());
    // `f32::max` would pass over NaN.
    differences.fold(0.0, |largest, difference| {
        if difference > largest || difference.is_nan() {
            difference
        } else {
            largest
        }
    })
}

fn parse(line: &str) -> Option<Line> {
    let mut words = line.split(' ');
    let line = match words.next()? {
        "complete" => Line::Complete {
            prefix: tokens(words.next()?)?,
            completion: tokens(words.next()?)?,
        },
        "logits" => {
            let (text, position) = (tokens(words.next()?)?, words.next()?.parse().ok()?);
            let expected = words
                .by_ref()
                .map(|word| word.parse().ok())
                .collect::<Option<_>>()?;
            if position >= text.len() {
                return None;
            }
            Line::Logits {
                text,
                position,
                expected,
            }
        }
        "think" => {
            let (prompt, answer) = (tokens(words.next()?)?, tokens(words.next()?)?);
            let expected = words
                .by_ref()
                .map(|word| word.parse().ok())
                .collect::<Option<_>>()?;
            let [answer] = answer[..] else { return None };
            Line::Think {
                prompt,
                answer,
                expected,
            }
        }
        _ => return None,
    };
    words.next().is_none().then_some(line)
}

/// A token is the character with code 33 + id, or 67 + id where the former is no printable character.
fn tokens(text: &str) -> Option<Vec<Token>> {
    let id = |character: char| match u32::from(character) {
        code @ 33..127 => Some(code - 33),
        code @ 161.. => Some(code - 67),
        _ => None,
    };
    text.chars()
        .map(|character| u8::try_from(id(character)?).ok().map(Token))
        .collect()
}
