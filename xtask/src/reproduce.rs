//! `cargo xtask reproduce`: whether the same sources give the same bytes. Builds what is committed in fresh clones, with nothing of an earlier
//! build but the tools, and compares every file.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::digests;
use crate::paths;
use crate::process::{ask, command, run, say};

/// The two clones: names of unequal length, since a path that got into a file shows there.
const CLONES: [&str; 2] = ["one", "the-other-one"];

/// Compares two clean builds, or one with the build in a folder.
pub fn reproduce(with: Option<&Path>) -> Result<()> {
    let commit = commit()?;
    let folder = paths::target().join("reproduce");
    let one = build_clone(&folder.join(CLONES[0]), &commit)?;
    let other = match with {
        Some(folder) => folder.to_owned(),
        None => build_clone(&folder.join(CLONES[1]), &commit)?,
    };
    let (files, others) = (digests::of_folder(&one)?, digests::of_folder(&other)?);
    let wrong = digests::differences(&files, &others);
    if !wrong.is_empty() {
        bail!(
            "{} and {} differ: {}",
            one.display(),
            other.display(),
            wrong.join(", ")
        );
    }
    say(format!(
        "{} files of {commit} are the same to the byte in {} and {}",
        files.len(),
        one.display(),
        other.display()
    ));
    Ok(())
}

/// The commit that is built.
fn commit() -> Result<String> {
    let found = ask(command("git").args(["rev-parse", "HEAD"]));
    found.context("what is reproduced is what is committed, but here is no git repository")
}

/// Builds a commit in a new clone and returns its dist/.
fn build_clone(folder: &Path, commit: &str) -> Result<PathBuf> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    say(format!("Building {commit} in {}", folder.display()));
    let git = |arguments: &[&str]| {
        let mut git = command("git");
        git.args(arguments);
        git
    };
    run(git(&["clone", "--quiet", "--no-checkout", "."]).arg(folder))?;
    run(git(&["checkout", "--quiet", "--detach", commit]).current_dir(folder))?;
    let mut build = command("cargo");
    build
        .args(["xtask", "build"])
        .current_dir(folder)
        .env("SYW_TOOLS_DIR", paths::tools())
        .env_remove("CARGO_TARGET_DIR");
    run(&mut build)?;
    Ok(folder.join("dist"))
}
