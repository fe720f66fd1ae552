//! The shipped models, as the commands that measure them find them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use syw_core::card::{ModelCard, Size};
use syw_engine::{OnnxModel, load, verify};

use crate::paths;

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

/// The last model of every seed of an arm of small: those that were taken on the way have an update in their id.
pub fn last_of<'a>(cards: &'a [ModelCard], arm: &str) -> Vec<&'a ModelCard> {
    let is_last = |card: &&ModelCard| {
        card.size == Size::Small
            && card.arm == arm
            && card.id.ends_with(&format!("-s{}", card.seed))
    };
    cards.iter().filter(is_last).collect()
}
