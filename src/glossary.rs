//! The words of the field that the page uses, each with what it means here. The words themselves are messages (`locales/*/glossary.ftl`).

use crate::locale::named;

/// The keys of the words, by which the essay names them.
const KEYS: [&str; 18] = [
    "activation-patching",
    "area-under-the-curve",
    "capability",
    "chain-of-thought",
    "faithful",
    "forward-pass",
    "greedy",
    "held-out",
    "home-rung",
    "legible",
    "linear-probe",
    "load-bearing",
    "monitor",
    "off-distribution",
    "paraphraser",
    "reinforcement",
    "seed",
    "steganography",
];

/// A word and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub term: String,
    pub means: String,
}

/// The glossary, in the order of the language's alphabet.
pub fn glossary() -> Vec<Entry> {
    let mut entries: Vec<Entry> = KEYS.into_iter().filter_map(entry).collect();
    entries.sort_by_key(|entry| entry.term.to_lowercase());
    entries
}

/// The entry of a key; nothing where the glossary lacks it.
pub fn entry(key: &str) -> Option<Entry> {
    KEYS.contains(&key).then(|| Entry {
        term: named("glossary", key),
        means: named("glossary-means", key),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_glossary_is_in_order() {
        let entries = glossary();
        assert_eq!(entries.len(), KEYS.len());
        assert!(entries.is_sorted_by_key(|entry| entry.term.clone()));
        let greedy = entry("greedy").unwrap();
        assert_eq!(greedy, entries[6]);
        assert!(
            greedy.means.starts_with("Always taking"),
            "{}",
            greedy.means
        );
        assert_eq!(entry("no-such-word"), None);
    }
}
