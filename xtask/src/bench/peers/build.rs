//! Compiles the peers that are Rust crates, `xtask/bench/peers/`, to WebAssembly, with the tools that build the page.

use anyhow::Result;
use std::fs;
use std::path::PathBuf;

use crate::process::{command, run, say};
use crate::tools::{self, Tool};
use crate::{page, paths};

/// What their files are made of.
const CODE: [&str; 3] = ["xtask/bench/peers", ".cargo", "rust-toolchain.toml"];
const TARGET: &str = "wasm32-unknown-unknown";

/// What the compiler may have used; wasm-opt must be told.
const FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-simd",
];

/// The folder that holds a folder for each of these crates, built unless it is the build of exactly this code.
pub(super) fn ensure(crates: &[&str]) -> Result<PathBuf> {
    tools::ensure(&[Tool::WasmBindgen, Tool::WasmOpt])?;
    let folder = paths::target().join("xtask/peers");
    let stamp = folder.join("stamp");
    let inputs = page::digest_of(&CODE, &paths::root())?;
    if fs::read_to_string(&stamp).is_ok_and(|found| found == inputs) {
        return Ok(folder);
    }
    say("Compiling the peers; the first time this takes some minutes");
    for name in crates {
        build(name, &folder.join(name))?;
    }
    fs::write(&stamp, inputs)?;
    Ok(folder)
}

fn build(name: &str, folder: &PathBuf) -> Result<()> {
    let compiled = paths::target().join("peers");
    let package = format!("peer-{name}");
    let mut cargo = command("cargo");
    cargo.args(["build", "--release", "--locked", "--target", TARGET]);
    cargo.args([
        "--manifest-path",
        "xtask/bench/peers/Cargo.toml",
        "--package",
    ]);
    run(cargo.arg(&package).arg("--target-dir").arg(&compiled))?;
    let module = format!("peer_{name}");
    let compiled = compiled.join(TARGET).join("release").join(&module);
    let mut bindgen = command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]);
    run(bindgen.arg(folder).arg(compiled.with_extension("wasm")))?;
    let bound = folder.join(format!("{module}_bg.wasm"));
    let mut optimise = command("wasm-opt");
    optimise.arg("-O3").args(FEATURES).arg(&bound);
    run(optimise.arg("--output").arg(&bound))
}

#[cfg(test)]
mod tests {
    /// The tool in tools/ binds only code that was compiled with the library of its own version.
    #[test]
    fn the_peers_name_the_same_wasm_bindgen() {
        let pin = |manifest: &'static str| {
            let line = |line: &&str| line.starts_with("wasm-bindgen = \"");
            manifest.lines().find(line)
        };
        let ours = pin(include_str!("../../../../Cargo.toml"));
        assert!(ours.is_some());
        assert_eq!(pin(include_str!("../../../bench/peers/Cargo.toml")), ours);
    }
}
