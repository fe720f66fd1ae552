//! `cargo xtask lighthouse`: the built page on a slow phone, from a static host, in headless Chromium.
//!
//! What must hold on any machine is asserted (`audits`), also as a step of `cargo xtask ci`. What depends on the machine is
//! reported: Lighthouse's figures, the tasks of the main thread and the time from a tap to what it changes, and with `--soak`
//! the memory of a long visit. Everything is written to docs/performance.md (`report`). The scripts that drive the browser are in
//! `xtask/lighthouse/`.

mod audits;
mod report;
mod server;

use anyhow::{Context, Result, bail};
use serde::de::DeserializeOwned;
use std::path::PathBuf;

use crate::process::{capture, command, find, say};
use crate::tools::lighthouse as packages;
use crate::{chromium, paths, performance_page, system};
use audits::Audits;
use server::Host;

/// How many runs a median is taken of.
const N_RUNS: usize = 3;
/// How long the long visit takes where nothing else is said.
pub const SOAK_MINUTES: u32 = 4;

/// One run, and only what must hold on any machine.
pub fn check() -> Result<()> {
    let browser = Browser::ensure()?;
    let audits: Audits = browser.run("audit.mjs", &["1"])?;
    println!("{}", report::audits(&audits));
    audits.require(&browser.host.address)
}

/// The long visit alone, for so many minutes, written to docs/performance.md.
pub fn soak(minutes: u32) -> Result<()> {
    long_visit(&Browser::ensure()?, minutes)
}

fn long_visit(browser: &Browser, minutes: u32) -> Result<()> {
    say(format!("A long visit, {minutes} minutes"));
    let soak: report::Soak = browser.run("soak.mjs", &[&minutes.to_string()])?;
    let visit = report::soak(&soak);
    println!("{visit}");
    performance_page::write(&[(&report::VISIT, &visit)])
}

/// Everything, written to docs/performance.md; the long visit for so many minutes, if at all.
pub fn lighthouse(soak_minutes: Option<u32>) -> Result<()> {
    let browser = Browser::ensure()?;
    let load = crate::system::load();
    say("Lighthouse");
    let audits: Audits = browser.run("audit.mjs", &[&N_RUNS.to_string()])?;
    println!("{}", report::audits(&audits));
    say("A slow phone: loading, reading, sweeping, tapping");
    let tasks: report::Tasks = browser.run("tasks.mjs", &[])?;
    let phone = format!(
        "{}\n\n{}",
        report::audits(&audits),
        report::tasks(&tasks, &load)
    );
    println!("{phone}");
    performance_page::write(&[(&report::PHONE, &phone)])?;
    if let Some(minutes) = soak_minutes {
        long_visit(&browser, minutes)?;
    }
    tasks.require()?;
    audits.require(&browser.host.address)
}

/// What the scripts need.
struct Browser {
    node: PathBuf,
    scripts: PathBuf,
    chromium: PathBuf,
    host: Host,
}

impl Browser {
    fn ensure() -> Result<Browser> {
        let dist = paths::dist();
        if !dist.join("index.html").is_file() {
            bail!("there is no page in dist/: `cargo xtask build` builds it");
        }
        let node = find("node").with_context(|| system::NODE.line())?;
        let scripts = packages::ensure()?;
        let chromium = chromium::ensure()?.browser;
        say("Compressing the page");
        let host = Host::start(dist)?;
        Ok(Browser {
            node,
            scripts,
            chromium,
            host,
        })
    }

    /// What a script prints.
    fn run<T: DeserializeOwned>(&self, script: &str, arguments: &[&str]) -> Result<T> {
        let mut node = command(&self.node);
        node.arg(self.scripts.join(script))
            .arg(&self.host.address)
            .arg(&self.chromium)
            .args(arguments);
        serde_json::from_str(&capture(&mut node)?).with_context(|| format!("{script} printed"))
    }
}
