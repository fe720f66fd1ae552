//! The table in docs/performance.md: everything between two marks is written by the bench, the rest by people.

use anyhow::{Context, Result};
use serde_json::Value;

use super::measures::{Measured, NOT_MEASURED, Ratio, Target};
use super::statistics::Quartiles;

const BEGIN: &str = "<!-- written by cargo xtask bench -->\n";
const END: &str = "<!-- to here -->";

/// The table, with what both engines were compared on above it.
pub(super) fn render(measured: &[Measured], found: &Value) -> String {
    let text = |value: &Value| match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let difference = found["equality"]["largest_difference"].as_f64();
    let mut lines = vec![
        format!(
            "{}, {} cores, load {} at the start; onnxruntime-web {}; rounds: {}. Before timing: every token of every workload is the same; at {} places of \
             completions the probabilities differ by at most {:.1e}. Median, and in brackets the quartiles.",
            text(&found["browser"]),
            found["cores"],
            text(&found["load"]),
            text(&found["onnxruntime_web"]),
            found["rounds"],
            found["equality"]["n_places"],
            difference.unwrap_or(f64::NAN),
        ),
        String::new(),
        "| | unit | this engine | onnxruntime-web | ratio | target | |".to_owned(),
        "|---|---|---|---|---|---|---|".to_owned(),
    ];
    lines.extend(measured.iter().map(row));
    lines.push(String::new());
    lines.extend(
        NOT_MEASURED
            .iter()
            .map(|(name, why)| format!("- `{name}` is not measured: {why}.")),
    );
    lines.join("\n")
}

fn row(of: &Measured) -> String {
    let measure = of.measure;
    let relation = match measure.ratio {
        Ratio::TimesFaster => "× as fast",
        Ratio::ShareOf => "× as much",
    };
    let (target, verdict) = verdict(of);
    format!(
        "| `{}`: {} | {} | {} | {} | {} {relation} | {target} | {verdict} |",
        measure.name,
        measure.what,
        measure.unit,
        with_spread(&of.ours, of.ours.median, measure.decimals),
        with_spread(&of.theirs, of.theirs.median, measure.decimals),
        with_spread(&of.ratios, of.ratio, 2),
    )
}

/// A number with the quartiles around it, where there is more than one run.
pub(super) fn with_spread(quartiles: &Quartiles, middle: f64, decimals: usize) -> String {
    let Quartiles { lower, upper, .. } = quartiles;
    if lower == upper {
        return format!("{middle:.decimals$}");
    }
    format!("{middle:.decimals$} ({lower:.decimals$} to {upper:.decimals$})")
}

/// The target in words, and whether it is reached or by how much it is missed.
fn verdict(of: &Measured) -> (String, String) {
    let reached = |is_reached: bool, missed: String| {
        if is_reached {
            "reached".to_owned()
        } else {
            missed
        }
    };
    match of.measure.target {
        Target::None => ("none".to_owned(), String::new()),
        Target::RatioAtLeast(least) => (
            format!("at least {least:.2}"),
            reached(
                of.ratio >= least,
                format!("missed: {:.0} % of it", of.ratio / least * 100.0),
            ),
        ),
        Target::RatioAtMost(most) => (
            format!("at most {most:.2}"),
            reached(of.ratio <= most, over(of.ratio, most)),
        ),
        Target::ValueAtMost(most) => (
            format!("at most {most:.0} {}", of.measure.unit),
            reached(of.ours.median <= most, over(of.ours.median, most)),
        ),
    }
}

fn over(found: f64, most: f64) -> String {
    format!("missed: {:.0} % over", (found / most - 1.0) * 100.0)
}

/// The page with `table` between the marks in place of what stood there.
pub(super) fn insert(page: &str, table: &str) -> Result<String> {
    let parts = page.split_once(BEGIN).and_then(|(before, rest)| {
        let (_, after) = rest.split_once(END)?;
        Some((before, after))
    });
    let (before, after) = parts.with_context(|| {
        format!(
            "docs/performance.md has no `{}` with `{END}` after it",
            BEGIN.trim()
        )
    })?;
    Ok(format!("{before}{BEGIN}\n{table}\n\n{END}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::measures::{read, tests::found};

    #[track_caller]
    fn check(idx: usize, expected: &str) {
        assert_eq!(row(&read(&found()).unwrap()[idx]), expected);
    }

    #[test]
    fn rows() {
        check(
            1,
            "| `kv_decode_batch`: chains of held-out products by small, many at once, keys and values kept | µs a token \
             | 105.0 (102.5 to 107.5) | 480.0 (390.0 to 570.0) | 4.57 (3.75 to 5.25) × as fast | at least 6.00 \
             | missed: 76 % of it |",
        );
        check(
            2,
            "| `single_token`: one chain of small after another, token by token, computing alone | µs a token \
             | 105.0 (102.5 to 107.5) | 480.0 (390.0 to 570.0) | 4.57 (3.75 to 5.25) × as fast | at most 60 µs a token \
             | missed: 75 % over |",
        );
        check(
            5,
            "| `engine_bytes`: the engine's files under brotli | KB | 1500 | 3000 | 0.50 × as much | at most 0.60 | reached |",
        );
    }

    #[test]
    fn the_head_says_what_was_compared() {
        let found = found();
        let table = render(&read(&found).unwrap(), &found);
        let first = "Chromium 1, 2 cores, load 0.5 at the start; onnxruntime-web 1.30.0; rounds: 2. Before timing: every token of every workload is \
                     the same; at 40 places of completions the probabilities differ by at most 2.0e-6. Median, and in brackets \
                     the quartiles.";
        assert_eq!(table.lines().next(), Some(first));
        assert_eq!(table.lines().count(), 4 + 6 + 1 + 2);
    }

    #[test]
    fn only_the_table_is_replaced() {
        let page = format!("above\n{BEGIN}old\n{END}\nbelow\n");
        let expected = format!("above\n{BEGIN}\nnew\n\n{END}\nbelow\n");
        let once = insert(&page, "new").unwrap();
        assert_eq!(once, expected);
        assert_eq!(insert(&once, "new").unwrap(), expected);
        assert_eq!(
            insert("above\n", "new").unwrap_err().to_string(),
            "docs/performance.md has no `<!-- written by cargo xtask bench -->` with `<!-- to here -->` after it"
        );
    }
}
