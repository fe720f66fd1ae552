//! `cargo xtask dependencies`: measures what every crate costs in the page's two programs and writes docs/dependencies.md.

use std::collections::BTreeMap;
use std::fs;

use anyhow::Result;
use xtask::crate_tree::{CrateTree, PROGRAMS};
use xtask::dependencies::{self, sizes};
use xtask::paths;
use xtask::process::say;

/// The profile of each program, in the order of [`PROGRAMS`], as index.html names it.
const PROFILES: [&str; 2] = ["ui", "engine"];

fn main() -> Result<()> {
    let mut table = dependencies::renewed(&paths::root())?;
    let measured = PROGRAMS.iter().zip(PROFILES).map(measure);
    let measured = measured.collect::<Result<Vec<Measured>>>()?;
    table.programs = measured.iter().map(Measured::line).collect();
    for (name, row) in &mut table.crates {
        row.costs = measured.iter().map(|program| program.cost(name)).collect();
    }
    fs::write(paths::root().join(dependencies::PATH), table.render())?;
    say(format!("{} is written", dependencies::PATH));
    Ok(())
}

/// A program, measured.
struct Measured {
    name: &'static str,
    tree: CrateTree,
    sizes: BTreeMap<String, u64>,
}

fn measure(
    ((feature, binary), profile): (&(&'static str, &'static str), &str),
) -> Result<Measured> {
    say(format!(
        "Compiling {feature} with the names of its functions"
    ));
    let tree = CrateTree::of(feature)?;
    let crates: Vec<String> = tree.licences.keys().map(|id| in_code(id)).collect();
    let sizes = sizes::of_program(feature, binary, profile, &crates)?;
    Ok(Measured {
        name: feature,
        tree,
        sizes,
    })
}

/// The name of a crate, given as `name version`, in code.
fn in_code(id: &str) -> String {
    id.split(' ').next().unwrap_or_default().replace('-', "_")
}

impl Measured {
    /// The bytes of a crate itself, and with what it brings; empty where it is not in the program.
    fn cost(&self, name: &str) -> String {
        let size = |id: &str| self.sizes.get(&in_code(id)).copied().unwrap_or_default();
        let id = self
            .tree
            .licences
            .keys()
            .find(|id| id.split(' ').next() == Some(name));
        id.map_or_else(String::new, |id| {
            let all: u64 = self.tree.closure(id).iter().map(|id| size(id)).sum();
            format!("{} / {}", grouped(size(id)), grouped(all))
        })
    }

    /// What the program is made of as a whole.
    fn line(&self) -> String {
        let size = |name: &str| self.sizes.get(name).copied().unwrap_or_default();
        let own: u64 = ["show_your_work", "syw_core", "syw_engine"]
            .map(size)
            .iter()
            .sum();
        let (standard, nobody) = (size(sizes::STANDARD), size(sizes::NOBODY));
        let all: u64 = self.sizes.values().sum();
        format!(
            "{}: {} bytes of code; {} of our own, {} of the standard library, {} without a name, {} of dependencies",
            self.name,
            grouped(all),
            grouped(own),
            grouped(standard),
            grouped(nobody),
            grouped(all - own - standard - nobody)
        )
    }
}

/// A number with its thousands parted by commas.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut said = String::new();
    for (idx, digit) in digits.char_indices() {
        if idx > 0 && (digits.len() - idx).is_multiple_of(3) {
            said.push(',');
        }
        said.push(digit);
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_parted() {
        for (number, expected) in [
            (0, "0"),
            (999, "999"),
            (1000, "1,000"),
            (1_234_567, "1,234,567"),
        ] {
            assert_eq!(grouped(number), expected);
        }
    }
}
