//! Which language the page speaks: the one that the address asks for, else the one that was chosen here before, else English.

use leptos::prelude::*;

use super::PageState;
use super::storage::{store, stored};
use crate::assets;
use crate::locale::{Catalogue, LANGUAGES, Language, speak};
use crate::query;
use crate::t;

const LANGUAGE_KEY: &str = "language";

/// Makes the page speak its reader's language, before it is put together. `query`: that of its address. Returns what has to be said about it.
pub async fn start_language(query: &str) -> Option<String> {
    let language = asked_for(query)
        .or_else(|| Language::from_tag(&stored(LANGUAGE_KEY)?))
        .unwrap_or(LANGUAGES[0]);
    let notice = if language == LANGUAGES[0] {
        None
    } else {
        match assets::messages(language).await {
            Ok(text) => {
                speak(Catalogue::new(language, &text));
                None
            }
            Err(error) => Some(t!(
                "head-language-failed",
                language = language.name,
                reason = error.to_string()
            )),
        }
    };
    show(crate::locale::language());
    notice
}

fn asked_for(query: &str) -> Option<Language> {
    let (query, _) = query::parse(query);
    Language::from_tag(&query.lang?)
}

/// Tells the browser, and who reads the page aloud, what is spoken.
fn show(language: Language) {
    if let Some(root) = document().document_element() {
        // Neither call can fail: the names are fixed, legal ones.
        let _ = root.set_attribute("lang", language.tag);
        let _ = root.set_attribute("dir", language.direction());
    }
}

impl PageState {
    /// Opens the page in another language, at the same place and with the same settings.
    pub fn choose_language(self, language: Language) {
        store(LANGUAGE_KEY, language.tag);
        let location = window().location();
        // A document that came without an address, as in a frame made of text, cannot be opened anew.
        let has_address = location
            .protocol()
            .is_ok_and(|protocol| protocol != "about:");
        let query = with_language(&location.search().unwrap_or_default(), language);
        if !has_address || location.set_search(&query).is_err() {
            self.notices
                .update(|notices| notices.push(t!("head-language-fixed")));
        }
    }
}

/// A query in which the language is another one, and all else the same.
fn with_language(query: &str, language: Language) -> String {
    let pairs = query.trim_start_matches('?').split('&');
    let others = pairs.filter(|pair| !pair.is_empty() && !pair.starts_with("lang="));
    let lang = format!("lang={}", language.tag);
    others.chain([lang.as_str()]).collect::<Vec<_>>().join("&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(query: &str, expected: &str) {
        assert_eq!(with_language(query, LANGUAGES[1]), expected);
    }

    #[test]
    fn only_the_language_changes() {
        check("", "lang=de");
        check("?lang=en", "lang=de");
        check("?embed=duel&lang=en&x=%20", "embed=duel&x=%20&lang=de");
    }
}
