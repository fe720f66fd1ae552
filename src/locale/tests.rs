//! Every message that the code names exists, in every language, with the same values and marks; and none is there for nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::parse;

use super::*;
use crate::t;

/// The names of the values of a message, and those of its marks.
#[derive(Debug, Default, PartialEq, Eq)]
struct Shape {
    values: BTreeSet<String>,
    marks: BTreeSet<String>,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The messages of a language, by id.
fn messages_of(tag: &str) -> BTreeMap<String, Shape> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(root().join("locales").join(tag)).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let resource =
            parse(text).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
        for entry in resource.body {
            let Entry::Message(message) = entry else {
                continue;
            };
            let pattern = message
                .value
                .unwrap_or_else(|| panic!("{}", message.id.name));
            let mut shape = Shape::default();
            read(&pattern, &mut shape);
            let twice = all.insert(message.id.name.clone(), shape).is_some();
            assert!(!twice, "{} stands twice in {tag}", message.id.name);
        }
    }
    all
}

fn read(pattern: &Pattern<String>, shape: &mut Shape) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => {
                for head in value.split('<').skip(1) {
                    let head = head.split('>').next().unwrap_or_default();
                    if head.starts_with(|first: char| first.is_ascii_lowercase()) {
                        shape.marks.insert(head.to_owned());
                    }
                }
            }
            PatternElement::Placeable { expression } => match expression {
                Expression::Inline(inline) => read_inline(inline, shape),
                Expression::Select { selector, variants } => {
                    read_inline(selector, shape);
                    variants
                        .iter()
                        .for_each(|variant| read(&variant.value, shape));
                }
            },
        }
    }
}

fn read_inline(inline: &InlineExpression<String>, shape: &mut Shape) {
    if let InlineExpression::VariableReference { id } = inline {
        shape.values.insert(id.name.clone());
    }
}

/// The source files of the page, each without its tests.
fn sources() -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut folders = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs")
                && !path.ends_with("locale/tests.rs")
            {
                let text = fs::read_to_string(&path).unwrap();
                let code = text
                    .split("#[cfg(test)]\nmod tests")
                    .next()
                    .unwrap_or_default();
                let code = code
                    .lines()
                    .filter(|line| !line.trim_start().starts_with("//"));
                files.push((name_of(&path), code.collect::<Vec<_>>().join("\n")));
            }
        }
    }
    files.sort();
    files
}

fn name_of(path: &Path) -> String {
    path.strip_prefix(root()).unwrap().display().to_string()
}

/// Every `t!(...)` of a text: its id and the names of its values.
fn calls(text: &str) -> Vec<(String, BTreeSet<String>)> {
    let call = |rest: &str| {
        let (id, rest) = rest.trim_start().strip_prefix('"')?.split_once('"')?;
        let (mut depth, mut is_quoted, mut values) = (0, false, BTreeSet::new());
        let mut last = '\0';
        for (at, byte) in rest.char_indices() {
            match byte {
                '"' if last != '\\' => is_quoted = !is_quoted,
                _ if is_quoted => {}
                '(' | '[' | '{' => depth += 1,
                ')' | ']' | '}' if depth == 0 => break,
                ')' | ']' | '}' => depth -= 1,
                ',' if depth == 0 => {
                    if let Some((name, _)) = rest[at + 1..].split_once('=') {
                        let name = name.trim();
                        let is_name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
                        if !name.is_empty() && name.bytes().all(is_name) {
                            values.insert(name.to_owned());
                        }
                    }
                }
                _ => {}
            }
            last = byte;
        }
        Some((id.to_owned(), values))
    };
    text.split("t!(")
        .enumerate()
        .skip(1)
        .filter_map(|(_, rest)| call(rest))
        .collect()
}

#[test]
fn every_message_that_is_named_exists_with_its_values() {
    let english = messages_of("en");
    let mut n_calls = 0;
    for (file, text) in sources() {
        for (id, values) in calls(&text) {
            let is_id = id.contains('-')
                && id
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
            if !is_id {
                continue;
            }
            let shape = english
                .get(&id)
                .unwrap_or_else(|| panic!("{file} names {id}, which locales/en lacks"));
            assert_eq!(shape.values, values, "the values of {id} in {file}");
            n_calls += 1;
        }
    }
    assert!(n_calls > 10);
}

#[test]
fn every_language_has_every_message_with_the_same_values_and_marks() {
    let english = messages_of("en");
    for language in LANGUAGES.iter().filter(|language| !language.is_pseudo) {
        let own = messages_of(language.tag);
        let tag = language.tag;
        let lacking: Vec<_> = english.keys().filter(|id| !own.contains_key(*id)).collect();
        assert!(lacking.is_empty(), "{tag} lacks {lacking:?}");
        for (id, shape) in own.iter().filter(|(id, _)| !is_of_claims(id)) {
            let wanted = english
                .get(id)
                .unwrap_or_else(|| panic!("{id} is in {tag}, not in en"));
            assert_eq!(shape, wanted, "{id} in {tag}");
        }
    }
}

/// Whether a message translates what the file of claims says: in English, that file is what is shown.
fn is_of_claims(id: &str) -> bool {
    let of_claim = id.strip_prefix("claim-").unwrap_or_default();
    id.starts_with("criterion-") || of_claim.starts_with(['P', 'O'])
}

/// What the file of claims says, by the id of its translation.
fn claims() -> BTreeMap<String, String> {
    let text = include_str!("../../public/results/claims.json");
    let debate: syw_core::debate::Debate = serde_json::from_str(text).unwrap();
    let mut all = BTreeMap::new();
    for claim in debate.claims {
        let id = |what: &str| format!("claim-{}-{what}", claim.id);
        all.extend(claim.not_testable.map(|text| (id("untestable"), text)));
        let said = [
            (id("name"), claim.name),
            (id("says"), claim.says),
            (id("held"), claim.held_by),
            (id("change"), claim.would_change),
        ];
        all.extend(said);
    }
    for criterion in debate.criteria {
        let id = |what: &str| format!("criterion-{}-{what}", criterion.id);
        all.extend([(id("says"), criterion.says), (id("test"), criterion.test)]);
    }
    all
}

/// The numbers of a text in order of size, however their decimals and thousands are marked.
fn numbers(text: &str) -> Vec<String> {
    let digits = text.replace([',', '.'], "");
    let mut found: Vec<String> = digits
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|run| !run.is_empty())
        .map(str::to_owned)
        .collect();
    found.sort();
    found
}

#[test]
fn claims_are_translated_whole_and_with_their_numbers() {
    let claims = claims();
    for language in LANGUAGES.iter().filter(|language| !language.is_pseudo) {
        let ids: Vec<String> = messages_of(language.tag).into_keys().collect();
        let ids: Vec<&String> = ids.iter().filter(|id| is_of_claims(id)).collect();
        if ids.is_empty() {
            continue;
        }
        assert_eq!(ids, claims.keys().collect::<Vec<_>>(), "{}", language.tag);
        let path = root().join("locales").join(language.tag);
        let text = fs::read_to_string(path.join("claims.ftl")).unwrap();
        let catalogue = Catalogue::new(*language, &text);
        for (id, english) in &claims {
            let said = catalogue.text(id, &FluentArgs::new());
            assert_eq!(numbers(&said), numbers(english), "{id}: {said}");
        }
    }
}

#[test]
fn no_message_is_there_for_nothing() {
    let code: String = sources().into_iter().map(|(_, text)| text).collect();
    let kinds: Vec<&str> = code
        .split("named(")
        .skip(1)
        .filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next())
        .collect();
    for id in messages_of("en").keys() {
        let is_named = code.contains(&format!("\"{id}\""))
            || kinds.iter().any(|kind| {
                id.strip_prefix(kind)
                    .is_some_and(|rest| rest.starts_with('-'))
            });
        assert!(is_named, "nothing names {id}");
    }
}

#[test]
fn every_english_file_is_compiled_in() {
    let mut found: Vec<String> = fs::read_dir(root().join("locales/en"))
        .unwrap()
        .map(|entry| {
            entry
                .unwrap()
                .path()
                .file_stem()
                .unwrap()
                .display()
                .to_string()
        })
        .collect();
    found.sort();
    assert_eq!(catalogue::english_files(), found);
}

fn speaks(tag: &str, text: &str) -> Catalogue {
    Catalogue::new(Language::from_tag(tag).unwrap(), text)
}

#[test]
fn what_a_language_lacks_is_said_in_english() {
    let german = speaks("de", "head-status-live = läuft");
    let none = FluentArgs::new();
    assert_eq!(german.text("head-status-live", &none), "läuft");
    assert_eq!(german.text("head-status-failed", &none), "not running");
    assert_eq!(german.text("no-such-id", &none), "no-such-id");
}

#[test]
fn a_damaged_file_loses_only_what_is_damaged() {
    let german = speaks(
        "de",
        "head-status-live = läuft\n= = {\nhead-status-failed = {",
    );
    let none = FluentArgs::new();
    assert_eq!(german.text("head-status-live", &none), "läuft");
    assert_eq!(german.text("head-status-failed", &none), "not running");
}

#[test]
fn a_message_that_nests_without_end_is_left_out() {
    let deep = |open: &str| format!("duel-title = {}\nduel-lead = Da\n", open.repeat(100_000));
    for open in [
        "{",
        "{ A(",
        "{ $a ->\n *[x] ",
        "{ $a ->\n *[x] ) ",
        "{ A(\"}\", ",
    ] {
        let catalogue = speaks("de", &deep(open));
        assert_eq!(
            catalogue.text("duel-lead", &FluentArgs::new()),
            "Da",
            "{open}"
        );
    }
    let across = "duel-title = {\nA(\n".repeat(50_000);
    speaks("de", &across);
}

#[test]
fn an_escape_that_breaks_off_is_no_panic() {
    for escape in ["\\u", "\\u202", "\\U", "\\U01F4B"] {
        let german = speaks(
            "de",
            &format!("duel-title = {{\"{escape}é\"}}\nduel-lead = Da\n"),
        );
        assert_eq!(
            german.text("duel-lead", &FluentArgs::new()),
            "Da",
            "{escape}"
        );
    }
}

#[test]
fn numbers_and_lists_follow_the_language() {
    let items = ["a", "b", "c"].map(str::to_owned);
    assert_eq!(formats::list(&items), "a, b and c");
    assert_eq!(formats::list(&items[..2]), "a and b");
    assert_eq!(formats::series(&items), "a, b, c");
    assert_eq!(formats::clauses(&items), "a; b; c");
    assert_eq!(formats::range("1".into(), "2".into()), "1 to 2");
    assert_eq!(formats::range("1".into(), "1".into()), "1");
    assert_eq!(formats::decimal(1.25, 1), "1.2");
    assert_eq!(formats::grouped(27_712), "27\u{202f}712");
    speak(speaks(
        "de",
        &fs::read_to_string(root().join("locales/de/formats.ftl")).unwrap(),
    ));
    assert_eq!(formats::list(&items), "a, b und c");
    assert_eq!(formats::decimal(1.25, 1), "1,2");
    speak(speaks("de", "head-status-loading = { $received } Dinge"));
    assert_eq!(
        t!("head-status-loading", received = 1234.0),
        "1\u{202f}234 Dinge"
    );
}

#[test]
fn tags_find_their_language() {
    for (tag, expected) in [
        ("de", Some("de")),
        ("de-AT", Some("de")),
        ("EN-us", Some("en")),
        ("ar-XB", Some("ar-XB")),
        ("xx", None),
        ("", None),
    ] {
        assert_eq!(
            Language::from_tag(tag).map(|language| language.tag),
            expected,
            "{tag}"
        );
    }
}
