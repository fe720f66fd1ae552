//! The list of sources, `docs/sources.md`, as data.

/// The list.
const LIST: &str = include_str!("../docs/sources.md");

/// A source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// What it is cited by.
    pub key: &'static str,
    /// Who wrote it, and when.
    pub who: &'static str,
    pub title: &'static str,
    pub url: &'static str,
    /// What of it was read, and what it is used for, in two short sentences.
    pub note: &'static str,
}

/// Every source, in the order of the list.
pub fn sources() -> Vec<Source> {
    LIST.lines().filter_map(source).collect()
}

/// The source of a key.
pub fn source_of(key: &str) -> Option<Source> {
    sources().into_iter().find(|source| source.key == key)
}

/// One line: a key in backticks, who, the title with its address in brackets, the note.
fn source(line: &'static str) -> Option<Source> {
    let (key, rest) = line.strip_prefix("- `")?.split_once("` ")?;
    let (who, rest) = rest.split_once(", [")?;
    let (title, rest) = rest.split_once("](")?;
    let (url, note) = rest.split_once("). ")?;
    Some(Source {
        key,
        who,
        title,
        url,
        note,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::path::Path;

    #[test]
    fn every_line_of_the_list_is_read() {
        let n_lines = LIST.lines().filter(|line| line.starts_with("- ")).count();
        let sources = sources();
        assert_eq!(sources.len(), n_lines);
        let keys: BTreeSet<&str> = sources.iter().map(|source| source.key).collect();
        assert_eq!(keys.len(), sources.len(), "a key stands twice");
        for source in sources {
            let address = source.url.strip_prefix("https://").unwrap_or_default();
            let (host, path) = address.split_once('/').unwrap_or_default();
            assert!(
                host.contains('.') && !path.is_empty() && !address.contains(' '),
                "{source:?}"
            );
            if host == "arxiv.org" {
                let number = path.strip_prefix("abs/").unwrap_or_default();
                let (month, paper) = number.split_once('.').unwrap_or_default();
                let is_number = |text: &str, n: usize| {
                    text.len() == n && text.bytes().all(|byte| byte.is_ascii_digit())
                };
                assert!(is_number(month, 4) && is_number(paper, 5), "{source:?}");
            }
            assert!(
                source.note.starts_with("Read: ") && source.note.contains("Here: "),
                "{source:?}"
            );
        }
    }

    /// The keys that the messages of a language cite.
    fn cited(folder: &Path) -> BTreeSet<String> {
        let mut keys = BTreeSet::new();
        for entry in std::fs::read_dir(folder).unwrap() {
            let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
            let found = text.split("<cite:").skip(1);
            keys.extend(found.filter_map(|rest| Some(rest.split_once('/')?.0.to_owned())));
        }
        keys
    }

    #[test]
    fn what_is_cited_is_listed_and_what_is_listed_is_cited() {
        let keys = cited(&Path::new(env!("CARGO_MANIFEST_DIR")).join("locales/en"));
        let listed: BTreeSet<String> = sources()
            .iter()
            .map(|source| source.key.to_owned())
            .collect();
        assert_eq!(keys, listed);
    }
}
