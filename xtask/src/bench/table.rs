//! The tables of the bench in docs/performance.md.

use serde_json::Value;

use super::measures::{Measured, PEAK_SHARE_TARGET, PeakShare, Ratio, Target};
use super::statistics::Quartiles;
use crate::performance_page::Marks;

pub(super) const COMPARISON: Marks = Marks {
    begin: "<!-- written by cargo xtask bench -->\n",
    end: "<!-- to here -->",
};
pub(super) const GROWTH: Marks = Marks {
    begin: "<!-- growth, written by cargo xtask bench -->\n",
    end: "<!-- end of growth -->",
};

/// The table, with what both engines were compared on above it.
pub(super) fn render(measured: &[Measured], peak: &PeakShare, found: &Value) -> String {
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
    lines.push(peak_share(peak));
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

/// What the engine does of what the browser can do, and whether that is enough.
fn peak_share(peak: &PeakShare) -> String {
    let (share, target) = (peak.share(), PEAK_SHARE_TARGET);
    let verdict = if share >= target {
        "reached".to_owned()
    } else {
        format!("missed: {:.0} % of it", share / target * 100.0)
    };
    format!(
        "`peak_share`: while it reads the given chains, this engine multiplies and adds {:.1} × 10⁹ times a second in products of matrices and \
         attention; where nothing is in the way, this browser {:.1} × 10⁹ times. That is {:.0} % of it; at least {:.0} % is the target: {verdict}.",
        peak.gflops,
        peak.peak_gflops,
        share * 100.0,
        target * 100.0,
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
            2,
            "| `kv_decode_batch`: chains of held-out products by small, many at once, keys and values kept | µs a token \
             | 105.00 (102.50 to 107.50) | 480.00 (390.00 to 570.00) | 4.57 (3.75 to 5.25) × as fast | at least 6.00 \
             | missed: 76 % of it |",
        );
        check(
            3,
            "| `single_token`: one chain of small after another, token by token, computing alone | µs a token \
             | 105.0 (102.5 to 107.5) | 480.0 (390.0 to 570.0) | 4.57 (3.75 to 5.25) × as fast | at most 60 µs a token \
             | missed: 75 % over |",
        );
        check(
            8,
            "| `engine_bytes`: the engine's files under brotli | KB | 1500 | 3000 | 0.50 × as much | at most 0.60 | reached |",
        );
    }

    #[test]
    fn the_head_says_what_was_compared() {
        let found = found();
        let peak = PeakShare::read(&found).unwrap();
        let table = render(&read(&found).unwrap(), &peak, &found);
        let first = "Chromium 1, 2 cores, load 0.5 at the start; onnxruntime-web 1.30.0; rounds: 2. Before timing: every token of every workload is \
                     the same; at 40 places of completions the probabilities differ by at most 2.0e-6. Median, and in brackets \
                     the quartiles.";
        assert_eq!(table.lines().next(), Some(first));
        assert_eq!(table.lines().count(), 4 + 9 + 1 + 1);
        let last = "`peak_share`: while it reads the given chains, this engine multiplies and adds 40.0 × 10⁹ times a second in products of matrices \
                    and attention; where nothing is in the way, this browser 80.0 × 10⁹ times. That is 50 % of it; at least 50 % is the target: reached.";
        assert_eq!(table.lines().last(), Some(last));
    }
}
