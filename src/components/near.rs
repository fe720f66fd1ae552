//! What is worth fetching only once a reader comes near it.

use leptos::html::Div;
use leptos::prelude::*;
use leptos::web_sys::Element;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// How far above and below the view "near" begins.
const MARGIN: &str = "300px 0px";

/// A block that tells when it comes near the view. In a browser only.
#[component]
pub fn Near(
    /// Called once, when the block comes near the view. No default.
    #[prop(into)]
    on_near: Callback<()>,
    /// What stands in the block. No default.
    children: Children,
) -> impl IntoView {
    let block = NodeRef::<Div>::new();
    Effect::new(move |is_watched: Option<bool>| {
        if is_watched == Some(true) {
            return true;
        }
        block.get().inspect(|block| watch(block, on_near)).is_some()
    });
    view! { <div node_ref=block>{children()}</div> }
}

fn watch(block: &Element, on_near: Callback<()>) {
    let on_change = Closure::<dyn FnMut(js_sys::Array, IntersectionObserver)>::new(
        move |entries: js_sys::Array, observer: IntersectionObserver| {
            let is_near = |entry: wasm_bindgen::JsValue| {
                entry
                    .unchecked_into::<IntersectionObserverEntry>()
                    .is_intersecting()
            };
            if entries.iter().any(is_near) {
                observer.disconnect();
                on_near.run(());
            }
        },
    );
    let options = IntersectionObserverInit::new();
    options.set_root_margin(MARGIN);
    let observer =
        IntersectionObserver::new_with_options(on_change.as_ref().unchecked_ref(), &options);
    match observer {
        Ok(observer) => observer.observe(block),
        // Rather too early than never.
        Err(_) => on_near.run(()),
    }
    // The block stays for as long as the page does.
    on_change.forget();
}
