//! The messages of one language, with English behind them.

use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::locale::formats::{self, Formats};
use crate::locale::languages::{LANGUAGES, Language};

/// The English messages, by the name of their file in `locales/en`.
const ENGLISH: &[(&str, &str)] = &[
    ("battery", include_str!("../../locales/en/battery.ftl")),
    ("class", include_str!("../../locales/en/class.ftl")),
    (
        "components",
        include_str!("../../locales/en/components.ftl"),
    ),
    ("debate", include_str!("../../locales/en/debate.ftl")),
    ("duel", include_str!("../../locales/en/duel.ftl")),
    ("embed", include_str!("../../locales/en/embed.ftl")),
    ("essay", include_str!("../../locales/en/essay.ftl")),
    ("foot", include_str!("../../locales/en/foot.ftl")),
    ("formats", include_str!("../../locales/en/formats.ftl")),
    ("frontier", include_str!("../../locales/en/frontier.ftl")),
    ("glossary", include_str!("../../locales/en/glossary.ftl")),
    ("head", include_str!("../../locales/en/head.ftl")),
    ("hidden", include_str!("../../locales/en/hidden.ftl")),
    ("inside", include_str!("../../locales/en/inside.ftl")),
    ("keys", include_str!("../../locales/en/keys.ftl")),
    ("knowledge", include_str!("../../locales/en/knowledge.ftl")),
    ("lesson", include_str!("../../locales/en/lesson.ftl")),
    ("links", include_str!("../../locales/en/links.ftl")),
    ("loading", include_str!("../../locales/en/loading.ftl")),
    ("map", include_str!("../../locales/en/map.ftl")),
    ("models", include_str!("../../locales/en/models.ftl")),
    ("names", include_str!("../../locales/en/names.ftl")),
    ("off", include_str!("../../locales/en/off.ftl")),
    ("offline", include_str!("../../locales/en/offline.ftl")),
    ("plane", include_str!("../../locales/en/plane.ftl")),
    ("plots", include_str!("../../locales/en/plots.ftl")),
    ("proof", include_str!("../../locales/en/proof.ftl")),
    ("results", include_str!("../../locales/en/results.ftl")),
    ("run", include_str!("../../locales/en/run.ftl")),
    ("share", include_str!("../../locales/en/share.ftl")),
    ("summary", include_str!("../../locales/en/summary.ftl")),
    ("thoughts", include_str!("../../locales/en/thoughts.ftl")),
    ("training", include_str!("../../locales/en/training.ftl")),
    ("wall", include_str!("../../locales/en/wall.ftl")),
    ("watchers", include_str!("../../locales/en/watchers.ftl")),
    ("worksheet", include_str!("../../locales/en/worksheet.ftl")),
];

/// The messages of a language.
pub struct Catalogue {
    language: Language,
    formats: Formats,
    messages: Messages,
    /// What is asked where `messages` has none; `None` for English itself.
    english: Option<Messages>,
}

type Messages = FluentBundle<FluentResource>;

impl Catalogue {
    /// English.
    pub fn english() -> Catalogue {
        let language = LANGUAGES[0];
        let texts = ENGLISH.iter().map(|(_, text)| *text);
        Catalogue::of(language, messages(language, texts), None)
    }

    /// Another language, from the text of its file. What cannot be read in it is left out.
    pub fn new(language: Language, text: &str) -> Catalogue {
        let english = Catalogue::english().messages;
        let text = apart(text);
        Catalogue::of(language, messages(language, [text.as_str()]), Some(english))
    }

    fn of(language: Language, messages: Messages, english: Option<Messages>) -> Catalogue {
        let mut catalogue = Catalogue {
            language,
            formats: Formats::default(),
            messages,
            english,
        };
        catalogue.formats = Formats::of(&catalogue);
        catalogue
    }

    /// How numbers and lists are written.
    pub fn formats(&self) -> &Formats {
        &self.formats
    }

    /// Which language it is.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether there is a message of this id.
    pub fn has(&self, id: &str) -> bool {
        self.bundles().any(|bundle| bundle.has_message(id))
    }

    /// A message with its values; where there is none in any language, or a value is missing, the id.
    pub fn text(&self, id: &str, values: &FluentArgs<'_>) -> String {
        let in_bundle = |bundle: &Messages| {
            let pattern = bundle.get_message(id)?.value()?;
            let mut errors = Vec::new();
            let text = bundle.format_pattern(pattern, Some(values), &mut errors);
            errors.is_empty().then(|| on_one_line(&text))
        };
        self.bundles()
            .find_map(in_bundle)
            .unwrap_or_else(|| id.to_owned())
    }

    fn bundles(&self) -> impl Iterator<Item = &Messages> {
        [Some(&self.messages), self.english.as_ref()]
            .into_iter()
            .flatten()
    }
}

/// The names of the English files, in their order.
#[cfg(test)]
pub(super) fn english_files() -> Vec<&'static str> {
    ENGLISH.iter().map(|(name, _)| *name).collect()
}

fn messages<'a>(language: Language, texts: impl IntoIterator<Item = &'a str>) -> Messages {
    let tag: LanguageIdentifier = language.tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new(vec![tag]);
    // Marks that keep a value of another direction apart from the text around it.
    bundle.set_use_isolating(language.is_right_to_left);
    bundle.set_formatter(Some(format_value));
    for text in texts {
        let resource =
            FluentResource::try_new(text.to_owned()).unwrap_or_else(|(readable, _)| readable);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// More braces and brackets than any message opens. The parser calls itself for each that is open.
const MOST_OPENED: usize = 100;

/// A file without the messages that the parser would fail on instead of refusing them, and with an empty comment before each message. A
/// comment ends whatever a message has left open, so that no file can make the parser call itself more often.
fn apart(text: &str) -> String {
    let mut messages: Vec<String> = vec![String::new()];
    for line in text.split_inclusive('\n') {
        if line.starts_with(|first: char| first.is_ascii_alphabetic() || first == '-') {
            messages.push("#\n".into());
        }
        if let Some(message) = messages.last_mut() {
            message.push_str(line);
        }
    }
    let is_flat = |message: &str| message.matches(['{', '(']).count() <= MOST_OPENED;
    messages.retain(|message| is_flat(message) && has_whole_escapes(message));
    messages.concat()
}

/// Whether no escape (`\u00AD`, `\U01F4BB`) breaks off at a letter outside of ASCII, which the parser would cut in two.
fn has_whole_escapes(message: &str) -> bool {
    let breaks_off = |(at, escape): (usize, &str), n_digits: usize| {
        let mut after = message[at + escape.len()..].chars().take(n_digits);
        after
            .find(|c| !c.is_ascii_hexdigit())
            .is_some_and(|c| !c.is_ascii())
    };
    let mut short = message
        .match_indices("\\u")
        .map(|found| breaks_off(found, 4));
    let mut long = message
        .match_indices("\\U")
        .map(|found| breaks_off(found, 6));
    !short.any(|off| off) && !long.any(|off| off)
}

/// The text without the line breaks that are in the file for its own readers.
fn on_one_line(text: &str) -> String {
    // Not `trim`: a narrow space may be all that a message is.
    let lines: Vec<&str> = text
        .split('\n')
        .map(|line| line.trim_matches(' '))
        .collect();
    lines.join(" ")
}

/// A whole number in groups of three digits; all else as Fluent writes it.
fn format_value<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(FluentNumber { value, .. })
            if value.fract() == 0.0 && *value >= 0.0 =>
        {
            Some(formats::grouped(*value as u64))
        }
        _ => None,
    }
}
