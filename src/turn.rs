//! Lets everything else have its turn in the middle of long work: input, painting, messages.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use js_sys::{Function, Promise};
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageChannel, MessagePort};

thread_local! {
    static TURNS: Option<Turns> = Turns::new();
}

/// Ends the task that runs; what follows runs in one of its own. A message to itself, because timers would wait at least 4 ms
/// and stand still in a page that is out of sight.
pub async fn turn() {
    if let Some(taken) = TURNS.with(|turns| turns.as_ref().and_then(Turns::take)) {
        // Such a promise is never refused.
        let _ = JsFuture::from(taken).await;
    }
}

/// The one channel on which the page writes to itself. Messages arrive in the order in which they were sent, so each one
/// is for whoever has waited longest.
struct Turns {
    to: MessagePort,
    waiting: Rc<RefCell<VecDeque<Function>>>,
}

impl Turns {
    fn new() -> Option<Self> {
        let channel = MessageChannel::new().ok()?;
        let waiting = Rc::<RefCell<VecDeque<Function>>>::default();
        let on_message = {
            let waiting = waiting.clone();
            Closure::<dyn Fn()>::new(move || {
                let next = waiting.borrow_mut().pop_front();
                if let Some(resolve) = next {
                    // The function of a promise does not throw.
                    let _ = resolve.call0(&JsValue::NULL);
                }
            })
        };
        channel
            .port2()
            .set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        // It lives as long as the page.
        on_message.forget();
        let to = channel.port1();
        Some(Self { to, waiting })
    }

    /// A promise that is kept in a task of its own, or nothing where the browser takes no message.
    fn take(&self) -> Option<Promise> {
        self.to.post_message(&JsValue::NULL).ok()?;
        Some(Promise::new(&mut |resolve, _| {
            self.waiting.borrow_mut().push_back(resolve);
        }))
    }
}
