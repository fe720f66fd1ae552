//! Lets everything else have its turn in the middle of long work: input, painting, messages.

use js_sys::Promise;
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

/// Ends the task that runs; what follows runs in one of its own. A message to itself, because timers would wait at least 4 ms
/// and stand still in a page that is out of sight.
pub async fn turn() {
    let Ok(channel) = MessageChannel::new() else {
        return;
    };
    let (to, from) = (channel.port1(), channel.port2());
    let heard = Promise::new(&mut |resolve, _| {
        let on_message = Closure::once_into_js(move || {
            // The function of a promise does not throw.
            let _ = resolve.call0(&JsValue::NULL);
        });
        from.set_onmessage(Some(on_message.unchecked_ref()));
    });
    if to.post_message(&JsValue::NULL).is_ok() {
        // Such a promise is never refused.
        let _ = JsFuture::from(heard).await;
    }
    from.close();
}

/// Waits until the browser has painted the document for the first time, or is not about to: it is hidden, or it takes too long.
pub async fn first_paint() {
    for _ in 0..MOST_LOOKS {
        let is_painted = window()
            .performance()
            .is_none_or(|clock| clock.get_entries_by_name(FIRST_PAINT).length() > 0);
        if is_painted || document().hidden() {
            return;
        }
        let looked = Promise::new(&mut |resolve, _| {
            let again = window()
                .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, BETWEEN_LOOKS_MS);
            if again.is_err() {
                // The function of a promise does not throw.
                let _ = resolve.call0(&JsValue::NULL);
            }
        });
        // Such a promise is never refused.
        let _ = JsFuture::from(looked).await;
    }
}

const FIRST_PAINT: &str = "first-contentful-paint";
const BETWEEN_LOOKS_MS: i32 = 20;
const MOST_LOOKS: usize = 25;
