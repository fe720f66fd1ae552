//! Every crate that one of ours names, and every tool, has a row in the table of dependencies, with who names it and a reason.

use std::collections::BTreeMap;

use super::Tree;
use crate::dependencies::{self, PATH, Row, Table};

/// Rows that are missing, that nothing names any more, or that are not as the manifests have it.
pub(super) fn dependencies_told(tree: &Tree) -> Vec<String> {
    let Some(text) = tree.text(PATH) else {
        return vec![format!("{PATH} is not there")];
    };
    let table = Table::parse(text);
    let mut wrong = differences(&table.crates, &dependencies::named(tree), "named by");
    match dependencies::tools(tree.text("Cargo.lock").unwrap_or_default(), tree) {
        Ok(tools) => wrong.extend(differences(&table.tools, &tools, "of version")),
        Err(error) => wrong.push(format!("{error:#}")),
    }
    wrong
}

/// `expected` has for each name what the column behind it says; `column` is what that is.
fn differences(
    rows: &BTreeMap<String, Row>,
    expected: &BTreeMap<String, String>,
    column: &str,
) -> Vec<String> {
    let mut wrong = Vec::new();
    for (name, said) in expected {
        match rows.get(name) {
            None => wrong.push(format!("{PATH} has no row for {name}")),
            Some(row) if row.named_by != *said => {
                wrong.push(format!("{PATH}: {name} is {column} {said}"))
            }
            Some(row) if row.why.is_empty() => {
                wrong.push(format!("{PATH} gives no reason for {name}"))
            }
            Some(_) => {}
        }
    }
    let gone = rows.keys().filter(|name| !expected.contains_key(*name));
    wrong.extend(gone.map(|name| format!("{PATH} has a row for {name}, which nothing names")));
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, named_by: &str, why: &str, wrong: &[&str]) {
        let row = Row {
            named_by: named_by.to_owned(),
            why: why.to_owned(),
            costs: Vec::new(),
        };
        let rows = [(name.to_owned(), row)].into();
        let expected = [("a".to_owned(), "core".to_owned())].into();
        assert_eq!(differences(&rows, &expected, "named by"), wrong);
    }

    #[test]
    fn every_dependency_has_its_row() {
        check("a", "core", "It adds.", &[]);
        check(
            "a",
            "core",
            "",
            &["docs/dependencies.md gives no reason for a"],
        );
        check(
            "a",
            "page",
            "It adds.",
            &["docs/dependencies.md: a is named by core"],
        );
        let other = [
            "docs/dependencies.md has no row for a",
            "docs/dependencies.md has a row for b, which nothing names",
        ];
        check("b", "core", "It adds.", &other);
        let table_missing = ["docs/dependencies.md is not there"];
        assert_eq!(dependencies_told(&Tree::of(&[])), table_missing);
    }
}
