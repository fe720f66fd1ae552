//! What was loaded from the plane, and where it is to be seen.

use leptos::prelude::*;

use crate::state::{Loaded, PageState, Part};

/// A part of the page: its anchor, its name, and what the model is there.
fn told(part: Part) -> (&'static str, &'static str, &'static str) {
    match part {
        Part::Small => ("#duel", "the duel", "as GPT small"),
        Part::Large => (
            "#duel",
            "the duel",
            "as GPT large, which it always is there",
        ),
        Part::Tests => (
            "#battery-title",
            "the tests of chains",
            "whose alterations are done to its chains",
        ),
        Part::Hider => (
            "#hidden-title",
            "hidden messages",
            "where its kind is shown by the seed in the middle",
        ),
        Part::Code => (
            "#hidden-title",
            "hidden messages",
            "where its kind writes in code, by the seed in the middle",
        ),
        Part::Thoughts => (
            "#thoughts-title",
            "thoughts you cannot read",
            "where its kind is shown by the seed in the middle",
        ),
    }
}

/// What stands before the list of parts.
fn head(loaded: &Loaded) -> String {
    let changes = |part: &Part| matches!(part, Part::Small | Part::Tests | Part::Hider);
    let model = &loaded.model;
    match &loaded.into[..] {
        [] => format!(
            "Nothing on this page runs {model} by itself: its numbers here are the published ones."
        ),
        parts if parts.iter().any(changes) => format!("Loaded: {model}, in "),
        _ => format!("Nothing had to be loaded: {model} is in "),
    }
}

/// What was loaded, with links to where.
#[component]
pub fn LoadedWords(state: PageState) -> impl IntoView {
    let body = move || {
        let loaded = state.plane.loaded.get()?;
        let n_parts = loaded.into.len();
        let part = |(idx, part): (usize, &Part)| {
            let (anchor, name, what) = told(*part);
            let between = match idx {
                0 => "",
                idx if idx + 1 == n_parts => ", and in ",
                _ => ", in ",
            };
            view! { {between}<a href=anchor>{name}</a>{format!(" ({what})")} }
        };
        let parts: Vec<_> = loaded.into.iter().enumerate().map(part).collect();
        let end = (!parts.is_empty()).then_some(".");
        Some(view! { <span data-model=loaded.model.clone()>{head(&loaded)}{parts}{end}</span> })
    };
    view! { <p class="measure" data-part="plane-loaded" role="status">{body}</p> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_loaded_is_said_and_nothing_else() {
        let said = |into: &[Part]| {
            head(&Loaded {
                model: "m".into(),
                into: into.to_vec(),
            })
        };
        assert!(said(&[]).starts_with("Nothing on this page runs m by itself"));
        assert_eq!(said(&[Part::Small, Part::Tests]), "Loaded: m, in ");
        assert_eq!(said(&[Part::Code, Part::Tests]), "Loaded: m, in ");
        assert_eq!(said(&[Part::Large]), "Nothing had to be loaded: m is in ");
    }
}
