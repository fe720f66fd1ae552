//! `cargo xtask evaluate`: measures every shipped model and writes public/results/evaluation.json, and a file each about what is inside
//! the models, what they think, hide and know, who watches them, and the plane that all of it comes to; with `--check`, measures a random tenth again and compares. A
//! binary of its own, because the engine takes minutes to compile.

use anyhow::{Context, Result, bail};
use clap::Parser;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::time::Instant;
use std::{fs, io};
use syw_core::card::ModelCard;
use syw_core::evaluation::{Entry, Evaluation, Evaluations, Measuring, Part, parts_of};
use syw_engine::{Answering, OnnxModel, load, verify};
use xtask::{hidden, inside, knowledge, latent, parallel, paths, plane, random, watchers};

/// How far a share may be off on another machine, whose mathematical functions may round otherwise. Counts are exact: the
/// engine computes the same bits everywhere.
const TOLERANCE: f64 = 1e-9;

#[derive(Parser)]
struct Options {
    /// Measure a random tenth again and compare it with the file
    #[arg(long)]
    check: bool,
    /// Which tenth; the default is another one every time
    #[arg(long)]
    seed: Option<u64>,
    /// The file to write or to check; the default is public/results/evaluation.json
    #[arg(long)]
    file: Option<PathBuf>,
    /// Only these models, by id
    models: Vec<String>,
}

/// A model with its file, on disk.
struct Shipped {
    card: ModelCard,
    file: PathBuf,
}

fn main() -> ExitCode {
    let options = Options::parse();
    let seed = options.seed.unwrap_or_else(random::any_seed);
    // Of these files, some entries are about several models.
    let is_all = options.models.is_empty() && options.file.is_none();
    let done = shipped(&paths::models(), &options.models).and_then(|models| {
        let path = options
            .file
            .clone()
            .unwrap_or_else(|| paths::results().join("evaluation.json"));
        match options.check {
            true => check(&path, &models, seed),
            false => write(&path, &models),
        }?;
        inside::run(&options.models, options.check, seed)?;
        if is_all {
            let check = options.check.then_some(seed);
            let cards: Vec<ModelCard> = models.into_iter().map(|it| it.card).collect();
            match options.check {
                true => latent::check(&cards, seed),
                false => latent::write(&cards),
            }?;
            hidden::run(check)?;
            watchers::run(options.check, seed)?;
            knowledge::run(check)?;
            // Put together from the others, so it comes last.
            plane::run(&cards, options.check)?;
        }
        Ok(())
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The models of `folder/index.json`, or those named.
fn shipped(folder: &Path, names: &[String]) -> Result<Vec<Shipped>> {
    let index =
        fs::read_to_string(folder.join("index.json")).context("public/models/index.json")?;
    let ids: Vec<String> = serde_json::from_str(&index).context("public/models/index.json")?;
    if let Some(unknown) = names.iter().find(|name| !ids.contains(name)) {
        bail!(
            "there is no model {unknown:?}; there are {}",
            ids.join(", ")
        );
    }
    let wanted = ids
        .iter()
        .filter(|id| names.is_empty() || names.contains(id));
    let read = |id: &String| {
        let card = fs::read_to_string(folder.join(id).join("card.json")).context(id.clone())?;
        Ok(Shipped {
            card: serde_json::from_str(&card).context(id.clone())?,
            file: folder.join(id).join("model.onnx"),
        })
    };
    wanted.map(read).collect()
}

fn open(shipped: &Shipped) -> Result<OnnxModel> {
    let bytes = fs::read(&shipped.file).with_context(|| shipped.file.display().to_string())?;
    verify(&bytes, &shipped.card)?;
    Ok(load(&bytes, &shipped.card)?)
}

/// The file as it stands; none where there is no file, or one that was written by other rules.
fn read(path: &Path) -> Result<Option<Evaluations>> {
    match fs::read_to_string(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).context("evaluation.json"),
        Ok(text) => {
            let written: Value = serde_json::from_str(&text).context("evaluation.json")?;
            let file: Option<Evaluations> = serde_json::from_value(written).ok();
            Ok(file.filter(Evaluations::is_current))
        }
    }
}

/// Whether every part of the model was measured, of the very file that is there now.
fn is_complete(found: &Evaluation, card: &ModelCard) -> bool {
    let is_there = |part: Part| found.part(part).is_some();
    found.sha256 == card.sha256 && parts_of(card).into_iter().all(is_there)
}

/// Measures what is missing. The file is written after every model, so that a run goes on where it stopped.
fn write(path: &Path, models: &[Shipped]) -> Result<()> {
    let file = Mutex::new(read(path)?.unwrap_or_else(Evaluations::empty));
    let order: Vec<String> = shipped(&paths::models(), &[])?
        .into_iter()
        .map(|shipped| shipped.card.id)
        .collect();
    let results = parallel::map(models, |shipped| {
        let id = &shipped.card.id;
        let known = file.lock().expect("no thread panics").of(id).cloned();
        if known.is_some_and(|known| is_complete(&known, &shipped.card)) {
            eprintln!("{id}: there already");
            return Ok(());
        }
        let start = Instant::now();
        let evaluation = evaluate(shipped)?;
        let mut file = file.lock().expect("no thread panics");
        file.models.retain(|found| found.model != *id);
        file.models.push(evaluation);
        let place = |found: &Evaluation| order.iter().position(|id| *id == found.model);
        file.models.retain(|found| place(found).is_some());
        file.models.sort_by_key(place);
        save(path, &file)?;
        eprintln!("{id}: measured in {} s", start.elapsed().as_secs());
        Ok(())
    });
    results.into_iter().collect()
}

fn evaluate(shipped: &Shipped) -> Result<Evaluation> {
    let model = open(shipped)?;
    let model = Answering::new(&model, &shipped.card);
    let mut evaluation = Evaluation::new(&shipped.card);
    let parts = parts_of(&shipped.card);
    let mut measuring = Measuring::new(&model, &shipped.card);
    for (idx, part) in parts.iter().enumerate() {
        evaluation.add(measuring.part(*part)?);
        if (idx + 1) % 10 == 0 {
            eprintln!("{}: {} of {} parts", shipped.card.id, idx + 1, parts.len());
        }
    }
    Ok(evaluation)
}

fn save(path: &Path, file: &Evaluations) -> Result<()> {
    let text = file.to_lines()?;
    let beside = path.with_extension("json.new");
    fs::write(&beside, text)?;
    Ok(fs::rename(&beside, path)?)
}

/// Measures a random tenth of all parts again.
fn check(path: &Path, models: &[Shipped], seed: u64) -> Result<()> {
    let file = read(path)?.context(
        "public/results/evaluation.json is missing or was written by other rules: run cargo xtask evaluate",
    )?;
    let mut wrong = Vec::new();
    let mut parts = Vec::new();
    for shipped in models {
        let id = &shipped.card.id;
        match file.of(id) {
            Some(found) if is_complete(found, &shipped.card) => {
                let parts_of = parts_of(&shipped.card);
                parts.extend(parts_of.into_iter().map(|part| (shipped, found, part)));
            }
            _ => wrong.push(format!(
                "{id}: its measurement is missing, or of another file"
            )),
        }
    }
    let wanted = parts.len().div_ceil(10);
    let mut chosen = BTreeSet::new();
    let mut state = seed;
    while chosen.len() < wanted {
        state = random::mix(state.wrapping_add(0x9e37_79b9_7f4a_7c15));
        chosen.insert((state % parts.len() as u64) as usize);
    }
    eprintln!("{wanted} of {} parts, seed {seed}", parts.len());
    let chosen: Vec<_> = chosen.into_iter().map(|idx| &parts[idx]).collect();
    let compared = parallel::map(&chosen, |(shipped, found, part)| -> Result<_> {
        let (model, card) = (open(shipped)?, &shipped.card);
        let again = Measuring::new(&Answering::new(&model, card), card).part(*part)?;
        let differences = found
            .part(*part)
            .map_or(1, |before| differences(&before, &again));
        Ok((differences, format!("{} {part:?}", shipped.card.id)))
    });
    let mut identical = 0;
    for result in compared {
        match result? {
            (0, _) => identical += 1,
            (n, what) => wrong.push(format!("{what}: {n} figures differ")),
        }
    }
    wrong.iter().for_each(|line| eprintln!("{line}"));
    if !wrong.is_empty() {
        bail!(
            "{} measurements do not agree with public/results/evaluation.json",
            wrong.len()
        );
    }
    eprintln!("{identical} parts agree with public/results/evaluation.json");
    Ok(())
}

/// How many figures of a part differ.
fn differences(before: &Entry, again: &Entry) -> usize {
    let value = |entry: &Entry| match entry {
        Entry::Answers(entry) => serde_json::to_value(entry),
        Entry::Battery(entry) => serde_json::to_value(entry),
    };
    match (value(before), value(again)) {
        (Ok(before), Ok(again)) => n_apart(&before, &again),
        _ => 1,
    }
}

fn n_apart(before: &Value, again: &Value) -> usize {
    match (before, again) {
        (Value::Object(before), Value::Object(again)) => {
            let keys: BTreeSet<&String> = before.keys().chain(again.keys()).collect();
            // What did not occur is not listed.
            let of = |map: &serde_json::Map<String, Value>, key: &String| {
                map.get(key).cloned().unwrap_or_else(|| 0.into())
            };
            keys.into_iter()
                .map(|key| n_apart(&of(before, key), &of(again, key)))
                .sum()
        }
        (Value::Array(before), Value::Array(again)) if before.len() == again.len() => {
            let pairs = before.iter().zip(again);
            pairs.map(|(before, again)| n_apart(before, again)).sum()
        }
        (Value::Number(before), Value::Number(again)) => {
            let (x, y) = (before.as_f64(), again.as_f64());
            let (x, y) = (x.unwrap_or(f64::NAN), y.unwrap_or(f64::NAN));
            let allowed = if before.is_f64() { TOLERANCE } else { 0.0 };
            usize::from((x - y).abs() > allowed || x.is_nan() || y.is_nan())
        }
        _ => usize::from(before != again),
    }
}
