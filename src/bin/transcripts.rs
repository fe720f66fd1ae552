//! Writes what every shipped model writes on the held-out problems of the home rung: a file each, a line a problem, into a folder.
//!
//! `cargo xtask build` puts them into the archive of everything. Greedy, by the engine of the page, so that they are what a reader sees.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use serde::de::DeserializeOwned;
use syw_core::card::{Job, ModelCard};
use syw_core::decoding::BatchModel;
use syw_core::evaluation::{Answered, AsRead, Set, Way};
use syw_core::prompt::{MAX_LENGTH, prompt};
use syw_core::vocabulary::text_of;
use syw_engine::{load, verify};

type Error = Box<dyn std::error::Error + Send + Sync>;

/// The names of the columns.
const HEADER: &str = "problem\twritten\tanswer\tright\n";

fn main() -> Result<(), Error> {
    let into = std::env::args().nth(1).ok_or("usage: transcripts FOLDER")?;
    let into = PathBuf::from(into);
    fs::create_dir_all(&into)?;
    let public = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("public");
    let ids: Vec<String> = read_json(&public.join("models/index.json"))?;
    let rest = Mutex::new(ids);
    let n_threads = std::thread::available_parallelism().map_or(1, |n| n.get());
    std::thread::scope(|scope| {
        let work = || -> Result<(), Error> {
            loop {
                let next = rest.lock().map_err(|_| "another thread failed")?.pop();
                let Some(id) = next else { return Ok(()) };
                if let Some(text) = transcript(&public, &id)? {
                    fs::write(into.join(format!("{id}.tsv")), text)?;
                }
            }
        };
        let threads: Vec<_> = (0..n_threads).map(|_| scope.spawn(work)).collect();
        for thread in threads {
            thread.join().map_err(|_| "a thread panicked")??;
        }
        Ok(())
    })
}

/// The lines of one model; nothing for one that answers no problems, or thinks in vectors, which are no text.
fn transcript(public: &Path, id: &str) -> Result<Option<String>, Error> {
    let folder = public.join("models").join(id);
    let card: ModelCard = read_json(&folder.join("card.json"))?;
    if card.job != Job::Answer || card.thoughts + card.pauses > 0 {
        return Ok(None);
    }
    let bytes = fs::read(folder.join("model.onnx"))?;
    verify(&bytes, &card)?;
    let model = load(&bytes, &card)?;
    let problems = Set::Home.problems(&card);
    let forced = Way::Own.forced(card.answers);
    let prefixes: Vec<_> = problems
        .iter()
        .map(|problem| [prompt(problem), forced.clone()].concat())
        .collect();
    let written = AsRead::new(&model, &card, Way::Own).complete(&prefixes, MAX_LENGTH)?;
    let mut text = HEADER.to_owned();
    for (problem, written) in problems.into_iter().zip(&written) {
        let one = Answered::new(problem, &forced, written);
        let answer = one
            .answer
            .map_or_else(String::new, |answer| answer.to_string());
        let (problem, said) = (&one.problem, text_of(&one.completion));
        text.push_str(&format!(
            "{problem}\t{said}\t{answer}\t{}\n",
            one.is_right()
        ));
    }
    Ok(Some(text))
}

fn read_json<T: DeserializeOwned>(path: &Path) -> Result<T, Error> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()).into())
}
