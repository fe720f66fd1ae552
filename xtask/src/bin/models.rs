//! `cargo xtask models`: lists every shipped model, with its file checked against its card and its held-out accuracy
//! recomputed by the engine. A binary of its own, because the engine takes minutes to compile.

use anyhow::{Context, Result, bail};
use clap::Parser;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::process::ExitCode;
use syw_core::card::ModelCard;
use syw_engine::{HeldOut, evaluate_held_out};
use xtask::{parallel, paths, tools};

/// How far the engine may be from the card, which the exporter measured in PyTorch: sums in another order can turn a
/// near tie between two tokens.
const TOLERANCE: f64 = 0.0005;

#[derive(Parser)]
struct Options {
    /// Print one JSON array instead of a table
    #[arg(long)]
    json: bool,
    /// Print only what is wrong
    #[arg(long)]
    check: bool,
}

/// A model as it was found: its card, its file's true size and digest, and what the engine measured.
struct Found {
    card: ModelCard,
    bytes: u64,
    sha256: String,
    held_out: HeldOut,
}

fn main() -> ExitCode {
    match list(&Options::parse(), &paths::models()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn list(options: &Options, folder: &Path) -> Result<()> {
    let index =
        fs::read_to_string(folder.join("index.json")).context("public/models/index.json")?;
    let ids: Vec<String> = serde_json::from_str(&index).context("public/models/index.json")?;
    let found = parallel::map(&ids, |id| {
        let result = examine(&folder.join(id));
        eprintln!(
            "{id}: {}",
            if result.is_ok() { "examined" } else { "failed" }
        );
        result
    });
    let models: Vec<&Found> = found.iter().flatten().collect();
    if options.json {
        let rows: Vec<Value> = models.iter().map(|model| fields(model)).collect();
        println!("{}", serde_json::to_string_pretty(&rows)?);
    } else if !options.check {
        println!("{HEADER}");
        models.iter().for_each(|model| println!("{}", row(model)));
    }
    let mut wrong = Vec::new();
    for (id, result) in ids.iter().zip(&found) {
        match result {
            Ok(model) => wrong.extend(
                disagreements(model)
                    .into_iter()
                    .map(|line| format!("{id}: {line}")),
            ),
            Err(error) => wrong.push(format!("{id}: {error:#}")),
        }
    }
    wrong.iter().for_each(|line| eprintln!("{line}"));
    if !wrong.is_empty() {
        bail!(
            "{} disagreements between public/models and its cards",
            wrong.len()
        );
    }
    eprintln!("{} models agree with their cards", models.len());
    Ok(())
}

fn examine(folder: &Path) -> Result<Found> {
    let card = fs::read_to_string(folder.join("card.json")).context("card.json")?;
    let card: ModelCard = serde_json::from_str(&card).context("card.json")?;
    let file = fs::read(folder.join("model.onnx")).context("model.onnx")?;
    let held_out = evaluate_held_out(&card, &file)?;
    Ok(Found {
        card,
        bytes: file.len() as u64,
        sha256: tools::sha256_hex(&file),
        held_out,
    })
}

/// Where the card says something else than the file or the engine.
fn disagreements(model: &Found) -> Vec<String> {
    let Found {
        card,
        bytes,
        sha256,
        held_out,
    } = model;
    let mut wrong = Vec::new();
    if card.bytes != *bytes {
        wrong.push(format!(
            "model.onnx has {bytes} bytes, its card says {}",
            card.bytes
        ));
    }
    if card.sha256 != *sha256 {
        wrong.push(format!(
            "model.onnx has SHA-256 {sha256}, its card says {}",
            card.sha256
        ));
    }
    if card.held_out_problems != held_out.problems as u64 {
        wrong.push(format!(
            "there are {} held-out problems, its card says {}",
            held_out.problems, card.held_out_problems
        ));
    }
    if (card.held_out_accuracy - held_out.accuracy()).abs() > TOLERANCE {
        let measured = held_out.accuracy();
        wrong.push(format!(
            "the engine measures accuracy {measured:.4}, its card says {:.4}",
            card.held_out_accuracy
        ));
    }
    wrong
}

/// The fields of one model. Size, digest and accuracy are those found, not those of the card.
fn fields(model: &Found) -> Value {
    let Found {
        card,
        bytes,
        sha256,
        held_out,
    } = model;
    json!({
        "id": card.id,
        "size": card.size,
        "arm": card.arm,
        "seed": card.seed,
        "step": card.step,
        "parameters": card.parameters,
        "bytes": bytes,
        "sha256": sha256,
        "held_out_problems": held_out.problems,
        "held_out_accuracy": held_out.accuracy(),
    })
}

const HEADER: &str = "model                     size   arm             seed   step parameters     bytes  held-out accuracy  sha256";

fn row(model: &Found) -> String {
    let Found {
        card,
        bytes,
        sha256,
        held_out,
    } = model;
    let size = json!(card.size);
    let correct = format!("{}/{}", held_out.correct, held_out.problems);
    format!(
        "{:<25} {:<6} {:<15} {:>4} {:>6} {:>10} {bytes:>9} {correct:>11} {:.4}  {}",
        card.id,
        size.as_str().unwrap_or_default(),
        card.arm,
        card.seed,
        card.step,
        card.parameters,
        held_out.accuracy(),
        &sha256[..12],
    )
}
