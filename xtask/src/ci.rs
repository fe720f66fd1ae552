//! `cargo xtask ci`: the rest of the gate beside the tests. Every step runs even when an earlier one failed.

use anyhow::{Result, bail};
use std::fmt;
use std::time::Instant;

use crate::process::{command, run, say};
use crate::{budgets, digests, lighthouse, page, paths, supply_chain, tidy, tools, training};

/// Why a step could not check what it is for. It fails where the outside can be reached by all means, and is told at the end elsewhere.
#[derive(Debug)]
pub struct NotChecked(pub String);

impl fmt::Display for NotChecked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NotChecked {}

/// What came of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Ok,
    NotChecked,
    Failed,
}

impl Verdict {
    /// `is_gate`: nothing excuses a step that could not check.
    fn of(done: &Result<()>, is_gate: bool) -> Verdict {
        match done {
            Ok(()) => Verdict::Ok,
            Err(error) if error.is::<NotChecked>() && !is_gate => Verdict::NotChecked,
            Err(_) => Verdict::Failed,
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Verdict::Ok => "ok",
            Verdict::NotChecked => "NOT CHECKED",
            Verdict::Failed => "FAILED",
        })
    }
}

type Step = (&'static str, fn() -> Result<()>);

/// The steps. Those on the page come after the one that builds it.
const STEPS: [Step; 13] = [
    ("fmt", fmt),
    ("tidy", || tidy::tidy(&paths::root())),
    ("clippy", clippy_host),
    ("clippy-wasm", clippy_wasm),
    ("deny", supply_chain::deny),
    ("audit", supply_chain::audit),
    ("page", page::build),
    ("digests", || digests::check(&paths::dist())),
    ("lighthouse", lighthouse::check),
    ("budgets", || budgets::check(&paths::dist())),
    ("models", || cargo(&["xtask", "models", "--check"])),
    ("evaluate", || cargo(&["xtask", "evaluate", "--check"])),
    ("training", training::check),
];

/// Runs the named steps, or all of them, and says at the end which failed.
pub fn ci(names: &[String]) -> Result<()> {
    let known: Vec<&str> = STEPS.iter().map(|(name, _)| *name).collect();
    if let Some(unknown) = names.iter().find(|name| !known.contains(&name.as_str())) {
        bail!(
            "there is no step `{unknown}`; the steps are {}",
            known.join(", ")
        );
    }
    let mut lines = Vec::new();
    let (mut failed, mut unchecked) = (Vec::new(), Vec::new());
    // The gate of the repository itself reaches the outside, so nothing excuses it.
    let is_gate = std::env::var_os("GITHUB_ACTIONS").is_some();
    for (name, step) in STEPS {
        if !names.is_empty() && !names.iter().any(|wanted| wanted == name) {
            continue;
        }
        say(format!("ci: {name}"));
        let start = Instant::now();
        let done = step();
        let verdict = Verdict::of(&done, is_gate);
        if let Err(error) = done {
            eprintln!("{verdict}: {error:#}");
            match verdict {
                Verdict::NotChecked => unchecked.push(format!("{verdict}: {error}")),
                _ => failed.push(name),
            }
        }
        lines.push(format!(
            "{name:<12} {:<11} {:>4} s",
            verdict.to_string(),
            start.elapsed().as_secs()
        ));
    }
    println!("{}", [lines, unchecked].concat().join("\n"));
    if !failed.is_empty() {
        bail!("failed: {}", failed.join(", "));
    }
    Ok(())
}

/// The workspace, and the bench's peers, which have one of their own.
fn fmt() -> Result<()> {
    cargo(&["fmt", "--all", "--check"])?;
    let peers = "xtask/bench/peers/Cargo.toml";
    cargo(&["fmt", "--all", "--manifest-path", peers, "--check"])
}

/// All packages with all their targets; `prerender`, `models`, `bench` and `dependencies` are the features that add binaries on the host.
fn clippy_host() -> Result<()> {
    let features = "show-your-work/prerender,xtask/models,xtask/bench,xtask/dependencies";
    cargo(&[
        "clippy",
        "--workspace",
        "--all-targets",
        "--features",
        features,
        "--",
        "--deny",
        "warnings",
    ])
}

/// What runs in the browser, once as the page and once as the worker.
fn clippy_wasm() -> Result<()> {
    tools::ensure(&[])?;
    let target = "wasm32-unknown-unknown";
    for (package, features) in [
        ("show-your-work", "page"),
        ("show-your-work", "worker"),
        ("syw-core", ""),
        ("syw-engine", ""),
    ] {
        cargo(&[
            "clippy",
            "--package",
            package,
            "--features",
            features,
            "--target",
            target,
            "--",
            "--deny",
            "warnings",
        ])?;
    }
    Ok(())
}

/// Runs cargo with these arguments.
fn cargo(arguments: &[&str]) -> Result<()> {
    run(command("cargo").args(arguments))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(done: Result<()>, is_gate: bool, expected: Verdict) {
        assert_eq!(Verdict::of(&done, is_gate), expected);
    }

    #[test]
    fn what_is_not_checked_has_not_passed() {
        let unchecked = || Err(NotChecked("advisories".to_owned()).into());
        check(Ok(()), true, Verdict::Ok);
        check(unchecked(), false, Verdict::NotChecked);
        check(unchecked(), true, Verdict::Failed);
        check(Err(anyhow::anyhow!("no")), false, Verdict::Failed);
        let unknown = ci(&["no".to_owned()]).unwrap_err().to_string();
        assert!(
            unknown.starts_with("there is no step `no`; the steps are fmt, tidy,"),
            "{unknown}"
        );
    }
}
