//! The choice of a language, in the head of the page.

use leptos::prelude::*;

use crate::locale::{LANGUAGES, Language, language};
use crate::state::PageState;
use crate::t;

/// A list of the languages that readers are offered, each under its own name.
#[component]
pub fn LanguageChoice(
    /// The page's state. No default.
    state: PageState,
) -> impl IntoView {
    let spoken = language();
    let options = LANGUAGES
        .into_iter()
        .filter(|language| !language.is_pseudo || *language == spoken)
        .map(|language| {
            view! { <option value=language.tag lang=language.tag selected=language == spoken>{language.name}</option> }
        })
        .collect_view();
    view! {
        <select
            class="tool"
            data-part="language"
            aria-label=t!("head-language")
            on:change=move |event| {
                if let Some(language) = Language::from_tag(&event_target_value(&event)) {
                    state.choose_language(language);
                }
            }
        >
            {options}
        </select>
    }
}
