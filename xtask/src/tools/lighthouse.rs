//! Lighthouse and puppeteer-core, with all that they depend on in the versions and by the digests of
//! `xtask/lighthouse/package-lock.json`, beside the scripts of that folder, which find them there.

use anyhow::{Context, Result, bail};
use std::fs;
use std::path::PathBuf;

use super::sha256_hex;
use crate::process::{command, find, run, say};
use crate::{paths, system};

const PACKAGES: [&str; 2] = ["package.json", "package-lock.json"];
const SCRIPTS: [&str; 4] = ["visit.mjs", "audit.mjs", "tasks.mjs", "soak.mjs"];
/// Holds the digest of the lock file that was installed.
const STAMP: &str = "installed";

/// The folder with scripts and packages, which are fetched where they are not there.
pub fn ensure() -> Result<PathBuf> {
    let from = paths::root().join("xtask/lighthouse");
    let folder = paths::tools().join("lighthouse");
    fs::create_dir_all(&folder)?;
    for name in PACKAGES.iter().chain(&SCRIPTS) {
        fs::copy(from.join(name), folder.join(name)).with_context(|| (*name).to_owned())?;
    }
    let digest = sha256_hex(&fs::read(folder.join("package-lock.json"))?);
    let stamp = folder.join(STAMP);
    if fs::read_to_string(&stamp).is_ok_and(|found| found == digest) {
        return Ok(folder);
    }
    let npm = find("npm").with_context(|| system::NODE.line())?;
    say(format!("Setting up Lighthouse in {}", folder.display()));
    run(command(npm)
        .args([
            "ci",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "--prefix",
        ])
        .arg(&folder))?;
    if !folder
        .join("node_modules/lighthouse/package.json")
        .is_file()
    {
        bail!("npm installed no Lighthouse in {}", folder.display());
    }
    fs::write(stamp, digest)?;
    Ok(folder)
}
