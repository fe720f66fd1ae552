//! Further engines beside onnxruntime-web: the Rust crates in `xtask/bench/peers/`, another form of our files in
//! onnxruntime-web, and transformers.js. `xtask/bench/peers.js` starts them and decides whether they take part.

mod build;
mod table;

pub(super) use table::{add_summary, read, render};

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};
use std::fs;
use std::path::PathBuf;

use super::compressed_sizes;
use crate::paths;
use crate::tools::{onnxruntime_web, sha256_hex, transformers_js};

struct Peer {
    /// As in `peers.js` and docs/bench.json.
    name: &'static str,
    shown: &'static str,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A folder in `xtask/bench/peers/`.
    Crate,
    /// onnxruntime-web's files with another form of the model.
    Form,
    /// Computes with onnxruntime-web: only its bytes and its cold start are its own.
    OnTop,
}

const PEERS: [Peer; 4] = [
    Peer {
        name: "rten",
        shown: "rten",
        kind: Kind::Crate,
    },
    Peer {
        name: "candle",
        shown: "candle",
        kind: Kind::Crate,
    },
    Peer {
        name: "onnxruntime_web_int8",
        shown: "onnxruntime-web, dynamic int8",
        kind: Kind::Form,
    },
    Peer {
        name: "transformers_js",
        shown: "transformers.js",
        kind: Kind::OnTop,
    },
];

/// The files of all peers.
pub(super) struct Peers {
    crates: PathBuf,
    transformers: PathBuf,
    transformers_runtime: PathBuf,
}

impl Peers {
    /// Compiles and fetches what is not there.
    pub(super) fn ensure() -> Result<Peers> {
        let crates = PEERS.iter().filter(|peer| peer.kind == Kind::Crate);
        let crates: Vec<&str> = crates.map(|peer| peer.name).collect();
        Ok(Peers {
            crates: build::ensure(&crates)?,
            transformers: transformers_js::LIBRARY.ensure()?,
            transformers_runtime: transformers_js::RUNTIME.ensure()?,
        })
    }

    /// What the bench's server has to serve.
    pub(super) fn folders(&self) -> [(&'static str, PathBuf); 3] {
        [
            ("peers", self.crates.clone()),
            ("transformers", self.transformers.clone()),
            ("transformers_ort", self.transformers_runtime.clone()),
        ]
    }

    /// Adds the peers' compressed sizes and versions to what was found.
    pub(super) fn add_files(&self, found: &mut Value) -> Result<()> {
        for peer in &PEERS {
            let name = peer.name;
            let sizes = match peer.kind {
                Kind::Crate => {
                    let files = [format!("peer_{name}.js"), format!("peer_{name}_bg.wasm")];
                    let folder = self.crates.join(name);
                    found["peers"][name]["sha256"] =
                        json!(sha256_hex(&fs::read(folder.join(&files[1]))?));
                    compressed_sizes(&folder, &files.each_ref().map(String::as_str))?
                }
                Kind::Form => {
                    let sizes = found["compressed_bytes"]["theirs"].as_object();
                    sizes
                        .context("no compressed_bytes of onnxruntime-web")?
                        .clone()
                }
                Kind::OnTop => {
                    let library = &transformers_js::LIBRARY.names();
                    let runtime = &transformers_js::RUNTIME.names();
                    let library = compressed_sizes(&self.transformers, library)?;
                    let runtime = compressed_sizes(&self.transformers_runtime, runtime)?;
                    library.into_iter().chain(runtime).collect::<Map<_, _>>()
                }
            };
            found["compressed_bytes"][name] = Value::Object(sizes);
            found["peers"][name]["version"] = json!(version(peer)?);
        }
        Ok(())
    }
}

fn version(peer: &Peer) -> Result<String> {
    Ok(match peer.kind {
        Kind::Form => onnxruntime_web::RUNTIME.version.to_owned(),
        Kind::OnTop => transformers_js::LIBRARY.version.to_owned(),
        Kind::Crate => {
            let lock = fs::read_to_string(paths::root().join("xtask/bench/peers/Cargo.lock"))?;
            let name = peer.name;
            let found = ["", "-core"].iter().find_map(|end| {
                let (_, after) =
                    lock.split_once(&format!("name = \"{name}{end}\"\nversion = \""))?;
                after.split('"').next()
            });
            found
                .with_context(|| format!("the peers' Cargo.lock names no {name}"))?
                .to_owned()
        }
    })
}

/// Refuses a peer whose first answer from nothing is another one than onnxruntime-web's.
pub(super) fn refuse_other_answers(found: &mut Value) {
    let starts = found["workloads"]["cold_start_time"].clone();
    let answers = |engine: &str| -> Vec<Value> {
        let runs = starts[engine].as_array().into_iter().flatten();
        runs.map(|run| run["tokens"].clone()).collect()
    };
    for peer in &PEERS {
        let found_answers = answers(peer.name);
        if !found_answers.is_empty() && found_answers != answers("theirs") {
            found["peers"][peer.name]["refused"] = json!("its answer after a cold start differs");
        }
    }
}

/// The plan with the names of the peers that are to be timed by the workloads.
pub(super) fn planned(plan: &Value) -> Value {
    let computing = PEERS.iter().filter(|peer| peer.kind != Kind::OnTop);
    let names: Vec<&str> = computing.map(|peer| peer.name).collect();
    let mut plan = plan.clone();
    plan["peers"] = json!(names);
    plan
}

/// The peers whose cold start is timed: all but those that do not say the same.
pub(super) fn started(found: &Value) -> impl Iterator<Item = &'static str> {
    let is_refused = |peer: &&Peer| !found["peers"][peer.name]["refused"].is_null();
    let taken: Vec<&str> = PEERS
        .iter()
        .filter(|peer| !is_refused(peer))
        .map(|peer| peer.name)
        .collect();
    taken.into_iter()
}
