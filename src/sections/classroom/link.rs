//! A link for a class: a lesson or the page as it stands, with controls left out or fixed.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::components::CopyText;
use crate::lesson::LESSONS;
use crate::locale::{language, named};
use crate::plots::QrPlot;
use crate::query::{Control, Query, render};
use crate::state::PageState;
use crate::t;

/// The choices, the link, and its QR code.
#[component]
pub fn LinkMaker(
    /// The page's state. No default.
    state: PageState,
) -> impl IntoView {
    let lesson = RwSignal::new(Some(LESSONS[0].to_owned()));
    let hide = RwSignal::new(BTreeSet::<Control>::new());
    let lock = RwSignal::new(false);
    let query = move || Query {
        lesson: lesson.get(),
        hide: hide.get(),
        lock: lock.get(),
        lang: (language().tag != "en").then(|| language().tag.to_owned()),
        ..Query::default()
    };
    let page = untrack(|| state.page_address());
    let address = {
        let page = page.clone();
        Signal::derive(move || {
            // A lesson brings its own settings.
            let settings = match lesson.get() {
                Some(_) => String::new(),
                None => state.settings_text(),
            };
            with_parts(&page, &render(&query()), &settings)
        })
    };
    let choose = move |event| {
        let id = event_target_value(&event);
        lesson.set((!id.is_empty()).then_some(id));
    };
    let options = LESSONS.map(|id| {
        let is_chosen = move || lesson.with(|lesson| lesson.as_deref() == Some(id));
        view! { <option value=id selected=is_chosen>{named("class-lesson", id)}</option> }
    });
    let control = move |control: Control| {
        let toggle = move |event| {
            let is_on = event_target_checked(&event);
            hide.update(|hide| {
                match is_on {
                    true => hide.insert(control),
                    false => hide.remove(&control),
                };
            });
        };
        view! {
            <label class="check">
                <input type="checkbox" data-hide-control=control.name() prop:checked=move || hide.with(|hide| hide.contains(&control)) on:change=toggle />
                {named("class-control", control.name())}
            </label>
        }
    };
    let worksheet = {
        let page = page.clone();
        move |is_key: bool| {
            let page = page.clone();
            move || {
                let query = Query {
                    lesson: None,
                    worksheet: lesson.get(),
                    key: is_key,
                    ..query()
                };
                with_parts(&page, &render(&query), "")
            }
        }
    };
    let papers = move || {
        let (sheet, key) = (worksheet(false), worksheet(true));
        lesson.with(Option::is_some).then(|| {
            view! {
                <p class="lesson-steps">
                    <a href=sheet target="_blank" data-part="class-worksheet">{t!("class-worksheet")}</a>
                    <a href=key target="_blank" data-part="class-key">{t!("class-key")}</a>
                </p>
            }
        })
    };
    view! {
        <h3>{t!("class-link-title")}</h3>
        <div class="class-link">
            <div class="class-choices">
                <label>
                    {t!("class-lesson")}
                    " "
                    <select class="field" data-part="class-lesson" on:change=choose>
                        {options}
                        <option value="" selected=move || lesson.with(Option::is_none)>{t!("class-no-lesson")}</option>
                    </select>
                </label>
                <label class="check">
                    <input type="checkbox" data-part="class-lock" prop:checked=move || lock.get() on:change=move |event| lock.set(event_target_checked(&event)) />
                    {t!("class-lock")}
                </label>
                <fieldset class="class-hide">
                    <legend>{t!("class-hide")}</legend>
                    {Control::ALL.map(control)}
                </fieldset>
                <CopyText text=address label=t!("class-link") button=t!("copy-button") part="class-address" />
                {papers}
            </div>
            <figure class="class-qr" data-part="class-qr">
                <QrPlot text=address label=t!("class-qr") />
                <figcaption>{t!("class-qr")}</figcaption>
            </figure>
        </div>
    }
}

/// An address of its parts, without those that are empty.
fn with_parts(page: &str, query: &str, hash: &str) -> String {
    let part = |sign: &str, text: &str| match text.is_empty() {
        true => String::new(),
        false => format!("{sign}{text}"),
    };
    format!("{page}{}{}", part("?", query), part("#", hash))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_parts_leave_no_sign() {
        assert_eq!(with_parts("http://h/", "", ""), "http://h/");
        assert_eq!(with_parts("http://h/", "a=1", ""), "http://h/?a=1");
        assert_eq!(with_parts("http://h/", "", "p=1"), "http://h/#p=1");
        assert_eq!(with_parts("http://h/", "a=1", "p=1"), "http://h/?a=1#p=1");
    }
}
