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
    // Watched for as long as the block is there.
    let watch = StoredValue::new_local(None::<Watch>);
    Effect::new(move |_| {
        if let Some(block) = block.get()
            && watch.with_value(Option::is_none)
        {
            watch.set_value(Watch::start(&block, on_near));
        }
    });
    view! { <div node_ref=block>{children()}</div> }
}

/// Watches a block until it was near once, or is dropped.
struct Watch {
    observer: IntersectionObserver,
    _on_change: Closure<dyn FnMut(js_sys::Array, IntersectionObserver)>,
}

impl Watch {
    /// Nothing where the browser cannot watch: the block then counts as near.
    fn start(block: &Element, on_near: Callback<()>) -> Option<Watch> {
        let on_change = Closure::new(
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
        let made =
            IntersectionObserver::new_with_options(on_change.as_ref().unchecked_ref(), &options);
        let Ok(observer) = made else {
            // Rather too early than never.
            on_near.run(());
            return None;
        };
        observer.observe(block);
        Some(Watch {
            observer,
            _on_change: on_change,
        })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
