//! The engine's binary: connects a [`Desk`] to the messages of a web worker.
//!
//! It runs for at most [`SLICE_MS`] at a time and then lets the message queue have its turn, so that a cancellation
//! gets in between two tokens. The turn is taken by a message to itself: timers would wait at least 4 ms.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, ArrayBuffer, Uint8Array};
use show_your_work::protocol::Event;
use show_your_work::worker::Desk;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent};

/// Long enough for messages to cost nothing beside it, short enough for a reader not to notice.
const SLICE_MS: f64 = 8.0;

fn main() {
    std::panic::set_hook(Box::new(|panic| {
        send(&Event::Crashed {
            message: panic.to_string(),
        })
    }));
    let desk = Rc::new(RefCell::new(Desk::new(now_ms)));
    let turns = MessageChannel::new().expect("a worker has message channels");
    let next_turn = turns.port2();
    let take_turn = {
        let (desk, next_turn) = (desk.clone(), next_turn.clone());
        Closure::<dyn Fn()>::new(move || {
            let start = now_ms();
            let mut desk = desk.borrow_mut();
            while desk.is_busy() && now_ms() - start < SLICE_MS {
                desk.work().iter().for_each(send);
            }
            if desk.is_busy() {
                post_turn(&next_turn);
            }
        })
    };
    turns
        .port1()
        .set_onmessage(Some(take_turn.as_ref().unchecked_ref()));
    let receive = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
        let parts = Array::from(&message.data());
        let json = parts
            .get(0)
            .as_string()
            .expect("a message starts with its JSON");
        let request = serde_json::from_str(&json).expect("page and worker are built together");
        let bytes = parts
            .get(1)
            .dyn_into::<ArrayBuffer>()
            .map(|buffer| Uint8Array::new(&buffer).to_vec());
        let mut desk = desk.borrow_mut();
        let was_busy = desk.is_busy();
        if let Some(event) = desk.take(request, &bytes.unwrap_or_default()) {
            send(&event);
        }
        if desk.is_busy() && !was_busy {
            post_turn(&next_turn);
        }
    });
    scope().set_onmessage(Some(receive.as_ref().unchecked_ref()));
    // Both live as long as the worker.
    take_turn.forget();
    receive.forget();
    send(&Event::Ready);
}

fn post_turn(port: &web_sys::MessagePort) {
    port.post_message(&JsValue::NULL)
        .expect("null can be posted");
}

fn send(event: &Event) {
    let json = serde_json::to_string(event).expect("events are plain data");
    scope()
        .post_message(&Array::of1(&json.into()))
        .expect("text can be posted");
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

fn now_ms() -> f64 {
    scope().performance().map_or(0.0, |clock| clock.now())
}
