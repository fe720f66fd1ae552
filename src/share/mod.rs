//! What a reader takes away to put a figure somewhere else: its addresses, and for each kind of host what to paste there.

mod quoting;
mod snippets;
#[cfg(test)]
mod tests;

use crate::query::{Figure, Query, render};
pub use snippets::{Host, snippet};

/// What is shared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    /// The address of the page, without query and hash.
    pub page: String,
    /// The figure; `None` for the whole page.
    pub figure: Option<Figure>,
    /// What else the address asks for: theme, language, what is locked or hidden.
    pub query: Query,
    /// The settings, as the hash of a link.
    pub hash: String,
    /// The same with what came out, where something did: a link proves itself, a frame has no room for that.
    pub proved: String,
    /// What it is called, where a host names it.
    pub title: String,
}

impl Shared {
    /// The page, opened at the figure.
    pub fn link(&self) -> String {
        let query = Query {
            embed: None,
            at: self.figure.clone(),
            ..self.query.clone()
        };
        self.address(&query, &self.proved)
    }

    /// What a frame loads: the figure alone, or the page where none is chosen.
    pub fn frame(&self) -> String {
        let query = Query {
            embed: self.figure.clone(),
            at: None,
            ..self.query.clone()
        };
        self.address(&query, &self.hash)
    }

    /// The page of the figure that hosts read before they show it. It has no settings: these never reach a server.
    pub fn preset(&self) -> String {
        match &self.figure {
            Some(figure) => format!("{}s/{}/", self.folder(), preset_name(figure)),
            None => self.folder().to_owned(),
        }
    }

    /// The picture of the figure.
    pub fn card(&self) -> String {
        let name = self.figure.as_ref().map_or("page".into(), preset_name);
        format!("{}cards/{name}.png", self.folder())
    }

    /// Where the page and what stands beside it lie.
    pub fn folder(&self) -> &str {
        let end = self.page.rfind('/').map_or(0, |idx| idx + 1);
        &self.page[..end]
    }

    /// How high a frame is before its figure has told how high it is, or where nobody listens.
    pub fn height(&self) -> u32 {
        match self.figure {
            Some(Figure::Duel) => 520,
            _ => 800,
        }
    }

    fn address(&self, query: &Query, hash: &str) -> String {
        let mut address = self.page.clone();
        for (sign, part) in [('?', render(query).as_str()), ('#', hash)] {
            if !part.is_empty() {
                address.push(sign);
                address.push_str(part);
            }
        }
        address
    }
}

/// The name of a figure's own page and picture, which is a name of a file.
pub fn preset_name(figure: &Figure) -> String {
    figure.name().replace(':', "-")
}
