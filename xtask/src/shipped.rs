//! The shipped models, as the commands that measure them find them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Serialize;
use syw_core::card::{self, ModelCard, Size};
use syw_engine::{OnnxModel, load, verify};

use crate::{parallel, paths, report};

/// The cards of all shipped models, in page order.
pub fn cards() -> Result<Vec<ModelCard>> {
    let text = |path: &Path| fs::read_to_string(path).with_context(|| path.display().to_string());
    let folder = paths::models();
    let ids: Vec<String> = serde_json::from_str(&text(&folder.join("index.json"))?)
        .context("public/models/index.json")?;
    let card = |id: String| {
        let written = text(&folder.join(&id).join("card.json"))?;
        serde_json::from_str(&written).context(id)
    };
    ids.into_iter().map(card).collect()
}

/// A model's file, compared with its card and loaded.
pub fn open(card: &ModelCard) -> Result<OnnxModel> {
    let path = paths::models().join(&card.id).join("model.onnx");
    let bytes = fs::read(&path).with_context(|| path.display().to_string())?;
    verify(&bytes, card)?;
    Ok(load(&bytes, card)?)
}

/// Whether a model is the end of its training: those that were taken on the way have an update in their id.
pub fn is_last(card: &ModelCard) -> bool {
    card.id.ends_with(&format!("-s{}", card.seed))
}

/// The last model of every seed of an arm of small.
pub fn last_of<'a>(cards: &'a [ModelCard], arm: &str) -> Vec<&'a ModelCard> {
    card::last_of(cards, Size::Small, arm)
}

/// The entries of a file that has one for each of some models: those that are known, and the others as `look` measures them. With the seed
/// of a check, none: all have to be known, and one of them, which the seed decides, is measured again.
pub fn measured<T: Clone + Send + Sync + Serialize>(
    name: &str,
    wanted: &[&ModelCard],
    known: impl Fn(&ModelCard) -> Option<T> + Sync,
    look: impl Fn(&ModelCard) -> Result<T> + Sync,
    check: Option<u64>,
) -> Result<Option<Vec<T>>> {
    let Some(seed) = check else {
        let entry = |card: &&ModelCard| known(card).map_or_else(|| look(card), Ok);
        let entries: Result<Vec<T>> = parallel::map(wanted, entry).into_iter().collect();
        return entries.map(Some);
    };
    for card in wanted {
        known(card)
            .with_context(|| format!("{}: {name} lacks it: run cargo xtask evaluate", card.id))?;
    }
    if let Some(card) = wanted.get(seed as usize % wanted.len().max(1)) {
        report::compare(
            &format!("{name}, {}", card.id),
            &known(card),
            &Some(look(card)?),
        )?;
    }
    Ok(None)
}
