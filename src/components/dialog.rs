//! A dialog over the page: the browser's own, so that Escape closes it, nothing behind it can be reached, and the focus
//! returns to where it came from.

use crate::place::show_focus;
use crate::t;
use leptos::html;
use leptos::prelude::*;

/// A dialog with a title and a button that closes it. Its content exists only while it is open.
#[component]
pub fn Dialog(
    /// Whether it is open; the dialog puts it back when a reader closes it. No default.
    is_open: RwSignal<bool>,
    /// What it is about, as its heading. No default.
    #[prop(into)]
    title: Signal<String>,
    /// Its name, for tests and styles. No default.
    part: &'static str,
    /// What stands in it. No default.
    children: ChildrenFn,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let (Some(dialog), is_open) = (dialog.get(), is_open.get()) else {
            return;
        };
        match (is_open, dialog.open()) {
            // Refused only where it is not in the page, and then nobody sees it either.
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    // A press outside of the content is one on the dialog itself, which has no padding.
    let on_press = move |event: leptos::ev::MouseEvent| {
        if event.target() == event.current_target() {
            is_open.set(false);
        }
    };
    // A browser tells of it a frame after Escape; a reader may have opened it again by then.
    let on_close = move |_| {
        if dialog.with_untracked(|dialog| !dialog.as_ref().is_some_and(|dialog| dialog.open())) {
            is_open.set(false);
            // The page behind it can be scrolled by keyboard; the browser gives the focus back and does not go there.
            show_focus();
        }
    };
    let title_id = format!("{part}-title");
    let named_by = title_id.clone();
    let content = move || {
        is_open
            .get()
            .then(|| view! { <div class="dialog-content">{children()}</div> })
    };
    view! {
        <dialog
            node_ref=dialog
            class="dialog"
            data-part=part
            aria-labelledby=named_by
            on:close=on_close
            on:click=on_press
        >
            <div class="dialog-body">
                <div class="dialog-head">
                    <h2 id=title_id>{title}</h2>
                    <button type="button" class="button" data-part="dialog-close" on:click=move |_| is_open.set(false)>
                        {t!("dialog-close")}
                    </button>
                </div>
                {content}
            </div>
        </dialog>
    }
    .into_any()
}
