//! Fetches the files beside the page: engine, models, cards, logs. Every failure names its file.

use js_sys::Uint8Array;
use serde::de::DeserializeOwned;
use syw_core::card::ModelCard;
use syw_core::debate::Debate;
use syw_core::evaluation::{Evaluations, LineError, LineReader};
use syw_core::frontier::Frontier;
use syw_core::hidden::{HiddenReport, ParaphraseRuns};
use syw_core::inside::Inside;
use syw_core::knowledge::KnowledgeReport;
use syw_core::latent::Latents;
use syw_core::outside;
use syw_core::plane::Plane;
use syw_core::rl_runs::{RlLog, RlRuns};
use syw_core::watchers::WatchersReport;
use thiserror::Error;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStreamDefaultReader, RequestCache, RequestInit, Response};

use crate::lesson::Lesson;
use crate::locale::Language;
use crate::one_file;
use crate::state::RlUpdate;
use crate::t;
use crate::turn::turn;

/// Changes with the build, so that a browser never pairs the files of two builds from its cache.
const BUILD_ID: &str = match option_env!("SYW_BUILD_ID") {
    Some(id) => id,
    None => "local",
};

/// A file that did not arrive. Shown to visitors, so it is said in their language.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FetchError {
    #[error("{}", t!("file-network", file = file.clone()))]
    Network { file: String },
    #[error("{}", t!("file-status", file = file.clone(), status = status.to_string()))]
    Status { file: String, status: u16 },
    #[error("{}", t!("file-other-build", file = file.clone()))]
    OtherBuild { file: String },
    #[error("{}", t!("file-absent", file = file.clone()))]
    Absent { file: String },
    #[error("{}", t!("file-content", file = file.clone(), reason = reason.clone()))]
    Content { file: String, reason: String },
}

impl FetchError {
    /// Whether it may arrive when it is asked for again.
    pub fn can_retry(&self) -> bool {
        !matches!(self, FetchError::Absent { .. })
    }
}

/// With which status the service worker refuses a file of another build.
const OTHER_BUILD: u16 = 409;

/// Whether a file may come from the browser's cache.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cached {
    Allowed,
    /// After a failure: a damaged copy may be what is cached.
    Refused,
}

/// The glue of the worker, as text.
pub async fn worker_glue(cached: Cached) -> Result<String, FetchError> {
    let file = format!("worker.js?v={BUILD_ID}");
    let response = fetch(&file, cached).await?;
    let text = JsFuture::from(response.text().map_err(|_| network(&file))?).await;
    text.ok()
        .and_then(|text| text.as_string())
        .ok_or_else(|| network(&file))
}

/// The response that holds the worker's wasm.
pub async fn worker_wasm(cached: Cached) -> Result<Response, FetchError> {
    fetch(&format!("worker_bg.wasm?v={BUILD_ID}"), cached).await
}

/// The messages of a language other than English, as the text of its file.
pub async fn messages(language: Language) -> Result<String, FetchError> {
    let file = format!("locales/{}.ftl?v={BUILD_ID}", language.tag);
    Pending::start(file, Cached::Allowed).text().await
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
        cards.push(parse(&request.file.clone(), &request.text().await?)?);
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
    let log: RlLog = json(&format!("results/rl-{size}-s{}.json", card.seed), cached).await?;
    Ok(log.updates)
}

/// The debate: its claims, their tests and what was measured.
pub async fn debate(cached: Cached) -> Result<Debate, FetchError> {
    json("results/claims.json", cached).await
}

/// A lesson, by its id.
pub async fn lesson(id: &str, cached: Cached) -> Result<Lesson, FetchError> {
    json(&format!("lessons/{id}.json"), cached).await
}

/// Every run of the frontier.
pub async fn frontier(cached: Cached) -> Result<Frontier, FetchError> {
    json("results/frontier.json", cached).await
}

/// What was measured of every shipped model.
pub async fn evaluations(cached: Cached) -> Result<Evaluations, FetchError> {
    let file = "results/evaluation.json";
    let text = Pending::start(file.to_owned(), cached).text().await?;
    let content = |error: LineError| FetchError::Content {
        file: file.to_owned(),
        reason: error.to_string(),
    };
    let mut reader = LineReader::default();
    for line in text.lines() {
        // Megabytes: read at once, they would keep a reader waiting.
        turn().await;
        reader.read(line).map_err(content)?;
    }
    reader.finish().map_err(content)
}

/// What was read off the models before their chains.
pub async fn knowledge(cached: Cached) -> Result<KnowledgeReport, FetchError> {
    json("results/knowledge.json", cached).await
}

/// What was measured of monitors, and of what users are told.
pub async fn watchers(cached: Cached) -> Result<WatchersReport, FetchError> {
    json("results/watchers.json", cached).await
}

/// What was measured inside the models.
pub async fn inside(cached: Cached) -> Result<Inside, FetchError> {
    json("results/inside.json", cached).await
}

/// What was measured of the models that think in vectors.
pub async fn latents(cached: Cached) -> Result<Latents, FetchError> {
    json("results/latent.json", cached).await
}

/// What every model that may hide carries beside what it says.
pub async fn hidden(cached: Cached) -> Result<HiddenReport, FetchError> {
    json("results/hidden.json", cached).await
}

/// What becomes of hiding when chains are said again in training.
pub async fn paraphrase(cached: Cached) -> Result<ParaphraseRuns, FetchError> {
    json("results/paraphrase.json", cached).await
}

/// The plane of capability against oversight.
pub async fn plane(cached: Cached) -> Result<Plane, FetchError> {
    json("results/plane.json", cached).await
}

/// Every run of reinforcement learning and of its controls.
pub async fn rl_runs(cached: Cached) -> Result<RlRuns, FetchError> {
    json("results/rl-runs.json", cached).await
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
        texts.push((request.file.clone(), request.text().await?));
    }
    Ok(texts)
}

/// Reads a response to its end and tells how much has arrived.
pub async fn bytes(
    response: &Response,
    file: &str,
    progress: impl Fn(u64),
) -> Result<Uint8Array, FetchError> {
    let body = response.body().ok_or_else(|| network(file))?;
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    let mut chunks: Vec<Uint8Array> = Vec::new();
    let mut received = 0;
    loop {
        let read = JsFuture::from(reader.read())
            .await
            .map_err(|_| network(file))?;
        let field =
            |name: &str| js_sys::Reflect::get(&read, &JsValue::from_str(name)).unwrap_or_default();
        if field("done").is_truthy() {
            break;
        }
        let chunk: Uint8Array = field("value").unchecked_into();
        received += chunk.length();
        chunks.push(chunk);
        progress(received.into());
    }
    let all = Uint8Array::new_with_length(received);
    let mut start = 0;
    for chunk in chunks {
        all.set(&chunk, start);
        start += chunk.length();
    }
    Ok(all)
}

async fn json<T: DeserializeOwned>(file: &str, cached: Cached) -> Result<T, FetchError> {
    parse(file, &Pending::start(file.to_owned(), cached).text().await?)
}

fn parse<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, FetchError> {
    outside::json(text).map_err(|reason| FetchError::Content {
        file: file.to_owned(),
        reason,
    })
}

/// A request that is under way.
struct Pending {
    file: String,
    promise: js_sys::Promise,
}

impl Pending {
    fn start(file: String, cached: Cached) -> Pending {
        if let Some(promise) = one_file::ask(&plain(&file)) {
            return Pending { file, promise };
        }
        let init = RequestInit::new();
        init.set_cache(match cached {
            // Names that stay the same from build to build are checked with the server each time.
            Cached::Allowed if !file.contains("?v=") => RequestCache::NoCache,
            Cached::Allowed => RequestCache::Default,
            Cached::Refused => RequestCache::Reload,
        });
        let window = web_sys::window().expect("the page runs in a window");
        let promise = window.fetch_with_str_and_init(&file, &init);
        Pending { file, promise }
    }

    async fn response(self) -> Result<Response, FetchError> {
        let response = JsFuture::from(self.promise)
            .await
            .map_err(|_| network(&self.file))?;
        let file = || plain(&self.file);
        if response.is_undefined() {
            return Err(FetchError::Absent { file: file() });
        }
        let response: Response = response.unchecked_into();
        match response.ok() {
            true => Ok(response),
            false if response.status() == OTHER_BUILD => {
                Err(FetchError::OtherBuild { file: file() })
            }
            false => Err(FetchError::Status {
                file: file(),
                status: response.status(),
            }),
        }
    }

    async fn text(self) -> Result<String, FetchError> {
        let file = self.file.clone();
        let response = self.response().await?;
        let text = JsFuture::from(response.text().map_err(|_| network(&file))?).await;
        text.ok()
            .and_then(|text| text.as_string())
            .ok_or_else(|| network(&file))
    }
}

async fn fetch(file: &str, cached: Cached) -> Result<Response, FetchError> {
    Pending::start(file.to_owned(), cached).response().await
}

fn network(file: &str) -> FetchError {
    FetchError::Network { file: plain(file) }
}

/// A file's name as visitors know it.
fn plain(file: &str) -> String {
    file.split('?').next().unwrap_or(file).to_owned()
}
