//! Which crates a program of the page is made of, and which of them brings which: what `cargo tree` says for WebAssembly, without what only
//! compiles (macros, build scripts, tests).

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};

use crate::process::{capture, command};

/// The programs: their feature, which is also what they are called here, and their binary.
pub const PROGRAMS: [(&str, &str); 2] = [("page", "show-your-work"), ("worker", "worker")];

/// A crate in one version, as `name version`.
pub type Id = String;

/// What a program is made of, itself included.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct CrateTree {
    /// Each crate with its licence as an SPDX expression.
    pub licences: BTreeMap<Id, String>,
    /// What each crate depends on itself.
    pub needs: BTreeMap<Id, BTreeSet<Id>>,
}

impl CrateTree {
    /// The crates of the program with this feature.
    pub fn of(feature: &str) -> Result<CrateTree> {
        let mut tree = command("cargo");
        tree.args(["tree", "--locked", "--package", "show-your-work"]);
        tree.args(["--target", "wasm32-unknown-unknown"]);
        tree.args(["--no-default-features", "--features", feature]);
        tree.args(["--edges", "normal,no-proc-macro"]);
        tree.args(["--prefix", "depth", "--format", "|{p}|{l}|"]);
        CrateTree::parse(&capture(&mut tree)?)
    }

    /// A line is the depth, the package and its licence: `2|serde v1.0.0|MIT|`. Behind a package may stand its folder, behind the line that it stood above.
    fn parse(text: &str) -> Result<CrateTree> {
        let mut tree = CrateTree::default();
        let mut above: Vec<Id> = Vec::new();
        for line in text.lines() {
            let mut fields = line.split('|');
            let mut field = || fields.next().with_context(|| format!("cargo tree: {line}"));
            let (depth, package, licence) = (field()?, field()?, field()?);
            let mut words = package.split(' ');
            let name = words.next().unwrap_or_default();
            let version = words.next().and_then(|word| word.strip_prefix('v'));
            let id = format!("{name} {}", version.with_context(|| line.to_owned())?);
            above.truncate(depth.parse().with_context(|| line.to_owned())?);
            if let Some(parent) = above.last() {
                tree.needs
                    .entry(parent.clone())
                    .or_default()
                    .insert(id.clone());
            }
            tree.needs.entry(id.clone()).or_default();
            // The form of before SPDX.
            tree.licences
                .insert(id.clone(), licence.replace('/', " OR "));
            above.push(id);
        }
        Ok(tree)
    }

    /// A crate and all that it brings.
    pub fn closure(&self, id: &str) -> BTreeSet<Id> {
        let mut found = BTreeSet::new();
        let mut rest = vec![id.to_owned()];
        while let Some(id) = rest.pop() {
            if let Some(needs) = self.needs.get(&id)
                && found.insert(id)
            {
                rest.extend(needs.iter().cloned());
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tree_of_cargo_is_read() {
        let text = "0|page v0.1.0 (/a b)|MIT|\n1|a v1.0.0|MIT/Zlib|\n2|c v2.0.0|ISC|\n1|b v1.1.0|ISC|\n2|c v2.0.0|ISC| (*)\n";
        let tree = CrateTree::parse(text).unwrap();
        let licences: Vec<_> = tree
            .licences
            .iter()
            .map(|(id, licence)| (id.as_str(), licence.as_str()))
            .collect();
        let expected = [
            ("a 1.0.0", "MIT OR Zlib"),
            ("b 1.1.0", "ISC"),
            ("c 2.0.0", "ISC"),
            ("page 0.1.0", "MIT"),
        ];
        assert_eq!(licences, expected);
        #[track_caller]
        fn check(tree: &CrateTree, id: &str, expected: &[&str]) {
            assert_eq!(Vec::from_iter(tree.closure(id)), expected);
        }
        check(
            &tree,
            "page 0.1.0",
            &["a 1.0.0", "b 1.1.0", "c 2.0.0", "page 0.1.0"],
        );
        check(&tree, "b 1.1.0", &["b 1.1.0", "c 2.0.0"]);
        check(&tree, "c 2.0.0", &["c 2.0.0"]);
        check(&tree, "d 1.0.0", &[]);
        assert_eq!(
            CrateTree::parse("0|a|MIT|").unwrap_err().to_string(),
            "0|a|MIT|"
        );
    }
}
