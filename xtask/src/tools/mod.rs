//! The build tools, pinned and kept in the project's own folder: present there already, else a prebuilt release, else
//! compiled from crates.io. `tool.rs` says which; `release.rs` downloads; `install.rs` does the rest. `onnxruntime_web.rs`
//! and `transformers_js.rs` have what `cargo xtask bench` compares with, `axe.rs` what the browser tests look with,
//! `lighthouse.rs` what `cargo xtask lighthouse` runs.

pub mod axe;
mod install;
pub mod lighthouse;
mod npm_files;
pub mod onnxruntime_web;
mod release;
mod tool;
pub mod transformers_js;

pub use npm_files::NpmFiles;
pub use release::sha256_hex;
pub use tool::{Pin, Tool};

use anyhow::{Context, Result};
use std::path::Path;
use std::process::Command;

use crate::process::{ask, command, find, run, say};
use crate::{paths, system};

/// Sets up the wasm target and the given tools. Whatever is there in the pinned version is reused.
pub fn ensure(tools: &[Tool]) -> Result<()> {
    ensure_wasm_target()?;
    let folder = paths::tools();
    let lock = std::fs::read_to_string(paths::root().join("Cargo.lock")).unwrap_or_default();
    for tool in tools {
        let pin = tool.pin(&lock)?;
        if is_installed(&pin, &folder) {
            continue;
        }
        say(format!(
            "Setting up {} {} in {}",
            pin.name,
            pin.version,
            folder.display()
        ));
        install::install(*tool, &pin, &folder)
            .with_context(|| format!("could not set up {} {}", pin.name, pin.version))?;
        say(format!("{} {} is ready", pin.name, pin.version));
    }
    Ok(())
}

/// Whether all binaries of the tool are in `folder`/bin and the first one prints a version we accept.
fn is_installed(pin: &Pin, folder: &Path) -> bool {
    let bin = folder.join("bin");
    pin.binaries.iter().all(|name| bin.join(name).is_file())
        && ask(Command::new(bin.join(pin.binaries[0])).arg("--version"))
            .is_some_and(|text| pin.accepts(&text))
}

/// The standard library for wasm32, through rustup where it is missing.
fn ensure_wasm_target() -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let folder = ask(command("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    if folder.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    if find("rustup").is_none() {
        anyhow::bail!(
            "the Rust standard library for {TARGET} is missing: install Rust through https://rustup.rs"
        );
    }
    say(format!("Installing the Rust standard library for {TARGET}"));
    run(command("rustup").args(["target", "add", TARGET]))
}

/// Fails with one line unless a C compiler is there: some of the tools' dependencies are written in C.
fn require_c_compiler() -> Result<()> {
    let is_there = std::env::var_os("CC").is_some()
        || ["cc", "gcc", "clang"]
            .iter()
            .any(|name| find(name).is_some());
    system::C_COMPILER.require(is_there)
}
