//! What may depend on what: crates named only in their place, modules of the page importing only downwards.

use super::Tree;
use super::tree::RULES;

/// A crate's name in manifests and in code, and the places that may name it.
struct Place {
    name: &'static str,
    places: &'static [&'static str],
}

const PLACES: [Place; 9] = [
    Place {
        name: "prost",
        places: &["crates/engine/"],
    },
    Place {
        name: "wide",
        places: &["crates/engine/"],
    },
    Place {
        name: "leptos",
        places: &["src/", "tests/", "Cargo.toml"],
    },
    Place {
        name: "web-sys",
        places: &["src/", "tests/", "Cargo.toml"],
    },
    Place {
        name: "gloo",
        places: &["src/", "tests/", "Cargo.toml"],
    },
    Place {
        name: "pyo3",
        places: &["crates/python/"],
    },
    Place {
        name: "rten",
        places: &["xtask/bench/peers/rten/"],
    },
    Place {
        name: "candle",
        places: &["xtask/bench/peers/candle/"],
    },
    Place {
        name: "tiny_http",
        places: &["xtask/", "tests/", "Cargo.toml"],
    },
];

/// What modules of the page, by the start of their path, must not import.
const FORBIDDEN_IMPORTS: [(&str, &[&str]); 4] = [
    (
        "src/components/",
        &[
            "app", "assets", "protocol", "sections", "session", "state", "worker",
        ],
    ),
    (
        "src/plots/",
        &[
            "app",
            "assets",
            "components",
            "protocol",
            "sections",
            "session",
            "state",
            "worker",
        ],
    ),
    ("src/sections/", &["app", "worker"]),
    (
        "src/protocol.rs",
        &[
            "app",
            "assets",
            "components",
            "plots",
            "sections",
            "session",
            "state",
            "worker",
        ],
    ),
];

/// The only dependencies of core: none of them does IO or knows a browser, a clock or ONNX.
const CORE_DEPENDENCIES: [&str; 8] = [
    "libm",
    "rand",
    "rand_pcg",
    "serde",
    "serde_json",
    "sha2",
    "statrs",
    "thiserror",
];
const CORE_FORBIDDEN: [&str; 9] = [
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::time",
    "std::thread",
    "rand::rng(",
    "println!(",
    "dbg!(",
];

/// Crates that only one part of the workspace may name, in its manifest or its code.
pub(super) fn crates_in_place(tree: &Tree) -> Vec<String> {
    let mut wrong = Vec::new();
    for Place { name, places } in PLACES {
        let is_allowed = |path: &str| {
            path.starts_with(RULES) || places.iter().any(|place| path.starts_with(place))
        };
        for (path, text) in tree
            .with_extension("toml")
            .filter(|(path, _)| path.ends_with("Cargo.toml") && !is_allowed(path))
        {
            if dependencies(text)
                .any(|found| found == name || found.starts_with(&format!("{name}-")))
            {
                wrong.push(format!(
                    "{path} depends on {name}, which belongs to {}",
                    places.join(", ")
                ));
            }
        }
        let in_code = name.replace('-', "_");
        for (path, text) in tree
            .with_extension("rs")
            .filter(|(path, _)| !is_allowed(path))
        {
            if code_lines(text).any(|(_, line)| names_crate(line, &in_code)) {
                wrong.push(format!(
                    "{path} names {in_code}, which belongs to {}",
                    places.join(", ")
                ));
            }
        }
    }
    wrong
}

/// The arrows between the modules of the page.
pub(super) fn modules_downwards(tree: &Tree) -> Vec<String> {
    let mut wrong = Vec::new();
    for (path, text) in tree.with_extension("rs") {
        for (start, forbidden) in FORBIDDEN_IMPORTS {
            if path.starts_with(start) {
                let imported = modules_imported(text);
                let bad = imported
                    .iter()
                    .filter(|module| forbidden.contains(&module.as_str()));
                wrong.extend(bad.map(|module| format!("{path} imports {module}")));
            }
        }
    }
    wrong
}

/// Core has only the dependencies listed here and calls nothing that reaches outside.
pub(super) fn core_alone(tree: &Tree) -> Vec<String> {
    let mut wrong = Vec::new();
    if let Some(manifest) = tree.text("crates/core/Cargo.toml") {
        let normal = manifest
            .split("[dev-dependencies]")
            .next()
            .unwrap_or_default();
        let unknown = dependencies(normal).filter(|found| !CORE_DEPENDENCIES.contains(found));
        wrong.extend(unknown.map(|found| format!("crates/core/Cargo.toml depends on {found}")));
    }
    for (path, text) in tree
        .with_extension("rs")
        .filter(|(path, _)| path.starts_with("crates/core/src/"))
    {
        let product = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (number, line) in code_lines(product) {
            let bad = CORE_FORBIDDEN.iter().find(|bad| line.contains(*bad));
            wrong.extend(bad.map(|bad| format!("{path}:{number} uses {bad}")));
        }
    }
    wrong
}

/// The names of the packages in the dependency tables of a manifest.
fn dependencies(manifest: &str) -> impl Iterator<Item = &str> {
    let mut is_table = false;
    manifest.lines().filter_map(move |line| {
        if line.starts_with('[') {
            is_table = line.contains("dependencies");
            return None;
        }
        let name = line.split(['=', '.', ' ']).next()?;
        (is_table && !name.is_empty() && !name.starts_with('#')).then_some(name)
    })
}

/// The lines of a Rust file that are not comments, with their numbers.
pub(super) fn code_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .map(|(idx, line)| (idx + 1, line))
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
}

/// Whether `line` uses a path into the crate `name` or one of its family (`prost_types::`).
fn names_crate(line: &str, name: &str) -> bool {
    line.match_indices(name).any(|(idx, _)| {
        let starts_word = !line[..idx]
            .ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '"' || c == '-');
        let rest =
            line[idx + name.len()..].trim_start_matches(|c: char| c.is_alphanumeric() || c == '_');
        starts_word && rest.starts_with("::")
    })
}

/// The top modules named after `crate::`, alone or in braces.
fn modules_imported(text: &str) -> Vec<String> {
    let code: String = code_lines(text)
        .map(|(_, line)| line)
        .collect::<Vec<_>>()
        .join("\n");
    let mut modules = Vec::new();
    for (_, after) in code
        .match_indices("crate::")
        .map(|(idx, found)| (idx, &code[idx + found.len()..]))
    {
        let names = match after.strip_prefix('{') {
            None => vec![after],
            Some(group) => top_level_parts(group),
        };
        let ident = |name: &str| {
            name.trim()
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect::<String>()
        };
        modules.extend(names.into_iter().map(ident).filter(|name| !name.is_empty()));
    }
    modules.sort();
    modules.dedup();
    modules
}

/// The parts of a braced group, up to its closing brace, split at commas outside inner braces.
fn top_level_parts(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut parts) = (0, 0, Vec::new());
    for (idx, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                parts.push(&group[start..idx]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&group[start..idx]);
                start = idx + 1;
            }
            _ => {}
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(found: fn(&Tree) -> Vec<String>, path: &str, text: &str, expected: &[&str]) {
        assert_eq!(found(&Tree::of(&[(path, text)])), expected);
    }

    #[test]
    fn crates_belong_to_their_place() {
        check(
            crates_in_place,
            "crates/engine/src/lib.rs",
            "use prost_types::Any;",
            &[],
        );
        check(
            crates_in_place,
            "src/app.rs",
            "use prost_types::Any;",
            &["src/app.rs names prost, which belongs to crates/engine/"],
        );
        check(
            crates_in_place,
            "src/app.rs",
            "// prost::x\nlet s = riprost::x();",
            &[],
        );
        check(
            crates_in_place,
            "xtask/Cargo.toml",
            "[dependencies]\nprost-types = \"0.14\"",
            &["xtask/Cargo.toml depends on prost, which belongs to crates/engine/"],
        );
        check(
            crates_in_place,
            "Cargo.toml",
            "[dependencies]\nleptos = \"0.8\"",
            &[],
        );
    }

    #[test]
    fn views_do_not_know_the_worker() {
        check(
            modules_downwards,
            "src/components/a.rs",
            "use crate::session::Session;",
            &["src/components/a.rs imports session"],
        );
        check(
            modules_downwards,
            "src/plots/a.rs",
            "use crate::{state::{X, Y}, plots::scale};",
            &["src/plots/a.rs imports state"],
        );
        check(
            modules_downwards,
            "src/components/a.rs",
            "use crate::plots::scale;\n// crate::worker",
            &[],
        );
        check(
            modules_downwards,
            "src/session.rs",
            "use crate::protocol::Request;",
            &[],
        );
    }

    #[test]
    fn core_reaches_nothing() {
        check(
            core_alone,
            "crates/core/Cargo.toml",
            "[dependencies]\nserde.workspace = true\n[dev-dependencies]\nproptest = \"1\"",
            &[],
        );
        check(
            core_alone,
            "crates/core/Cargo.toml",
            "[dependencies]\nreqwest = \"1\"",
            &["crates/core/Cargo.toml depends on reqwest"],
        );
        check(
            core_alone,
            "crates/core/src/a.rs",
            "fn f() { std::time::Instant::now(); }",
            &["crates/core/src/a.rs:1 uses std::time"],
        );
    }
}
