//! `cargo xtask bench`: the shipped engine and further peers beside onnxruntime-web in headless Chromium, the same files,
//! problems and loop.
//!
//! `bin/bench.rs` chooses the problems, `xtask/bench/` is the page that runs them. Written are docs/bench.json, with every
//! run, and the tables in docs/performance.md.

mod browser;
mod growth;
mod measures;
mod peers;
mod server;
mod statistics;
mod table;

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::process::{ask, command, say};
use crate::tools::{onnxruntime_web, sha256_hex};
use crate::{budgets, chromium, paths, performance_page, system, training};
use measures::PeakShare;
use peers::Peers;
use server::BenchServer;

/// Long, because the machine may be busy.
const COMPARISON_DEADLINE: Duration = Duration::from_secs(1800);
const COLD_START_DEADLINE: Duration = Duration::from_secs(120);

/// What our engine's worker is made of, in dist/.
const WORKER_FILES: [&str; 2] = ["worker.js", "worker_bg.wasm"];

/// Models of sizes that are not shipped, layers x heads x width: of about 0.03, 0.2, 0.8 and 3.2 million parameters.
pub const SIZES: [&str; 4] = ["2x4x32", "4x4x64", "4x4x128", "4x8x256"];

/// Runs the plan, which the page gets as it is, and prints what was measured. A whole run also measures how time grows,
/// and writes docs/bench.json and the tables in docs/performance.md.
pub fn bench(plan: &Value, rounds: usize, is_whole: bool) -> Result<()> {
    let dist = paths::dist();
    if WORKER_FILES.iter().any(|name| !dist.join(name).is_file()) {
        bail!("there is no page in dist/: `cargo xtask build` builds it");
    }
    let onnxruntime = onnxruntime_web::RUNTIME.ensure()?;
    let peers = Peers::ensure()?;
    let browser = chromium::ensure()?.browser;
    let mut folders = vec![
        ("dist", dist.clone()),
        ("ort", onnxruntime.clone()),
        ("bench", paths::root().join("xtask/bench")),
        ("src", paths::root().join("src")),
    ];
    folders.extend(peers.folders());
    let random = random_models();
    folders.push(("random", random.clone()));
    if is_whole {
        training::random_models(&random, &SIZES)?;
    }
    let plan = peers::planned(plan);
    let server = BenchServer::start(folders, plan.to_string())?;
    let load = system::load();
    say("Comparing what the engines write, then how fast; this takes some minutes");
    let mut found =
        browser::result_of(&browser, &server, "/bench/index.html", COMPARISON_DEADLINE)?;
    say("Starting the engines from nothing");
    let mut starts: Map<String, Value> = ["ours", "theirs"]
        .into_iter()
        .chain(peers::started(&found))
        .map(|engine| (engine.to_owned(), json!([])))
        .collect();
    for _ in 0..rounds {
        for (engine, runs) in &mut starts {
            let path = format!("/bench/index.html?engine={engine}");
            let run = browser::result_of(&browser, &server, &path, COLD_START_DEADLINE)?;
            runs.as_array_mut().context("a list")?.push(run);
        }
    }
    if is_whole {
        say("How time grows");
        let path = "/bench/index.html?growth";
        found["growth"] = browser::result_of(&browser, &server, path, COMPARISON_DEADLINE)?;
    }
    say("Compressing the engines");
    found["workloads"]["cold_start_time"] = Value::Object(starts);
    peers::refuse_other_answers(&mut found);
    found["rounds"] = json!(rounds);
    found["load"] = json!(load);
    found["browser"] = json!(ask(command(&browser).arg("--version")));
    found["onnxruntime_web"] = json!(onnxruntime_web::RUNTIME.version);
    found["worker_sha256"] = json!(sha256_hex(&fs::read(dist.join("worker_bg.wasm"))?));
    found["compressed_bytes"] = json!({
        "ours": compressed_sizes(&dist, &WORKER_FILES)?,
        "theirs": compressed_sizes(&onnxruntime, &onnxruntime_web::RUNTIME.names())?,
    });
    peers.add_files(&mut found)?;
    report(&found, is_whole)
}

/// Where the models of [`SIZES`] go.
fn random_models() -> PathBuf {
    paths::target().join("bench/models")
}

/// The size of each file under brotli at its highest level.
fn compressed_sizes(folder: &Path, files: &[&str]) -> Result<Map<String, Value>> {
    let size = |name: &&str| {
        let bytes = fs::read(folder.join(name)).with_context(|| (*name).to_owned())?;
        let size = budgets::compressed_size(&bytes)?;
        Ok(((*name).to_owned(), json!(size)))
    };
    files.iter().map(size).collect()
}

/// Prints the tables; and writes them and docs/bench.json where the run was a whole one.
fn report(found: &Value, is_whole: bool) -> Result<()> {
    let measured = measures::read(found)?;
    let peak = PeakShare::read(found)?;
    let of_peers = peers::read(found)?;
    let comparison = format!(
        "{}\n\n{}",
        table::render(&measured, &peak, found),
        peers::render(&of_peers)
    );
    println!("{comparison}");
    if !is_whole {
        return Ok(());
    }
    let growth = growth::render(found)?;
    println!("\n{growth}");
    let docs = paths::root().join("docs");
    performance_page::write(&[(&table::COMPARISON, &comparison), (&table::GROWTH, &growth)])?;
    let mut summary = measures::summary(&measured, &peak, found);
    peers::add_summary(&mut summary, &of_peers);
    let text = format!("{}\n", serde_json::to_string_pretty(&summary)?);
    fs::write(docs.join("bench.json"), text)?;
    Ok(())
}
