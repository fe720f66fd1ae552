//! Alterations of bytes: flipped, left out, doubled, moved, cut, spliced with another sample, repeated without end, and pieces put in
//! that readers are known to stumble over.

use rand::Rng;
use rand_pcg::Pcg64Mcg;

use crate::target::Form;

/// Numbers at the ends of what types hold, and beyond.
pub(super) const NUMBERS: [&str; 20] = [
    "0",
    "-0",
    "1",
    "-1",
    "128",
    "255",
    "256",
    "65536",
    "2147483648",
    "4294967295",
    "4294967296",
    "9007199254740993",
    "9223372036854775807",
    "-9223372036854775808",
    "18446744073709551615",
    "18446744073709551616",
    "1e308",
    "1e999",
    "5e-324",
    "0.1e-400",
];

/// Pieces of text.
const PIECES: [&str; 44] = [
    "",
    " ",
    "\n",
    "\r\n",
    "\t",
    "\0",
    "\u{feff}",
    "\u{202e}",
    "\u{2212}",
    "\u{2013}",
    "\u{663}",
    "\u{b2}",
    "\u{1d7d9}",
    "\u{fffd}",
    "e\u{301}\u{301}\u{301}",
    "\u{1f469}\u{200d}\u{1f4bb}",
    "\u{130}",
    "\u{df}",
    "%",
    "%0",
    "%00",
    "%FF",
    "%C3%28",
    "&",
    "=",
    "#",
    "?",
    "~",
    ".",
    ":",
    ";",
    ",",
    "-",
    "<em>",
    "</em>",
    "{",
    "}",
    "[",
    "\"",
    "\\ud800",
    "\\u0000",
    "null",
    "NaN",
    "mod",
];

/// What opens something in some form, for nesting.
const OPENERS: [&str; 8] = [
    "[",
    "{",
    "{\"a\":",
    "(",
    "{ A(",
    "<em>",
    "-",
    "{ $a ->\n *[x] ",
];

/// Alters a case once.
pub(super) fn alter(case: &mut Vec<u8>, other: &[u8], form: Form, rng: &mut Pcg64Mcg) {
    let at = rng.random_range(0..=case.len());
    let span = at..(at + short(rng)).min(case.len());
    match rng.random_range(0..14) {
        0 if !span.is_empty() => case[at] ^= 1 << rng.random_range(0..8),
        1 if !span.is_empty() => case[at] = byte(form, rng),
        2 => drop(case.drain(span)),
        3 => {
            let piece = case[span].to_vec();
            put(case, at, &piece);
        }
        4 => {
            let piece: Vec<u8> = case.drain(span).collect();
            let to = rng.random_range(0..=case.len());
            put(case, to, &piece);
        }
        5 => case.truncate(at),
        6 => {
            let from = rng.random_range(0..=other.len());
            case.truncate(at);
            case.extend_from_slice(&other[from..]);
        }
        7 => {
            let from = rng.random_range(0..=other.len());
            let to = (from + short(rng)).min(other.len());
            put(case, at, &other[from..to]);
        }
        8 if rng.random_ratio(1, 16) => {
            let piece = match rng.random() {
                true if !span.is_empty() => case[span].to_vec(),
                _ => OPENERS[rng.random_range(0..OPENERS.len())].into(),
            };
            let n_bytes = 1_usize << rng.random_range(4..=16);
            put(case, at, &piece.repeat(n_bytes / piece.len().max(1)));
        }
        9 | 10 if form != Form::Tokens => replace_number(case, at, rng),
        11 | 12 if form != Form::Tokens => {
            put(
                case,
                at,
                PIECES[rng.random_range(0..PIECES.len())].as_bytes(),
            );
        }
        _ => {
            let piece: Vec<u8> = (0..short(rng)).map(|_| byte(form, rng)).collect();
            put(case, at, &piece);
        }
    }
}

/// A number of bytes, mostly a small one.
fn short(rng: &mut Pcg64Mcg) -> usize {
    1 << rng.random_range(0..=6) >> rng.random_range(0..=3)
}

/// A byte, mostly one that belongs there.
fn byte(form: Form, rng: &mut Pcg64Mcg) -> u8 {
    let n_tokens = syw_core::vocabulary::vocabulary().len() as u8;
    match form {
        Form::Tokens if rng.random_ratio(31, 32) => rng.random_range(0..n_tokens),
        Form::Text | Form::Json if rng.random_ratio(7, 8) => rng.random_range(b' '..=b'~'),
        _ => rng.random(),
    }
}

fn put(case: &mut Vec<u8>, at: usize, piece: &[u8]) {
    let _ = case.splice(at..at, piece.iter().copied());
}

/// Puts a number at the end of some type into the place of the first one after a place.
fn replace_number(case: &mut Vec<u8>, at: usize, rng: &mut Pcg64Mcg) {
    let is_digit = |byte: &u8| byte.is_ascii_digit();
    let Some(start) = case[at..]
        .iter()
        .position(is_digit)
        .map(|length| at + length)
    else {
        return;
    };
    let n_digits = case[start..]
        .iter()
        .take_while(|byte| is_digit(byte))
        .count();
    let number = NUMBERS[rng.random_range(0..NUMBERS.len())].bytes();
    let _ = case.splice(start..start + n_digits, number);
}
