//! ARCHITECTURE.md is a map of the code: whatever lies at the top of a crate, and every folder in it, is named in the crate's section, and every path that
//! is named anywhere is there.

use std::collections::BTreeSet;

use super::Tree;

const MAP: &str = "ARCHITECTURE.md";

/// The folders of source code, each with the heading of its section.
const SOURCES: [(&str, &str); 5] = [
    ("crates/core/src/", "### crates/core:"),
    ("crates/engine/src/", "### crates/engine:"),
    ("crates/hostile/src/", "### crates/hostile:"),
    ("src/", "### src:"),
    ("xtask/src/", "### xtask:"),
];

/// What the map names and the commands write.
const BUILT: [&str; 6] = [
    "dist/",
    "dist/index.html",
    "digests.txt",
    "sbom.cdx.json",
    "service-worker.js",
    "tools/",
];

/// Files and folders that the map leaves out.
pub(super) fn modules_named(tree: &Tree) -> Vec<String> {
    let map = tree.text(MAP).unwrap_or_default();
    let mut wrong = Vec::new();
    for (folder, heading) in SOURCES {
        let section = map.split_once(heading).map_or("", |(_, after)| after);
        let section = section.split("\n## ").next().unwrap_or_default();
        let section = section.split("\n### ").next().unwrap_or_default();
        let named: BTreeSet<&str> = named(section).into_iter().map(stem).collect();
        for module in modules(tree, folder) {
            let is_named = named.iter().any(|name| {
                *name == module
                    || name
                        .strip_suffix(module.as_str())
                        .is_some_and(|before| before.ends_with('/'))
            });
            if !is_named {
                wrong.push(format!("{MAP} does not name {folder}{module}"));
            }
        }
    }
    wrong
}

/// The modules at the top of a folder, its programs (`bin/a`), and every folder below it by its own name; without endings.
fn modules(tree: &Tree, folder: &str) -> BTreeSet<String> {
    let mut modules = BTreeSet::new();
    for (path, _) in tree.with_extension("rs") {
        let Some(path) = path.strip_prefix(folder) else {
            continue;
        };
        let parts: Vec<&str> = path.split('/').collect();
        match parts[..] {
            ["lib.rs" | "main.rs"] => {}
            [file] => _ = modules.insert(stem(file).to_owned()),
            ["bin", file] => _ = modules.insert(format!("bin/{}", stem(file))),
            [ref folders @ .., _] => modules.extend(folders.iter().map(|name| (*name).to_owned())),
            [] => {}
        }
    }
    modules
}

/// Paths that the map names and that are not there.
pub(super) fn named_paths_exist(tree: &Tree) -> Vec<String> {
    let map = tree.text(MAP).unwrap_or_default();
    let files = tree.files.iter().map(|(path, _)| path).chain(&tree.binary);
    let files: Vec<String> = files.map(|path| format!("/{path}")).collect();
    let is_there = |name: &str| {
        let (file, module, folder) = (
            format!("/{name}"),
            format!("/{name}.rs"),
            format!("/{}/", name.trim_end_matches('/')),
        );
        files
            .iter()
            .any(|path| path.ends_with(&file) || path.ends_with(&module) || path.contains(&folder))
    };
    let paths: BTreeSet<&str> = named(map)
        .into_iter()
        .filter(|name| is_path(name))
        .collect();
    let missing = paths
        .into_iter()
        .filter(|name| !BUILT.contains(name) && !is_there(name));
    missing
        .map(|name| format!("{MAP} names {name}, which is not there"))
        .collect()
}

/// What stands between backquotes, outside of blocks.
fn named(text: &str) -> Vec<&str> {
    let outside = text.split("```").step_by(2);
    outside
        .flat_map(|text| text.split('`').skip(1).step_by(2))
        .collect()
}

/// Whether a name is a path: no pattern, no command, no code.
fn is_path(name: &str) -> bool {
    const ENDINGS: [&str; 12] = [
        ".rs", ".md", ".toml", ".json", ".js", ".mjs", ".sh", ".py", ".css", ".html", ".txt",
        ".ftl",
    ];
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "/._-".contains(c);
    name.chars().all(is_plain)
        && (name.contains('/') || ENDINGS.iter().any(|ending| name.ends_with(ending)))
}

/// A path without what tells a file from a folder.
fn stem(path: &str) -> &str {
    path.trim_end_matches('/').trim_end_matches(".rs")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(found: fn(&Tree) -> Vec<String>, map: &str, expected: &[&str]) {
        let tree = Tree::of(&[
            (MAP, map),
            ("src/lib.rs", ""),
            ("src/a.rs", ""),
            ("src/b/mod.rs", ""),
            ("src/b/c/d.rs", ""),
            ("src/bin/e.rs", ""),
            ("docs/x.md", ""),
        ]);
        assert_eq!(found(&tree), expected);
    }

    #[test]
    fn what_a_crate_is_made_of_is_named() {
        check(
            modules_named,
            "### src: the page\n`a`, `b/`, `b/c`, `bin/e`\n",
            &[],
        );
        check(
            modules_named,
            "### src: the page\n```\n`a`\n```\n`b/`\n### xtask: x\n`a`, `c`, `bin/e`",
            &[
                "ARCHITECTURE.md does not name src/a",
                "ARCHITECTURE.md does not name src/bin/e",
                "ARCHITECTURE.md does not name src/c",
            ],
        );
    }

    #[test]
    fn what_is_named_is_there() {
        check(
            named_paths_exist,
            "`src/a.rs`, `b/c`, `x.md`, `docs/`, `cargo xtask a/b`, `dist/`, `lane`, `s/<figure>/`",
            &[],
        );
        check(
            named_paths_exist,
            "`src/z.rs` and `y.md`",
            &[
                "ARCHITECTURE.md names src/z.rs, which is not there",
                "ARCHITECTURE.md names y.md, which is not there",
            ],
        );
    }
}
