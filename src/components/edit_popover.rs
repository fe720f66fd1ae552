//! The small dialog under a token: put another one in its place, put text before it, or take it away.

use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::html::Div;
use leptos::prelude::*;
use syw_core::vocabulary::vocabulary;

use super::alternatives::{Alternative, alternatives, shown};
use super::chain_view::TokenActions;
use super::focus::has_left;
use super::format::probability;
use crate::completion::TokenView;
use crate::place::focus;
use crate::t;

/// The first tokens of the vocabulary, which belong to the machinery and are not offered for typing.
const N_SPECIAL: usize = 3;

/// A dialog that does not block the page. It takes the focus when it opens.
#[component]
pub fn EditPopover(
    /// The token as it stood when the dialog opened. No default.
    view: TokenView,
    /// Its position. No default.
    position: usize,
    /// What can be done to it. No default.
    actions: TokenActions,
    /// Called when the reader is done; the focus should go back to the token. No default.
    on_close: Callback<()>,
    /// Called when the reader has turned to another part of the page. No default.
    on_leave: Callback<()>,
) -> impl IntoView {
    let text = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let dialog = NodeRef::<Div>::new();
    Effect::new(move |_| focus("[data-part=\"edit-popover\"] [data-replace]"));

    let with_text = move |action: Callback<(usize, String), Result<(), String>>| match action
        .run((position, text.get_untracked()))
    {
        Ok(()) => on_close.run(()),
        Err(message) => error.set(Some(message)),
    };
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        with_text(actions.replace_with_text);
    };
    let on_delete = move |_| {
        actions.delete.run(position);
        on_close.run(());
    };
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            on_close.run(());
        }
    };
    let on_focus_out = move |event: leptos::ev::FocusEvent| {
        if dialog
            .get_untracked()
            .is_some_and(|dialog| has_left(&event, &dialog))
        {
            on_leave.run(());
        }
    };
    let replace = |alternative: Alternative| {
        let token = alternative.token;
        let prob = alternative
            .prob
            .map(|prob| view! { <small>{probability(prob)}</small> });
        let on_click = move |_| {
            actions.replace.run((position, token));
            on_close.run(());
        };
        view! {
            <button type="button" class="choice" data-replace=token.text() on:click=on_click>
                <span translate="no">{shown(token)}</span>
                {prob}
            </button>
        }
    };
    let (likely, digits): (Vec<_>, Vec<_>) = alternatives(&view)
        .into_iter()
        .partition(|choice| choice.prob.is_some());
    let likely = (!likely.is_empty()).then(|| {
        view! {
            <p class="popover-name">{t!("edit-ideas")}</p>
            <div class="choices">{likely.into_iter().map(replace).collect_view()}</div>
        }
    });
    let title = t!("edit-title", token = shown(view.token));
    view! {
        <div
            class="popover"
            data-part="edit-popover"
            role="dialog"
            aria-label=title.clone()
            tabindex="-1"
            node_ref=dialog
            on:keydown=on_key
            on:focusout=on_focus_out
        >
            <div class="popover-head">
                <p class="popover-title">{title.clone()}</p>
                <button type="button" class="icon-button" data-part="edit-close" aria-label=t!("edit-close") on:click=move |_| on_close.run(())>
                    "\u{2715}"
                </button>
            </div>
            {likely}
            <p class="popover-name">{t!("edit-digits")}</p>
            <div class="choices">{digits.into_iter().map(replace).collect_view()}</div>
            <form class="popover-form" on:submit=on_submit>
                <label class="popover-name" for="edit-text">{t!("edit-own")}</label>
                <div class="popover-line">
                    <input
                        id="edit-text"
                        class="field"
                        data-part="edit-text"
                        list="edit-words"
                        autocomplete="off"
                        autocapitalize="off"
                        spellcheck="false"
                        prop:value=move || text.get()
                        on:input=move |event| {
                            text.set(event_target_value(&event));
                            error.set(None);
                        }
                    />
                    <datalist id="edit-words">
                        {vocabulary().iter().skip(N_SPECIAL).map(|word| view! { <option value=*word></option> }).collect_view()}
                    </datalist>
                    <button type="submit" class="button" data-part="edit-replace">{t!("edit-replace")}</button>
                    <button type="button" class="button" data-part="edit-insert" on:click=move |_| with_text(actions.insert_text)>
                        {t!("edit-insert")}
                    </button>
                </div>
                {move || error.get().map(|error| view! { <p class="field-error" data-part="edit-error" role="alert">{error}</p> })}
            </form>
            <button type="button" class="button" data-part="edit-delete" on:click=on_delete>{t!("edit-delete")}</button>
        </div>
    }
}
