//! Builds the release page into dist/: Trunk compiles and bundles, then the first view is written into index.html, and what stands beside the page.

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

use crate::beside;
use crate::guard::{self, Kind};
use crate::head;
use crate::offline;
use crate::paths;
use crate::presets;
use crate::process::{capture, command, run, say};
use crate::remap::remap;
use crate::sbom;
use crate::single_file;
use crate::style;
use crate::tags::{attribute, replace_one, tags};
use crate::tools::{self, Tool};

/// How Trunk starts the program.
const START: &str = "const wasm = await init({ module_or_path: '";

/// How the function begins that starts it.
const OPENED: &str = "(async () => {\n";

/// Where index.html receives the text of startup.js.
const STARTUP: &str = "/*startup.js*/";

/// Where index.html receives the prerendered first view.
pub const MARKER: &str = "<!--prerendered-->";

/// What is compiled into the page and its worker.
const CODE: [&str; 9] = [
    "src",
    "locales",
    "crates/core",
    "crates/engine",
    "Cargo.toml",
    "Cargo.lock",
    ".cargo",
    "rust-toolchain.toml",
    "vendor",
];

/// What stands in dist/ beside the code. Anything else in the repository may change without a new build.
const BESIDE: [&str; 18] = [
    "docs",
    "training/LOG.md",
    "public",
    "index.html",
    "startup.js",
    "style",
    "Trunk.toml",
    "xtask/src/crate_tree.rs",
    "xtask/src/digests.rs",
    "xtask/src/guard.rs",
    "xtask/src/head.rs",
    "xtask/src/offline",
    "xtask/src/page.rs",
    "xtask/src/remap.rs",
    "xtask/src/sbom.rs",
    "xtask/src/single_file",
    "xtask/src/style.rs",
    "xtask/src/tags.rs",
];

/// Builds the page, unless dist/ holds the build of exactly these inputs.
pub fn build() -> Result<()> {
    tools::ensure(&[Tool::Trunk, Tool::WasmBindgen, Tool::WasmOpt])?;
    let code = digest_of(&CODE, &paths::root())?;
    let base = presets::base()?;
    let inputs = format!(
        "{code} {} {}",
        digest_of(&BESIDE, &paths::root())?,
        base.as_deref().unwrap_or_default()
    );
    let stamp = paths::target().join("xtask/page.stamp");
    let index = paths::dist().join("index.html");
    if is_current(&stamp, &inputs, &index) {
        say("The page in dist/ is up to date");
        return Ok(());
    }
    style::write(&paths::root())?;
    say("Building the page with Trunk; the first time this takes some minutes");
    let mut trunk = command("trunk");
    trunk
        .args(["build", "--release"])
        .env("TRUNK_SKIP_VERSION_CHECK", "true");
    // The page asks for the worker's files under this name, so that no cache pairs the files of two builds.
    trunk.env("SYW_BUILD_ID", &code[..12]);
    remap(&mut trunk);
    // Trunk reads NO_COLOR as one of its own options and refuses the usual value.
    run(trunk.env_remove("NO_COLOR"))?;
    say("Running the models for the first view");
    let view = capture(&mut program("prerender"))?;
    let html = fs::read_to_string(&index).context("dist/index.html")?;
    let startup = fs::read_to_string(paths::root().join("startup.js")).context("startup.js")?;
    let html = replace_one(&insert(&html, &view)?, STARTUP, &format!("\n{startup}"))?;
    let html = after_paint(&html, guard::beside(&paths::dist()))?;
    fs::write(&index, &html)?;
    say("Writing what stands beside the page");
    let transcripts = paths::target().join("xtask/transcripts");
    let guide = capture(&mut program("guide"))?;
    run(program("transcripts").arg("--").arg(&transcripts))?;
    beside::write(&paths::root(), &paths::dist(), &transcripts, &guide)?;
    sbom::write(&paths::dist())?;
    let said = capture(&mut program("presets"))?;
    let style = beside::style_of(&paths::dist())?;
    presets::write(&paths::dist(), &said, &style, base.as_deref())?;
    finish(&paths::dist())?;
    fs::create_dir_all(stamp.parent().expect("the stamp lies in a folder"))?;
    fs::write(&stamp, stamp_of(&inputs, &fs::read(&index)?))?;
    say("The page is in dist/");
    Ok(())
}

/// Writes what is made of the whole page, once nothing of it changes any more: the page in one file, whose size the page tells, and the list
/// of what is kept for a visit without a network.
pub fn finish(dist: &Path) -> Result<()> {
    let size = single_file::write(dist)?;
    let index = dist.join("index.html");
    let html = fs::read_to_string(&index).context("index.html")?;
    let html = head::with_meta(&html, single_file::META, &size.to_string())?;
    let html = guard::with_digests(&html, &fetched(dist)?)?;
    let html = guard::guarded(&html, Kind::Page, guard::beside(dist))?;
    fs::write(&index, html)?;
    fs::write(dist.join(guard::HEADERS_FILE), guard::headers_file())?;
    offline::write(dist)
}

/// What the page's program fetches and cannot check otherwise: the engine, results, lessons, languages, the list of models. (A model
/// is checked against its card, and the cards stand in the page.)
fn fetched(dist: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for place in FETCHED {
        files_below(&dist.join(place), &mut files)?;
    }
    files.sort();
    let named = files.iter().map(|file| {
        let name = paths::display(file, dist);
        let bytes = fs::read(file).with_context(|| name.clone())?;
        Ok((name, bytes))
    });
    named.collect()
}

const FETCHED: [&str; 6] = [
    "worker.js",
    "worker_bg.wasm",
    "models/index.json",
    "results",
    "lessons",
    "locales",
];

/// Runs one of the page's programs for this machine.
fn program(name: &str) -> std::process::Command {
    let mut program = command("cargo");
    program
        .args(["run", "--release", "--package", "show-your-work"])
        .args(["--features", "prerender", "--bin", name]);
    program
}

/// `html` with `view` in place of the marker, which must be there exactly once.
fn insert(html: &str, view: &str) -> Result<String> {
    if view.trim().is_empty() {
        bail!("the prerender binary printed nothing");
    }
    match html.matches(MARKER).count() {
        1 => Ok(html.replacen(MARKER, view.trim(), 1)),
        n => bail!(
            "dist/index.html holds the marker {MARKER} {n} times: index.html must hold it once, inside #app"
        ),
    }
}

/// `html` with a program that is neither fetched nor started before the page was painted (`startup.js`), and only if it is the one that was built: the
/// browser is not told to fetch it early. Its bytes are handed over whole: they are there at once anyway, since the browser checks all of them
/// first, and as a stream they would be read in one long task. It starts in a function of its own, since WebKit tells nobody of a module that
/// fails while it waits.
fn after_paint(html: &str, read: impl Fn(&str) -> Result<Vec<u8>>) -> Result<String> {
    let early = tags(html, "link")
        .into_iter()
        .find(|tag| attribute(tag, "rel") == Some("preload") && tag.contains("_bg.wasm"));
    let program = html
        .split_once(START)
        .and_then(|(_, rest)| rest.split_once('\''));
    let (Some(early), Some((program, _))) = (early, program) else {
        bail!("dist/index.html does not fetch and start the program as Trunk writes it");
    };
    let digest = guard::integrity(&read(program)?);
    let late = replace_one(html, &early, "")?;
    let begun = replace_one(
        &late,
        &format!("{START}{program}'"),
        &format!(
            "{OPENED}await window.painted;\n{}fetch('{program}', {{ integrity: '{digest}' }}).then((found) => found.arrayBuffer())",
            START.trim_end_matches('\'')
        ),
    )?;
    let (before, module) = begun
        .split_once(OPENED)
        .context("it has just been written")?;
    let (body, after) = module
        .split_once("</script>")
        .context("the script that starts the program has no end")?;
    Ok(format!("{before}{OPENED}{body}}})();\n</script>{after}"))
}

/// Whether `index` is what the build of these inputs wrote. Trunk run by hand changes it.
fn is_current(stamp: &Path, inputs: &str, index: &Path) -> bool {
    let (Ok(stamp), Ok(html)) = (fs::read_to_string(stamp), fs::read(index)) else {
        return false;
    };
    stamp == stamp_of(inputs, &html)
}

fn stamp_of(inputs: &str, html: &[u8]) -> String {
    format!("{inputs} {}\n", tools::sha256_hex(html))
}

/// One digest over the path and content of every file at or below these paths.
pub fn digest_of(inputs: &[&str], root: &Path) -> Result<String> {
    let mut files = Vec::new();
    for input in inputs {
        files_below(&root.join(input), &mut files)?;
    }
    files.sort();
    let mut all = Sha256::new();
    for file in files {
        let content = fs::read(&file).with_context(|| file.display().to_string())?;
        all.update(format!(
            "{} {}\n",
            paths::display(&file, root),
            tools::sha256_hex(&content)
        ));
    }
    Ok(all
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect())
}

/// Adds `path`, or every file below it, to `files`. A path that does not exist adds nothing.
pub fn files_below(path: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    if path.is_file() {
        files.push(path.to_path_buf());
    } else if path.is_dir() {
        for entry in fs::read_dir(path)? {
            files_below(&entry?.path(), files)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, view: &str, expected: &str) {
        let found = insert(html, view).unwrap_or_else(|error| format!("error: {error}"));
        assert_eq!(found, expected);
    }

    #[test]
    fn the_program_waits_until_the_page_is_painted() {
        let read = |name: &str| Ok(name.as_bytes().to_vec());
        let written = "<link rel=\"preload\" href=\"a.css\"><link rel=\"preload\" href=\"./b_bg.wasm\" as=\"fetch\"><script>const wasm = await init({ module_or_path: './b_bg.wasm' });\nstarted();\n</script><p>";
        let expected = "<link rel=\"preload\" href=\"a.css\"><script>(async () => {\nawait window.painted;\nconst wasm = await init({ module_or_path: fetch('./b_bg.wasm', { integrity: 'sha256-DIGEST' }).then((found) => found.arrayBuffer()) });\nstarted();\n})();\n</script><p>";
        let expected = expected.replace("sha256-DIGEST", &guard::integrity(b"./b_bg.wasm"));
        assert_eq!(after_paint(written, read).unwrap(), expected);
        after_paint(&expected, read).unwrap_err();
        after_paint("<script></script>", read).unwrap_err();
    }

    #[test]
    fn the_first_view_replaces_the_marker() {
        check(
            "<div><!--prerendered--></div>",
            "<p>4</p>\n",
            "<div><p>4</p></div>",
        );
        check(
            "<div><!--prerendered--></div>",
            " \n",
            "error: the prerender binary printed nothing",
        );
        check(
            "<div></div>",
            "<p>4</p>",
            "error: dist/index.html holds the marker <!--prerendered--> 0 times: index.html must hold it once, inside #app",
        );
    }
}
