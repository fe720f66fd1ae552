//! Runs the shipped models on the default problem and prints the page's first view: HTML, and the run as JSON.
//!
//! `cargo xtask build` puts the output into the root element of index.html, so a real result can be read before any
//! wasm has arrived. The living page starts from the JSON and thus shows the same.

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use leptos::prelude::*;
use serde::de::DeserializeOwned;
use show_your_work::app::App;
use show_your_work::completion::{Completion, Origin, TokenView};
use show_your_work::first_view::{ELEMENT_ID, FirstView};
use show_your_work::presets::DEFAULT_PROBLEM;
use show_your_work::state::{LargeView, RlUpdate, large_model, small_model};
use syw_core::card::{Answers, ModelCard};
use syw_core::decoding::{Generated, LanguageModel, Sampler, generate, softmax};
use syw_core::prompt::{MAX_LENGTH, direct_prompt, prompt};
use syw_core::rl_runs::RlLog;
use syw_core::{Problem, Token};
use syw_engine::{OnnxModel, load, verify};

type Error = Box<dyn std::error::Error>;

fn main() -> Result<(), Error> {
    let public = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("public");
    let recorded = record(&public)?;
    let json = recorded.clone().to_json()?;
    let html =
        Owner::new().with(|| view! { <App recorded=Some(recorded) notice=None /> }.to_html());
    // A script element ends at the first "</", which JSON may write as "<\/".
    println!(
        "{html}<script type=\"application/json\" id=\"{ELEMENT_ID}\">{}</script>",
        json.replace("</", "<\\/")
    );
    Ok(())
}

fn record(public: &Path) -> Result<FirstView, Error> {
    let ids: Vec<String> = read_json(&public.join("models/index.json"))?;
    let cards = ids
        .iter()
        .map(|id| read_json(&public.join(format!("models/{id}/card.json"))));
    let cards: Vec<ModelCard> = cards.collect::<Result<_, Error>>()?;
    let problem: Problem = DEFAULT_PROBLEM.parse()?;

    let card = large_model(&cards).ok_or("no large model is shipped")?;
    let large = open(public, card)?;
    let prefix = direct_prompt(&problem);
    let probs = softmax(&large.read(None, &prefix)?.1);
    let large = LargeView {
        probs,
        written: write(&large, &prefix, 4)?,
        ..LargeView::default()
    };

    let card = small_model(&cards, None).ok_or("no small model is shipped")?;
    if card.answers != Answers::Free {
        return Err(format!("{} does not write chains", card.id).into());
    }
    let prefix = prompt(&problem);
    let small = write(&open(public, card)?, &prefix, MAX_LENGTH - prefix.len())?;
    let history = history(public, card)?;
    Ok(FirstView {
        problem,
        large,
        small,
        models: cards,
        history,
    })
}

fn open(public: &Path, card: &ModelCard) -> Result<OnnxModel, Error> {
    let bytes = fs::read(public.join(format!("models/{}/model.onnx", card.id)))?;
    verify(&bytes, card)?;
    Ok(load(&bytes, card)?)
}

fn write(model: &OnnxModel, prefix: &[Token], max_new: usize) -> Result<Completion, Error> {
    let mut views = Vec::new();
    generate(
        model,
        prefix,
        &mut Sampler::Greedy,
        max_new,
        |Generated { token, prob, top }| {
            views.push(TokenView {
                token,
                prob: Some(prob),
                top,
                origin: Origin::Written,
            });
            ControlFlow::Continue(())
        },
    )?;
    Ok(Completion { views })
}

/// The lines that were measured on every problem; the living page fetches the others.
fn history(public: &Path, card: &ModelCard) -> Result<Vec<RlUpdate>, Error> {
    let log: RlLog = read_json(&public.join(format!("results/rl-small-s{}.json", card.seed)))?;
    Ok(log
        .updates
        .into_iter()
        .filter(|line| line.greedy_accuracy.is_some())
        .collect())
}

fn read_json<T: DeserializeOwned>(path: &Path) -> Result<T, Error> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?)
}
