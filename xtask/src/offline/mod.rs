//! What lets the page be opened without a network: `service-worker.js`, with the list of the files of this build and their digests.
//!
//! A browser that has the worker of one build never shows it a file of another: what differs from its list is not of its build.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;

use crate::budgets::DUEL_MODELS;
use crate::digests;
use crate::guard;
use crate::head;

/// Its name in dist/. It lies beside the page, because a worker is heard only below its own folder.
pub const WORKER: &str = "service-worker.js";

/// By which the page knows of which build it is: the SHA-256 of the list of its files (`digests.rs`).
pub const BUILD_META: &str = "build";

const CODE: &str = include_str!("service_worker.js");

/// What the page asks for before anybody chooses anything, beside what `is_core` knows by its form.
const CORE: [&str; 5] = [
    "index.html",
    "manifest.webmanifest",
    "models/index.json",
    "results/claims.json",
    "results/rl-small-s0.json",
];

/// Enough digits of a digest to tell any two files apart.
const N_DIGITS: usize = 16;

/// Writes the worker of a built page and the list of its files, and into the page of which build it is.
pub fn write(dist: &Path) -> Result<()> {
    let index = dist.join("index.html");
    let html = fs::read_to_string(&index).context("index.html")?;
    let html = head::without_meta(&html, BUILD_META);
    fs::write(&index, &html)?;
    let build = digests::write(dist)?;
    fs::write(&index, head::with_meta(&html, BUILD_META, &build)?)?;
    let worker = worker(&build, &files(dist)?);
    fs::write(dist.join(WORKER), worker)?;
    Ok(())
}

/// The files that the page may ask for, with their digests.
fn files(dist: &Path) -> Result<BTreeMap<String, String>> {
    let all = digests::of_folder(dist)?.into_iter();
    let of_page = all.filter(|(name, _)| is_of_page(name));
    Ok(of_page
        .map(|(name, digest)| (name, digest[..N_DIGITS].to_owned()))
        .collect())
}

/// Whether a file is the page's own: not what is made to be carried away, nor what the browser fetches past its worker.
fn is_of_page(name: &str) -> bool {
    let is_for_host = [WORKER, guard::HEADERS_FILE].contains(&name);
    !is_for_host && !name.ends_with(".zip") && !name.starts_with("single/")
}

/// Whether the page needs a file to be opened and used at all.
fn is_core(name: &str) -> bool {
    let is_beside_page = !name.contains('/');
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    CORE.contains(&name)
        || DUEL_MODELS.contains(&name)
        || (is_beside_page && ["css", "js", "wasm"].contains(&extension))
        || (name.starts_with("models/") && name.ends_with("/card.json"))
        || name.starts_with("locales/")
        || name.starts_with("icons/")
}

fn worker(build: &str, files: &BTreeMap<String, String>) -> String {
    let core: Vec<&String> = files.keys().filter(|name| is_core(name)).collect();
    format!(
        "\"use strict\";\nconst BUILD = {};\nconst FILES = {};\nconst CORE = {};\n{CODE}",
        json!(build),
        json!(files),
        json!(core)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tools::sha256_hex;

    #[track_caller]
    fn check(name: &str, is_listed: bool, is_stored: bool) {
        assert_eq!(is_of_page(name), is_listed, "{name}");
        assert_eq!(is_core(name), is_stored, "{name}");
    }

    #[test]
    fn the_core_is_what_the_page_needs_to_be_opened() {
        check("index.html", true, true);
        check("style-1.css", true, true);
        check("page_bg.wasm", true, true);
        check("models/a/card.json", true, true);
        check("models/a/model.onnx", true, false);
        check(DUEL_MODELS[1], true, true);
        check("locales/de.ftl", true, true);
        check("methods.html", true, false);
        check(guard::HEADERS_FILE, false, false);
        check("digests.txt", true, false);
        check("results/maps/a.json", true, false);
        check("all.zip", false, false);
        check("single/show-your-work.html", false, false);
        assert!(!is_of_page(WORKER));
    }

    #[test]
    fn a_worker_is_of_one_build() {
        let folder = std::env::temp_dir().join(format!("syw-offline-{}", std::process::id()));
        fs::create_dir_all(folder.join("results")).unwrap();
        let index = folder.join("index.html");
        fs::write(&index, "<head></head>").unwrap();
        fs::write(folder.join("results/claims.json"), "1").unwrap();
        let written = || {
            write(&folder).unwrap();
            let worker = fs::read_to_string(folder.join(WORKER)).unwrap();
            (worker, fs::read_to_string(&index).unwrap())
        };
        let (worker, page) = written();
        let of_page = sha256_hex(page.as_bytes());
        assert!(worker.contains(&of_page[..N_DIGITS]), "{worker}");
        assert_eq!(written(), (worker.clone(), page.clone()), "again the same");
        let build = head::meta(&page, BUILD_META).unwrap();
        assert!(
            worker.contains(&format!("const BUILD = \"{build}\"")),
            "{worker}"
        );

        fs::write(folder.join("results/claims.json"), "2").unwrap();
        let (other_worker, other_page) = written();
        assert_ne!(other_worker, worker);
        assert_ne!(other_page, page);
        fs::remove_dir_all(folder).unwrap();
    }
}
