//! docs/performance.md: what stands between two marks is written by a command, the rest by people. Each pair of marks has one
//! writer.

use anyhow::{Context, Result};
use std::fs;

use crate::paths;

/// What stands before and after a part of the page that a command writes.
pub(crate) struct Marks {
    pub(crate) begin: &'static str,
    pub(crate) end: &'static str,
}

/// Writes each text between its marks.
pub(crate) fn write(parts: &[(&Marks, &str)]) -> Result<()> {
    let path = paths::root().join("docs/performance.md");
    let mut page = fs::read_to_string(&path).context("docs/performance.md")?;
    for (marks, text) in parts {
        page = insert(&page, marks, text)?;
    }
    Ok(fs::write(&path, page)?)
}

/// The page with `text` between the marks in place of what stood there.
fn insert(page: &str, marks: &Marks, text: &str) -> Result<String> {
    let Marks { begin, end } = marks;
    let parts = page.split_once(begin).and_then(|(before, rest)| {
        let (_, after) = rest.split_once(end)?;
        Some((before, after))
    });
    let (before, after) = parts.with_context(|| {
        format!(
            "docs/performance.md has no `{}` with `{end}` after it",
            begin.trim()
        )
    })?;
    Ok(format!("{before}{begin}\n{text}\n\n{end}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARKS: Marks = Marks {
        begin: "<!-- written by a command -->\n",
        end: "<!-- to here -->",
    };

    #[test]
    fn only_what_is_between_the_marks_is_replaced() {
        let Marks { begin, end } = MARKS;
        let page = format!("above\n{begin}old\n{end}\nbelow\n");
        let expected = format!("above\n{begin}\nnew\n\n{end}\nbelow\n");
        let once = insert(&page, &MARKS, "new").unwrap();
        assert_eq!(once, expected);
        assert_eq!(insert(&once, &MARKS, "new").unwrap(), expected);
        assert_eq!(
            insert("above\n", &MARKS, "new").unwrap_err().to_string(),
            "docs/performance.md has no `<!-- written by a command -->` with `<!-- to here -->` after it"
        );
    }
}
