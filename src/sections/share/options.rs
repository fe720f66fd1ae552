//! How the shared figure looks, and what a reader of it can change.

use leptos::prelude::*;

use crate::locale::named;
use crate::query::{Control, Theme};
use crate::sections::share::Chosen;
use crate::t;

/// Theme, lock, and what is left out.
#[component]
pub fn Options(chosen: Chosen) -> impl IntoView {
    let theme = move |theme: Option<Theme>| {
        let name = theme.map_or("", Theme::name);
        let says = theme.map_or_else(
            || t!("share-theme-readers"),
            |theme| named("share-theme", theme.name()),
        );
        let is_chosen = move || chosen.query.with(|query| query.theme) == theme;
        view! { <option value=name selected=is_chosen>{says}</option> }
    };
    let choose_theme = move |event| {
        let theme = Theme::from_name(&event_target_value(&event));
        chosen.query.update(|query| query.theme = theme);
    };
    let control = move |control: Control| {
        let is_hidden = move || chosen.query.with(|query| query.hide.contains(&control));
        let toggle = move |event| {
            let is_hidden = event_target_checked(&event);
            chosen.query.update(|query| {
                match is_hidden {
                    true => query.hide.insert(control),
                    false => query.hide.remove(&control),
                };
            });
        };
        view! {
            <label>
                <input type="checkbox" data-hide=control.name() prop:checked=is_hidden on:change=toggle />
                " "
                {named("share-hide", control.name())}
            </label>
        }
    };
    view! {
        <details class="share-options" data-part="share-options">
            <summary>{t!("share-options")}</summary>
            <label>
                {t!("share-theme")}
                " "
                <select class="field" data-part="share-theme" on:change=choose_theme>
                    {[None, Some(Theme::Light), Some(Theme::Dark), Some(Theme::Projector)].map(theme)}
                </select>
            </label>
            <label>
                <input
                    type="checkbox"
                    data-part="share-lock"
                    prop:checked=move || chosen.query.with(|query| query.lock)
                    on:change=move |event| {
                        let is_locked = event_target_checked(&event);
                        chosen.query.update(|query| query.lock = is_locked);
                    }
                />
                " "
                {t!("share-lock")}
            </label>
            <fieldset class="share-hide">
                <legend>{t!("share-hide")}</legend>
                {Control::ALL.map(control)}
            </fieldset>
        </details>
    }
    .into_any()
}
