//! A file that is shown on the page, because the browser may have refused to save it.

use leptos::prelude::*;

use super::PageState;

/// What was to be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Offered {
    Text {
        name: String,
        text: String,
    },
    /// A picture, by an address that holds it.
    Picture {
        name: String,
        address: String,
    },
    /// A picture that this browser did not make.
    Refused {
        name: String,
    },
}

impl Offered {
    /// What the file is called.
    pub fn name(&self) -> &str {
        match self {
            Offered::Text { name, .. }
            | Offered::Picture { name, .. }
            | Offered::Refused { name } => name,
        }
    }
}

impl PageState {
    pub fn offer(self, offered: Offered) {
        self.offered.set(Some(offered));
    }
}
