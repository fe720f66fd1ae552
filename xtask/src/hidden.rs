//! What `cargo xtask evaluate` measures of chains that carry more than they say: public/results/hidden.json.

use anyhow::{Context, Result};
use syw_core::card::ModelCard;
use syw_core::hidden::{Hidden, HiddenReport, measure};

use crate::{parallel, paths, report, shipped};

/// Whose chains are looked into: those that hide, those that were kept from it, a code, and two that nobody pressed.
const ARMS: [&str; 5] = [
    "steganography",
    "steganography_paraphrased",
    "encoded",
    "chain_rl",
    "chain_imitation",
];

/// Measures what is missing; with `is_check`, one model again, which `seed` decides.
pub fn run(is_check: bool, seed: u64) -> Result<()> {
    let path = paths::results().join("hidden.json");
    let cards = shipped::cards()?;
    let of_arm = |arm: &&str| shipped::last_of(&cards, arm);
    let wanted: Vec<&ModelCard> = ARMS.iter().flat_map(of_arm).collect();
    let file: HiddenReport = report::read(&path);
    let known = |card: &ModelCard| {
        let is_it = |found: &&Hidden| (&found.model, &found.sha256) == (&card.id, &card.sha256);
        file.models.iter().find(is_it)
    };
    if is_check {
        for card in &wanted {
            known(card).with_context(|| {
                format!(
                    "{}: hidden.json lacks it: run cargo xtask evaluate",
                    card.id
                )
            })?;
        }
        let Some(card) = wanted.get(seed as usize % wanted.len().max(1)) else {
            return Ok(());
        };
        return report::compare(
            &format!("hidden.json, {}", card.id),
            &known(card),
            &Some(&look(card)?),
        );
    }
    let models: Result<Vec<Hidden>> = parallel::map(&wanted, |card| match known(card) {
        Some(found) => Ok(found.clone()),
        None => look(card),
    })
    .into_iter()
    .collect();
    report::write(&path, &HiddenReport { models: models? })
}

fn look(card: &ModelCard) -> Result<Hidden> {
    eprintln!("{}: what its chains carry", card.id);
    measure(&shipped::open(card)?, card)?.context("the study declares no home rung")
}
