//! What Lighthouse found, and what of it must hold whatever else the machine does.

use anyhow::{Result, bail};
use serde::Deserialize;
use std::collections::BTreeMap;

/// All runs.
#[derive(Debug, Deserialize)]
pub(super) struct Audits {
    pub(super) runs: Vec<Run>,
}

/// One run.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Run {
    /// Lighthouse's version.
    pub(super) version: String,
    /// 0 to 100, by category.
    pub(super) scores: BTreeMap<String, u32>,
    /// What was found wrong, by category.
    pub(super) failed: BTreeMap<String, Vec<String>>,
    pub(super) metrics: Metrics,
    pub(super) requests: Vec<Request>,
    pub(super) console: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
pub(super) struct Metrics {
    pub(super) first_contentful_paint_ms: f64,
    pub(super) largest_contentful_paint_ms: f64,
    pub(super) total_blocking_time_ms: f64,
    pub(super) speed_index_ms: f64,
    pub(super) layout_shift: f64,
    pub(super) transferred_bytes: f64,
}

#[derive(Debug, Clone, Deserialize)]
pub(super) struct Request {
    pub(super) url: String,
    /// As the browser calls it: `Document`, `Stylesheet`, ...
    pub(super) kind: String,
    pub(super) bytes: u64,
}

/// Categories in which nothing may be wrong.
const PERFECT: [&str; 3] = ["accessibility", "best-practices", "seo"];
/// Of the score for performance, which depends on the machine.
pub(super) const PERFORMANCE_TARGET: u32 = 95;
const MOST_SHIFT: f64 = 0.02;
/// What is transferred before the page can be read, 1 KB being 1000 bytes.
pub(super) const MOST_FIRST_BYTES: u64 = 150_000;
/// Everything that index.html asks for by itself is waited for, but for the page's program.
const WAITED_FOR: [&str; 5] = ["Document", "Stylesheet", "Font", "Image", "Script"];
const PROGRAM: &str = "show-your-work-";

impl Audits {
    /// Fails with everything that is wrong in any run.
    pub(super) fn require(&self, address: &str) -> Result<()> {
        let mut wrong: Vec<String> = self
            .runs
            .iter()
            .flat_map(|run| run.wrong(address))
            .collect();
        wrong.sort();
        wrong.dedup();
        if self.runs.is_empty() {
            bail!("Lighthouse did not run");
        }
        if !wrong.is_empty() {
            bail!("Lighthouse:\n{}", wrong.join("\n"));
        }
        Ok(())
    }

    /// The median of what is read off each run.
    pub(super) fn median(&self, of: impl Fn(&Run) -> f64) -> f64 {
        let mut found: Vec<f64> = self.runs.iter().map(of).collect();
        found.sort_by(f64::total_cmp);
        found.get(found.len() / 2).copied().unwrap_or(f64::NAN)
    }
}

impl Run {
    /// The bytes that are transferred before the page can be read.
    pub(super) fn first_bytes(&self) -> u64 {
        let is_first = |request: &&Request| {
            WAITED_FOR.contains(&request.kind.as_str()) && !request.url.contains(PROGRAM)
        };
        self.requests
            .iter()
            .filter(is_first)
            .map(|request| request.bytes)
            .sum()
    }

    fn wrong(&self, address: &str) -> Vec<String> {
        let mut wrong = Vec::new();
        for category in PERFECT {
            let score = self.scores.get(category).copied().unwrap_or(0);
            if score < 100 {
                let failed = self.failed.get(category).cloned().unwrap_or_default();
                wrong.push(format!(
                    "{category} is {score}, not 100: {}",
                    failed.join(" | ")
                ));
            }
        }
        let shift = self.metrics.layout_shift;
        // A shift that was not measured is not a small one.
        if shift.is_nan() || shift > MOST_SHIFT {
            wrong.push(format!(
                "the page shifts by {shift:.3}, more than {MOST_SHIFT}"
            ));
        }
        let bytes = self.first_bytes();
        if bytes > MOST_FIRST_BYTES {
            wrong.push(format!(
                "{bytes} bytes before the page can be read, more than {MOST_FIRST_BYTES}"
            ));
        }
        let is_inside = |url: &str| {
            url.starts_with(address) || url.starts_with("data:") || url.starts_with("blob:")
        };
        let outside = self
            .requests
            .iter()
            .filter(|request| !is_inside(&request.url));
        wrong.extend(outside.map(|request| format!("asked another host: {}", request.url)));
        wrong.extend(
            self.console
                .iter()
                .map(|line| format!("error in the console: {line}")),
        );
        wrong
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use serde_json::{Value, json};

    const ADDRESS: &str = "http://127.0.0.1:9/";

    pub(in crate::lighthouse) fn run() -> Value {
        json!({
            "version": "12.8.2",
            "scores": {"performance": 97, "accessibility": 100, "best-practices": 100, "seo": 100},
            "failed": {"performance": ["speed-index: Speed Index; 3 s"], "accessibility": [], "best-practices": [], "seo": []},
            "metrics": {
                "first_contentful_paint_ms": 1000.0, "largest_contentful_paint_ms": 1200.0, "total_blocking_time_ms": 40.0,
                "speed_index_ms": 1100.0, "layout_shift": 0.01, "transferred_bytes": 900000.0
            },
            "requests": [
                {"url": "http://127.0.0.1:9/", "kind": "Document", "bytes": 60000},
                {"url": "http://127.0.0.1:9/style-1.css", "kind": "Stylesheet", "bytes": 10000},
                {"url": "http://127.0.0.1:9/startup-1.js", "kind": "Script", "bytes": 1000},
                {"url": "http://127.0.0.1:9/show-your-work-1.js", "kind": "Script", "bytes": 15000},
                {"url": "http://127.0.0.1:9/show-your-work-1_bg.wasm", "kind": "Other", "bytes": 700000},
                {"url": "blob:null/1", "kind": "Script", "bytes": 0}
            ],
            "console": []
        })
    }

    /// What is wrong once the value at a place is another one.
    #[track_caller]
    fn check(place: &str, value: Value, expected: &[&str]) {
        let mut found = run();
        *found.pointer_mut(place).unwrap() = value;
        let run: Run = serde_json::from_value(found).unwrap();
        assert_eq!(run.wrong(ADDRESS), expected);
    }

    #[test]
    fn what_must_hold() {
        check("/version", json!("12.8.2"), &[]);
        check("/scores/performance", json!(10), &[]);
        check(
            "/metrics/layout_shift",
            json!(0.021),
            &["the page shifts by 0.021, more than 0.02"],
        );
        check(
            "/requests/1/bytes",
            json!(90_000),
            &["151000 bytes before the page can be read, more than 150000"],
        );
        check(
            "/requests/4/url",
            json!("https://elsewhere.example/show-your-work-1.wasm"),
            &["asked another host: https://elsewhere.example/show-your-work-1.wasm"],
        );
        check(
            "/console",
            json!(["network: 404"]),
            &["error in the console: network: 404"],
        );
        check("/scores/seo", json!(92), &["seo is 92, not 100: "]);
        check(
            "/scores",
            json!({}),
            &[
                "accessibility is 0, not 100: ",
                "best-practices is 0, not 100: ",
                "seo is 0, not 100: ",
            ],
        );
    }

    #[test]
    fn the_program_is_not_waited_for() {
        let run: Run = serde_json::from_value(run()).unwrap();
        assert_eq!(run.first_bytes(), 71_000);
    }

    #[test]
    fn no_run_is_no_success() {
        let none = Audits { runs: Vec::new() };
        assert_eq!(
            none.require(ADDRESS).unwrap_err().to_string(),
            "Lighthouse did not run"
        );
    }
}
