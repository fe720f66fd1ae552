//! Reads what a request brings: bytes with their progress, JSON at once, and long files with turns in between.

use js_sys::Uint8Array;
use serde::de::DeserializeOwned;
use syw_core::evaluation::{Evaluations, LineError, LineReader};
use syw_core::long_list::LongList;
use syw_core::outside;
use syw_core::results::{self, ResultsError, ResultsFile};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStreamDefaultReader, Response};

use super::request::{Cached, FetchError, Pending, network};
use crate::turn::turn;

/// After so many bytes of JSON everything else has its turn: some milliseconds on a slow phone.
const TURN_BYTES: usize = 8 << 10;

/// Reads a response to its end and tells how much has arrived.
pub async fn bytes(
    response: &Response,
    file: &str,
    progress: impl Fn(u64),
) -> Result<Uint8Array, FetchError> {
    let mut chunks: Vec<Uint8Array> = Vec::new();
    let mut received = 0;
    each_chunk(response, file, |chunk| {
        received += chunk.length();
        chunks.push(chunk);
        progress(received.into());
    })
    .await?;
    let all = Uint8Array::new_with_length(received);
    let mut start = 0;
    for chunk in chunks {
        all.set(&chunk, start);
        start += chunk.length();
    }
    Ok(all)
}

/// A response as text. Its bytes are taken as they are: as a string of the browser's, a long file would be converted twice.
pub(super) async fn text(pending: Pending) -> Result<String, FetchError> {
    let file = pending.file.clone();
    let response = pending.response().await?;
    let mut bytes = Vec::new();
    each_chunk(&response, &file, |chunk| {
        let start = bytes.len();
        bytes.resize(start + chunk.length() as usize, 0);
        chunk.copy_to(&mut bytes[start..]);
    })
    .await?;
    turn().await;
    String::from_utf8(bytes).map_err(|error| not_read(&file, error.to_string()))
}

/// Hands over a response piece by piece, as it arrives.
async fn each_chunk(
    response: &Response,
    file: &str,
    mut take: impl FnMut(Uint8Array),
) -> Result<(), FetchError> {
    let body = response.body().ok_or_else(|| network(file))?;
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    loop {
        let read = JsFuture::from(reader.read())
            .await
            .map_err(|_| network(file))?;
        let field =
            |name: &str| js_sys::Reflect::get(&read, &JsValue::from_str(name)).unwrap_or_default();
        if field("done").is_truthy() {
            return Ok(());
        }
        take(field("value").unchecked_into());
    }
}

pub(super) async fn json<T: DeserializeOwned>(file: &str, cached: Cached) -> Result<T, FetchError> {
    parse(file, &text(Pending::start(file.to_owned(), cached)).await?)
}

/// A file of results. One of another version of its format belongs to another version of this page.
pub(super) async fn results<T: ResultsFile>(file: &str, cached: Cached) -> Result<T, FetchError> {
    parse_results(file, &text(Pending::start(file.to_owned(), cached)).await?)
}

/// A file of results with a long list in it, read an item at a time. `list`: the list's name; `of`: the list.
pub(super) async fn long<T: ResultsFile, I: DeserializeOwned>(
    file: &str,
    cached: Cached,
    list: &str,
    of: fn(&mut T) -> &mut Vec<I>,
) -> Result<T, FetchError> {
    let content = |reason| not_read(file, reason);
    let text = text(Pending::start(file.to_owned(), cached)).await?;
    let parts = LongList::new(&text, list).map_err(content)?;
    let mut whole = parse_results(file, parts.head())?;
    let mut turns = Turns::default();
    for item in parts.items() {
        of(&mut whole).push(outside::json(item).map_err(content)?);
        turns.after(item).await;
    }
    Ok(whole)
}

/// What was measured of every shipped model: the longest of them, read a line at a time.
pub(super) async fn lines(file: &str, cached: Cached) -> Result<Evaluations, FetchError> {
    let text = text(Pending::start(file.to_owned(), cached)).await?;
    let content = |error: LineError| not_read(file, error.to_string());
    // The first line with the end of the file is a file without models.
    let head = text.lines().next().unwrap_or_default();
    parse_results::<Evaluations>(file, &format!("{head}]}}"))?;
    let mut reader = LineReader::default();
    let mut turns = Turns::default();
    for line in text.lines() {
        reader.read(line).map_err(content)?;
        turns.after(line).await;
    }
    reader.finish().map_err(content)
}

/// Lets everything else have its turn every so often while a long text is read.
#[derive(Default)]
struct Turns {
    n_bytes: usize,
}

impl Turns {
    /// After this part was read.
    async fn after(&mut self, part: &str) {
        self.n_bytes += part.len();
        if self.n_bytes > TURN_BYTES {
            self.n_bytes = 0;
            turn().await;
        }
    }
}

fn parse_results<T: ResultsFile>(file: &str, text: &str) -> Result<T, FetchError> {
    results::parse(text).map_err(|error| match error {
        ResultsError::Content(reason) => not_read(file, reason),
        ResultsError::NoVersion { .. } | ResultsError::OtherVersion { .. } => {
            FetchError::OtherBuild {
                file: file.to_owned(),
            }
        }
    })
}

pub(super) fn parse<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, FetchError> {
    outside::json(text).map_err(|reason| not_read(file, reason))
}

fn not_read(file: &str, reason: String) -> FetchError {
    FetchError::Content {
        file: file.to_owned(),
        reason,
    }
}
