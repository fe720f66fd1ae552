//! Numbers and lists as the language writes them. The marks and patterns are messages too (`locales/<language>/formats.ftl`), after the
//! Unicode Common Locale Data Repository (<https://cldr.unicode.org>).

use fluent_bundle::FluentArgs;

use crate::locale::catalogue::Catalogue;
use crate::locale::current;

/// How a language writes numbers and lists.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Formats {
    /// Between groups of three digits.
    pub group: String,
    /// Before the decimals.
    pub decimal: String,
}

impl Formats {
    /// What a catalogue says.
    pub(super) fn of(catalogue: &Catalogue) -> Formats {
        let mark = |id| catalogue.text(id, &FluentArgs::new());
        Formats {
            group: mark("format-group"),
            decimal: mark("format-decimal"),
        }
    }
}

/// A whole number with its digits in groups of three; no group mark in numbers of up to three digits.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let catalogue = current();
    let mut text = String::new();
    for (idx, digit) in digits.chars().enumerate() {
        if idx > 0 && (digits.len() - idx).is_multiple_of(3) {
            text.push_str(&catalogue.formats().group);
        }
        text.push(digit);
    }
    text
}

/// A number with so many decimals, without groups.
pub fn decimal(number: f64, n_decimals: usize) -> String {
    format!("{number:.n_decimals$}").replace('.', &current().formats().decimal)
}

/// Words in quotation marks.
pub fn quoted(text: String) -> String {
    crate::t!("format-quoted", text = text)
}

/// A number with its decimals, or without any where they are all zero.
pub fn decimal_or_whole(number: f64, n_decimals: usize) -> String {
    let text = format!("{number:.n_decimals$}");
    let decimals = text.split_once('.').map_or("", |(_, decimals)| decimals);
    let is_whole = decimals.bytes().all(|digit| digit == b'0');
    decimal(number, if is_whole { 0 } else { n_decimals })
}

/// Items as a list that ends in "and": "a", "a and b", "a, b and c".
pub fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first, second] => crate::t!(
            "format-list-two",
            first = first.clone(),
            second = second.clone()
        ),
        [first, middle @ .., last] => {
            let start = middle.iter().fold(first.clone(), |list, item| {
                crate::t!("format-list-middle", list = list, item = item.clone())
            });
            crate::t!("format-list-end", list = start, item = last.clone())
        }
    }
}

/// Items in a row, without a word before the last: "a, b, c".
pub fn series(items: &[String]) -> String {
    joined(items, |list, item| {
        crate::t!("format-list-middle", list = list, item = item)
    })
}

/// Clauses of one sentence: "a; b; c".
pub fn clauses(items: &[String]) -> String {
    joined(items, |list, item| {
        crate::t!("format-clauses", list = list, item = item)
    })
}

fn joined(items: &[String], join: impl Fn(String, String) -> String) -> String {
    let joined = items.iter().cloned().reduce(join);
    joined.unwrap_or_default()
}

/// From one number to another, both as they are written, also where they are the same: "a to b".
pub fn from_to(low: String, high: String) -> String {
    crate::t!("format-range", low = low, high = high)
}

/// The ends of a range: "a to b"; of one value, that.
pub fn range(low: String, high: String) -> String {
    match low == high {
        true => low,
        false => from_to(low, high),
    }
}
