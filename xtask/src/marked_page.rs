//! Pages of `docs/` of which a command writes a part: what stands between two marks is written by a command, the rest by people. Each
//! pair of marks has one writer.

use anyhow::{Context, Result};
use std::fs;

use crate::paths;

/// What stands before and after a part of a page that a command writes.
pub(crate) struct Marks {
    pub(crate) begin: &'static str,
    pub(crate) end: &'static str,
}

/// Writes each text between its marks. `page`: its path in the repository.
pub(crate) fn write(page: &str, parts: &[(&Marks, &str)]) -> Result<()> {
    let path = paths::root().join(page);
    let mut text = fs::read_to_string(&path).with_context(|| page.to_owned())?;
    for (marks, part) in parts {
        text = insert(page, &text, marks, part)?;
    }
    Ok(fs::write(&path, text)?)
}

/// The page with `part` between the marks in place of what stood there.
fn insert(page: &str, text: &str, marks: &Marks, part: &str) -> Result<String> {
    let Marks { begin, end } = marks;
    let parts = text.split_once(begin).and_then(|(before, rest)| {
        let (_, after) = rest.split_once(end)?;
        Some((before, after))
    });
    let (before, after) =
        parts.with_context(|| format!("{page} has no `{}` with `{end}` after it", begin.trim()))?;
    Ok(format!("{before}{begin}\n{part}\n\n{end}{after}"))
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
        let insert = |text: &str| insert("docs/a.md", text, &MARKS, "new");
        let page = format!("above\n{begin}old\n{end}\nbelow\n");
        let expected = format!("above\n{begin}\nnew\n\n{end}\nbelow\n");
        let once = insert(&page).unwrap();
        assert_eq!(once, expected);
        assert_eq!(insert(&once).unwrap(), expected);
        assert_eq!(
            insert("above\n").unwrap_err().to_string(),
            "docs/a.md has no `<!-- written by a command -->` with `<!-- to here -->` after it"
        );
    }
}
