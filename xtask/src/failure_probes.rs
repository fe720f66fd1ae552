//! What `cargo xtask evaluate` measures of a probe that foretells the failures of who writes no notes, for public/results/watchers.json.

use anyhow::Result;
use syw_core::Token;
use syw_core::card::{ModelCard, Size};
use syw_core::decoding::BatchModel;
use syw_core::evaluation::{Answered, Set, Way};
use syw_core::family::Family;
use syw_core::prompt::{MAX_LENGTH, direct_prompt};
use syw_core::watchers::{AtAnswer, FailureProbe, WatchersReport, probe_area};

use crate::{random, shipped};

/// How often the control deals out at random what was right, each time from a seed of its own.
const N_SHUFFLED: u64 = 20;
const SHUFFLE_SEED: u64 = 50_000;

/// The models whose failures are foretold: large, where it answers at once.
pub fn probed(cards: &[ModelCard]) -> Vec<&ModelCard> {
    let is_probed = |card: &&ModelCard| {
        card.size == Size::Large && card.arm == "direct" && shipped::is_last(card)
    };
    cards.iter().filter(is_probed).collect()
}

/// What the file says of a model, by family; nothing unless every family is there.
pub fn known(file: &WatchersReport, card: &ModelCard) -> Option<Vec<FailureProbe>> {
    let is_it = |found: &&FailureProbe| (&found.model, &found.sha256) == (&card.id, &card.sha256);
    let found: Vec<FailureProbe> = file.probes.iter().filter(is_it).cloned().collect();
    let families = found.iter().map(|probe| probe.family);
    families.eq(Family::ALL).then_some(found)
}

/// Fits a probe for each family to the model's answers to all others.
pub fn look(card: &ModelCard) -> Result<Vec<FailureProbe>> {
    eprintln!("{}: what foretells its failures", card.id);
    let model = shipped::open(card)?;
    let mut families = Vec::new();
    for family in Family::ALL {
        let problems = Set::Family(family).problems(card);
        let texts: Vec<Vec<Token>> = problems.iter().map(direct_prompt).collect();
        let forced = Way::Own.forced(card.answers);
        let (written, streams) = (
            model.complete(&texts, MAX_LENGTH)?,
            model.last_streams(&texts)?,
        );
        let answers = problems.into_iter().zip(written).zip(streams);
        let at_answer = answers.map(|((problem, written), mut layers)| AtAnswer {
            stream: layers.pop().unwrap_or_default(),
            is_right: Answered::new(problem, &forced, &written).is_right(),
        });
        families.push((family, at_answer.collect::<Vec<AtAnswer>>()));
    }
    let probe = |(seed, (family, tested)): (u64, &(Family, Vec<AtAnswer>))| {
        let others = families.iter().filter(|(other, _)| other != family);
        let fitted_on: Vec<&AtAnswer> = others.flat_map(|(_, answers)| answers).collect();
        let labels: Vec<bool> = fitted_on.iter().map(|one| one.is_right).collect();
        let by_chance = |round: u64| {
            let mut dealt = labels.clone();
            random::shuffle(&mut dealt, SHUFFLE_SEED + N_SHUFFLED * seed + round);
            probe_area(&fitted_on, &dealt, tested)
        };
        let good = tested.iter().filter(|one| one.is_right).count();
        FailureProbe {
            model: card.id.clone(),
            sha256: card.sha256.clone(),
            family: *family,
            good,
            bad: tested.len() - good,
            auroc: probe_area(&fitted_on, &labels, tested),
            shuffled: (0..N_SHUFFLED).filter_map(by_chance).reduce(f64::max),
        }
    };
    Ok((0..).zip(&families).map(probe).collect())
}
