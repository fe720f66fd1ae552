//! A file that is shown on the page, because the browser may have refused to save it.

use leptos::prelude::*;

use super::PageState;

/// What was to be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// What the file is called.
    pub name: String,
    pub content: Content,
}

/// What is there of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    Text(String),
    /// A picture, by an address that holds it.
    Picture(String),
    /// Nothing: a picture that this browser did not make.
    Refused,
}

impl PageState {
    pub fn offer(self, name: &str, content: Content) {
        let name = name.to_owned();
        self.offered.set(Some(Offered { name, content }));
    }
}
