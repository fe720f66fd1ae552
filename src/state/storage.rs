//! What the page remembers on this machine: in the browser's storage where there is one, else for as long as the page is open.
//!
//! A frame without an origin has no storage (the browser refuses every access), and a full one takes nothing more. What was
//! refused is kept in memory, so that whoever stores a value reads it again either way.

use std::cell::RefCell;
use std::collections::HashMap;

use leptos::prelude::window;

/// Other pages of the same host share its storage.
const PREFIX: &str = "show-your-work.";

thread_local! {
    static REFUSED: RefCell<Memory> = RefCell::default();
}

/// The value of a key.
pub fn stored(key: &str) -> Option<String> {
    REFUSED.with_borrow(|refused| refused.read(key, |name| browser()?.get_item(name).ok()?))
}

/// Gives a key a value.
pub fn store(key: &str, value: &str) {
    let write = |name: &str| browser().is_some_and(|kept| kept.set_item(name, value).is_ok());
    REFUSED.with_borrow_mut(|refused| refused.write(key, value, write));
}

/// Whether what is stored outlasts the page.
pub fn is_kept() -> bool {
    browser().is_some()
}

fn browser() -> Option<web_sys::Storage> {
    window().local_storage().ok()?
}

/// What the browser refused to keep, by key.
#[derive(Debug, Default)]
struct Memory {
    values: HashMap<String, String>,
}

impl Memory {
    /// A value that was refused is newer than what the browser has under its key.
    fn read(&self, key: &str, kept: impl Fn(&str) -> Option<String>) -> Option<String> {
        let refused = self.values.get(key).cloned();
        refused.or_else(|| kept(&name(key)))
    }

    fn write(&mut self, key: &str, value: &str, keep: impl Fn(&str) -> bool) {
        if keep(&name(key)) {
            self.values.remove(key);
        } else {
            self.values.insert(key.to_owned(), value.to_owned());
        }
    }
}

/// The name of a key in the browser's storage.
fn name(key: &str) -> String {
    format!("{PREFIX}{key}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A browser's storage that can be full.
    #[derive(Default)]
    struct Kept {
        values: RefCell<HashMap<String, String>>,
        is_full: bool,
    }

    impl Kept {
        fn read(&self, name: &str) -> Option<String> {
            self.values.borrow().get(name).cloned()
        }

        fn write(&self, name: &str, value: &str) -> bool {
            if !self.is_full {
                let mut values = self.values.borrow_mut();
                values.insert(name.to_owned(), value.to_owned());
            }
            !self.is_full
        }
    }

    #[track_caller]
    fn check(memory: &Memory, kept: &Kept, expected: Option<&str>) {
        let found = memory.read("theme", |name| kept.read(name));
        assert_eq!(found.as_deref(), expected);
    }

    #[test]
    fn what_the_browser_refuses_is_kept_in_memory() {
        let (mut memory, mut kept) = (Memory::default(), Kept::default());
        check(&memory, &kept, None);
        memory.write("theme", "dark", |name| kept.write(name, "dark"));
        check(&memory, &kept, Some("dark"));
        assert_eq!(kept.read("show-your-work.theme").as_deref(), Some("dark"));
        assert_eq!(kept.read("theme"), None);

        kept.is_full = true;
        memory.write("theme", "light", |name| kept.write(name, "light"));
        check(&memory, &kept, Some("light"));

        kept.is_full = false;
        memory.write("theme", "auto", |name| kept.write(name, "auto"));
        check(&memory, &kept, Some("auto"));
        assert!(memory.values.is_empty());
    }
}
