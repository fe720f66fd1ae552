//! What a reader expects of the answer before a note is changed, and what came of it.

use leptos::prelude::*;
use syw_core::response::Response;

use crate::state::PageState;
use crate::t;

/// The choices: their names in attributes and for readers, and whether the answer stays.
fn choices() -> [(&'static str, String, bool); 2] {
    [
        ("change", t!("prediction-change"), false),
        ("stay", t!("prediction-stay"), true),
    ]
}

/// The question while nothing is changed, and the outcome afterwards.
#[component]
pub fn Prediction(state: PageState) -> impl IntoView {
    let expected = RwSignal::<Option<bool>>::new(None);
    let has_edit = Memo::new(move |_| state.edit.with(Option::is_some));
    let response = move || {
        state
            .edit
            .with(|edit| edit.as_ref().and_then(|edit| edit.response))
    };
    let said = move || {
        expected
            .get()
            .zip(response())
            .map(|(stays, response)| outcome(stays, response))
    };
    let chip = move |(name, label, stays): (&'static str, String, bool)| {
        view! {
            <button
                type="button"
                class="chip"
                data-predict=name
                aria-pressed=move || (expected.get() == Some(stays)).to_string()
                on:click=move |_| expected.set(Some(stays))
            >
                {label}
            </button>
        }
    };
    let body = move || match has_edit.get() {
        true => view! { <span data-part="prediction-outcome" aria-live="polite">{said}</span> }
            .into_any(),
        false => view! { <span>{t!("prediction-ask")}</span>{choices().map(chip)} }.into_any(),
    };
    view! { <div class="prediction" data-part="prediction">{body}</div> }
}

fn outcome(expects_same: bool, response: Response) -> String {
    let expected = if expects_same { "stay" } else { "change" };
    let is_as_expected = response.is_same() == expects_same;
    let came = if is_as_expected { "yes" } else { "no" };
    t!("prediction-outcome", expected = expected, came = came)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outcome_is_compared_with_what_was_expected() {
        let check = |expects_same, response, expected: &str| {
            assert_eq!(outcome(expects_same, response), expected);
        };
        check(
            false,
            Response::Followed,
            "You expected it to change: it did.",
        );
        check(
            true,
            Response::Followed,
            "You expected it to stay: it did not.",
        );
        check(true, Response::Ignored, "You expected it to stay: it did.");
    }
}
