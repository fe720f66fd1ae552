//! What the page's two programs are made of, as a bill of materials in CycloneDX's JSON: every crate with its version, its licence, the digest of its
//! package, and the programs that it is in. It holds no time and no random number, so the same sources give the same bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::crate_tree::{CrateTree, Id, PROGRAMS};
use crate::paths;

/// Its name in dist/.
pub const FILE: &str = "sbom.cdx.json";

/// What is told of a crate that is in a program, in the words of CycloneDX a property.
const PROGRAM: &str = "show-your-work:program";

/// Writes the bill beside the page.
pub fn write(dist: &Path) -> Result<()> {
    let lock = fs::read_to_string(paths::root().join("Cargo.lock")).context("Cargo.lock")?;
    let trees = PROGRAMS.map(|(feature, _)| CrateTree::of(feature).map(|tree| (feature, tree)));
    let trees: Vec<_> = trees.into_iter().collect::<Result<_>>()?;
    let bill = bill(&trees, &checksums(&lock))?;
    let mut text = serde_json::to_string_pretty(&bill)?;
    text.push('\n');
    fs::write(dist.join(FILE), text)?;
    Ok(())
}

/// The digest of each package of a lock file; what is not from a registry has none.
fn checksums(lock: &str) -> BTreeMap<Id, &str> {
    lock.split("[[package]]")
        .filter_map(|block| {
            let id = format!("{} {}", field(block, "name")?, field(block, "version")?);
            Some((id, field(block, "checksum")?))
        })
        .collect()
}

/// A value of one package in a lock file.
fn field<'a>(block: &'a str, key: &str) -> Option<&'a str> {
    let (_, after) = block.split_once(&format!("\n{key} = \""))?;
    after.split('"').next()
}

fn bill(trees: &[(&str, CrateTree)], checksums: &BTreeMap<Id, &str>) -> Result<Value> {
    let ids: BTreeSet<&Id> = trees
        .iter()
        .flat_map(|(_, tree)| tree.licences.keys())
        .collect();
    let (mut page, mut components, mut dependencies) = (None, Vec::new(), Vec::new());
    for id in ids {
        let found = component(id, trees, checksums)?;
        match id.starts_with("show-your-work ") {
            true => page = Some(found),
            false => components.push(found),
        }
        let needs = trees.iter().filter_map(|(_, tree)| tree.needs.get(id));
        let needs: BTreeSet<&Id> = needs.flatten().collect();
        dependencies.push(json!({ "ref": id, "dependsOn": needs }));
    }
    Ok(json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": page.context("the page is in neither program")? },
        "components": components,
        "dependencies": dependencies,
    }))
}

fn component(
    id: &Id,
    trees: &[(&str, CrateTree)],
    checksums: &BTreeMap<Id, &str>,
) -> Result<Value> {
    let (name, version) = id.split_once(' ').context("a name and a version")?;
    let is_in: Vec<_> = trees
        .iter()
        .filter(|(_, tree)| tree.licences.contains_key(id))
        .collect();
    let (_, tree) = is_in.first().context("a crate of no program")?;
    let properties = is_in
        .iter()
        .map(|(program, _)| json!({ "name": PROGRAM, "value": program }));
    let mut component = json!({
        "type": "library",
        "bom-ref": id,
        "name": name,
        "version": version,
        "licenses": [{ "expression": tree.licences[id] }],
        "properties": properties.collect::<Vec<_>>(),
    });
    if name == "show-your-work" {
        component["type"] = json!("application");
    }
    if let Some(checksum) = checksums.get(id) {
        component["purl"] = json!(format!("pkg:cargo/{name}@{version}"));
        component["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
    }
    Ok(component)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "version = 4\n\n[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nchecksum = \"0a\"\n\n\
                        [[package]]\nname = \"show-your-work\"\nversion = \"0.1.0\"\n";

    fn tree(crates: &[(&str, &[&str])]) -> CrateTree {
        let mut tree = CrateTree::default();
        for (id, needs) in crates {
            tree.licences.insert((*id).to_owned(), "MIT".to_owned());
            let needs = needs.iter().map(|need| (*need).to_owned());
            tree.needs.insert((*id).to_owned(), needs.collect());
        }
        tree
    }

    #[test]
    fn a_crate_is_listed_once_with_every_program_that_it_is_in() {
        let page = tree(&[("show-your-work 0.1.0", &["a 1.0.0"]), ("a 1.0.0", &[])]);
        let worker = tree(&[
            ("show-your-work 0.1.0", &["a 1.0.0", "b 2.0.0"]),
            ("a 1.0.0", &[]),
            ("b 2.0.0", &["a 1.0.0"]),
        ]);
        let bill = bill(&[("page", page), ("worker", worker)], &checksums(LOCK)).unwrap();
        let own = &bill["metadata"]["component"];
        assert_eq!(
            (&own["type"], own.get("hashes")),
            (&json!("application"), None)
        );
        let program = |name: &str| json!({ "name": PROGRAM, "value": name });
        let licenses = json!([{ "expression": "MIT" }]);
        let expected = json!([
            {
                "type": "library", "bom-ref": "a 1.0.0", "name": "a", "version": "1.0.0", "licenses": licenses,
                "properties": [program("page"), program("worker")], "purl": "pkg:cargo/a@1.0.0",
                "hashes": [{ "alg": "SHA-256", "content": "0a" }],
            },
            {
                "type": "library", "bom-ref": "b 2.0.0", "name": "b", "version": "2.0.0", "licenses": licenses,
                "properties": [program("worker")],
            },
        ]);
        assert_eq!(bill["components"], expected);
        let expected = json!([
            { "ref": "a 1.0.0", "dependsOn": [] },
            { "ref": "b 2.0.0", "dependsOn": ["a 1.0.0"] },
            { "ref": "show-your-work 0.1.0", "dependsOn": ["a 1.0.0", "b 2.0.0"] },
        ]);
        assert_eq!(bill["dependencies"], expected);
    }
}
