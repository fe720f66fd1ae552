//! A request for a file: from the server, from inside of the page in one file, and only if it is the one that the build wrote.

use js_sys::Promise;
use thiserror::Error;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response};

use super::integrity;
use crate::one_file;
use crate::t;

/// A file that did not arrive. Shown to visitors, so it is said in their language.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FetchError {
    #[error("{}", t!("file-network", file = file.clone()))]
    Network { file: String },
    #[error("{}", t!("file-status", file = file.clone(), status = status.to_string()))]
    Status { file: String, status: u16 },
    #[error("{}", t!("file-other-build", file = file.clone()))]
    OtherBuild { file: String },
    #[error("{}", t!("file-altered", file = file.clone()))]
    Altered { file: String },
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

/// A request that is under way.
pub(super) struct Pending {
    pub(super) file: String,
    promise: Promise,
    /// Whether the browser refuses what differs from what the build wrote.
    is_checked: bool,
}

impl Pending {
    pub(super) fn start(file: String, cached: Cached) -> Pending {
        if let Some(promise) = one_file::ask(&plain(&file)) {
            return Pending {
                file,
                promise,
                is_checked: false,
            };
        }
        let digest = integrity::of(&plain(&file));
        let promise = request(&file, cached, digest.as_deref());
        Pending {
            file,
            promise,
            is_checked: digest.is_some(),
        }
    }

    pub(super) async fn response(self) -> Result<Response, FetchError> {
        let file = || plain(&self.file);
        let response = match JsFuture::from(self.promise).await {
            Ok(response) => response,
            Err(_) if self.is_checked => return Err(why_refused(&self.file).await),
            Err(_) => return Err(network(&self.file)),
        };
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
}

fn request(file: &str, cached: Cached, digest: Option<&str>) -> Promise {
    let init = RequestInit::new();
    init.set_cache(match cached {
        // Names that stay the same from build to build are checked with the server each time.
        Cached::Allowed if !file.contains("?v=") => RequestCache::NoCache,
        Cached::Allowed => RequestCache::Default,
        Cached::Refused => RequestCache::Reload,
    });
    if let Some(digest) = digest {
        init.set_integrity(digest);
    }
    let window = web_sys::window().expect("the page runs in a window");
    window.fetch_with_str_and_init(file, &init)
}

/// A browser does not say whether a file did not come, or is another one: it is asked for again, unchecked and unread.
async fn why_refused(file: &str) -> FetchError {
    let again = Pending {
        file: file.to_owned(),
        promise: request(file, Cached::Refused, None),
        is_checked: false,
    };
    match Box::pin(again.response()).await {
        Ok(_) => FetchError::Altered { file: plain(file) },
        Err(error) => error,
    }
}

pub(super) async fn fetch(file: &str, cached: Cached) -> Result<Response, FetchError> {
    Pending::start(file.to_owned(), cached).response().await
}

pub(super) fn network(file: &str) -> FetchError {
    FetchError::Network { file: plain(file) }
}

/// A file's name as visitors know it.
fn plain(file: &str) -> String {
    file.split('?').next().unwrap_or(file).to_owned()
}
