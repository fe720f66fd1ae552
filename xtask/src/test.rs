//! `cargo xtask test`: every Rust test on this machine, the wasm tests, and the page in three browser engines.

use anyhow::{Context, Result};
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::engines::Engine;
use crate::process::{capture, command, describe, say};
use crate::remap::remap;
use crate::tally::Tally;
use crate::tools::axe::AXE;
use crate::tools::{self, Tool};
use crate::{chromium, page, paths};

/// The packages that may hold wasm tests, with their folders.
const WASM_PACKAGES: [(&str, &str); 3] = [
    ("syw-core", "crates/core"),
    ("syw-engine", "crates/engine"),
    ("show-your-work", "."),
];

/// Runs all stages, with the page in these engines, or with `quick` only the first, and returns the sum. Its line is the last
/// one printed. `is_whole`: every browser test in each engine, not only what is run in it each time.
pub fn test(quick: bool, engines: &[Engine], is_whole: bool) -> Tally {
    let mut stages: Vec<Stage> = vec![("host tests".to_owned(), Box::new(host_tests))];
    if !quick {
        stages.push(("wasm tests".to_owned(), Box::new(wasm_tests)));
        for &engine in engines {
            let name = format!("browser tests in {}", engine.name());
            stages.push((name, Box::new(move || browser_tests(engine, is_whole))));
        }
    }
    let mut total = Tally::default();
    let mut lines = Vec::new();
    for (name, stage) in stages {
        say(&name);
        let tally = stage().unwrap_or_else(|error| {
            eprintln!("error: {name}: {error:#}");
            Tally {
                passed: 0,
                failed: 1,
            }
        });
        lines.push(format!("{name}: {tally}"));
        total += tally;
    }
    println!("{}\n{total}", lines.join("\n"));
    total
}

type Stage = (String, Box<dyn Fn() -> Result<Tally>>);

/// Tests are compiled as a release, because they run thousands of completions, and with the page's views, whose plain
/// parts have tests of their own. Both is what the prerendering needs too, so it is compiled once.
const COMMON: [&str; 5] = [
    "test",
    "--release",
    "--no-fail-fast",
    "--features",
    "show-your-work/prerender,show-your-work/worker",
];

/// Everything but the Python bindings, which the training suite builds and tests.
fn host_tests() -> Result<Tally> {
    run_tests(
        command("cargo")
            .args(COMMON)
            .args(["--workspace", "--exclude", "syw-python"]),
    )
}

/// The tests marked for wasm, in headless Chromium or Node as each test file says.
fn wasm_tests() -> Result<Tally> {
    let chromium = chromium::ensure()?;
    tools::ensure(&[Tool::WasmBindgen])?;
    let webdriver = paths::target().join("xtask/webdriver.json");
    fs::create_dir_all(webdriver.parent().expect("a file lies in a folder"))?;
    fs::write(&webdriver, webdriver_settings(&chromium.browser))?;
    let mut total = Tally::default();
    for (package, folder) in WASM_PACKAGES {
        let targets = wasm_test_targets(&paths::root().join(folder))?;
        if targets.is_empty() {
            continue;
        }
        say(format!("Wasm tests of {package}"));
        let mut cargo = command("cargo");
        // The engine's own profile: the same kernels as on the page, and the same compiled dependencies.
        cargo.args(["test", "--profile", "engine", "--no-fail-fast"]);
        cargo.args(["--target", "wasm32-unknown-unknown", "--package", package]);
        cargo.args(targets).envs([
            (
                "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
                "wasm-bindgen-test-runner".as_ref(),
            ),
            ("CHROMEDRIVER", chromium.driver.as_os_str()),
            ("WASM_BINDGEN_TEST_WEBDRIVER_JSON", webdriver.as_os_str()),
            ("WASM_BINDGEN_TEST_TIMEOUT", "300".as_ref()),
            ("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "30".as_ref()),
        ]);
        // The page's flags too.
        total += run_tests(remap(&mut cargo))?;
    }
    Ok(total)
}

/// The built page in one engine, driven as a visitor would. What the engine is excused from is not run, and not counted.
fn browser_tests(engine: Engine, is_whole: bool) -> Result<Tally> {
    let found = engine.ensure()?;
    let axe = AXE.ensure()?.join(AXE.names()[0]);
    page::build()?;
    let all = listed(&capture(&mut browser(&["--list"]))?);
    let chosen = engine.chosen(&all, is_whole)?;
    say(format!(
        "{} of {} tests are run in {}",
        chosen.len(),
        all.len(),
        engine.name()
    ));
    let mut cargo = browser(&["--exact"]);
    cargo.args(chosen);
    cargo.envs([("SYW_DIST", paths::dist()), ("SYW_AXE", axe)]);
    run_tests(cargo.envs(found))
}

/// The command of the browser tests, with arguments for them.
fn browser(arguments: &[&str]) -> Command {
    let mut cargo = command("cargo");
    cargo.args(COMMON);
    cargo.args(["--package", "show-your-work", "--test", "browser", "--"]);
    cargo.args(arguments);
    cargo
}

/// The names in a list of tests.
fn listed(list: &str) -> Vec<String> {
    let names = list.lines().filter_map(|line| line.strip_suffix(": test"));
    names.map(str::to_owned).collect()
}

/// Runs a test command, shows its output and sums its result lines.
/// A command that fails without a failed test, such as one that does not compile, counts as one.
fn run_tests(command: &mut Command) -> Result<Tally> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("`{}`", describe(command)))?;
    let mut tally = Tally::default();
    for line in BufReader::new(child.stdout.take().expect("stdout is piped")).lines() {
        let line = line?;
        println!("{line}");
        tally += Tally::of_line(&line);
    }
    if !child.wait()?.success() && tally.failed == 0 {
        eprintln!("error: `{}` failed", describe(command));
        tally.failed = 1;
    }
    Ok(tally)
}

/// The cargo arguments that select the test targets of a package which hold wasm tests.
fn wasm_test_targets(folder: &Path) -> Result<Vec<String>> {
    let mut targets = Vec::new();
    if names_wasm_tests(&folder.join("src"))? {
        targets.push("--lib".to_owned());
    }
    let Ok(entries) = fs::read_dir(folder.join("tests")) else {
        return Ok(targets);
    };
    let mut entries: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    entries.sort();
    for path in entries {
        let is_target = path.extension().is_some_and(|extension| extension == "rs")
            || path.join("main.rs").is_file();
        if is_target && names_wasm_tests(&path)? {
            let name = path
                .file_stem()
                .expect("an entry has a name")
                .to_string_lossy();
            targets.extend(["--test".to_owned(), name.into_owned()]);
        }
    }
    Ok(targets)
}

fn names_wasm_tests(path: &Path) -> Result<bool> {
    let mut files = Vec::new();
    page::files_below(path, &mut files)?;
    let is_rust =
        |file: &&std::path::PathBuf| file.extension().is_some_and(|extension| extension == "rs");
    Ok(files.iter().filter(is_rust).any(|file| {
        fs::read_to_string(file).is_ok_and(|text| text.contains("#[wasm_bindgen_test]"))
    }))
}

/// The capabilities that wasm-bindgen's runner passes on; it adds headless and no-sandbox itself.
fn webdriver_settings(browser: &Path) -> String {
    serde_json::json!({ "goog:chromeOptions": { "binary": browser, "args": ["disable-gpu"] } })
        .to_string()
}
