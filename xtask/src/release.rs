//! `cargo xtask release`: what is handed out of a version, made from what is committed and checked, in target/release-<version>/. The same commit
//! gives the same bytes.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::archive;
use crate::ci;
use crate::digests;
use crate::head;
use crate::offline;
use crate::paths;
use crate::process::{ask, capture, command, say};
use crate::sbom;
use crate::single_file;

/// The steps of the gate that say something of the build that is handed out. The others, and the tests, are for every commit.
const CHECKS: [&str; 8] = [
    "fmt", "tidy", "clippy", "deny", "audit", "page", "digests", "budgets",
];

/// The digests of all that is handed out, in the format of `sha256sum`.
const SUMS: &str = "SHA256SUMS";

/// Checks, builds and packs; refuses a tree in which something is not committed.
pub fn release() -> Result<()> {
    let changed = capture(command("git").args(["status", "--porcelain"]))?;
    if !changed.is_empty() {
        bail!("a release is made of what is committed, and this is not:\n{changed}");
    }
    ci::ci(&CHECKS.map(str::to_owned))?;
    let commit = ask(command("git").args(["rev-parse", "HEAD"])).context("git rev-parse HEAD")?;
    let version = env!("CARGO_PKG_VERSION");
    let folder = paths::target().join(format!("release-{version}"));
    pack(&paths::root(), &paths::dist(), &folder, version, &commit)?;
    say(format!("The release is in {}", folder.display()));
    Ok(())
}

/// Writes what is handed out into an empty folder.
fn pack(root: &Path, dist: &Path, folder: &Path, version: &str, commit: &str) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let name = format!("show-your-work-{version}");
    let site = archive::named(dist, &name)?.into_iter();
    let is_shown = |name: &str| !name.split('/').any(|part| part.starts_with('.'));
    let site: Vec<_> = site.filter(|(name, _)| is_shown(name)).collect();
    archive::write(&folder.join(format!("{name}.zip")), &site)?;
    let copy = |from: &str, to: &str| {
        fs::copy(dist.join(from), folder.join(to)).with_context(|| from.to_owned())
    };
    copy(single_file::PATH, &format!("{name}.html"))?;
    copy(digests::FILE, digests::FILE)?;
    copy(sbom::FILE, sbom::FILE)?;
    let index = fs::read_to_string(dist.join("index.html")).context("index.html")?;
    let build = head::meta(&index, offline::BUILD_META).context("index.html tells no build")?;
    let changes = fs::read_to_string(root.join("CHANGELOG.md")).context("CHANGELOG.md")?;
    let changes = notes(&changes, version)?;
    let said =
        format!("# Show Your Work {version}\n\nCommit {commit}\nBuild {build}\n\n{changes}\n");
    fs::write(folder.join("NOTES.md"), said)?;
    let sums = digests::of_folder(folder)?;
    let sums = sums
        .iter()
        .map(|(name, digest)| format!("{digest}  {name}\n"));
    fs::write(folder.join(SUMS), sums.collect::<String>())?;
    Ok(())
}

/// What CHANGELOG.md says of a version: its own section, or before it has one, what is not yet released.
fn notes<'a>(changes: &'a str, version: &str) -> Result<&'a str> {
    let section = |title: &str| {
        let (_, after) = changes.split_once(&format!("\n## {title}"))?;
        let (_, text) = after.split_once('\n')?;
        let text = text.split("\n## ").next()?.trim();
        (!text.is_empty()).then_some(text)
    };
    section(version)
        .or_else(|| section("Unreleased"))
        .with_context(|| format!("CHANGELOG.md says nothing of {version}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[track_caller]
    fn check(changes: &str, expected: &str) {
        let found = notes(changes, "1.2.0");
        let found = found.map_or_else(|error| format!("error: {error}"), str::to_owned);
        assert_eq!(found, expected);
    }

    #[test]
    fn the_notes_are_what_the_changelog_says_of_the_version() {
        check(
            "# C\n\n## Unreleased\n\n- a\n\n## 1.2.0 (May)\n\n- b\n\n## 1.1.0\n\n- c\n",
            "- b",
        );
        check("# C\n\n## Unreleased\n\n- a\n", "- a");
        check(
            "# C\n\n## Unreleased\n\n## 1.1.0\n\n- c\n",
            "error: CHANGELOG.md says nothing of 1.2.0",
        );
    }

    #[test]
    fn a_release_has_the_same_bytes_each_time() {
        let root = std::env::temp_dir().join(format!("syw-release-{}", std::process::id()));
        let dist = root.join("dist");
        fs::create_dir_all(dist.join("single")).unwrap();
        fs::create_dir_all(dist.join(".stage")).unwrap();
        let write = |name: &str, text: &str| fs::write(root.join(name), text).unwrap();
        write("CHANGELOG.md", "\n## Unreleased\n- a\n");
        write("dist/index.html", "<meta name=\"build\" content=\"b1\" />");
        for name in [single_file::PATH, digests::FILE, sbom::FILE, ".stage/a"] {
            write(&format!("dist/{name}"), name);
        }
        let packed = || {
            let folder = root.join("release");
            pack(&root, &dist, &folder, "1.2.0", "c0").unwrap();
            let sums = fs::read_to_string(folder.join(SUMS)).unwrap();
            (
                digests::of_folder(&folder).unwrap(),
                sums,
                fs::read(folder.join("show-your-work-1.2.0.zip")).unwrap(),
            )
        };
        let (files, sums, zip) = packed();
        assert_eq!(packed(), (files.clone(), sums.clone(), zip.clone()));
        let listed: BTreeMap<String, String> = sums
            .lines()
            .map(|line| line.split_once("  ").unwrap())
            .map(|(digest, name)| (name.to_owned(), digest.to_owned()))
            .collect();
        let mut expected = files;
        expected.remove(SUMS).unwrap();
        assert_eq!(listed, expected);
        let notes = fs::read_to_string(root.join("release/NOTES.md")).unwrap();
        assert_eq!(
            notes,
            "# Show Your Work 1.2.0\n\nCommit c0\nBuild b1\n\n- a\n"
        );
        let mut site = zip::ZipArchive::new(std::io::Cursor::new(zip)).unwrap();
        let names: Vec<_> = (0..site.len())
            .map(|idx| site.by_index(idx).unwrap().name().unwrap().into_owned())
            .collect();
        let of_site = [
            "digests.txt",
            "index.html",
            "sbom.cdx.json",
            "single/show-your-work.html",
        ];
        assert_eq!(
            names,
            of_site.map(|name| format!("show-your-work-1.2.0/{name}"))
        );
        fs::remove_dir_all(root).unwrap();
    }
}
