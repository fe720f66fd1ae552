//! A text to take away: shown whole, so that it can be selected, with a button that puts it on the clipboard. Where the browser
//! refuses that (a frame without leave to, a page that came without a secure connection), the text is selected instead.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use crate::t;

/// What came of the last press.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Copied,
    Selected,
}

/// The text and its button.
#[component]
pub fn CopyText(
    /// The text. No default.
    #[prop(into)]
    text: Signal<String>,
    /// What it is, for those who hear the page. No default.
    #[prop(into)]
    label: String,
    /// What the button says. No default.
    #[prop(into)]
    button: String,
    /// The button's name; the text's is the same with `-text`. No default.
    part: &'static str,
    /// How many lines are shown. Default: 1.
    #[prop(default = 1)]
    rows: u32,
) -> impl IntoView {
    let area = NodeRef::<html::Textarea>::new();
    let outcome = RwSignal::new(None);
    // Another text was not copied yet.
    Effect::new(move |_| {
        text.track();
        outcome.set(None);
    });
    let copy = move |_| {
        spawn_local(async move {
            let is_copied = write(&text.get_untracked()).await;
            if !is_copied && let Some(area) = area.get_untracked() {
                // An element that cannot take the focus can be selected all the same.
                let _ = area.focus();
                area.select();
            }
            outcome.set(Some(match is_copied {
                true => Outcome::Copied,
                false => Outcome::Selected,
            }));
        });
    };
    let said = move || {
        outcome.get().map(|outcome| match outcome {
            Outcome::Copied => t!("copy-done"),
            Outcome::Selected => t!("copy-selected"),
        })
    };
    view! {
        <div class="copy">
            <textarea
                node_ref=area
                class="field copy-text"
                class:copy-line=rows == 1
                data-part=format!("{part}-text")
                aria-label=label
                readonly=true
                spellcheck="false"
                rows=rows
                prop:value=text
                on:focus=move |_| {
                    if let Some(area) = area.get_untracked() {
                        area.select();
                    }
                }
            >
                {text.get_untracked()}
            </textarea>
            <button type="button" class="button" data-part=part on:click=copy>{button}</button>
            <span class="copy-said" data-part=format!("{part}-said") role="status">{said}</span>
        </div>
    }
    .into_any()
}

/// Whether the browser put a text on the clipboard.
async fn write(text: &str) -> bool {
    let navigator = window().navigator();
    // Where the connection is not secure, there is none at all.
    let has_clipboard = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard"))
        .is_ok_and(|clipboard| clipboard.is_object());
    has_clipboard
        && JsFuture::from(navigator.clipboard().write_text(text))
            .await
            .is_ok()
}
