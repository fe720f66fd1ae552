//! The table of dependencies as Markdown: read, so that reasons are kept, and written.

use std::collections::BTreeMap;

/// A line of the table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// Which of our parts name the crate; for a tool, its version.
    pub named_by: String,
    /// Why it is there; empty where nobody has said so yet.
    pub why: String,
    /// What it costs in each program, as `own / with what it brings` in bytes; empty where it is in neither. Tools have none.
    pub costs: Vec<String>,
}

/// The rows by name: of crates, and of tools.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    pub crates: BTreeMap<String, Row>,
    pub tools: BTreeMap<String, Row>,
    /// What is said of the programs as a whole: a line of Markdown for each.
    pub programs: Vec<String>,
}

const HEAD: &str = "\
# Dependencies

Every crate that one of ours names, and every tool, with why it is there. `cargo xtask dependencies` writes this file and keeps the reasons, which are
the only part that is written by hand.

A cost is in bytes of the program's code as the compiler leaves it, before wasm-bindgen and wasm-opt take a part away: of the crate itself, and together
with all that it brings. A function counts for the crate that its name has first, the standard library aside, so code that was put inside of another function counts for
that one; what two crates bring counts for both.
";
const CRATES: &str =
    "## Crates\n\n| crate | named by | why | page | worker |\n|---|---|---|--:|--:|\n";
const TOOLS: &str =
    "## Tools\n\nNone of them is in the page.\n\n| tool | version | why |\n|---|---|---|\n";

impl Table {
    /// Reads what [`Table::render`] wrote.
    pub fn parse(text: &str) -> Table {
        let mut table = Table::default();
        let mut rows = &mut table.crates;
        for line in text.lines() {
            if line.starts_with("## Tools") {
                rows = &mut table.tools;
            }
            if let Some(program) = line.strip_prefix("- ") {
                table.programs.push(program.to_owned());
            }
            let Some(cells) = line
                .strip_prefix("| `")
                .and_then(|line| line.strip_suffix(" |"))
            else {
                continue;
            };
            let mut cells = cells.split(" | ").map(|cell| cell.trim().to_owned());
            let mut next = || cells.next().unwrap_or_default();
            let name = next().trim_end_matches('`').to_owned();
            let (named_by, why) = (next(), next());
            rows.insert(
                name,
                Row {
                    named_by,
                    why,
                    costs: cells.collect(),
                },
            );
        }
        table
    }

    pub fn render(&self) -> String {
        let rows = |rows: &BTreeMap<String, Row>| -> String {
            let line = |(name, row): (&String, &Row)| {
                let costs = row.costs.iter().map(|cost| format!(" | {cost}"));
                format!(
                    "| `{name}` | {} | {}{} |\n",
                    row.named_by,
                    row.why,
                    costs.collect::<String>()
                )
            };
            rows.iter().map(line).collect()
        };
        let programs: String = self
            .programs
            .iter()
            .map(|line| format!("- {line}\n"))
            .collect();
        let (crates, tools) = (rows(&self.crates), rows(&self.tools));
        format!("{HEAD}\n{programs}\n{CRATES}{crates}\n{TOOLS}{tools}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let row = |named_by: &str, why: &str, costs: &[&str]| Row {
            named_by: named_by.to_owned(),
            why: why.to_owned(),
            costs: costs.iter().map(|cost| (*cost).to_owned()).collect(),
        };
        let table = Table {
            crates: [
                (
                    "a".to_owned(),
                    row(
                        "core, page",
                        "It adds, and `b` does not.",
                        &["1,000 / 2,000", ""],
                    ),
                ),
                ("b".to_owned(), row("xtask", "", &["", ""])),
            ]
            .into(),
            tools: [("t".to_owned(), row("1.0", "It builds.", &[]))].into(),
            programs: vec!["page: 3 bytes".to_owned()],
        };
        let text = table.render();
        assert!(text.contains("\n- page: 3 bytes\n"), "{text}");
        assert!(
            text.contains(
                "\n| `a` | core, page | It adds, and `b` does not. | 1,000 / 2,000 |  |\n"
            ),
            "{text}"
        );
        assert!(
            text.ends_with("|---|---|---|\n| `t` | 1.0 | It builds. |\n"),
            "{text}"
        );
        assert_eq!(Table::parse(&text), table);
    }
}
