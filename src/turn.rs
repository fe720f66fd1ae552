//! Lets everything else have its turn in the middle of long work: input, painting, messages.

use js_sys::Promise;
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
