//! How the models were made, and the last line.

use leptos::prelude::*;

use crate::components::{OneFileLink, rich};
use crate::locale::markup::Mark;
use crate::state::build_digest;
use crate::t;

/// A text in which `code`, and what is named below, is not to be translated.
fn told(text: String) -> Vec<AnyView> {
    rich(&text, told_mark)
}

fn told_mark(mark: &Mark) -> Option<AnyView> {
    let words = mark.words.clone();
    let view = match mark.name.as_str() {
        "code" => view! { <code translate="no">{words}</code> }.into_any(),
        "product" | "licence" => view! { <span translate="no">{words}</span> }.into_any(),
        "study" => view! { <a href="methods.html">{words}</a> }.into_any(),
        "results" => view! { <a href="results.html">{words}</a> }.into_any(),
        "list" => view! { <a href="digests.txt">{words}</a> }.into_any(),
        "bom" => view! { <a href="sbom.cdx.json">{words}</a> }.into_any(),
        "log" => view! { <a href="log.html">{words}</a> }.into_any(),
        "archive" => {
            view! { <a href="show-your-work-data.zip" download="show-your-work-data.zip">{words}</a> }
                .into_any()
        }
        _ => return None,
    };
    Some(view)
}

/// How the models were made.
#[component]
pub fn Notes() -> impl IntoView {
    let ways = [
        t!("check-study"),
        t!("check-results"),
        t!("check-log"),
        t!("check-archive"),
        t!("check-repository"),
        t!("check-build"),
    ];
    view! {
        <section class="text" aria-labelledby="made-title">
            <h2 id="made-title">{t!("made-title")}</h2>
            <p>{told(t!("made-text"))}</p>
            <h3 id="check-title">{t!("check-title")}</h3>
            <ul>{ways.map(|way| view! { <li>{told(way)}</li> })}</ul>
            <p><OneFileLink note=t!("offline-one-file-hint") /></p>
        </section>
    }
}

/// The last line.
#[component]
pub fn Footer() -> impl IntoView {
    view! {
        <footer class="page-foot wide">
            <p>{t!("foot-privacy")}</p>
            <p>{told(t!("foot-licence"))}</p>
            <Build />
        </footer>
    }
}

/// Characters of the build's digest that are shown; the whole is in the title.
const N_SHOWN: usize = 16;

/// Which build the page is of; nothing where it does not say. In a browser only.
#[component]
fn Build() -> impl IntoView {
    let build = RwSignal::new(None);
    Effect::new(move |_| build.set(build_digest()));
    move || {
        let digest = build.get()?;
        let shown: String = digest.chars().take(N_SHOWN).collect();
        let said = rich(&t!("foot-build"), |mark: &Mark| {
            let view = match mark.name.as_str() {
                "digest" => {
                    view! { <code translate="no" title=digest.clone()>{shown.clone()}</code> }
                        .into_any()
                }
                _ => return told_mark(mark),
            };
            Some(view)
        });
        Some(view! { <p data-part="build">{said}</p> })
    }
}
