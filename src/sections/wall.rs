//! The page on a wall: one figure or one step of a lesson at a time, large, stepped by the arrow keys or a pointer's.

use leptos::ev;
use leptos::prelude::*;

use crate::lesson::slides::{Slide, Stride};
use crate::locale::named;
use crate::sections::figure::figure_view;
use crate::state::PageState;
use crate::t;

/// Listens to the keys of a presentation, and begins one at the key P.
#[component]
pub fn WallKeys(
    /// The page's state. No default.
    state: PageState,
) -> impl IntoView {
    let on_key = move |event: ev::KeyboardEvent| {
        let is_plain = !(event.ctrl_key() || event.meta_key() || event.alt_key());
        if !is_plain || event.default_prevented() || is_typing(&event) {
            return;
        }
        let key = event.key();
        match (state.slide.get_untracked(), key.as_str()) {
            (None, "p" | "P") => state.present(),
            (Some(_), key) => {
                if let Some(stride) =
                    Stride::of_key(key).filter(|it| *it == Stride::Leave || !has_arrows(&event))
                {
                    event.prevent_default();
                    state.stride(stride);
                }
            }
            _ => {}
        }
    };
    Effect::new(move |_| {
        let handle = window_event_listener(ev::keydown, on_key);
        on_cleanup(move || handle.remove());
        if state.query.with_untracked(|query| query.present) {
            state.present();
        }
    });
    // For the style sheet, which makes everything larger.
    Effect::new(move |_| {
        let is_on = state.slide.with(Option::is_some);
        if let Some(root) = document().document_element() {
            // Neither call can fail: the name is a fixed, legal one.
            let _ = match is_on {
                true => root.set_attribute("data-wall", ""),
                false => root.remove_attribute("data-wall"),
            };
        }
    });
}

/// Whether keys go into a text.
fn is_typing(event: &ev::KeyboardEvent) -> bool {
    target(event).is_some_and(|element| {
        let kind = element.get_attribute("type").unwrap_or_default();
        match element.local_name().as_str() {
            "textarea" | "select" => true,
            "input" => !matches!(kind.as_str(), "radio" | "checkbox" | "range"),
            _ => element
                .closest("dialog[open]")
                .is_ok_and(|found| found.is_some()),
        }
    })
}

/// Whether the arrows mean something to what has the focus.
fn has_arrows(event: &ev::KeyboardEvent) -> bool {
    target(event).is_some_and(|element| {
        let found = element
            .closest("input, [role='group'][tabindex], [data-map], [role='grid'], [role='slider']");
        found.is_ok_and(|found| found.is_some())
    })
}

fn target(event: &ev::KeyboardEvent) -> Option<web_sys::Element> {
    use wasm_bindgen::JsCast;
    event.target()?.dyn_into().ok()
}

/// The slide that is shown, with its place and buttons for those without keys.
#[component]
pub fn Wall(
    /// The page's state. No default.
    state: PageState,
) -> impl IntoView {
    let slide: Memo<Option<Slide>> = Memo::new(move |_| {
        let at = state.slide.get()?;
        state.slides().get(at).cloned()
    });
    let drawn = move || match slide.get() {
        Some(Slide::Figure(figure)) => {
            let name = named("wall", &figure.name());
            view! { <h1 class="wall-title" data-part="wall-title">{name}</h1> {figure_view(state, &figure)} }.into_any()
        }
        _ => ().into_any(),
    };
    view! {
        <main class="wall" data-part="wall" data-slide=move || state.slide.get().map(|at| at.to_string()) data-hide="tools guesses exports provenance presets">
            {drawn}
        </main>
        <WallFoot state />
    }
}

/// Where one is, and the ways on and out.
#[component]
pub fn WallFoot(
    /// The page's state. No default.
    state: PageState,
) -> impl IntoView {
    let place = move || {
        let at = state.slide_idx()? + 1;
        Some(t!("wall-place", at = at, of = state.slides().len()))
    };
    let button = move |part: &'static str, stride: Stride, says: String| {
        view! { <button type="button" class="button" data-part=part on:click=move |_| state.stride(stride)>{says}</button> }
    };
    view! {
        <p class="wall-foot" data-no-print="">
            {button("wall-back", Stride::Back, t!("wall-back"))}
            <span role="status" data-part="wall-place">{place}</span>
            {button("wall-on", Stride::On, t!("wall-on"))}
            {button("wall-leave", Stride::Leave, t!("wall-leave"))}
        </p>
    }
}
