//! The essay around the figures: the question, a passage before each part, what none of it can show, and the lists at the end.
//!
//! Words in it are controls, words of the field have cards, and every source is cited by its key in `docs/sources.md`. No number stands in
//! it: numbers are the figures' to say.

pub mod cannot;
pub mod lists;
pub mod parts;
pub mod question;

pub use cannot::Cannot;
pub use lists::{Glossary, Sources};
pub use parts::{Deceit, Home, Minds, Readers, Weighing, Work};
pub use question::Question;

use leptos::prelude::*;

use crate::components::{SourceLink, Term, WordButton, rich};
use crate::glossary::entry;
use crate::place::go_to;
use crate::sources::source_of;

/// A citation.
#[component]
pub fn Cite(
    /// The key of the source. No default.
    #[prop(into)]
    key: String,
) -> impl IntoView {
    source_of(&key)
        .map(|source| view! { <SourceLink who=source.who title=source.title url=source.url /> })
}

/// A word of the field.
#[component]
pub fn Word(
    /// Its key in the glossary. No default.
    #[prop(into)]
    term: String,
    /// The word as it stands in the sentence. Default: as the glossary has it.
    #[prop(into, default = String::new())]
    says: String,
) -> impl IntoView {
    match entry(&term) {
        Some(entry) => {
            let word = if says.is_empty() { entry.term } else { says };
            view! { <Term word means=entry.means /> }.into_any()
        }
        None => says.into_any(),
    }
}

/// A passage of the essay: a message in which a `cite` mark is a citation by its argument, a `term` mark a word with its card, and
/// a `do` mark words that do what `doing` has for the part.
pub(in crate::sections) fn prose(
    text: String,
    doing: &[(&'static str, Callback<()>)],
) -> Vec<AnyView> {
    rich(&text, |mark| match mark.name.as_str() {
        "cite" => Some(view! { <Cite key=mark.argument.clone() /> }.into_any()),
        "term" => {
            Some(view! { <Word term=mark.argument.clone() says=mark.words.clone() /> }.into_any())
        }
        "do" => {
            let (part, on_click) = doing.iter().find(|(part, _)| *part == mark.argument)?;
            let words = mark.words.clone();
            Some(view! { <WordButton words part=*part on_click=*on_click /> }.into_any())
        }
        _ => None,
    })
}

/// Brings the duel into view, so that a reader sees what a word did.
fn to_duel() {
    go_to("duel");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_with_a_card_is_in_the_glossary() {
        let mut n_words = 0;
        for essay in [
            include_str!("../../../locales/en/essay.ftl"),
            include_str!("../../../locales/de/essay.ftl"),
        ] {
            for rest in essay.split("<term:").skip(1) {
                let key = rest.split_once('>').unwrap().0;
                assert!(entry(key).is_some(), "{key}");
                n_words += 1;
            }
        }
        assert!(n_words > 8);
    }
}
