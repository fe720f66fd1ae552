//! The curves of every run of reinforcement learning, failures included, as small drawings for the methods page.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

/// The size of a drawing, in its own units.
const WIDTH: f64 = 320.0;
const HEIGHT: f64 = 140.0;
const MARGIN: f64 = 10.0;

/// A file of runs; fields that are not drawn are left out.
#[derive(Deserialize)]
struct Runs {
    runs: Vec<Run>,
}

#[derive(Deserialize)]
struct Run {
    arm: Option<String>,
    hides_in: Option<String>,
    paraphraser: Option<String>,
    every: Option<u64>,
    n_updates: Option<u64>,
    updates: Vec<f64>,
    greedy_accuracy: Vec<Option<f64>>,
}

impl Run {
    /// What runs of one kind are called.
    fn name(&self) -> String {
        if let Some(arm) = &self.arm {
            return arm.replace('_', " ");
        }
        let channel = self.hides_in.as_deref().unwrap_or("nothing");
        let (every, n_updates) = (self.every.unwrap_or(1), self.n_updates.unwrap_or(0));
        match &self.paraphraser {
            None => format!("may hide in {channel}, {n_updates} updates"),
            Some(by) => format!(
                "may hide in {channel}, paraphrased ({by}) every {every}, {n_updates} updates"
            ),
        }
    }
}

/// A section of HTML: a drawing for each kind of run, a line for each seed. Right answers to training problems, greedily, against updates.
pub fn section(results: &Path) -> Result<String> {
    let mut kinds: BTreeMap<String, Vec<Run>> = BTreeMap::new();
    for name in ["rl-runs.json", "paraphrase.json"] {
        let text = fs::read_to_string(results.join(name)).with_context(|| name.to_owned())?;
        let file: Runs = serde_json::from_str(&text).with_context(|| name.to_owned())?;
        for run in file.runs {
            kinds.entry(run.name()).or_default().push(run);
        }
    }
    let figures: String = kinds
        .iter()
        .map(|(name, runs)| figure(name, runs))
        .collect();
    Ok(format!(
        "<h2>Curves of every run of reinforcement learning</h2>\n<p>Right answers to a fixed part of the training problems, greedily, against updates; from nought to all. A line is a \
         seed. Runs that did not learn are here, too. <a href=\"results/rl-runs.json\">rl-runs.json</a>, <a href=\"results/paraphrase.json\">paraphrase.json</a></p>\n{figures}"
    ))
}

fn figure(name: &str, runs: &[Run]) -> String {
    let lines: String = runs.iter().map(line).collect();
    let n_seeds = runs.len();
    format!(
        "<figure><figcaption>{name}: {n_seeds} seeds</figcaption>\n<svg class=\"training-curve\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"{name}, {n_seeds} seeds\" \
         width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"none\" stroke=\"currentColor\"><path d=\"M{MARGIN} {MARGIN}V{}H{}\" opacity=\"0.4\"/>{lines}</svg></figure>\n",
        HEIGHT - MARGIN,
        WIDTH - MARGIN
    )
}

/// One seed; nothing where fewer than two numbers were measured.
fn line(run: &Run) -> String {
    let last = run.updates.iter().copied().fold(1.0, f64::max);
    let place = |(update, accuracy): (&f64, &Option<f64>)| {
        let x = MARGIN + update / last * (WIDTH - 2.0 * MARGIN);
        let y = HEIGHT - MARGIN - (*accuracy)? * (HEIGHT - 2.0 * MARGIN);
        Some(format!("{x:.1} {y:.1}"))
    };
    let places: Vec<String> = run
        .updates
        .iter()
        .zip(&run.greedy_accuracy)
        .filter_map(place)
        .collect();
    match places.len() {
        0 | 1 => String::new(),
        _ => format!("<path d=\"M{}\"/>", places.join("L")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paths;

    #[test]
    fn a_run_is_a_line_through_what_was_measured() {
        let run = |text: &str| serde_json::from_str::<Run>(text).unwrap();
        let found = run(
            r#"{"arm": "chain_rl", "updates": [0, 5, 10], "greedy_accuracy": [0.5, null, 1.0]}"#,
        );
        assert_eq!(found.name(), "chain rl");
        assert_eq!(line(&found), "<path d=\"M10.0 70.0L310.0 10.0\"/>");
        let hider = run(
            r#"{"hides_in": "words", "paraphraser": "words", "every": 5, "n_updates": 200, "updates": [0], "greedy_accuracy": [0.5]}"#,
        );
        assert_eq!(
            hider.name(),
            "may hide in words, paraphrased (words) every 5, 200 updates"
        );
        assert_eq!(line(&hider), "");
    }

    #[test]
    fn every_published_run_is_drawn() {
        let section = section(&paths::results()).unwrap();
        assert!(section.matches("<figure>").count() > 10);
        assert!(
            section.matches("<path d=\"M10.0").count() > 60,
            "{}",
            section.len()
        );
    }
}
