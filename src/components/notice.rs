//! A message in the place of what it is about, with a retry where one can help.

use crate::t;
use leptos::prelude::*;

/// A failure, or something that the page has to say about a link.
#[component]
pub fn Notice(
    /// What went wrong, a full sentence. No default.
    #[prop(into)]
    message: String,
    /// The kind, for tests and styles: `engine`, `model`, `settings`, ... No default.
    kind: &'static str,
    /// Called by the retry button. Default: no such button.
    #[prop(optional_no_strip)]
    on_retry: Option<Callback<()>>,
    /// Called by the button that takes the message away. Default: no such button.
    #[prop(optional_no_strip)]
    on_dismiss: Option<Callback<()>>,
) -> impl IntoView {
    let retry = on_retry.map(|retry| {
        view! { <button type="button" class="button" data-part="retry" on:click=move |_| retry.run(())>{t!("notice-retry")}</button> }
    });
    let dismiss = on_dismiss.map(|dismiss| {
        view! { <button type="button" class="button" data-part="dismiss" on:click=move |_| dismiss.run(())>{t!("notice-dismiss")}</button> }
    });
    // A failure is told at once; what the page says of a link can wait.
    let role = if kind == "settings" {
        "status"
    } else {
        "alert"
    };
    view! {
        <div class="notice" data-part="notice" data-failure=kind role=role>
            <p>{message}</p>
            {retry}
            {dismiss}
        </div>
    }
}
