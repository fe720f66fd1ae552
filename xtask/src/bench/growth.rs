//! How time grows, as tables: with problems, with how many are handed over at once, with workers, with parameters.

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::Value;

/// What the page measured.
#[derive(Deserialize)]
struct Growth {
    problems: Vec<OfCount>,
    batch: Vec<OfBatch>,
    workers: Vec<OfWorkers>,
    parameters: Vec<OfSize>,
    peak_gflops: f64,
}

#[derive(Deserialize)]
struct OfCount {
    model: String,
    count: f64,
    ms: f64,
}

#[derive(Deserialize)]
struct OfBatch {
    size: u64,
    n_texts: f64,
    ms: f64,
}

#[derive(Deserialize)]
struct OfWorkers {
    count: u64,
    ms: f64,
}

#[derive(Deserialize)]
struct OfSize {
    model: String,
    parameters: f64,
    /// In products of matrices and attention, while texts are read.
    flop_per_token: f64,
    ours: Times,
    theirs: Times,
}

/// Microseconds a token.
#[derive(Deserialize)]
struct Times {
    read_us: f64,
    decode_us: f64,
    single_us: f64,
}

impl Times {
    fn all(&self) -> [f64; 3] {
        [self.read_us, self.decode_us, self.single_us]
    }
}

/// The tables of what was found under `growth`.
pub(super) fn render(found: &Value) -> Result<String> {
    let growth = Growth::deserialize(&found["growth"]).context("the growth of time")?;
    Ok([
        problems(&growth.problems),
        batch(&growth.batch),
        workers(&growth.workers),
        parameters(&growth.parameters, growth.peak_gflops),
    ]
    .join("\n\n"))
}

/// The slope of a straight line through the logarithms: time grows with this power.
fn slope(points: &[(f64, f64)]) -> f64 {
    let n = points.len() as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / n;
    let (x_mean, y_mean) = (mean(|(x, _)| x.ln()), mean(|(_, y)| y.ln()));
    let products = points
        .iter()
        .map(|(x, y)| (x.ln() - x_mean) * (y.ln() - y_mean));
    let squares = points.iter().map(|(x, _)| (x.ln() - x_mean).powi(2));
    products.sum::<f64>() / squares.sum::<f64>()
}

/// A table: its title, its head, its rows.
fn table(title: &str, head: &[&str], rows: impl Iterator<Item = String>) -> String {
    let head = format!("| {} |", head.join(" | "));
    let rule = "|---".repeat(head.matches(" | ").count() + 1) + "|";
    let mut lines = vec![title.to_owned(), String::new(), head, rule];
    lines.extend(rows);
    lines.join("\n")
}

fn problems(all: &[OfCount]) -> String {
    let rows = all.iter().map(|of| {
        let each = of.ms * 1e3 / of.count;
        let seconds = of.ms / 1e3;
        format!("| {} | {} | {seconds:.3} | {each:.0} |", of.model, of.count)
    });
    let table = table(
        "**How time grows with the number of problems** (one worker)",
        &["model", "problems", "s", "µs a problem"],
        rows,
    );
    let mut models: Vec<&str> = all.iter().map(|of| of.model.as_str()).collect();
    models.dedup();
    let slopes = models.iter().map(|model| {
        let points = all.iter().filter(|of| of.model == *model);
        let points: Vec<(f64, f64)> = points.map(|of| (of.count, of.ms)).collect();
        format!(
            "{model}: time grows with the power {:.2} of the number",
            slope(&points)
        )
    });
    format!("{table}\n\n{}.", slopes.collect::<Vec<_>>().join("; "))
}

fn batch(all: &[OfBatch]) -> String {
    let rows = all
        .iter()
        .map(|of| format!("| {} | {:.0} |", of.size, of.ms * 1e3 / of.n_texts));
    table(
        "**How many are handed over at once** (chains of small, one request after another)",
        &["texts in a request", "µs a text"],
        rows,
    )
}

fn workers(all: &[OfWorkers]) -> String {
    let one = all.first().map_or(f64::NAN, |of| of.ms);
    let rows = all
        .iter()
        .map(|of| format!("| {} | {:.0} | {:.2} |", of.count, of.ms, one / of.ms));
    table(
        "**Workers** (the same chains, shared out in tiles)",
        &["workers", "ms", "times as fast as one"],
        rows,
    )
}

fn parameters(all: &[OfSize], peak_gflops: f64) -> String {
    let rows = all.iter().map(|of| {
        let cells = of.ours.all().into_iter().zip(of.theirs.all());
        let cells = cells.map(|(ours, theirs)| format!(" {ours:.1} ({:.2} ×) |", theirs / ours));
        let cells: String = cells.collect();
        let share = of.flop_per_token / (of.ours.read_us * 1e3) / peak_gflops * 100.0;
        format!("| {} | {} | {share:.0} % |{cells}", of.model, of.parameters)
    });
    let table = table(
        "**Parameters** (µs a token, and in brackets how many times as fast as onnxruntime-web; `random-LxHxC`: L layers, H heads, width C, never \
         trained)",
        &[
            "model",
            "parameters",
            "share of the browser's peak while given texts are read",
            "given texts read, many at once",
            "written, many at once",
            "written, one text",
        ],
        rows,
    );
    let names = ["read", "written, many at once", "written, one text"];
    let slopes = names.iter().enumerate().map(|(idx, name)| {
        let points = all.iter().map(|of| (of.parameters, of.ours.all()[idx]));
        format!("{name} {:.2}", slope(&points.collect::<Vec<_>>()))
    });
    let slopes: Vec<String> = slopes.collect();
    format!(
        "{table}\n\nTime grows with these powers of the number of parameters: {}.",
        slopes.join("; ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_power_is_found_again() {
        let points = [1.0, 10.0, 1000.0].map(|x: f64| (x, 3.0 * x.powf(0.75)));
        assert!((slope(&points) - 0.75).abs() < 1e-12);
    }

    #[test]
    fn every_measurement_has_its_row() {
        let times =
            |us: f64| json!({ "read_us": us, "decode_us": 2.0 * us, "single_us": 3.0 * us });
        let size = |n: f64| json!({ "model": "m", "parameters": n, "flop_per_token": 2.5e4 * n, "ours": times(n / 10.0), "theirs": times(n) });
        let found = json!({ "growth": {
            "problems": [{ "model": "m", "count": 100, "ms": 5 }, { "model": "m", "count": 1000, "ms": 50 }],
            "batch": [{ "size": 8, "n_texts": 512, "ms": 64 }],
            "workers": [{ "count": 1, "ms": 90 }, { "count": 2, "ms": 60 }],
            "parameters": [size(100.0), size(1000.0)],
            "peak_gflops": 500.0,
        }});
        let text = render(&found).unwrap();
        for line in [
            "| m | 100 | 0.005 | 50 |",
            "m: time grows with the power 1.00 of the number.",
            "| texts in a request | µs a text |",
            "|---|---|",
            "| 8 | 125 |",
            "| 2 | 60 | 1.50 |",
            "| m | 100 | 50 % | 10.0 (10.00 ×) | 20.0 (10.00 ×) | 30.0 (10.00 ×) |",
            "Time grows with these powers of the number of parameters: read 1.00; written, many at once 1.00; written, one text 1.00.",
        ] {
            assert!(text.lines().any(|found| found == line), "{line}\n{text}");
        }
        assert!(render(&json!({})).is_err());
    }
}
