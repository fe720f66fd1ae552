//! A worker beside the duel that runs whatever models a figure needs, one question after the other.
//!
//! A question that is still open when the worker dies, or that a newer one has replaced, is never answered: what waits for
//! it is forgotten with it.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use js_sys::Promise;
use syw_core::Token;
use syw_core::card::ModelCard;
use syw_core::decoding::Completion;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::{Cause, PageState};
use crate::assets::{self, Cached};
use crate::protocol::{Event, FailureKind, Request};
use crate::session::{Seat, Session};
use crate::t;

/// What a figure has of a worker. Nothing on the page shows it.
#[derive(Default)]
pub(super) struct Side {
    seat: Option<Seat>,
    loaded: BTreeSet<String>,
    /// After a failure, files come from the server again.
    is_cache_refused: bool,
}

impl Side {
    /// Has the next files come from the server, until one has served.
    pub(super) fn refuse_cache(&mut self) {
        self.is_cache_refused = true;
    }
}

/// Why a question has no answer: whom to blame, and what happened, lower case, without a final stop.
pub(super) type Refusal = (Cause, String);

/// A worker with models in it.
#[derive(Clone)]
pub(super) struct Bench {
    session: Session,
    seat: Seat,
    side: Rc<RefCell<Side>>,
}

impl PageState {
    /// The worker of a figure, started where there is none; nothing before the engine is here. `on_loss` hears of its death.
    pub(super) fn bench(
        self,
        side: &Rc<RefCell<Side>>,
        on_loss: impl Fn(String) + 'static,
    ) -> Option<Bench> {
        let session = self.running(|running| running.loading.session.clone())?;
        let known = side.borrow().seat;
        let seat = known.unwrap_or_else(|| {
            let seat = session.new_seat();
            side.borrow_mut().seat = Some(seat);
            let side = side.clone();
            session.on_loss(seat, move |reason| {
                *side.borrow_mut() = Side::default();
                on_loss(reason);
            });
            seat
        });
        Some(Bench {
            session,
            seat,
            side: side.clone(),
        })
    }
}

impl Bench {
    /// Continues texts with a model, which is fetched and loaded first where the worker lacks it.
    pub(super) async fn complete(
        &self,
        card: &ModelCard,
        prefixes: Vec<Vec<Token>>,
        max_new: usize,
    ) -> Result<Vec<Completion>, Refusal> {
        if prefixes.is_empty() {
            return Ok(Vec::new());
        }
        self.load(card).await?;
        let model = card.id.clone();
        let request = move |id| Request::CompleteMany {
            id,
            model,
            prefixes,
            max_new,
        };
        match self.ask(request).await {
            Event::Completed { completions, .. } => Ok(completions),
            other => Err(refusal(other)),
        }
    }

    async fn load(&self, card: &ModelCard) -> Result<(), Refusal> {
        if self.side.borrow().loaded.contains(&card.id) {
            return Ok(());
        }
        let cached = match self.side.borrow().is_cache_refused {
            true => Cached::Refused,
            false => Cached::Allowed,
        };
        let bytes = assets::model(card, cached, |_, _| {})
            .await
            .map_err(|error| (Cause::Model, error.to_string()))?;
        let session = self.session.clone();
        let (seat, its_card) = (self.seat, card.clone());
        let event = heard(move |on_event| session.load(seat, &its_card, &bytes, on_event)).await;
        match event {
            Event::Loaded { .. } => {
                let mut side = self.side.borrow_mut();
                side.is_cache_refused = false;
                side.loaded.insert(card.id.clone());
                Ok(())
            }
            other => Err(refusal(other)),
        }
    }

    async fn ask(&self, request: impl FnOnce(u32) -> Request + 'static) -> Event {
        let session = self.session.clone();
        let seat = self.seat;
        heard(move |on_event| {
            session.send(seat, request, on_event);
        })
        .await
    }
}

fn refusal(event: Event) -> Refusal {
    match event {
        Event::Failed { failure, .. } => {
            let cause = match failure.kind {
                FailureKind::Digest | FailureKind::Model => Cause::Model,
                FailureKind::NotLoaded | FailureKind::Request => Cause::Engine,
            };
            (cause, failure.message)
        }
        _ => (Cause::Engine, t!("watchers-other-answer")),
    }
}

/// The last event of what `send` asks for.
async fn heard(send: impl FnOnce(Box<dyn FnMut(Event)>)) -> Event {
    let answer = Rc::new(RefCell::new(None));
    let mut send = Some(send);
    let promise = Promise::new(&mut |resolve, _| {
        let answer = answer.clone();
        let on_event = move |event: Event| {
            if event.is_last() {
                *answer.borrow_mut() = Some(event);
                // A promise's own function takes any argument and cannot fail.
                let _ = resolve.call0(&JsValue::NULL);
            }
        };
        if let Some(send) = send.take() {
            send(Box::new(on_event));
        }
    });
    let _ = JsFuture::from(promise).await;
    let event = answer.borrow_mut().take();
    event.unwrap_or(Event::Crashed {
        message: String::new(),
    })
}
