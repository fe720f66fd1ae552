//! The page's side of the engine: compiles it once, keeps one worker for each of the two models on the page, sends
//! requests and hands each event to the one who asked. `pool.rs` has the workers for many texts.
//!
//! Two workers, so that GPT small's chain never waits for GPT large. A worker that dies is forgotten, with all that
//! waited for it; the next request to its lane starts another one, without the models that the old one held.

mod pool;

use std::cell::{Cell, RefCell};
use std::collections::{HashMap, VecDeque};
use std::rc::Rc;

use js_sys::{Array, ArrayBuffer, Uint8Array, WebAssembly};
use syw_core::card::ModelCard;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, ErrorEvent, MessageEvent, Url, Worker};

use crate::assets::{self, Cached, FetchError};
use crate::protocol::{Event, Request, RequestId, WORKER_START};
use crate::t;
use crate::turn::turn;
pub use pool::{Pool, PoolEvent, Tile};

/// Which of the two workers of the duel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lane {
    Large,
    Small,
}

/// The place of a worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Seat {
    Duel(Lane),
    /// Another one, of a pool most often, by a number of its own.
    Pool(u32),
}

impl From<Lane> for Seat {
    fn from(lane: Lane) -> Seat {
        Seat::Duel(lane)
    }
}

/// A request that may be cancelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ticket {
    seat: Seat,
    id: RequestId,
}

/// Why there is no engine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenError {
    /// The browser has no WebAssembly SIMD.
    NoSimd,
    Fetch(FetchError),
    /// The engine arrived and is not one.
    Compile(String),
}

/// The engine, ready for requests. Clones share it.
#[derive(Clone)]
pub struct Session {
    shared: Rc<Shared>,
}

struct Shared {
    module: WebAssembly::Module,
    script_url: String,
    seats: RefCell<HashMap<Seat, Running>>,
    last_id: RefCell<RequestId>,
    last_seat: Cell<u32>,
    on_crash: Box<dyn Fn(Lane, String)>,
    /// Who hears of the death of a pool's worker.
    on_loss: RefCell<HashMap<Seat, OnLoss>>,
    /// What the duel's workers have said and nobody has heard yet.
    inbox: RefCell<VecDeque<(Seat, Event)>>,
    is_hearing: Cell<bool>,
}

/// How much of what was said is heard in one task: more would keep a slow machine from its reader for too long.
const HEARD_TOGETHER: usize = 12;

type Handler = Box<dyn FnMut(Event)>;
type OnLoss = Rc<dyn Fn(String)>;

struct Running {
    worker: Worker,
    handlers: HashMap<RequestId, Handler>,
    // The worker calls these for as long as it lives.
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl Session {
    /// Fetches and compiles the engine. `progress` hears of its bytes, and their number where the server tells it.
    pub async fn open(
        cached: Cached,
        progress: impl Fn(u64, u64) + 'static,
        on_crash: impl Fn(Lane, String) + 'static,
    ) -> Result<Session, OpenError> {
        if !has_simd() {
            return Err(OpenError::NoSimd);
        }
        let glue = assets::worker_glue(cached)
            .await
            .map_err(OpenError::Fetch)?;
        let module = compile(cached, progress).await?;
        let script = Array::of1(&format!("{glue}\n{WORKER_START}").into());
        let options = BlobPropertyBag::new();
        options.set_type("text/javascript");
        let script_url = Blob::new_with_str_sequence_and_options(&script, &options)
            .and_then(|blob| Url::create_object_url_with_blob(&blob))
            .map_err(|error| OpenError::Compile(message(&error)))?;
        let shared = Shared {
            module,
            script_url,
            seats: RefCell::default(),
            last_id: RefCell::default(),
            last_seat: Cell::default(),
            on_crash: Box::new(on_crash),
            on_loss: RefCell::default(),
            inbox: RefCell::default(),
            is_hearing: Cell::default(),
        };
        Ok(Session {
            shared: Rc::new(shared),
        })
    }

    /// Gives a model to a worker. The bytes move there.
    pub fn load(
        &self,
        seat: impl Into<Seat>,
        card: &ModelCard,
        bytes: &Uint8Array,
        on_event: impl FnMut(Event) + 'static,
    ) {
        let card = Box::new(card.clone());
        self.post(
            seat.into(),
            |id| Request::Load { id, card },
            Some(bytes.buffer()),
            Box::new(on_event),
        );
    }

    /// Sends a request. `on_event` hears every event of it, unless it is cancelled or the worker dies first.
    pub fn send(
        &self,
        seat: impl Into<Seat>,
        request: impl FnOnce(RequestId) -> Request,
        on_event: impl FnMut(Event) + 'static,
    ) -> Ticket {
        self.post(seat.into(), request, None, Box::new(on_event))
    }

    /// Ends a request before its time; nothing is heard of it from here on.
    pub fn cancel(&self, ticket: Ticket) {
        let mut seats = self.shared.seats.borrow_mut();
        let Some(running) = seats.get_mut(&ticket.seat) else {
            return;
        };
        if running.handlers.remove(&ticket.id).is_some() {
            post_json(&running.worker, &Request::Cancel { id: ticket.id }, None);
        }
    }

    fn post(
        &self,
        seat: Seat,
        request: impl FnOnce(RequestId) -> Request,
        bytes: Option<ArrayBuffer>,
        handler: Handler,
    ) -> Ticket {
        let id = {
            let mut last_id = self.shared.last_id.borrow_mut();
            *last_id = last_id.wrapping_add(1);
            *last_id
        };
        if !self.shared.seats.borrow().contains_key(&seat) {
            match self.start(seat) {
                Ok(running) => drop(self.shared.seats.borrow_mut().insert(seat, running)),
                Err(error) => {
                    // Told later, as every failure of a worker is: the caller has its ticket by then.
                    let session = self.clone();
                    spawn_local(async move { session.tell_loss(seat, message(&error)) });
                    return Ticket { seat, id };
                }
            }
        }
        if let Some(running) = self.shared.seats.borrow_mut().get_mut(&seat) {
            running.handlers.insert(id, handler);
            post_json(&running.worker, &request(id), bytes);
        }
        Ticket { seat, id }
    }

    fn start(&self, seat: Seat) -> Result<Running, JsValue> {
        let worker = Worker::new(&self.shared.script_url)?;
        let session = self.clone();
        let on_message = Closure::new(move |message: MessageEvent| {
            match (event_of(&message), seat) {
                // An error of the worker itself follows, with less in it.
                (Some(event @ Event::Crashed { .. }), _) => session.take(seat, event),
                (Some(event), Seat::Duel(_)) => session.gather(seat, event),
                (Some(event), Seat::Pool(_)) => session.take(seat, event),
                (None, _) => {}
            }
        });
        let session = self.clone();
        let on_error = Closure::new(move |error: ErrorEvent| {
            error.prevent_default();
            session.lose(seat, error.message());
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        worker.post_message(&self.shared.module)?;
        Ok(Running {
            worker,
            handlers: HashMap::new(),
            _on_message: on_message,
            _on_error: on_error,
        })
    }

    /// A worker of the duel says a token at a time, faster than they can be drawn: what has come meanwhile is heard together, and drawn once.
    fn gather(&self, seat: Seat, event: Event) {
        self.shared.inbox.borrow_mut().push_back((seat, event));
        if !self.shared.is_hearing.replace(true) {
            let session = self.clone();
            spawn_local(async move { session.hear().await });
        }
    }

    async fn hear(&self) {
        loop {
            turn().await;
            for _ in 0..HEARD_TOGETHER {
                let next = self.shared.inbox.borrow_mut().pop_front();
                let Some((seat, event)) = next else {
                    self.shared.is_hearing.set(false);
                    return;
                };
                self.take(seat, event);
            }
        }
    }

    fn take(&self, seat: Seat, event: Event) {
        if let Event::Crashed { message } = event {
            self.lose(seat, message);
            return;
        }
        let Some(id) = event.id() else { return };
        // The handler is out of the map while it runs, because it may send the next request.
        let handler = self
            .shared
            .seats
            .borrow_mut()
            .get_mut(&seat)
            .and_then(|running| running.handlers.remove(&id));
        let Some(mut handler) = handler else { return };
        let is_last = event.is_last();
        if !is_last && let Some(running) = self.shared.seats.borrow_mut().get_mut(&seat) {
            // A place holder, by which a cancellation from within the handler is noticed.
            running.handlers.insert(id, Box::new(|_| {}));
        }
        handler(event);
        if !is_last
            && let Some(running) = self.shared.seats.borrow_mut().get_mut(&seat)
            && let Some(place) = running.handlers.get_mut(&id)
        {
            *place = handler;
        }
    }

    fn lose(&self, seat: Seat, message: String) {
        if self.end(seat) {
            self.tell_loss(seat, message);
        }
    }

    /// Ends a worker, if there is one.
    fn end(&self, seat: Seat) -> bool {
        let lost = self.shared.seats.borrow_mut().remove(&seat);
        let is_lost = lost.is_some();
        // The next worker in this seat says what it says itself.
        self.shared.inbox.borrow_mut().retain(|(of, _)| *of != seat);
        if let Some(lost) = lost {
            lost.worker.terminate();
            // What it sent before is not heard any more.
            lost.worker.set_onmessage(None);
            lost.worker.set_onerror(None);
            // This may run inside one of the worker's own closures: they are dropped after it has returned.
            spawn_local(async move { drop(lost) });
        }
        is_lost
    }

    fn tell_loss(&self, seat: Seat, message: String) {
        let on_loss = self.shared.on_loss.borrow().get(&seat).cloned();
        match (seat, on_loss) {
            (Seat::Duel(lane), _) => (self.shared.on_crash)(lane, message),
            (Seat::Pool(_), Some(on_loss)) => on_loss(message),
            (Seat::Pool(_), None) => {}
        }
    }

    /// A place for another worker, which the first request to it starts.
    pub fn new_seat(&self) -> Seat {
        let last_seat = &self.shared.last_seat;
        last_seat.set(last_seat.get() + 1);
        Seat::Pool(last_seat.get())
    }

    /// Has the death of the worker in a seat beside the duel told.
    pub fn on_loss(&self, seat: Seat, on_loss: impl Fn(String) + 'static) {
        let mut all = self.shared.on_loss.borrow_mut();
        all.insert(seat, Rc::new(on_loss));
    }

    /// Ends the worker in a seat of a pool. Nothing is heard of it from here on.
    fn leave(&self, seat: Seat) {
        self.shared.on_loss.borrow_mut().remove(&seat);
        self.end(seat);
    }
}

async fn compile(
    cached: Cached,
    progress: impl Fn(u64, u64) + 'static,
) -> Result<WebAssembly::Module, OpenError> {
    let response = assets::worker_wasm(cached)
        .await
        .map_err(OpenError::Fetch)?;
    let total = response.headers().get("content-length").ok().flatten();
    let total: u64 = total.and_then(|length| length.parse().ok()).unwrap_or(0);
    let copy = response
        .clone()
        .map_err(|error| OpenError::Compile(message(&error)))?;
    let watched = response
        .clone()
        .map_err(|error| OpenError::Compile(message(&error)))?;
    spawn_local(async move {
        // A failure to read shows where the response itself is read.
        let _ = assets::bytes(&watched, "worker_bg.wasm", |received| {
            progress(received, total)
        })
        .await;
    });
    let resolved: js_sys::Promise = js_sys::Promise::resolve(&response).unchecked_into();
    let streamed = JsFuture::from(WebAssembly::compile_streaming(&resolved)).await;
    if let Ok(module) = streamed {
        return Ok(module.unchecked_into());
    }
    // A server may send wasm under another media type, which streaming refuses.
    let bytes = assets::bytes(&copy, "worker_bg.wasm", |_| {})
        .await
        .map_err(OpenError::Fetch)?;
    let module = JsFuture::from(WebAssembly::compile(&bytes)).await;
    module
        .map(JsCast::unchecked_into)
        .map_err(|error| OpenError::Compile(message(&error)))
}

/// Whether the browser runs WebAssembly SIMD: validates a function of no arguments that splats a vector.
fn has_simd() -> bool {
    const PROBE: [u8; 31] = [
        0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0,
        253, 15, 253, 98, 11,
    ];
    WebAssembly::validate(&Uint8Array::from(PROBE.as_slice())).unwrap_or(false)
}

fn post_json(worker: &Worker, request: &Request, bytes: Option<ArrayBuffer>) {
    let json = serde_json::to_string(request).expect("requests are plain data");
    let sent = match bytes {
        None => worker.post_message(&Array::of1(&json.into())),
        Some(bytes) => worker
            .post_message_with_transfer(&Array::of2(&json.into(), &bytes), &Array::of1(&bytes)),
    };
    if let Err(error) = sent {
        leptos::logging::error!("a request was not sent: {}", message(&error));
    }
}

fn event_of(message: &MessageEvent) -> Option<Event> {
    let parts: Array = message.data().dyn_into().ok()?;
    serde_json::from_str(&parts.get(0).as_string()?).ok()
}

fn message(error: &JsValue) -> String {
    let error = error
        .dyn_ref::<js_sys::Error>()
        .map(|error| String::from(error.message()));
    error.unwrap_or_else(|| t!("loading-no-reason"))
}
