//! Desks: each a piece of a figure that lets one model go on from texts, on workers that are ended with it.

use std::collections::HashMap;

use leptos::prelude::*;
use leptos::task::spawn_local;
use syw_core::Token;
use syw_core::card::ModelCard;
use syw_core::decoding::Completion;

use super::PageState;
use crate::assets::{self, Cached};
use crate::session::{Pool, PoolEvent, Tile};
use crate::t;

/// Texts of one tile: few, so that a figure moves while its model writes.
const TILE: usize = 64;
/// An answer is a sign, two digits and `<end>` at most.
pub(super) const MAX_ANSWER: usize = 4;

/// What has workers of its own. A later run at the same desk ends an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Desk {
    Coded,
    Hider,
    Meter,
    Claim,
}

/// The runs and their workers.
#[derive(Default)]
pub(super) struct Desks {
    n_begun: u64,
    current: HashMap<Desk, (u64, Option<Pool>)>,
    /// After a failure, files come from the server again.
    is_cache_refused: bool,
}

/// What comes of texts.
pub(super) enum Heard {
    /// What was written after the texts from a place on.
    Written(usize, Vec<Completion>),
    All,
    Failed(String),
}

impl PageState {
    /// The card of a shipped model.
    pub(super) fn card_of(self, id: &str) -> Option<ModelCard> {
        self.models
            .with_untracked(|cards| cards.iter().find(|card| card.id == id).cloned())
    }

    /// Has the next files come from the server, until one has served.
    pub(super) fn refuse_cache_at_desks(self) {
        self.running(|running| running.desks.is_cache_refused = true);
    }

    /// Ends what runs at a desk, and begins the next.
    fn begin_desk(self, desk: Desk) -> u64 {
        let (run, before) = self.running(|running| {
            let runs = &mut running.desks;
            runs.n_begun += 1;
            (
                runs.n_begun,
                runs.current.insert(desk, (runs.n_begun, None)),
            )
        });
        drop(before);
        run
    }

    /// Ends what runs at a desk. Nothing is heard of it from here on.
    pub(super) fn end_desk(self, desk: Desk) {
        self.begin_desk(desk);
    }

    fn is_at_desk(self, desk: Desk, run: u64) -> bool {
        self.running(|running| {
            let current = running.desks.current.get(&desk);
            current.is_some_and(|(current, _)| *current == run)
        })
    }

    /// Lets a model go on from texts, in the place of what ran at the desk before.
    pub(super) fn write(
        self,
        desk: Desk,
        card: ModelCard,
        texts: Vec<Vec<Token>>,
        max_new: usize,
        mut hear: impl FnMut(Heard) + 'static,
    ) {
        let run = self.begin_desk(desk);
        spawn_local(async move {
            let (session, cached) = self.running(|running| {
                let cached = match running.desks.is_cache_refused {
                    true => Cached::Refused,
                    false => Cached::Allowed,
                };
                (running.loading.session.clone(), cached)
            });
            let Some(session) = session else {
                return hear(Heard::Failed(t!("hidden-engine-missing")));
            };
            let bytes = assets::model(&card, cached, |_, _| {}).await;
            if !self.is_at_desk(desk, run) {
                return;
            }
            let bytes = match bytes {
                Ok(bytes) => bytes,
                Err(error) => return hear(Heard::Failed(error.to_string())),
            };
            let on_event = move |event: PoolEvent<'_>| match event {
                PoolEvent::Finished(tile, written) => {
                    self.running(|running| running.desks.is_cache_refused = false);
                    hear(Heard::Written(tile.tag, written));
                }
                PoolEvent::Ended => hear(Heard::All),
                PoolEvent::Failed(reason) => hear(Heard::Failed(reason)),
            };
            let tiles = tiles(&card.id, &texts, max_new);
            let pool = Pool::start(&session, vec![(card, bytes)], tiles.into_iter(), on_event);
            self.running(|running| running.desks.current.insert(desk, (run, Some(pool))));
        });
    }
}

/// Texts in tiles; a tile's tag is the place of its first text.
fn tiles(model: &str, texts: &[Vec<Token>], max_new: usize) -> Vec<Tile> {
    let tile = |(idx, prefixes): (usize, &[Vec<Token>])| Tile {
        tag: idx * TILE,
        model: model.to_owned(),
        prefixes: prefixes.to_vec(),
        max_new,
    };
    texts.chunks(TILE).enumerate().map(tile).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tiles_know_their_place() {
        let texts = vec![vec![Token::ASK]; TILE + 3];
        let found = tiles("m", &texts, 4);
        let seen: Vec<_> = found
            .iter()
            .map(|tile| (tile.tag, tile.prefixes.len()))
            .collect();
        assert_eq!(seen, [(0, TILE), (TILE, 3)]);
    }
}
