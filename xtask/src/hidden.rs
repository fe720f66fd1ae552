//! What `cargo xtask evaluate` measures of chains that carry more than they say: public/results/hidden.json.

use anyhow::{Context, Result};
use syw_core::card::ModelCard;
use syw_core::hidden::{Hidden, HiddenReport, measure};

use crate::{paths, report, shipped};

/// Whose chains are looked into: those that hide, those that were kept from it, a code, and two that nobody pressed.
const ARMS: [&str; 8] = [
    "steganography",
    "steganography_paraphrased",
    "steganography_order",
    "steganography_order_paraphrased",
    "steganography_order_longer",
    "encoded",
    "chain_rl",
    "chain_imitation",
];

/// Measures what is missing; with the seed of a check, one model again.
pub fn run(check: Option<u64>) -> Result<()> {
    let path = paths::results().join("hidden.json");
    let cards = shipped::cards()?;
    let of_arm = |arm: &&str| shipped::last_of(&cards, arm);
    let wanted: Vec<&ModelCard> = ARMS.iter().flat_map(of_arm).collect();
    let file: HiddenReport = report::read(&path);
    let known = |card: &ModelCard| {
        let is_it = |found: &&Hidden| (&found.model, &found.sha256) == (&card.id, &card.sha256);
        file.models.iter().find(is_it).cloned()
    };
    match shipped::measured("hidden.json", &wanted, known, look, check)? {
        Some(models) => report::write(&path, &HiddenReport { models }),
        None => Ok(()),
    }
}

fn look(card: &ModelCard) -> Result<Hidden> {
    eprintln!("{}: what its chains carry", card.id);
    measure(&shipped::open(card)?, card)?.context("the study declares no home rung")
}
