//! What `cargo xtask evaluate` measures of monitors and of what users are told: public/results/watchers.json.

use anyhow::{Context, Result};
use syw_core::card::ModelCard;
use syw_core::watchers::{System, Told, Watched, WatchersReport, tell, watch};
use syw_engine::OnnxModel;

use crate::{failure_probes, parallel, paths, report, shipped};

/// Whose failures monitors foretell: each those of the model of its own seed.
const WATCHED: &str = "chain_rl";
/// Who was trained apart on right chains alone, and can be surprised.
const READER: &str = "chain_imitation";
/// Of whose chains a share raises an alarm: the first seed of each.
const OTHERS: [&str; 4] = [
    "chain_imitation",
    "encoded",
    "steganography",
    "steganography_paraphrased",
];
/// The same, of large.
const LARGE: &str = "large-rationaliser-s0";

/// Something that is measured by itself.
enum Entry<'a> {
    Monitor(&'a ModelCard),
    System(System, &'a ModelCard),
    Probes(&'a ModelCard),
}

/// Measures what is missing; with `is_check`, one monitor or system again, which `seed` decides.
pub fn run(is_check: bool, seed: u64) -> Result<()> {
    let path = paths::results().join("watchers.json");
    let cards = shipped::cards()?;
    let file: WatchersReport = report::read(&path);
    let monitors: Vec<&ModelCard> = shipped::last_of(&cards, "monitor");
    let reasoners = System::ALL.map(|system| (system, shipped::last_of(&cards, system.arm())));
    let known_monitor = |card: &ModelCard| {
        let is_it = |found: &&Watched| found.sha256 == card.sha256;
        file.monitors.iter().find(is_it)
    };
    let known_system = |system: System, card: &ModelCard| {
        let files: Vec<&String> = files_of(&cards, system, card);
        let is_it = |found: &&Told| found.system == system && found.sha256.iter().eq(files.clone());
        file.told.iter().find(is_it)
    };
    let probed = failure_probes::probed(&cards);
    if is_check {
        let mut entries: Vec<Entry<'_>> =
            monitors.iter().map(|card| Entry::Monitor(card)).collect();
        for (system, cards) in &reasoners {
            entries.extend(cards.iter().map(|card| Entry::System(*system, card)));
        }
        entries.extend(probed.iter().map(|card| Entry::Probes(card)));
        let missing = "watchers.json lacks it: run cargo xtask evaluate";
        for entry in &entries {
            match entry {
                Entry::Monitor(card) => known_monitor(card).map(|_| ()).context(missing)?,
                Entry::System(system, card) => {
                    known_system(*system, card).map(|_| ()).context(missing)?;
                }
                Entry::Probes(card) => {
                    failure_probes::known(&file, card)
                        .map(|_| ())
                        .context(missing)?;
                }
            }
        }
        return match entries.get(seed as usize % entries.len().max(1)) {
            None => Ok(()),
            Some(Entry::Monitor(card)) => {
                let again = look(&cards, card)?;
                report::compare(&card.id, &known_monitor(card), &Some(&again))
            }
            Some(Entry::System(system, card)) => {
                let again = ask(&cards, *system, card)?;
                report::compare(&card.id, &known_system(*system, card), &Some(&again))
            }
            Some(Entry::Probes(card)) => {
                let again = failure_probes::look(card)?;
                let before = failure_probes::known(&file, card);
                report::compare(&format!("{}, probes", card.id), &before, &Some(again))
            }
        };
    }
    let monitors: Result<Vec<Watched>> =
        parallel::map(&monitors, |card| match known_monitor(card) {
            Some(found) => Ok(found.clone()),
            None => look(&cards, card),
        })
        .into_iter()
        .collect();
    let mut told = Vec::new();
    for (system, reasoners) in reasoners {
        for card in reasoners {
            told.push(match known_system(system, card) {
                Some(found) => found.clone(),
                None => ask(&cards, system, card)?,
            });
        }
    }
    let mut probes = Vec::new();
    for card in probed {
        probes.extend(match failure_probes::known(&file, card) {
            Some(found) => found,
            None => failure_probes::look(card)?,
        });
    }
    report::write(
        &path,
        &WatchersReport {
            monitors: monitors?,
            told,
            probes,
        },
    )
}

/// The Face of a split system: that of the reasoner's seed.
fn face_of<'a>(
    cards: &'a [ModelCard],
    system: System,
    reasoner: &ModelCard,
) -> Option<&'a ModelCard> {
    let faces = shipped::last_of(cards, "face").into_iter();
    let mut of_seed = faces.filter(|face| system == System::Split && face.seed == reasoner.seed);
    of_seed.next()
}

fn files_of<'a>(
    cards: &'a [ModelCard],
    system: System,
    reasoner: &'a ModelCard,
) -> Vec<&'a String> {
    let face = face_of(cards, system, reasoner).map(|face| &face.sha256);
    [Some(&reasoner.sha256), face]
        .into_iter()
        .flatten()
        .collect()
}

fn look(cards: &[ModelCard], monitor: &ModelCard) -> Result<Watched> {
    eprintln!("{}: what it sees", monitor.id);
    let mut watched = shipped::last_of(cards, WATCHED).into_iter();
    let watched = watched
        .find(|card| card.seed == monitor.seed)
        .with_context(|| format!("{}: nobody of its seed to watch", monitor.id))?;
    // Another seed's, so that it has not even the base in common with whom it reads.
    let readers = shipped::last_of(cards, READER);
    let after = readers.iter().find(|card| card.seed > monitor.seed);
    let reader = *after
        .or(readers.first())
        .with_context(|| format!("{}: nobody to be surprised beside it", monitor.id))?;
    let first = OTHERS
        .iter()
        .filter_map(|arm| shipped::last_of(cards, arm).first().copied());
    let large = cards.iter().filter(|card| card.id == LARGE);
    let others: Result<Vec<(OnnxModel, &ModelCard)>> = first
        .chain(large)
        .map(|card| Ok((shipped::open(card)?, card)))
        .collect();
    let others = others?;
    let others: Vec<(&OnnxModel, &ModelCard)> =
        others.iter().map(|(model, card)| (model, *card)).collect();
    let [model, read_by, written_by] = [monitor, reader, watched].map(shipped::open);
    let (model, read_by, written_by) = (model?, read_by?, written_by?);
    Ok(watch(
        (&model, monitor),
        (&read_by, reader),
        (&written_by, watched),
        &others,
    )?)
}

fn ask(cards: &[ModelCard], system: System, reasoner: &ModelCard) -> Result<Told> {
    eprintln!("{}: what users are told", reasoner.id);
    let face = face_of(cards, system, reasoner);
    let opened = face.map(shipped::open).transpose()?;
    let face = opened.as_ref().zip(face);
    Ok(tell(system, (&shipped::open(reasoner)?, reasoner), face)?)
}
