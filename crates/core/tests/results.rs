//! Every published file of results says its version and is read, and none of another version is.

use std::collections::BTreeSet;
use std::path::Path;

use syw_core::debate::Debate;
use syw_core::evaluation::Evaluations;
use syw_core::frontier::Frontier;
use syw_core::hidden::{HiddenReport, ParaphraseRuns};
use syw_core::inside::Inside;
use syw_core::knowledge::KnowledgeReport;
use syw_core::latent::Latents;
use syw_core::map;
use syw_core::plane::Plane;
use syw_core::results::{ResultsError, ResultsFile, check_version, parse};
use syw_core::rl_runs::RlRuns;
use syw_core::watchers::WatchersReport;

type Read = fn(&str) -> Result<(), String>;

/// The files, each with what reads it.
const FILES: [(&str, Read); 13] = [
    ("claims.json", read::<Debate>),
    ("evaluation.json", read::<Evaluations>),
    ("frontier.json", read::<Frontier>),
    ("hidden.json", read::<HiddenReport>),
    ("inside.json", read::<Inside>),
    ("knowledge.json", read::<KnowledgeReport>),
    ("latent.json", read::<Latents>),
    // The study alone reads it, in Python.
    ("off_distribution.json", read_first_version),
    ("paraphrase.json", read::<ParaphraseRuns>),
    ("plane.json", read::<Plane>),
    ("rl-runs.json", read::<RlRuns>),
    // The page reads it, by a type of its own.
    ("rl-small-s0.json", read_first_version),
    ("watchers.json", read::<WatchersReport>),
];

fn read<T: ResultsFile>(text: &str) -> Result<(), String> {
    parse::<T>(text).map(|_| ()).map_err(said)
}

fn read_first_version(text: &str) -> Result<(), String> {
    check_version(text, 1).map_err(said)
}

fn said(error: ResultsError) -> String {
    error.to_string()
}

fn read_map(text: &str) -> Result<(), String> {
    map::parse(text)
        .map(|_| ())
        .map_err(|error| error.to_string())
}

#[track_caller]
fn check(path: &Path, read: Read) {
    let name = path.display();
    let text = std::fs::read_to_string(path).expect("a file of results");
    assert_eq!(read(&text), Ok(()), "{name}");
    let at = text.find("\"version\"").expect("a version");
    let rest = text[at..].find([',', '\n']).expect("more than a version");
    let (before, after) = (&text[..at], &text[at + rest..]);
    let newer = format!("{before}\"version\":9{after}");
    let refused = read(&newer).expect_err("a newer file");
    assert!(
        refused.starts_with("it is version 9 of its format; what is read is version "),
        "{name}: {refused}"
    );
    let without = format!("{before}\"other\":9{after}");
    let refused = read(&without).expect_err("a file without a version");
    assert!(
        refused.starts_with("it says no version of its format; what is read is version "),
        "{name}: {refused}"
    );
}

#[test]
fn every_file_is_of_the_version_that_is_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/results");
    let names = |folder: &Path| -> BTreeSet<String> {
        let entries = std::fs::read_dir(folder).expect("a folder");
        let files = entries
            .map(|entry| entry.expect("an entry"))
            .filter(|entry| entry.path().is_file());
        files
            .map(|file| file.file_name().to_string_lossy().into_owned())
            .collect()
    };
    assert_eq!(Vec::from_iter(names(&folder)), FILES.map(|(name, _)| name));
    for (name, read) in FILES {
        check(&folder.join(name), read);
    }
    let maps = folder.join("maps");
    for name in names(&maps) {
        check(&maps.join(name), read_map);
    }
}
