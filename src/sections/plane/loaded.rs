//! What was loaded from the plane, and where it now is.

use leptos::prelude::*;

use crate::state::{Loaded, PageState, Part};

/// A part of the page: its anchor, and what a loaded model is there.
fn told(part: Part) -> (&'static str, &'static str, &'static str) {
    match part {
        Part::Small => ("#duel", "the duel", "it is GPT small there"),
        Part::Large => ("#duel", "the duel", "it is GPT large there, as always"),
        Part::Tests => (
            "#battery-title",
            "the tests of chains",
            "its chains are those that are altered",
        ),
        Part::Hider => (
            "#hidden-title",
            "hidden messages",
            "its kind writes there, by the seed in the middle",
        ),
        Part::Code => (
            "#hidden-title",
            "hidden messages",
            "its kind writes in code there, by the seed in the middle",
        ),
        Part::Thoughts => (
            "#thoughts-title",
            "thoughts that you cannot read",
            "its kind thinks there, by the seed in the middle",
        ),
    }
}

/// The sentence before the list of parts.
fn head(loaded: &Loaded) -> String {
    match loaded.into.is_empty() {
        true => format!(
            "Nothing on this page can run {} by itself: its numbers are the published ones.",
            loaded.model
        ),
        false => format!("Loaded: {}. ", loaded.model),
    }
}

/// What was loaded, with links to where.
#[component]
pub fn LoadedWords(state: PageState) -> impl IntoView {
    let body = move || {
        let loaded = state.plane.loaded.get()?;
        let part = |(idx, part): (usize, &Part)| {
            let (anchor, name, what) = told(*part);
            let between = if idx == 0 { "" } else { "; " };
            view! { {between}<a href=anchor>{name}</a>{format!(": {what}")} }
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
    fn a_model_that_nothing_runs_is_said_to_be_so() {
        let loaded = |into: &[Part]| Loaded {
            model: "m".into(),
            into: into.to_vec(),
        };
        assert!(head(&loaded(&[])).starts_with("Nothing on this page can run m"));
        assert_eq!(head(&loaded(&[Part::Small])), "Loaded: m. ");
    }
}
