//! What `cargo xtask evaluate` measures of what models know before they reason: public/results/knowledge.json.

use anyhow::{Context, Result};
use syw_core::Token;
use syw_core::card::{Job, ModelCard};
use syw_core::evaluation::{Set, spread};
use syw_core::knowledge::{Knowledge, KnowledgeReport, Place, ProbeRead, class_of};
use syw_core::problem::Problem;
use syw_core::split::{Split, problems_modulo};
use syw_core::statistics::LinearProbe;
use syw_engine::OnnxModel;

use crate::{paths, random, report, shipped};

/// Training problems to which probes are fitted.
const N_FITTED: usize = 4000;
/// Deals out the answers of the control.
const SHUFFLE_SEED: u64 = 40_000;

/// Measures what is missing; with the seed of a check, one model again.
pub fn run(check: Option<u64>) -> Result<()> {
    let path = paths::results().join("knowledge.json");
    let cards = shipped::cards()?;
    // Who answers no problems, or after thoughts, is left out.
    let is_looked_into = |card: &&ModelCard| {
        shipped::is_last(card) && card.job == Job::Answer && card.thoughts + card.pauses == 0
    };
    let wanted: Vec<&ModelCard> = cards.iter().filter(is_looked_into).collect();
    let file: KnowledgeReport = report::read(&path);
    let known = |card: &ModelCard| {
        let is_it = |found: &&Knowledge| (&found.model, &found.sha256) == (&card.id, &card.sha256);
        file.models.iter().find(is_it).cloned()
    };
    match shipped::measured("knowledge.json", &wanted, known, look, check)? {
        Some(models) => report::write(&path, &KnowledgeReport { models }),
        None => Ok(()),
    }
}

fn look(card: &ModelCard) -> Result<Knowledge> {
    eprintln!("{}: what it knows before it reasons", card.id);
    let home = card
        .home
        .as_ref()
        .context("the study declares no home rung")?;
    let model = shipped::open(card)?;
    let listed = problems_modulo(Split::Train, home.operands, &[home.modulus]);
    let places = spread(N_FITTED, listed.len()).into_iter();
    let training: Vec<Problem> = places.map(|idx| listed[idx].clone()).collect();
    let tested = Set::Home.problems(card);
    let (labels, wanted) = (classes(&training), classes(&tested));
    let mut shuffled = labels.clone();
    random::shuffle(&mut shuffled, SHUFFLE_SEED);
    let n_classes = home.modulus as usize;
    let count = |of: &[usize], class: usize| of.iter().filter(|&&it| it == class).count();
    let common = (0..n_classes).max_by_key(|&class| count(&labels, class));
    let mut probes = Vec::new();
    for place in Place::ALL {
        let fitted_on = streams(&model, place, &training)?;
        let tested_on = streams(&model, place, &tested)?;
        let n_layers = tested_on.first().map_or(0, Vec::len);
        for layer in 0..n_layers {
            let rows: Vec<&[f32]> = fitted_on.iter().map(|layers| &layers[layer][..]).collect();
            let n_right = |labels: &[usize]| -> Result<usize> {
                let probe = LinearProbe::fit(&rows, labels, n_classes)
                    .context("streams to which no probe can be fitted")?;
                let read = tested_on.iter().zip(&wanted);
                let is_right = |(layers, wanted): &(&Vec<Vec<f32>>, &usize)| {
                    probe.read(&layers[layer]) == Some(**wanted)
                };
                Ok(read.filter(is_right).count())
            };
            probes.push(ProbeRead {
                place,
                layer,
                right: n_right(&labels)?,
                shuffled: n_right(&shuffled)?,
            });
        }
    }
    Ok(Knowledge {
        model: card.id.clone(),
        sha256: card.sha256.clone(),
        arm: card.arm.clone(),
        seed: card.seed,
        problems: tested.len(),
        common: common.map_or(0, |class| count(&wanted, class)),
        probes,
    })
}

fn classes(problems: &[Problem]) -> Vec<usize> {
    problems.iter().map(class_of).collect()
}

/// The residual streams at a place: `[problem][layer][channel]`.
fn streams(model: &OnnxModel, place: Place, problems: &[Problem]) -> Result<Vec<Vec<Vec<f32>>>> {
    let texts: Vec<Vec<Token>> = problems.iter().map(|problem| place.text(problem)).collect();
    Ok(model.last_streams(&texts)?)
}
