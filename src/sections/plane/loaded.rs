//! What was loaded from the plane, and where it is to be seen.

use leptos::prelude::*;

use crate::components::rich;
use crate::state::{Loaded, PageState, Part};
use crate::t;

/// A part of the page and what the model is there, with a mark that links to it.
fn told(part: Part) -> String {
    match part {
        Part::Small => t!("plane-part-small"),
        Part::Large => t!("plane-part-large"),
        Part::Tests => t!("plane-part-tests"),
        Part::Hider => t!("plane-part-hider"),
        Part::Code => t!("plane-part-code"),
        Part::Thoughts => t!("plane-part-thoughts"),
    }
}

/// What was loaded, with marks.
fn words(loaded: &Loaded) -> String {
    let changes = |part: &Part| matches!(part, Part::Small | Part::Tests | Part::Hider);
    let model = loaded.model.clone();
    let mut told = loaded.into.iter().map(|part| told(*part));
    let Some(first) = told.next() else {
        return t!("plane-loaded-nowhere", model = model);
    };
    let n_more = told.len();
    let parts = told
        .enumerate()
        .fold(first, |parts, (idx, part)| match idx + 1 == n_more {
            true => t!("plane-parts-last", parts = parts, part = part),
            false => t!("plane-parts", parts = parts, part = part),
        });
    match loaded.into.iter().any(changes) {
        true => t!("plane-loaded", model = model, parts = parts),
        false => t!("plane-there", model = model, parts = parts),
    }
}

/// What was loaded, with links to where.
#[component]
pub fn LoadedWords(state: PageState) -> impl IntoView {
    let body = move || {
        let loaded = state.plane.loaded.get()?;
        let said = rich(&words(&loaded), |mark| {
            let (anchor, name) = (format!("#{}", mark.argument), mark.words.clone());
            let link = || view! { <a href=anchor>{name}</a> }.into_any();
            (mark.name == "to").then(link)
        });
        Some(view! { <span data-model=loaded.model>{said}</span> })
    };
    view! { <p class="measure" data-part="plane-loaded" role="status">{body}</p> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::markup::plain;

    #[test]
    fn what_is_loaded_is_said_and_nothing_else() {
        let said = |into: &[Part]| {
            plain(&words(&Loaded {
                model: "m".into(),
                into: into.to_vec(),
            }))
        };
        assert!(said(&[]).starts_with("Nothing on this page runs m by itself"));
        assert_eq!(
            said(&[Part::Small, Part::Tests]),
            "Loaded: m, in the duel (as GPT small), and in the tests of chains (whose alterations are done to its chains)."
        );
        assert!(said(&[Part::Code, Part::Tests]).starts_with("Loaded: m, in hidden messages"));
        assert_eq!(
            said(&[Part::Large]),
            "Nothing had to be loaded: m is in the duel (as GPT large, which it always is there)."
        );
    }
}
