//! `cargo xtask tidy`: the rules of the source tree that a compiler does not hold. The same checks run as tests.
//!
//! A check is a function from the tree to the lines that are wrong with it. `tree.rs` reads the files.

mod architecture;
mod arrows;
mod dependencies;
mod models;
mod safety;
mod sources;
mod tree;

pub use tree::Tree;

use anyhow::{Result, bail};
use std::path::Path;

/// A rule: its name and what finds its violations.
pub type Check = (&'static str, fn(&Tree) -> Vec<String>);

/// Every rule.
pub const CHECKS: [Check; 15] = [
    (
        "crates are named only where they belong",
        arrows::crates_in_place,
    ),
    (
        "modules of the page import only downwards",
        arrows::modules_downwards,
    ),
    ("core stands alone", arrows::core_alone),
    ("files are short", sources::file_lengths),
    ("files say what they are for", sources::opening_comments),
    (
        "nothing is left undone, and no machine is named",
        sources::forbidden_text,
    ),
    ("one word per idea", sources::banned_words),
    ("every section is described", sources::sections_described),
    ("every module is described", architecture::modules_named),
    (
        "what is described is there",
        architecture::named_paths_exist,
    ),
    ("no code is unsafe", safety::no_unsafe),
    ("no figure is typed into a view", sources::figures_typed),
    (
        "every dependency has a reason",
        dependencies::dependencies_told,
    ),
    ("every model has its card", models::models_complete),
    ("every map is of a shipped model", models::maps_current),
];

/// Runs every check on the tree at `root` and prints what is wrong.
pub fn tidy(root: &Path) -> Result<()> {
    let tree = Tree::read(root)?;
    let mut n_wrong = 0;
    for (name, check) in CHECKS {
        for line in check(&tree) {
            println!("{name}: {line}");
            n_wrong += 1;
        }
    }
    sources::long_files(&tree)
        .iter()
        .for_each(|line| println!("warning: {line}"));
    if n_wrong > 0 {
        bail!("{n_wrong} violations of the rules of the source tree");
    }
    Ok(())
}
