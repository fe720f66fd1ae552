//! `docs/dependencies.md`: every crate that one of ours names, why it is there, and what it costs in the page's programs; and every tool. The
//! reasons are written by hand, in the table itself; what names a crate is read off the manifests, what it costs is measured
//! by `cargo xtask dependencies` (`sizes`). Tidy holds that every crate and tool has a row and a reason, and no other.

#[cfg(feature = "dependencies")]
pub mod sizes;
mod table;

pub use table::{Row, Table};

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::crate_tree::PROGRAMS;
use crate::paths;
use crate::tidy::Tree;
use crate::tools::{NpmFiles, Tool, axe::AXE, onnxruntime_web, transformers_js};

/// Where the table lies.
pub const PATH: &str = "docs/dependencies.md";

/// Writes the rows anew and measures nothing: what was measured of a crate stays.
pub fn renew() -> Result<()> {
    let table = renewed(&paths::root())?;
    fs::write(paths::root().join(PATH), table.render()).context(PATH)
}

/// The table with the rows that it should have: reasons and costs as they are in the file, nothing for what is new.
pub fn renewed(root: &Path) -> Result<Table> {
    let tree = Tree::read(root)?;
    let old = Table::parse(tree.text(PATH).unwrap_or_default());
    let rows = |named: BTreeMap<String, String>, old: &BTreeMap<String, Row>, n_costs: usize| {
        let row = |(name, named_by): (String, String)| {
            let mut row = old.get(&name).cloned().unwrap_or_default();
            row.costs.resize(n_costs, String::new());
            (name, Row { named_by, ..row })
        };
        named.into_iter().map(row).collect()
    };
    let lock = tree.text("Cargo.lock").context("Cargo.lock")?;
    Ok(Table {
        crates: rows(named(&tree), &old.crates, PROGRAMS.len()),
        tools: rows(tools(lock, &tree)?, &old.tools, 0),
        programs: old.programs,
    })
}

/// Who names a crate, by the folder of the manifest.
fn part(manifest: &str) -> Option<&str> {
    Some(match manifest.strip_suffix("Cargo.toml")? {
        "" => "page",
        "xtask/" => "xtask",
        folder if folder.starts_with("xtask/bench/peers/") => "bench",
        folder => folder.strip_prefix("crates/")?.trim_end_matches('/'),
    })
}

/// Every crate that a manifest of ours names, with the parts that do: `core, xtask, tests of page`. Our own crates are left out.
pub fn named(tree: &Tree) -> BTreeMap<String, String> {
    let manifests = || {
        tree.with_extension("toml")
            .filter_map(|(path, text)| Some((part(path)?, text)))
    };
    let own: BTreeSet<&str> = manifests().filter_map(|(_, text)| package(text)).collect();
    let mut parts: BTreeMap<&str, BTreeSet<(bool, &str)>> = BTreeMap::new();
    for (part, text) in manifests() {
        let mut table = None;
        for line in text.lines() {
            if line.starts_with('[') {
                let is_of_workspace = line.starts_with("[workspace");
                let is_table = line.contains("dependencies") && !is_of_workspace;
                table = is_table.then(|| line.contains("dev-dependencies"));
                continue;
            }
            let name = line.split(['=', '.', ' ']).next().unwrap_or_default();
            let is_name = name.starts_with(|c: char| c.is_ascii_alphanumeric());
            if let (Some(is_of_tests), true) = (table, is_name && line.contains('=')) {
                parts.entry(name).or_default().insert((is_of_tests, part));
            }
        }
    }
    let said = |(is_of_tests, part): &(bool, &str)| match is_of_tests {
        true => format!("tests of {part}"),
        false => (*part).to_owned(),
    };
    parts
        .into_iter()
        .filter(|(name, _)| !own.contains(name))
        .map(|(name, parts)| {
            (
                name.to_owned(),
                Vec::from_iter(parts.iter().map(said)).join(", "),
            )
        })
        .collect()
}

/// The name of the package of a manifest.
fn package(manifest: &str) -> Option<&str> {
    let (_, after) = manifest.split_once("[package]\nname = \"")?;
    after.split('"').next()
}

/// The tools that `tools/` gets, and the packages that are fetched for the bench, for Lighthouse and for tests, with their versions. `lock` is the text of
/// Cargo.lock.
pub fn tools(lock: &str, tree: &Tree) -> Result<BTreeMap<String, String>> {
    let mut versions = BTreeMap::new();
    for tool in Tool::ALL {
        let pin = tool.pin(lock)?;
        versions.insert(pin.name.to_owned(), pin.version);
    }
    for NpmFiles {
        package, version, ..
    } in [&AXE, &onnxruntime_web::RUNTIME, &transformers_js::LIBRARY]
    {
        versions.insert((*package).to_owned(), (*version).to_owned());
    }
    let lighthouse = tree.text(LIGHTHOUSE).context(LIGHTHOUSE)?;
    let lighthouse: Lighthouse = serde_json::from_str(lighthouse).context(LIGHTHOUSE)?;
    versions.extend(lighthouse.dependencies);
    Ok(versions)
}

const LIGHTHOUSE: &str = "xtask/lighthouse/package.json";

#[derive(serde::Deserialize)]
struct Lighthouse {
    dependencies: BTreeMap<String, String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn manifests_say_who_names_what() {
        let page = "[workspace.dependencies]\nz = \"1\"\n[features]\nx = [\"dep:a\"]\n[dependencies]\na = { version = \"1\" }\nsyw-core.workspace = true\n\
                    # Why.\n[dev-dependencies]\nb = \"1\"\n[target.'cfg(unix)'.dev-dependencies]\nc = { version = \"1\", features = [\n  \"d\",\n] }\n";
        let tree = Tree::of(&[
            ("Cargo.toml", page),
            (
                "crates/core/Cargo.toml",
                "[package]\nname = \"syw-core\"\n[dependencies]\na.workspace = true\nb = \"1\"\n",
            ),
            (
                "xtask/bench/peers/rten/Cargo.toml",
                "[dependencies]\nrten = \"1\"\ncommon = { path = \"../common\" }\n",
            ),
            (
                "xtask/bench/peers/common/Cargo.toml",
                "[package]\nname = \"common\"\n",
            ),
            ("xtask/src/a.toml", "[dependencies]\nr = \"1\"\n"),
        ]);
        let found = named(&tree);
        let found: Vec<_> = found
            .iter()
            .map(|(name, by)| (name.as_str(), by.as_str()))
            .collect();
        let expected = [
            ("a", "core, page"),
            ("b", "core, tests of page"),
            ("c", "tests of page"),
            ("rten", "bench"),
        ];
        assert_eq!(found, expected);
    }
}
