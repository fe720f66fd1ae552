//! Speaks with the window around, where the page is one figure in a frame. What is said and heeded, `host` decides.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::web_sys::Element;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, ResizeObserver, Window};

use super::{PageState, now_ms};
use crate::host::{Pace, Turn, Word, heard, messages, secret};
use crate::query::Theme;
use crate::settings::encode;

/// The way out of the frame.
#[derive(Clone)]
pub(super) struct Host {
    around: Window,
    secret: Option<String>,
}

impl Host {
    /// The window around this one, if there is one. To be asked before the page writes its address, which may hold a secret.
    pub(super) fn find() -> Option<Host> {
        let around = window().parent().ok().flatten()?;
        let is_framed = !js_sys::Object::is(around.as_ref(), window().as_ref());
        let hash = window().location().hash().unwrap_or_default();
        is_framed.then(|| Host {
            around,
            secret: secret(&hash),
        })
    }

    fn say(&self, word: &Word) {
        for message in messages(word, self.secret.as_deref()) {
            let Ok(message) = js_sys::JSON::parse(&message.to_string()) else {
                continue;
            };
            // Nothing in it is a secret from any host, so it may be read by whoever has made the frame.
            let _ = self.around.post_message(&message, "*");
        }
    }

    /// Says a word that changes often, now or a little later, when it may be another.
    fn say_in_turn(&self, pace: Rc<RefCell<Pace>>, latest: Rc<dyn Fn() -> Word>) {
        let word = latest();
        let turn = pace.borrow_mut().ask(now_ms(), &word);
        match turn {
            Turn::Now => self.say(&word),
            Turn::After(wait) => {
                let host = self.clone();
                let later = move || {
                    pace.borrow_mut().wake();
                    host.say_in_turn(pace, latest);
                };
                set_timeout(later, Duration::from_millis(wait.ceil() as u64));
            }
            Turn::Not => {}
        }
    }
}

impl PageState {
    /// Tells the host what the frame comes to, and does what it wishes. In a browser only, once, from an embedded figure.
    pub(super) fn follow_host(self, host: Host) {
        let listener = window_event_listener_untyped("message", {
            let around = host.around.clone();
            move |event| {
                let event: MessageEvent = event.unchecked_into();
                // The origin of a frame in a frame may be anybody's; the window is the one that made this frame.
                let is_around = event
                    .source()
                    .is_some_and(|source| js_sys::Object::is(source.as_ref(), around.as_ref()));
                if let Some(theme) = is_around.then(|| wish_of(&event.data())).flatten() {
                    self.theme.set(theme);
                }
            }
        });
        on_cleanup(move || listener.remove());
        let pace = Rc::default();
        let said = host.clone();
        let hash = Rc::new(move || Word::State {
            hash: encode(&untrack(|| self.settings())),
        });
        Effect::new(move |before: Option<()>| {
            let _ = self.settings();
            // The host has chosen what the frame begins with.
            if before.is_some() {
                said.say_in_turn(Rc::clone(&pace), hash.clone());
            }
        });
        self.running(|running| running.host = Some(host));
    }

    /// Tells the host that the figure stands, and from now on how high its content is.
    pub fn tell_height_of(self, content: Element, figure: String) {
        let Some(host) = self.running(|running| running.host.clone()) else {
            return;
        };
        host.say(&Word::Ready { figure });
        let pace = Rc::default();
        let height: Rc<dyn Fn() -> Word> = {
            let content = content.clone();
            Rc::new(move || Word::Height(content.get_bounding_client_rect().height().ceil() as u32))
        };
        let on_change = Closure::<dyn FnMut()>::new(move || {
            host.say_in_turn(Rc::clone(&pace), Rc::clone(&height));
        });
        if let Ok(observer) = ResizeObserver::new(on_change.as_ref().unchecked_ref()) {
            observer.observe(&content);
        }
        // The figure stays for as long as the frame does.
        on_change.forget();
    }
}

/// The theme that a message asks for. Data that is no JSON, a ring say, asks for nothing.
fn wish_of(data: &JsValue) -> Option<Theme> {
    heard(&js_sys::JSON::stringify(data).ok()?.as_string()?)
}
