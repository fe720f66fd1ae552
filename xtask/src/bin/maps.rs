//! `cargo xtask maps`: writes the published competence maps, one file for each model of the duel and each published modulus,
//! or checks a tenth of their rows. A binary of its own, because the engine takes minutes to compile.

use anyhow::{Context, Result, bail};
use clap::Parser;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;
use syw_core::card::ModelCard;
use syw_core::map::{self, Cell, CompetenceMap, FIRST, PUBLISHED_MODULI, SIDE};
use syw_engine::{OnnxModel, load, verify};
use xtask::{budgets, parallel, paths, random};

/// The models of the duel.
const MODELS: [&str; 2] = ["large-direct-s0", "small-chain_rl-s0"];
/// A check computes one row in this many.
const CHECKED_ONE_IN: usize = 10;

#[derive(Parser)]
struct Options {
    /// Recompute a random tenth of the rows of each file instead of writing
    #[arg(long)]
    check: bool,
    /// The seed of the rows that are checked; by default the time
    #[arg(long)]
    seed: Option<u64>,
    /// Only these moduli, separated by commas
    #[arg(long, value_delimiter = ',', default_values_t = PUBLISHED_MODULI)]
    moduli: Vec<i64>,
}

fn main() -> ExitCode {
    match maps(&Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn maps(options: &Options) -> Result<()> {
    let seed = options.seed.unwrap_or_else(random::any_seed);
    if options.check {
        println!("checking rows by seed {seed}");
    }
    let jobs: Vec<(i64, &str)> = options
        .moduli
        .iter()
        .flat_map(|&modulus| MODELS.map(|id| (modulus, id)))
        .collect();
    let results = parallel::map(&jobs, |&(modulus, id)| match options.check {
        true => check(id, modulus, seed),
        false => write(id, modulus),
    });
    let mut n_failed = 0;
    for ((modulus, id), result) in jobs.iter().zip(results) {
        if let Err(error) = result {
            eprintln!("{id} modulo {modulus}: {error:#}");
            n_failed += 1;
        }
    }
    if n_failed > 0 {
        bail!("{n_failed} of {} maps failed", jobs.len());
    }
    Ok(())
}

fn file_of(id: &str, modulus: i64) -> PathBuf {
    paths::maps().join(format!("{id}-m{modulus}.json"))
}

fn open(id: &str) -> Result<(ModelCard, OnnxModel)> {
    let folder = paths::models().join(id);
    let card = fs::read_to_string(folder.join("card.json")).context("card.json")?;
    let card: ModelCard = serde_json::from_str(&card).context("card.json")?;
    let bytes = fs::read(folder.join("model.onnx")).context("model.onnx")?;
    verify(&bytes, &card)?;
    let model = load(&bytes, &card)?;
    Ok((card, model))
}

fn read(file: &Path) -> Result<CompetenceMap> {
    let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
    map::parse(&text).with_context(|| file.display().to_string())
}

/// Writes one map, unless the file is of this model already.
fn write(id: &str, modulus: i64) -> Result<()> {
    let file = file_of(id, modulus);
    let (card, model) = open(id)?;
    if file.exists() && read(&file).is_ok_and(|map| map.sha256 == card.sha256) {
        println!("{id} modulo {modulus}: up to date");
        return Ok(());
    }
    let start = Instant::now();
    let names = (id, card.sha256.as_str());
    let map = map::sweep(&model, names, card.answers, modulus, |n_done| {
        eprintln!("{id} modulo {modulus}: {n_done} of {}", SIDE * SIDE);
    })?;
    let is_right = |(idx, cell): &(usize, &Cell)| {
        let (a, b) = map::operands(*idx);
        map::is_right(a, b, modulus, cell.answer)
    };
    let n_right = map.cells.iter().enumerate().filter(is_right).count();
    let text = map::render(&map);
    fs::create_dir_all(paths::maps())?;
    fs::write(&file, &text).with_context(|| file.display().to_string())?;
    println!(
        "{id} modulo {modulus}: {} of {} right, {} bytes compressed, {:.0} s",
        n_right,
        SIDE * SIDE,
        budgets::compressed_size(text.as_bytes())?,
        start.elapsed().as_secs_f64(),
    );
    Ok(())
}

/// Computes some rows anew and compares them with the file.
fn check(id: &str, modulus: i64, seed: u64) -> Result<()> {
    let published = read(&file_of(id, modulus))?;
    let (card, model) = open(id)?;
    if (published.model.as_str(), &published.sha256) != (id, &card.sha256) {
        bail!("the file is of another model: run cargo xtask maps");
    }
    let rows = rows_of(seed ^ modulus as u64);
    let indices: Vec<usize> = rows
        .into_iter()
        .flat_map(|row| row * SIDE..(row + 1) * SIDE)
        .collect();
    let cells = map::sweep_cells(&model, card.answers, modulus, &indices, |_| {})?;
    let differing: Vec<usize> = indices
        .iter()
        .zip(&cells)
        .filter(|(idx, cell)| published.cells[**idx] != **cell)
        .map(|(idx, _)| *idx)
        .collect();
    if let Some(&first) = differing.first() {
        let (a, b) = map::operands(first);
        bail!(
            "{} of {} cells differ; the first is {a} × {b}, in row {}",
            differing.len(),
            cells.len(),
            b - FIRST
        );
    }
    println!(
        "{id} modulo {modulus}: {} of {} cells recomputed, and the same",
        cells.len(),
        SIDE * SIDE
    );
    Ok(())
}

/// One row of every [`CHECKED_ONE_IN`], by a seed.
fn rows_of(seed: u64) -> Vec<usize> {
    let groups = (0..SIDE).step_by(CHECKED_ONE_IN);
    let row = |first: usize| {
        let mixed = random::mix(seed.wrapping_add(first as u64));
        let n_rows = CHECKED_ONE_IN.min(SIDE - first);
        first + (mixed % n_rows as u64) as usize
    };
    groups.map(row).collect()
}
