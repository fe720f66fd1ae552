//! What the programs are made of: licences, bans and sources by cargo-deny (`deny.toml`), known vulnerabilities by cargo-audit. Both read
//! the lock files, that of the workspace and that of the bench's peers.
//!
//! Advisories are a database that changes every day. Where it cannot be fetched and no copy is there, that is said and not passed over.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::ci::NotChecked;
use crate::paths;
use crate::process::{ask, command, run, say};
use crate::tools::{self, Tool};

const MANIFESTS: [&str; 2] = ["Cargo.toml", "xtask/bench/peers/Cargo.toml"];

/// The database of RustSec, a repository with a file for each advisory.
const DATABASE: &str = "https://github.com/rustsec/advisory-db.git";

/// Licences, bans and sources of all that is compiled.
pub fn deny() -> Result<()> {
    tools::ensure(&[Tool::CargoDeny])?;
    for manifest in MANIFESTS {
        let mut deny = command("cargo-deny");
        deny.args(["--manifest-path", manifest, "--all-features", "--workspace"]);
        deny.args(["check", "--hide-inclusion-graph", "--show-stats"]);
        run(deny.args(["licenses", "bans", "sources"]))?;
    }
    Ok(())
}

/// Advisories against any version in the lock files. `SYW_ADVISORY_DB` names a folder with the database; else it is fetched into tools/.
pub fn audit() -> Result<()> {
    let database = database()?;
    tools::ensure(&[Tool::CargoAudit])?;
    for manifest in MANIFESTS {
        let lock = Path::new(manifest).with_extension("lock");
        let mut audit = command("cargo-audit");
        audit.args(["audit", "--no-fetch", "--deny", "unsound"]);
        run(audit.arg("--db").arg(&database).arg("--file").arg(lock))?;
    }
    Ok(())
}

/// The folder of the database, as new as can be had.
fn database() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("SYW_ADVISORY_DB") {
        return Ok(paths::root().join(named));
    }
    let folder = paths::tools().join("advisory-db");
    let is_there = folder.join(".git").is_dir();
    let mut fetch = command("git");
    if is_there {
        fetch.arg("-C").arg(&folder);
        fetch.args(["pull", "--quiet", "--depth", "1", "--rebase"]);
    } else {
        fetch
            .args(["clone", "--quiet", "--depth", "1", DATABASE])
            .arg(&folder);
    }
    // A host that does not answer is no reason to ask for a password.
    let is_new = run(fetch.env("GIT_TERMINAL_PROMPT", "0")).is_ok();
    if !is_there && !is_new {
        bail!(NotChecked(format!(
            "advisories: {DATABASE} cannot be reached and tools/advisory-db is not there"
        )));
    }
    let date = ask(command("git")
        .arg("-C")
        .arg(&folder)
        .args(["log", "-1", "--format=%cs"]));
    say(format!(
        "Advisories as of {}{}",
        date.unwrap_or_default(),
        if is_new {
            ""
        } else {
            ": no newer ones could be fetched"
        }
    ));
    Ok(folder)
}
