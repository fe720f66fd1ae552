//! Keeps the address and the stored theme in step with the signals. Both may be refused by the browser (a frame without
//! an origin has neither storage nor an address that may change), and the page works without them.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::storage::{store, stored};
use super::{PageState, Theme};
use crate::proof::{in_hash, with_proof};
use crate::query::{self, Figure, Query};
use crate::settings::{Settings, decode, encode, has_settings};
use crate::t;

const THEME_KEY: &str = "theme";

impl PageState {
    pub(super) fn follow_browser(self) {
        // Whoever made a link with a theme in it, or to a presentation, has chosen for this visit; what the reader chose stays stored.
        let is_given = self
            .query
            .with_untracked(|query| query.theme.is_some() || query.present);
        let chosen = stored(THEME_KEY).and_then(|name| Theme::from_name(&name));
        if let (false, Some(theme)) = (is_given, chosen) {
            self.theme.set(theme);
        }
        self.query
            .with_untracked(|query| show_embed(query.embed.as_ref()));
        let of_query = self.notices.get_untracked();
        self.notices.set(Vec::new());
        self.take_hash();
        self.notices.update(|notices| notices.extend(of_query));
        let handle = window_event_listener_untyped("hashchange", move |_| self.take_hash());
        on_cleanup(move || handle.remove());
        let handle =
            window_event_listener_untyped("visibilitychange", move |_| self.follow_visibility());
        on_cleanup(move || handle.remove());
        Effect::new(move |_| show_theme(self.theme.get()));
        Effect::new(move |_| write_hash(&self.hash()));
    }

    /// The theme that the reader chose at an earlier visit.
    pub(super) fn stored_theme(self) -> Option<Theme> {
        stored(THEME_KEY).and_then(|name| Theme::from_name(&name))
    }

    /// What was chosen, as in the hash of a link.
    pub fn settings_text(self) -> String {
        encode(&self.settings())
    }

    /// What the address holds: the settings, and what a link has said of them.
    fn hash(self) -> String {
        let settings = encode(&self.settings());
        match self.linked_proof() {
            Some(proof) => with_proof(&settings, &proof),
            None => settings,
        }
    }

    /// What a shared link holds after its `#`: the settings, and what came out, once it has come out.
    pub fn shared_hash(self) -> String {
        let settings = encode(&self.settings());
        self.proof()
            .map_or(settings.clone(), |proof| with_proof(&settings, &proof))
    }

    /// The whole address that reproduces what is on the page; of a figure alone, the page at that figure.
    pub fn address(self) -> String {
        let mut query = self.query.get();
        query.at = query.embed.take().or(query.at);
        whole_address(&query, &self.shared_hash())
    }

    /// The address of the page without query and hash; empty where the document came without one.
    pub fn page_address(self) -> String {
        page_address()
    }

    /// The address of the whole page at a figure, with the settings that are chosen and no other wish of the present one.
    pub fn address_at(self, figure: &Figure) -> String {
        let query = Query {
            at: Some(figure.clone()),
            lang: self.query.with(|query| query.lang.clone()),
            ..Query::default()
        };
        whole_address(&query, &encode(&self.settings()))
    }

    pub(super) fn store_theme(self) {
        store(THEME_KEY, self.theme.get_untracked().name());
    }

    /// Does what the address says, unless the page has just written it there itself.
    fn take_hash(self) {
        let hash = window().location().hash().unwrap_or_default();
        if !hash.is_empty() && !has_settings(&hash) {
            // A jump to a place in the page: the browser has done it, and the address goes on to hold the settings.
            return write_hash(&untrack(|| self.hash()));
        }
        let (settings, mut notices) = decode(&hash);
        let proof = match in_hash(&hash) {
            Some(Err(value)) => {
                notices.push(t!("proof-not-understood", value = value));
                None
            }
            Some(Ok(proof)) => Some(proof),
            None => None,
        };
        self.notices.set(notices);
        self.take_proof(&settings, proof);
        if settings != untrack(|| self.settings()) {
            self.take_settings(settings);
        }
    }

    pub(super) fn take_settings(self, settings: Settings) {
        let now = untrack(|| self.settings());
        let is_other_problem = settings.problem != now.problem;
        let is_other_run = is_other_problem
            || settings.model != now.model
            || settings.seed != now.seed
            || settings.temperature != now.temperature;
        self.problem_text.set(settings.problem.to_string());
        self.problem_error.set(None);
        self.problem.set(settings.problem);
        self.model.set(settings.model);
        self.seed.set(settings.seed);
        self.temperature.set(settings.temperature);
        self.choose_frontier_modulus(settings.frontier_modulus);
        self.choose_measure(settings.measure);
        self.figures.battery_model.set(settings.battery_model);
        self.choose_battery_family(settings.battery_family);
        self.choose_map_modulus(settings.map_modulus);
        self.choose_shade(settings.shade);
        self.debate.chosen.set(settings.claim);
        self.choose_plane(settings.plane_x, settings.plane_y, settings.plane_at);
        self.forget_edit();
        if is_other_problem {
            self.run_large();
        }
        if is_other_run {
            self.run_small();
        }
        self.set_edit(settings.edit);
    }
}

/// The page's address with a query and a hash, where they are not empty.
fn whole_address(query: &Query, hash: &str) -> String {
    let mut address = page_address();
    for (sign, part) in [('?', query::render(query).as_str()), ('#', hash)] {
        if !part.is_empty() {
            address.push(sign);
            address.push_str(part);
        }
    }
    address
}

/// The page's address without query and hash. A document that came without an address has that of the page it is a copy of, where it
/// knows it, else none.
fn page_address() -> String {
    let location = window().location();
    let address = match location.protocol().as_deref() {
        Ok("about:" | "blob:") => document()
            .query_selector("link[rel=\"canonical\"]")
            .ok()
            .flatten()
            .and_then(|link| link.get_attribute("href")),
        _ => location.href().ok(),
    };
    let address = address.unwrap_or_default();
    let page = address.split(['?', '#']).next();
    page.unwrap_or_default().to_owned()
}

fn write_hash(hash: &str) {
    let location = window().location();
    let shown = location.hash().unwrap_or_default();
    if shown.strip_prefix('#').unwrap_or(&shown) == hash {
        return;
    }
    let path = location.pathname().unwrap_or_default() + &location.search().unwrap_or_default();
    let address = if hash.is_empty() {
        path
    } else {
        format!("#{hash}")
    };
    // Refused in a frame whose document came without an address.
    let _ = window()
        .history()
        .and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&address)));
}

/// Tells the style sheet whether one figure stands alone.
fn show_embed(figure: Option<&Figure>) {
    let Some(root) = document().document_element() else {
        return;
    };
    // Neither call can fail: the name is a fixed, legal one.
    let _ = match figure {
        None => root.remove_attribute("data-embed"),
        Some(figure) => root.set_attribute("data-embed", &figure.part()),
    };
}

fn show_theme(theme: Theme) {
    let Some(root) = document().document_element() else {
        return;
    };
    // Neither call can fail: the name is a fixed, legal one.
    let _ = match theme {
        Theme::Auto => root.remove_attribute("data-theme"),
        other => root.set_attribute("data-theme", other.name()),
    };
}
