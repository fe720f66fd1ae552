//! What `cargo xtask evaluate` puts together from the other results: the plane of capability against oversight,
//! public/results/plane.json. Nothing is measured, so all of it is compared in a check.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use serde::Serialize;
use syw_core::card::ModelCard;
use syw_core::plane::{Plane, Sources, of_results};
use syw_core::results::{self, ResultsFile};

use crate::paths;

/// The file's length that keeps the page quick, in bytes.
const MOST_BYTES: usize = 100_000;

/// Writes the file, or compares it whole.
pub fn run(cards: &[ModelCard], is_check: bool) -> Result<()> {
    let plane = of_results(
        cards,
        Sources {
            evaluations: &read("evaluation.json")?,
            inside: &read("inside.json")?,
            hidden: &read("hidden.json")?,
            watchers: &read("watchers.json")?,
        },
    );
    let text = text_of(&plane)?;
    ensure!(
        text.len() <= MOST_BYTES,
        "plane.json would have {} bytes, more than {MOST_BYTES}",
        text.len()
    );
    if is_check {
        let written = fs::read_to_string(path("plane.json")).context("plane.json")?;
        ensure!(
            written == text,
            "plane.json is not what the other results come to: run cargo xtask evaluate"
        );
        eprintln!("plane.json: agrees");
        return Ok(());
    }
    fs::write(path("plane.json"), text).context("plane.json")
}

fn path(name: &str) -> PathBuf {
    paths::results().join(name)
}

fn read<T: ResultsFile>(name: &str) -> Result<T> {
    let text = fs::read_to_string(path(name)).context(name.to_owned())?;
    results::parse(&text).context(name.to_owned())
}

/// One line for each point and each link: a change of one model is then a change of one line.
fn text_of(plane: &Plane) -> Result<String> {
    Ok(format!(
        "{{\"version\":{},\"points\":[\n{}\n],\"links\":[\n{}\n]}}\n",
        plane.version,
        lines(&plane.points)?,
        lines(&plane.links)?
    ))
}

fn lines<T: Serialize>(entries: &[T]) -> Result<String> {
    let lines: Result<Vec<String>, _> = entries.iter().map(serde_json::to_string).collect();
    Ok(lines?.join(",\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_read_as_it_is_written() {
        let cards = crate::shipped::cards().unwrap();
        let plane: Plane = read("plane.json").unwrap();
        assert_eq!(
            serde_json::from_str::<Plane>(&text_of(&plane).unwrap()).unwrap(),
            plane
        );
        let answering = cards
            .iter()
            .filter(|card| card.job == syw_core::card::Job::Answer);
        for card in answering {
            let is_it = |point: &&syw_core::plane::Point| point.model == card.id;
            assert!(
                plane.points.iter().any(|point| is_it(&point)),
                "{}",
                card.id
            );
        }
    }
}
