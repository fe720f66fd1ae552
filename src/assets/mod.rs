//! Fetches the files beside the page: engine, models, cards, logs. Every failure names its file.
//!
//! Which files there are stands here; `request` asks for one and says why it did not come, `integrity` knows which one it must be,
//! `reading` takes it apart.

mod integrity;
mod reading;
mod request;

use js_sys::Uint8Array;
use syw_core::card::ModelCard;
use syw_core::debate::Debate;
use syw_core::evaluation::Evaluations;
use syw_core::frontier::Frontier;
use syw_core::hidden::{HiddenReport, ParaphraseRuns};
use syw_core::inside::Inside;
use syw_core::knowledge::KnowledgeReport;
use syw_core::latent::Latents;
use syw_core::plane::Plane;
use syw_core::rl_runs::{RlLog, RlRuns};
use syw_core::watchers::WatchersReport;
use web_sys::Response;

pub use reading::bytes;
pub use request::{Cached, FetchError};

use crate::lesson::Lesson;
use crate::locale::Language;
use crate::state::RlUpdate;
use reading::{json, lines, long, parse, results, text};
use request::{Pending, fetch};

/// Changes with the build, so that a browser never pairs the files of two builds from its cache.
const BUILD_ID: &str = match option_env!("SYW_BUILD_ID") {
    Some(id) => id,
    None => "local",
};

/// The glue of the worker, as text.
pub async fn worker_glue(cached: Cached) -> Result<String, FetchError> {
    let file = format!("worker.js?v={BUILD_ID}");
    text(Pending::start(file, cached)).await
}

/// The response that holds the worker's wasm.
pub async fn worker_wasm(cached: Cached) -> Result<Response, FetchError> {
    fetch(&format!("worker_bg.wasm?v={BUILD_ID}"), cached).await
}

/// The messages of a language other than English, as the text of its file.
pub async fn messages(language: Language) -> Result<String, FetchError> {
    let file = format!("locales/{}.ftl?v={BUILD_ID}", language.tag);
    text(Pending::start(file, Cached::Allowed)).await
}

/// The cards of all models, in page order.
pub async fn cards(cached: Cached) -> Result<Vec<ModelCard>, FetchError> {
    let ids: Vec<String> = json("models/index.json", cached).await?;
    let mut cards = Vec::with_capacity(ids.len());
    // All requests are under way before the first answer is awaited.
    let requests: Vec<_> = ids
        .iter()
        .map(|id| Pending::start(format!("models/{id}/card.json"), cached))
        .collect();
    for request in requests {
        cards.push(parse(&request.file.clone(), &text(request).await?)?);
    }
    Ok(cards)
}

/// The bytes of a model. Whether they are the right ones, the worker says by their digest.
pub async fn model(
    card: &ModelCard,
    cached: Cached,
    progress: impl Fn(u64, u64),
) -> Result<Uint8Array, FetchError> {
    let version = card.sha256.get(..8).unwrap_or_default();
    let file = format!("models/{}/model.onnx?v={version}", card.id);
    let response = fetch(&file, cached).await?;
    bytes(&response, &file, |received| progress(received, card.bytes)).await
}

/// The log of reinforcement learning of the model in a card.
pub async fn history(card: &ModelCard, cached: Cached) -> Result<Vec<RlUpdate>, FetchError> {
    let size = serde_json::to_value(card.size).ok();
    let size = size
        .as_ref()
        .and_then(|size| size.as_str())
        .unwrap_or_default();
    let log: RlLog = results(&format!("results/rl-{size}-s{}.json", card.seed), cached).await?;
    Ok(log.updates)
}

/// The debate: its claims, their tests and what was measured.
pub async fn debate(cached: Cached) -> Result<Debate, FetchError> {
    results("results/claims.json", cached).await
}

/// A lesson, by its id.
pub async fn lesson(id: &str, cached: Cached) -> Result<Lesson, FetchError> {
    json(&format!("lessons/{id}.json"), cached).await
}

/// Every run of the frontier.
pub async fn frontier(cached: Cached) -> Result<Frontier, FetchError> {
    long::<Frontier, _>("results/frontier.json", cached, "runs", |file| {
        &mut file.runs
    })
    .await
}

/// What was measured of every shipped model.
pub async fn evaluations(cached: Cached) -> Result<Evaluations, FetchError> {
    lines("results/evaluation.json", cached).await
}

/// What was read off the models before their chains.
pub async fn knowledge(cached: Cached) -> Result<KnowledgeReport, FetchError> {
    long::<KnowledgeReport, _>("results/knowledge.json", cached, "models", |file| {
        &mut file.models
    })
    .await
}

/// What was measured of monitors, and of what users are told.
pub async fn watchers(cached: Cached) -> Result<WatchersReport, FetchError> {
    long::<WatchersReport, _>("results/watchers.json", cached, "monitors", |file| {
        &mut file.monitors
    })
    .await
}

/// What was measured inside the models.
pub async fn inside(cached: Cached) -> Result<Inside, FetchError> {
    long::<Inside, _>("results/inside.json", cached, "models", |file| {
        &mut file.models
    })
    .await
}

/// What was measured of the models that think in vectors.
pub async fn latents(cached: Cached) -> Result<Latents, FetchError> {
    long::<Latents, _>("results/latent.json", cached, "models", |file| {
        &mut file.models
    })
    .await
}

/// What every model that may hide carries beside what it says.
pub async fn hidden(cached: Cached) -> Result<HiddenReport, FetchError> {
    long::<HiddenReport, _>("results/hidden.json", cached, "models", |file| {
        &mut file.models
    })
    .await
}

/// What becomes of hiding when chains are said again in training.
pub async fn paraphrase(cached: Cached) -> Result<ParaphraseRuns, FetchError> {
    long::<ParaphraseRuns, _>("results/paraphrase.json", cached, "runs", |file| {
        &mut file.runs
    })
    .await
}

/// The plane of capability against oversight.
pub async fn plane(cached: Cached) -> Result<Plane, FetchError> {
    long::<Plane, _>("results/plane.json", cached, "points", |file| {
        &mut file.points
    })
    .await
}

/// Every run of reinforcement learning and of its controls.
pub async fn rl_runs(cached: Cached) -> Result<RlRuns, FetchError> {
    long::<RlRuns, _>("results/rl-runs.json", cached, "runs", |file| {
        &mut file.runs
    })
    .await
}

/// The files of the competence maps of some models, unread, each with its name.
pub async fn map_texts<const N: usize>(
    cards: [&ModelCard; N],
    modulus: i64,
    cached: Cached,
) -> Result<Vec<(String, String)>, FetchError> {
    // All requests are under way before the first answer is awaited.
    let requests = cards.map(|card| {
        let file = format!("results/maps/{}-m{modulus}.json", card.id);
        Pending::start(file, cached)
    });
    let mut texts = Vec::with_capacity(N);
    for request in requests {
        texts.push((request.file.clone(), text(request).await?));
    }
    Ok(texts)
}
