//! The page's words, in the reader's language. `locales/<language>/*.ftl` holds every sentence, as messages of Fluent
//! (<https://projectfluent.org>); code names them by id: `t!("duel-title")`, `t!("battery-cases", n = 12)`.
//!
//! English is compiled in, so that no text can be missing; any other language is one file, fetched before the page is put together.
//! A message that a language lacks is shown in English.

mod catalogue;
pub mod formats;
pub mod languages;
pub mod markup;
#[cfg(test)]
mod tests;

use std::cell::RefCell;
use std::rc::Rc;

pub use catalogue::Catalogue;
pub use fluent_bundle::{FluentArgs, FluentValue};
pub use languages::{LANGUAGES, Language};

thread_local! {
    static CURRENT: RefCell<Option<Rc<Catalogue>>> = const { RefCell::new(None) };
}

/// Makes a language the one that this thread speaks. Once, before anything is shown: text that stands already does not change.
pub fn speak(catalogue: Catalogue) {
    CURRENT.with(|current| *current.borrow_mut() = Some(Rc::new(catalogue)));
}

/// The language that is spoken.
pub fn language() -> Language {
    current().language()
}

/// English until another language is spoken; not read before it is needed.
fn current() -> Rc<Catalogue> {
    CURRENT.with(|current| {
        let mut current = current.borrow_mut();
        let english = || Rc::new(Catalogue::english());
        current.get_or_insert_with(english).clone()
    })
}

/// The message of an id, with its values filled in. An id that no catalogue has is shown as it is, which a test rules out for
/// every id in the code.
pub fn text(id: &str, values: &FluentArgs<'_>) -> String {
    current().text(id, values)
}

/// The message of an id that begins with a fixed part and ends with a name: `named("family", "negative_operand")` is
/// `family-negative_operand`.
pub fn named(kind: &str, name: &str) -> String {
    text(&format!("{kind}-{name}"), &FluentArgs::new())
}

/// A condition as a value by which a message chooses between two forms: `{ $is_right -> [yes] ... *[no] ... }`.
pub fn yes_or_no(holds: bool) -> &'static str {
    if holds { "yes" } else { "no" }
}

/// Whether the language, or English, has a message of this id.
pub fn has(id: &str) -> bool {
    current().has(id)
}

/// The text of a message: `t!("id")`, or with values `t!("id", name = value, other = value)`. A value is a text, or a number
/// that is written as the language writes numbers and that can choose the form of a word.
#[macro_export]
macro_rules! t {
    ($id:literal $(,)?) => {
        $crate::locale::text($id, &$crate::locale::FluentArgs::new())
    };
    ($id:literal, $($name:ident = $value:expr),+ $(,)?) => {{
        let mut values = $crate::locale::FluentArgs::new();
        $(values.set(stringify!($name), $value);)+
        $crate::locale::text($id, &values)
    }};
}
