//! For teachers: a link to a lesson or to the page with controls left out or fixed, the count of a class's result codes, and
//! what else there is for a classroom. No server takes part in any of it.

pub mod link;
pub mod tally;

use leptos::prelude::*;

use crate::components::{Dialog, OneFileLink};
use crate::sections::classroom::link::LinkMaker;
use crate::sections::classroom::tally::TallyView;
use crate::state::PageState;
use crate::t;

/// The button in the head, and its dialog.
#[component]
pub fn Classroom(
    /// The page's state. No default.
    state: PageState,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let present = move |_| {
        is_open.set(false);
        state.present();
    };
    let content = move || {
        view! {
            <p class="measure">{t!("class-lead")}</p>
            <LinkMaker state />
            <TallyView state />
            <h3>{t!("class-more")}</h3>
            <p class="lesson-steps">
                <button type="button" class="button" data-part="class-present" on:click=present>{t!("class-present")}</button>
                <a href="guide.html" data-part="class-guide">{t!("class-guide")}</a>
            </p>
            <p><OneFileLink note=t!("offline-one-file-hint") /></p>
            <p class="note">{t!("class-privacy")}</p>
        }
    };
    view! {
        <button type="button" class="tool" data-part="class" aria-haspopup="dialog" on:click=move |_| is_open.set(true)>
            {t!("class-open")}
        </button>
        <Dialog is_open title=Signal::derive(|| t!("class-title")) part="class-dialog">{content}</Dialog>
    }
}
