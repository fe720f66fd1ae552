//! What comes from outside: files as JSON, and the words of it that a message quotes.
//!
//! A message is for people, so it stays short whatever was read.

use serde::de::DeserializeOwned;

/// Characters that a message quotes of one foreign name or part.
const MOST_QUOTED: usize = 60;
/// Characters that it takes over of what a decoder says, which may itself quote a file.
const MOST_SAID: usize = 200;

/// A foreign text as a message quotes it: its middle is left out where it is long.
pub fn quoted(text: &str) -> String {
    brief(text, MOST_QUOTED)
}

/// What a decoder says, as a message passes it on: begin and end of it, where the kind of fault and its place stand.
pub fn said(text: &str) -> String {
    brief(text, MOST_SAID)
}

/// Reads a file of JSON.
///
/// # Errors
///
/// What is wrong with it, and where, in at most a few lines.
pub fn json<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_json::from_str(text).map_err(|error| said(&error.to_string()))
}

/// The sum of counts from a file, which may be any numbers: as large as a number can be where it is larger.
pub fn total(counts: impl IntoIterator<Item = usize>) -> usize {
    counts.into_iter().fold(0, usize::saturating_add)
}

fn brief(text: &str, most: usize) -> String {
    let n = text.chars().count();
    if n <= most {
        return text.to_owned();
    }
    let kept = most / 2;
    let begin: String = text.chars().take(kept).collect();
    let end: String = text.chars().skip(n - kept).collect();
    format!("{begin}\u{2026}{end}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(brief(text, 4), expected);
    }

    #[test]
    fn what_is_long_loses_its_middle() {
        check("", "");
        check("abcd", "abcd");
        check("abcde", "ab\u{2026}de");
        check("äöüßé", "äö\u{2026}ßé");
    }

    #[test]
    fn sums_stop_at_the_largest_number() {
        assert_eq!(total([]), 0);
        assert_eq!(total([2, 3]), 5);
        assert_eq!(total([usize::MAX, 1, 1]), usize::MAX);
    }

    #[test]
    fn the_place_of_a_fault_in_a_long_file_is_told() {
        let text = format!("\"{}\"", "x".repeat(10_000));
        let message = json::<u8>(&text).unwrap_err();
        assert!(
            message.starts_with("invalid type: string \"xxx"),
            "{message}"
        );
        assert!(
            message.ends_with("x\", expected u8 at line 1 column 10002"),
            "{message}"
        );
        assert_eq!(message.chars().count(), MOST_SAID + 1);
    }
}
