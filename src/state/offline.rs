//! Whether the page opens without a network: registers the service worker that the build writes, and follows what becomes of it.
//!
//! Only a page by itself does so, and only once both models run: a frame shows the page of somebody else's, and nothing is to
//! be in the way of the first result.

use std::cell::OnceCell;
use std::rc::Rc;

use js_sys::{Function, JSON, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::json;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    RegistrationOptions, ServiceWorkerContainer, ServiceWorkerRegistration,
    ServiceWorkerUpdateViaCache,
};

use super::{EngineStatus, PageState};

const WORKER: &str = "service-worker.js";

/// How the page stands to the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Offline {
    /// It needs one, as far as is known.
    #[default]
    Online,
    /// What it needs is being stored.
    Storing,
    /// It opens without one.
    Ready,
    /// It does, and another build is there for the next visit.
    Updated,
}

impl Offline {
    pub fn name(self) -> &'static str {
        match self {
            Offline::Online => "online",
            Offline::Storing => "storing",
            Offline::Ready => "ready",
            Offline::Updated => "updated",
        }
    }
}

/// From which workers there are. One installs while it stores, waits while pages of an older one are open, and is active once it answers.
fn status(is_installing: bool, is_waiting: bool, is_active: bool) -> Offline {
    match (is_active, is_waiting, is_installing) {
        (true, true, _) => Offline::Updated,
        // A newer one that is still storing is nothing to a reader.
        (true, false, _) => Offline::Ready,
        (false, true, _) | (false, _, true) => Offline::Storing,
        (false, false, false) => Offline::Online,
    }
}

impl PageState {
    /// Has the page stored, once both models run.
    pub(super) fn keep_offline(self) {
        let Some(build) = build_digest().filter(|_| is_by_itself()) else {
            return;
        };
        Effect::new(move |is_done: Option<bool>| {
            if is_done == Some(true) || self.engine.with(|engine| *engine != EngineStatus::Live) {
                return is_done.unwrap_or(false);
            }
            let build = build.clone();
            spawn_local(async move {
                // Refused, or there is no worker: the page lives without.
                let _ = self.register(build).await;
            });
            true
        });
    }

    async fn register(self, build: String) -> Result<(), JsValue> {
        let container = window().navigator().service_worker();
        let options = RegistrationOptions::new();
        options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
        let registered = container.register_with_options(WORKER, &options);
        let registration = JsFuture::from(registered).await?;
        let registration: ServiceWorkerRegistration = registration.unchecked_into();
        let on_change: Rc<OnceCell<Function>> = Rc::default();
        let follow = {
            let (registration, on_change) = (registration.clone(), on_change.clone());
            move || {
                let function = on_change.get();
                self.follow_worker(&container, &registration, &build, function);
            }
        };
        // It is called for as long as the page lives.
        let function = Closure::<dyn Fn()>::new(follow.clone()).into_js_value();
        let function: &Function = on_change.get_or_init(|| function.unchecked_into());
        registration.set_onupdatefound(Some(function));
        follow();
        Ok(())
    }

    /// Says how the workers stand, listens for their next change, and has an active one serve this page.
    fn follow_worker(
        self,
        container: &ServiceWorkerContainer,
        registration: &ServiceWorkerRegistration,
        build: &str,
        on_change: Option<&Function>,
    ) {
        let installing = registration.installing();
        let (waiting, active) = (registration.waiting(), registration.active());
        for worker in [&installing, &waiting, &active].into_iter().flatten() {
            worker.set_onstatechange(on_change);
        }
        if let (Some(active), None) = (&active, container.controller()) {
            let message = json!({ "build": build, "fetched": fetched() }).to_string();
            if let Ok(message) = JSON::parse(&message) {
                // A worker that is gone hears nothing, and the next visit asks again.
                let _ = active.post_message(&message);
            }
        }
        let now = status(installing.is_some(), waiting.is_some(), active.is_some());
        if self.offline.get_untracked() != now {
            self.offline.set(now);
        }
    }
}

/// The addresses of everything that the page has fetched so far.
fn fetched() -> Vec<String> {
    let Some(performance) = window().performance() else {
        return Vec::new();
    };
    let entries = performance.get_entries_by_type("resource");
    let name = |entry: JsValue| Reflect::get(&entry, &"name".into()).ok()?.as_string();
    entries.iter().filter_map(name).collect()
}

/// Of which build the page is: the SHA-256 of `digests.txt`, in hexadecimal. The page in one file does not say, nor one that did not come from
/// `cargo xtask build`. In a browser only.
pub fn build_digest() -> Option<String> {
    let meta = document().query_selector("meta[name=\"build\"]").ok()??;
    meta.get_attribute("content")
}

/// Whether the page is in no frame, and at an address at which a browser allows service workers.
fn is_by_itself() -> bool {
    let window = window();
    let is_top = window.top().ok().flatten().as_ref() == Some(&window);
    let protocol = window.location().protocol().unwrap_or_default();
    is_top
        && window.is_secure_context()
        && protocol.starts_with("http")
        && Reflect::has(&window.navigator(), &"serviceWorker".into()).unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(installing: bool, waiting: bool, active: bool, expected: Offline) {
        assert_eq!(status(installing, waiting, active), expected);
    }

    #[test]
    fn the_workers_say_how_the_page_stands() {
        check(false, false, false, Offline::Online);
        check(true, false, false, Offline::Storing);
        check(false, true, false, Offline::Storing);
        check(false, false, true, Offline::Ready);
        check(true, false, true, Offline::Ready);
        check(false, true, true, Offline::Updated);
        check(true, true, true, Offline::Updated);
    }
}
