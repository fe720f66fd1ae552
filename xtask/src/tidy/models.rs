//! Every shipped model is complete: a folder in public/models with model.onnx and card.json, named in index.json; and every
//! published map is of a shipped model.

use super::Tree;
use serde_json::Value;
use std::collections::BTreeSet;

const FOLDER: &str = "public/models/";
const MAPS: &str = "public/results/maps/";

/// Folders and index.json name the same models, and each folder has its two files.
pub(super) fn models_complete(tree: &Tree) -> Vec<String> {
    let mut wrong = Vec::new();
    let all = tree.files.iter().map(|(path, _)| path).chain(&tree.binary);
    let folders: BTreeSet<&str> = all
        .filter_map(|path| path.strip_prefix(FOLDER)?.split_once('/'))
        .map(|(folder, _)| folder)
        .collect();
    let index = tree.text("public/models/index.json");
    let index: Option<Vec<String>> = index.and_then(|text| serde_json::from_str(text).ok());
    let Some(index) = index else {
        if !folders.is_empty() {
            wrong.push("public/models/index.json is not a list of model ids".to_owned());
        }
        return wrong;
    };
    for id in &folders {
        for file in ["model.onnx", "card.json"] {
            if !tree.holds(&format!("{FOLDER}{id}/{file}")) {
                wrong.push(format!("{FOLDER}{id} has no {file}"));
            }
        }
        if !index.iter().any(|found| found == id) {
            wrong.push(format!("public/models/index.json does not name {id}"));
        }
        let card: Option<Value> = tree
            .text(&format!("{FOLDER}{id}/card.json"))
            .and_then(|text| serde_json::from_str(text).ok());
        if card.is_some_and(|card| card["id"] != *id) {
            wrong.push(format!("{FOLDER}{id}/card.json has another id"));
        }
    }
    let missing = index.iter().filter(|id| !folders.contains(id.as_str()));
    wrong.extend(
        missing.map(|id| format!("public/models/index.json names {id}, which is not there")),
    );
    wrong
}

/// The digest in every published map is that of its model's card.
pub(super) fn maps_current(tree: &Tree) -> Vec<String> {
    let json = |path: &str| -> Option<Value> { serde_json::from_str(tree.text(path)?).ok() };
    let maps = tree.files.iter().map(|(path, _)| path.as_str());
    let stale = maps.filter(|path| path.starts_with(MAPS)).filter(|path| {
        let is_current = || {
            let map = json(path)?;
            let card = json(&format!("{FOLDER}{}/card.json", map["model"].as_str()?))?;
            Some(map["sha256"].is_string() && map["sha256"] == card["sha256"])
        };
        is_current() != Some(true)
    });
    stale
        .map(|path| format!("{path} is not of a shipped model: run cargo xtask maps"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(files: &[(&str, &str)], expected: &[&str]) {
        assert_eq!(models_complete(&Tree::of(files)), expected);
    }

    #[test]
    fn maps_are_of_shipped_models() {
        let card = (
            "public/models/a/card.json",
            r#"{"id": "a", "sha256": "01"}"#,
        );
        let map = |text| ("public/results/maps/a-m7.json", text);
        let said = "public/results/maps/a-m7.json is not of a shipped model: run cargo xtask maps";
        let check = |files: &[(&str, &str)], expected: &[&str]| {
            assert_eq!(maps_current(&Tree::of(files)), expected);
        };
        check(&[card, map(r#"{"model": "a", "sha256": "01"}"#)], &[]);
        check(&[card, map(r#"{"model": "a", "sha256": "02"}"#)], &[said]);
        check(&[card, map(r#"{"model": "b", "sha256": "01"}"#)], &[said]);
        check(&[card, map("")], &[said]);
    }

    #[test]
    fn models_and_index_agree() {
        let card = ("public/models/a/card.json", r#"{"id": "a"}"#);
        let model = ("public/models/a/model.onnx", "");
        check(&[], &[]);
        check(
            &[("public/models/index.json", r#"["a"]"#), card, model],
            &[],
        );
        check(
            &[("public/models/index.json", "[]"), card, model],
            &["public/models/index.json does not name a"],
        );
        check(
            &[("public/models/index.json", r#"["a"]"#), card],
            &["public/models/a has no model.onnx"],
        );
        check(
            &[("public/models/index.json", r#"["b"]"#)],
            &["public/models/index.json names b, which is not there"],
        );
        check(
            &[card, model],
            &["public/models/index.json is not a list of model ids"],
        );
    }
}
