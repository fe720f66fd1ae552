//! What the query of the page's address asks for: which part of the page to show, how it looks, and what a teacher fixed.
//!
//! The hash holds what a visitor chose (`settings`); the query, what whoever made the link or the frame chose for them. It is
//! read once, when the page starts. Reading never fails: keys that are not known are ignored, and a value that is
//! not understood becomes the default, with a notice. `parse(render(query))` gives the same query.

use std::collections::BTreeSet;

use crate::settings::{escape, is_id, unescape};
use crate::t;

/// Everything that a query can ask for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// The one figure that is shown, without the page around it.
    pub embed: Option<Figure>,
    /// The figure that the page opens at.
    pub at: Option<Figure>,
    /// The theme; `None` for what the reader has chosen.
    pub theme: Option<Theme>,
    /// The language, as a tag such as `de`; whether it is spoken here is for others to say.
    pub lang: Option<String>,
    /// Controls that are not shown.
    pub hide: BTreeSet<Control>,
    /// Whether the problem and the other choices are fixed.
    pub lock: bool,
    /// The lesson that is played, by its id.
    pub lesson: Option<String>,
    /// The lesson whose worksheet is shown, by its id.
    pub worksheet: Option<String>,
    /// Whether the worksheet is the one with the answers.
    pub key: bool,
    /// Whether the page is presented, one figure at a time.
    pub present: bool,
    /// Whether a reader predicts before a result is shown.
    pub predict: bool,
}

/// A figure that can stand alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Figure {
    Duel,
    Training,
    Frontier,
    Battery,
    Knowledge,
    Hidden,
    Watchers,
    Thoughts,
    Inside,
    Map,
    OffDistribution,
    Plane,
    Debate,
    /// One claim of the debate, by its id.
    Claim(String),
}

/// The figures that have no parameter, with their names in links, in page order.
const FIGURES: [(Figure, &str); 13] = [
    (Figure::Duel, "duel"),
    (Figure::Training, "training"),
    (Figure::Frontier, "frontier"),
    (Figure::Battery, "battery"),
    (Figure::Knowledge, "knowledge"),
    (Figure::Hidden, "hidden"),
    (Figure::Watchers, "watchers"),
    (Figure::Thoughts, "thoughts"),
    (Figure::Inside, "inside"),
    (Figure::Map, "map"),
    (Figure::OffDistribution, "off-distribution"),
    (Figure::Plane, "plane"),
    (Figure::Debate, "debate"),
];

impl Figure {
    /// Every figure but the single claims, in page order.
    pub fn all() -> impl Iterator<Item = Figure> {
        FIGURES.iter().map(|(figure, _)| figure.clone())
    }

    /// The part of the page that it is, or stands in.
    pub fn part(&self) -> String {
        match self {
            Figure::Claim(_) => Figure::Debate.name(),
            other => other.name(),
        }
    }

    /// The id of its heading in the page.
    pub fn anchor(&self) -> String {
        match self {
            Figure::Training => "history-title".into(),
            Figure::OffDistribution => "off-title".into(),
            other => format!("{}-title", other.part()),
        }
    }

    /// Whether it shows what the models do with the problem that is set, so that it is nothing without the engine.
    pub fn is_of_problem(&self) -> bool {
        use Figure::{Duel, Frontier, Hidden, Inside, Map, Thoughts, Training};
        matches!(
            self,
            Duel | Training | Frontier | Hidden | Thoughts | Inside | Map
        )
    }

    /// The name in links.
    pub fn name(&self) -> String {
        match self {
            Figure::Claim(id) => format!("claim:{id}"),
            other => FIGURES
                .iter()
                .find(|(figure, _)| figure == other)
                .map_or_else(String::new, |(_, name)| (*name).to_owned()),
        }
    }

    pub fn from_name(name: &str) -> Option<Figure> {
        if let Some(id) = name.strip_prefix("claim:") {
            return is_id(id).then(|| Figure::Claim(id.to_owned()));
        }
        let found = FIGURES.iter().find(|(_, known)| *known == name);
        found.map(|(figure, _)| figure.clone())
    }
}

/// How the page is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    Auto,
    Light,
    Dark,
    /// Light, with the strongest contrast: for walls in rooms that are not dark.
    Projector,
}

impl Theme {
    pub const ALL: [Theme; 4] = [Theme::Auto, Theme::Light, Theme::Dark, Theme::Projector];

    /// The name in links, attributes and storage.
    pub fn name(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Projector => "projector",
        }
    }

    pub fn from_name(name: &str) -> Option<Theme> {
        Theme::ALL.into_iter().find(|theme| theme.name() == name)
    }

    /// The theme after this one, where a reader goes through them.
    pub fn next(self) -> Theme {
        match self {
            Theme::Auto => Theme::Light,
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::Projector,
            Theme::Projector => Theme::Auto,
        }
    }
}

/// A group of controls that a link can leave out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Control {
    /// The row of tools in the page's head.
    Tools,
    /// Steppers and input of the problem.
    Problem,
    /// The buttons that draw a problem.
    Presets,
    /// Greedy or by chance.
    Sampling,
    /// The buttons that alter the chain.
    Changes,
    /// The choice among models and checkpoints.
    Models,
    /// The questions before results.
    Guesses,
    /// The buttons that run something here and now.
    Runs,
    /// The downloads.
    Exports,
    /// Where numbers come from.
    Provenance,
}

impl Control {
    pub const ALL: [Control; 10] = [
        Control::Tools,
        Control::Problem,
        Control::Presets,
        Control::Sampling,
        Control::Changes,
        Control::Models,
        Control::Guesses,
        Control::Runs,
        Control::Exports,
        Control::Provenance,
    ];

    /// The name in links.
    pub fn name(self) -> &'static str {
        match self {
            Control::Tools => "tools",
            Control::Problem => "problem",
            Control::Presets => "presets",
            Control::Sampling => "sampling",
            Control::Changes => "changes",
            Control::Models => "models",
            Control::Guesses => "guesses",
            Control::Runs => "runs",
            Control::Exports => "exports",
            Control::Provenance => "provenance",
        }
    }

    pub fn from_name(name: &str) -> Option<Control> {
        Control::ALL
            .into_iter()
            .find(|control| control.name() == name)
    }
}

/// The query without its `?`. Empty where every value is the default.
pub fn render(query: &Query) -> String {
    let mut parts = Vec::new();
    let mut push = |key: &str, value: String| parts.push(format!("{key}={value}"));
    if let Some(figure) = &query.embed {
        push("embed", figure.name());
    }
    if let Some(figure) = &query.at {
        push("at", figure.name());
    }
    if let Some(theme) = query.theme {
        push("theme", theme.name().to_owned());
    }
    if let Some(lang) = &query.lang {
        push("lang", escape(lang));
    }
    if !query.hide.is_empty() {
        let names: Vec<&str> = query.hide.iter().map(|control| control.name()).collect();
        push("hide", names.join(","));
    }
    if query.lock {
        push("lock", "1".into());
    }
    if let Some(lesson) = &query.lesson {
        push("lesson", escape(lesson));
    }
    if let Some(lesson) = &query.worksheet {
        push("worksheet", escape(lesson));
    }
    if query.key {
        push("key", "1".into());
    }
    if query.present {
        push("present", "1".into());
    }
    if query.predict {
        push("predict", "1".into());
    }
    parts.join("&")
}

/// Reads a query, with or without its `?`. Returns a notice for every key that has a value which was not understood, about the first of them.
pub fn parse(text: &str) -> (Query, Vec<String>) {
    let mut query = Query::default();
    let mut refused: Vec<(&str, String)> = Vec::new();
    let text = text.strip_prefix('?').unwrap_or(text);
    for part in text.split('&') {
        // A key alone is a wish: `?present`.
        let (key, escaped) = part.split_once('=').unwrap_or((part, "1"));
        let value = unescape(escaped).unwrap_or_default();
        let understood = match key {
            "embed" => take(&mut query.embed, Figure::from_name(&value)),
            "at" => take(&mut query.at, Figure::from_name(&value)),
            "theme" => take(&mut query.theme, Theme::from_name(&value)),
            "lang" => take(&mut query.lang, is_language(&value).then(|| value.clone())),
            "lesson" => take(&mut query.lesson, is_id(&value).then(|| value.clone())),
            "worksheet" => take(&mut query.worksheet, is_id(&value).then(|| value.clone())),
            "hide" => {
                let names = value
                    .split(',')
                    .map(str::trim)
                    .filter(|name| !name.is_empty());
                let found: Vec<Option<Control>> = names.map(Control::from_name).collect();
                query.hide.extend(found.iter().flatten());
                found.iter().all(Option::is_some)
            }
            "lock" => take_wish(&mut query.lock, &value),
            "key" => take_wish(&mut query.key, &value),
            "present" => take_wish(&mut query.present, &value),
            "predict" => take_wish(&mut query.predict, &value),
            _ => continue,
        };
        if !understood {
            let shown = if value.is_empty() { escaped } else { &value };
            if refused.iter().all(|(other, _)| *other != key) {
                refused.push((key, shown.to_owned()));
            }
        }
    }
    let notices = refused.iter().map(|(key, value)| notice(key, value));
    (query, notices.collect())
}

fn take<T>(place: &mut Option<T>, found: Option<T>) -> bool {
    let is_found = found.is_some();
    *place = found;
    is_found
}

fn take_wish(place: &mut bool, value: &str) -> bool {
    let wish = match value {
        "1" | "true" | "yes" => Some(true),
        "0" | "false" | "no" => Some(false),
        _ => None,
    };
    *place = wish.unwrap_or(false);
    wish.is_some()
}

/// Whether a text has the form of a language's tag.
fn is_language(text: &str) -> bool {
    text.len() <= 35
        && text.split('-').all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

fn notice(key: &str, value: &str) -> String {
    let value: String = value.chars().take(40).collect();
    match key {
        "embed" => t!("link-figure", value = value),
        "at" => t!("link-place", value = value),
        "theme" => t!("link-theme", value = value),
        "lang" => t!("link-language", value = value),
        "lesson" => t!("link-lesson", value = value),
        "worksheet" => t!("link-worksheet", value = value),
        "hide" => t!("link-hidden", value = value),
        _ => t!("link-wish", name = key, value = value),
    }
}

#[cfg(test)]
mod tests;
