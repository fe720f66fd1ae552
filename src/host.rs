//! What an embedded figure and the page around it say to each other, as plain data.
//!
//! The frame tells how high it is, in its own words and in those of two hosts that listen for theirs; that it stands; and which
//! settings it has come to. It heeds one wish of the window around it, another theme, and nothing else. (Other settings are another address of the frame, which
//! its owner can always give it.)

use serde_json::{Value, json};

use crate::query::Theme;

/// Who speaks, in messages of our own.
pub const SOURCE: &str = "show-your-work";
/// To whom a message to the frame is addressed.
const TARGET: &str = "show-your-work";
/// No wish is longer than this as JSON, in bytes.
const MAX_MESSAGE: usize = 200;

/// What a frame has to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Word {
    /// It stands, and shows this figure.
    Ready { figure: String },
    /// Its content has this height, in CSS pixels.
    Height(u32),
    /// The settings it has come to, as the hash of a link.
    State { hash: String },
}

/// The messages that say it: our own first, then the dialects of the hosts. `secret`: what WordPress gave the frame.
pub fn messages(word: &Word, secret: Option<&str>) -> Vec<Value> {
    match word {
        Word::Ready { figure } => {
            vec![json!({ "source": SOURCE, "type": "ready", "figure": figure })]
        }
        Word::Height(height) => {
            let own = json!({ "source": SOURCE, "type": "height", "height": height });
            let less_wrong = json!({ "type": "iframe-widget-resize", "height": height });
            let word_press =
                |secret| json!({ "message": "height", "value": height, "secret": secret });
            [own, less_wrong]
                .into_iter()
                .chain(secret.map(word_press))
                .collect()
        }
        Word::State { hash } => vec![json!({ "source": SOURCE, "type": "state", "hash": hash })],
    }
}

/// Reads a message to the frame, as JSON: the theme that is wished. `None` for whatever is not a wish in exactly our form, and for what is longer than any.
pub fn heard(message: &str) -> Option<Theme> {
    let is_short = message.len() <= MAX_MESSAGE;
    is_short
        .then(|| serde_json::from_str(message).ok())
        .flatten()
        .as_ref()
        .and_then(wish)
}

/// Reads a message to the frame: the theme that is wished. `None` for whatever is not a wish in exactly our form.
pub fn wish(message: &Value) -> Option<Theme> {
    let text = |key: &str| message.get(key).and_then(Value::as_str);
    if text("target")? != TARGET {
        return None;
    }
    match text("type")? {
        "theme" => Theme::from_name(text("theme")?),
        _ => None,
    }
}

/// The secret that WordPress appends to the address of a frame: `#?secret=…`.
pub fn secret(hash: &str) -> Option<String> {
    let after = hash.split('?').nth(1)?;
    let secret = after
        .split('&')
        .find_map(|part| part.strip_prefix("secret="))?;
    let is_one =
        (1..=64).contains(&secret.len()) && secret.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_one.then(|| secret.to_owned())
}

/// Keeps the words about one thing apart in time, and says nothing twice.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pace {
    said: Option<(f64, Word)>,
    is_waiting: bool,
}

/// What to do with a word.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Turn {
    /// Say it.
    Now,
    /// Ask again after so many milliseconds; what is to be said then may be another word.
    After(f64),
    /// It was said, or somebody will ask again.
    Not,
}

/// Milliseconds between two words about the same thing: at most four in a second.
pub const APART: f64 = 250.0;

impl Pace {
    /// Whether to say `word` at this time, which never runs back.
    pub fn ask(&mut self, now: f64, word: &Word) -> Turn {
        if self.said.as_ref().is_some_and(|(_, said)| said == word) || self.is_waiting {
            return Turn::Not;
        }
        let since = self.said.as_ref().map_or(APART, |(at, _)| now - at);
        if since < APART {
            self.is_waiting = true;
            return Turn::After(APART - since);
        }
        self.said = Some((now, word.clone()));
        Turn::Now
    }

    /// The wait is over: the word is asked for anew.
    pub fn wake(&mut self) {
        self.is_waiting = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check_said(word: Word, secret: Option<&str>, expected: &[Value]) {
        assert_eq!(messages(&word, secret), expected);
    }

    #[test]
    fn each_host_hears_its_own_dialect() {
        let own = json!({ "source": "show-your-work", "type": "height", "height": 480 });
        let less_wrong = json!({ "type": "iframe-widget-resize", "height": 480 });
        let word_press = json!({ "message": "height", "value": 480, "secret": "aB3" });
        check_said(Word::Height(480), None, &[own.clone(), less_wrong.clone()]);
        check_said(
            Word::Height(480),
            Some("aB3"),
            &[own, less_wrong, word_press],
        );
        let figure = "claim:P3".to_owned();
        let ready = json!({ "source": "show-your-work", "type": "ready", "figure": "claim:P3" });
        check_said(Word::Ready { figure }, Some("aB3"), &[ready]);
        let hash = "p=1".to_owned();
        let state = json!({ "source": "show-your-work", "type": "state", "hash": "p=1" });
        check_said(Word::State { hash }, None, &[state]);
    }

    #[track_caller]
    fn check_wish(message: Value, expected: Option<Theme>) {
        assert_eq!(wish(&message), expected, "{message}");
    }

    #[test]
    fn only_a_wish_in_our_form_is_heeded() {
        let theme =
            |theme: &str| json!({ "target": "show-your-work", "type": "theme", "theme": theme });
        check_wish(theme("dark"), Some(Theme::Dark));
        check_wish(theme("projector"), Some(Theme::Projector));
        check_wish(theme("pink"), None);
        for message in [
            json!(null),
            json!("theme"),
            json!([]),
            json!(7),
            json!({}),
            json!({ "type": "theme", "theme": "dark" }),
            json!({ "target": "others", "type": "theme", "theme": "dark" }),
            json!({ "target": "show-your-work", "type": "eval", "theme": "dark" }),
            json!({ "target": "show-your-work", "type": "state", "hash": "p=6" }),
            json!({ "target": "show-your-work", "type": "theme", "theme": ["dark"] }),
            json!({ "source": "show-your-work", "type": "height", "height": 1 }),
            json!({ "message": "ready", "secret": "abc" }),
        ] {
            check_wish(message, None);
        }
    }

    #[test]
    fn a_message_longer_than_any_wish_is_not_read() {
        let message = r#"{"target":"show-your-work","type":"theme","theme":"dark"}"#;
        assert_eq!(heard(message), Some(Theme::Dark));
        let spaces = " ".repeat(MAX_MESSAGE);
        assert_eq!(heard(&format!("{spaces}{message}")), None);
    }

    #[track_caller]
    fn check_secret(hash: &str, expected: Option<&str>) {
        assert_eq!(secret(hash).as_deref(), expected, "{hash}");
    }

    #[test]
    fn the_secret_stands_after_a_question_mark() {
        check_secret("#?secret=a1B2c3D4e5", Some("a1B2c3D4e5"));
        check_secret("#p=6?secret=x", Some("x"));
        check_secret("#?a=b&secret=x", Some("x"));
        for hash in [
            "",
            "#",
            "#secret=x",
            "#?secret=",
            "#?secret=<b>",
            "#?secrets=x",
            "#?x=secret",
        ] {
            check_secret(hash, None);
        }
    }

    #[test]
    fn words_keep_their_distance_and_the_last_one_is_said() {
        let mut pace = Pace::default();
        assert_eq!(pace.ask(0.0, &Word::Height(100)), Turn::Now);
        assert_eq!(pace.ask(10.0, &Word::Height(100)), Turn::Not);
        assert_eq!(pace.ask(50.0, &Word::Height(200)), Turn::After(200.0));
        assert_eq!(pace.ask(60.0, &Word::Height(300)), Turn::Not);
        pace.wake();
        assert_eq!(pace.ask(250.0, &Word::Height(300)), Turn::Now);
        // Back to what was said last before anybody asked: nothing to say.
        assert_eq!(pace.ask(260.0, &Word::Height(400)), Turn::After(240.0));
        pace.wake();
        assert_eq!(pace.ask(500.0, &Word::Height(300)), Turn::Not);
    }

    proptest! {
        #[test]
        fn no_hash_makes_reading_fail(hash in "\\PC*") {
            if let Some(found) = secret(&hash) {
                prop_assert!(hash.contains(&found));
            }
        }
    }
}
