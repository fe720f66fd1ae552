//! The worker's side of the protocol, without the browser: a desk that takes requests and works on them one token at
//! a time. `bin/worker.rs` connects it to messages.

mod inside;
mod many;
mod think;

use std::collections::{HashMap, VecDeque};
use std::rc::Rc;

use syw_core::Token;
use syw_core::card::ModelCard;
use syw_core::decoding::{LanguageModel, Sampler, generated, softmax};
use syw_engine::{Error, OnnxModel, State, load, verify};

use crate::protocol::{End, Event, Failure, FailureKind, Request, RequestId, Sampling};
use inside::Patch;
use many::{Job, Many};

/// Everything a worker knows: its models and what it still has to write.
pub struct Desk {
    models: HashMap<String, Rc<OnnxModel>>,
    texts: VecDeque<Text>,
    /// Worked on while there is no text.
    patches: VecDeque<Patch>,
    /// Worked on while there is neither.
    many: VecDeque<Many>,
    now_ms: fn() -> f64,
}

/// A text being written or scored.
struct Text {
    id: RequestId,
    model: Rc<OnnxModel>,
    state: Option<State>,
    /// Read next, after `state`.
    unread: Vec<Token>,
    /// Tokens in `state` and `unread` together.
    length: usize,
    /// The length at which the text ends, and what that means.
    until: (usize, End),
    next: Next,
    took_ms: f64,
}

enum Next {
    Chosen(Sampler),
    Given(VecDeque<Token>),
}

impl Desk {
    /// A desk without models. `now_ms` is a clock in milliseconds.
    pub fn new(now_ms: fn() -> f64) -> Desk {
        Desk {
            models: HashMap::new(),
            texts: VecDeque::new(),
            patches: VecDeque::new(),
            many: VecDeque::new(),
            now_ms,
        }
    }

    /// Takes a request. What can be answered at once is; texts are written by [`work`](Desk::work).
    pub fn take(&mut self, request: Request, bytes: &[u8]) -> Option<Event> {
        let start = (self.now_ms)();
        let (id, result) = match request {
            Request::Load { id, card } => (id, self.load(id, &card, bytes, start).map(Some)),
            Request::Complete {
                id,
                model,
                prefix,
                sampling,
                max_new,
            } => (
                id,
                self.complete(id, &model, prefix, sampling, max_new)
                    .map(|()| None),
            ),
            Request::Score {
                id,
                model,
                text,
                from,
            } => (id, self.score(id, &model, text, from).map(|()| None)),
            Request::Distribution { id, model, prefix } => {
                (id, self.distribution(id, &model, &prefix, start).map(Some))
            }
            Request::Think {
                id,
                model,
                prompt,
                alterations,
                forced,
            } => (
                id,
                self.think(id, &model, &prompt, &alterations, &forced, start)
                    .map(Some),
            ),
            Request::CompleteMany {
                id,
                model,
                prefixes,
                max_new,
            } => (
                id,
                self.take_many(id, &model, prefixes, Job::Complete { max_new })
                    .map(|()| None),
            ),
            Request::ReadMany { id, model, texts } => (
                id,
                self.take_many(id, &model, texts, Job::Read).map(|()| None),
            ),
            Request::Explain { id, model, text } => (id, self.explain(id, &model, &text).map(Some)),
            Request::Patch {
                id,
                model,
                clean,
                corrupt,
            } => (
                id,
                self.take_patch(id, &model, &clean, &corrupt, start)
                    .map(|()| None),
            ),
            Request::Weights { id, model } => (id, self.weights(id, &model).map(Some)),
            Request::Cancel { id } => (id, Ok(self.cancel(id))),
        };
        result.unwrap_or_else(|failure| Some(Event::Failed { id, failure }))
    }

    /// Whether there is a text to work on.
    pub fn is_busy(&self) -> bool {
        !(self.texts.is_empty() && self.patches.is_empty() && self.many.is_empty())
    }

    /// Works on the oldest text for one token; where there is none, on the oldest patches for one slice; where there are none
    /// either, on the oldest of many texts for one slice.
    pub fn work(&mut self) -> Vec<Event> {
        let Some(text) = self.texts.front_mut() else {
            let event = match self.patches.is_empty() {
                true => self.work_on_many(),
                false => self.work_on_patches(),
            };
            return event.into_iter().collect();
        };
        let start = (self.now_ms)();
        let id = text.id;
        let (token, end) = match text.advance() {
            Ok(advance) => advance,
            Err(error) => {
                self.texts.pop_front();
                return vec![Event::Failed {
                    id,
                    failure: failure(error),
                }];
            }
        };
        text.took_ms += (self.now_ms)() - start;
        let mut events: Vec<Event> = token.into_iter().collect();
        if let Some(end) = end {
            events.push(Event::Done {
                id,
                end,
                took_ms: text.took_ms,
            });
            self.texts.pop_front();
        }
        events
    }

    fn load(
        &mut self,
        id: RequestId,
        card: &ModelCard,
        bytes: &[u8],
        start: f64,
    ) -> Result<Event, Failure> {
        verify(bytes, card).map_err(failure)?;
        let model = load(bytes, card).map_err(failure)?;
        self.models.insert(card.id.clone(), Rc::new(model));
        Ok(Event::Loaded {
            id,
            model: card.id.clone(),
            took_ms: (self.now_ms)() - start,
        })
    }

    fn complete(
        &mut self,
        id: RequestId,
        model: &str,
        prefix: Vec<Token>,
        sampling: Sampling,
        max_new: usize,
    ) -> Result<(), Failure> {
        let sampler = match sampling {
            Sampling::Greedy => Sampler::Greedy,
            Sampling::Seeded { temperature, seed } if temperature > 0.0 => {
                Sampler::new(temperature, seed)
            }
            Sampling::Seeded { temperature, .. } => {
                return Err(bad_request(format!(
                    "a temperature of {temperature} is not above 0"
                )));
            }
        };
        let model = self.model(model)?;
        model.check(&prefix).map_err(failure)?;
        let room = model.max_length() - prefix.len();
        let until = if max_new <= room {
            (max_new, End::MaxNew)
        } else {
            (room, End::MaxLength)
        };
        self.push(id, model, prefix, until, Next::Chosen(sampler));
        Ok(())
    }

    fn score(
        &mut self,
        id: RequestId,
        model: &str,
        mut text: Vec<Token>,
        from: usize,
    ) -> Result<(), Failure> {
        let model = self.model(model)?;
        model.check(&text).map_err(failure)?;
        if from == 0 || from > text.len() {
            return Err(bad_request(format!(
                "position {from} of a text of {} tokens cannot be scored",
                text.len()
            )));
        }
        let given: VecDeque<Token> = text.split_off(from).into();
        self.push(
            id,
            model,
            text,
            (given.len(), End::Finished),
            Next::Given(given),
        );
        Ok(())
    }

    fn push(
        &mut self,
        id: RequestId,
        model: Rc<OnnxModel>,
        prefix: Vec<Token>,
        until: (usize, End),
        next: Next,
    ) {
        let (length, (n_new, end)) = (prefix.len(), until);
        let until = (length + n_new, end);
        self.texts.push_back(Text {
            id,
            model,
            state: None,
            unread: prefix,
            length,
            until,
            next,
            took_ms: 0.0,
        });
    }

    fn distribution(
        &self,
        id: RequestId,
        model: &str,
        prefix: &[Token],
        start: f64,
    ) -> Result<Event, Failure> {
        let (_, logits) = self.model(model)?.read(None, prefix).map_err(failure)?;
        Ok(Event::Distribution {
            id,
            probs: softmax(&logits),
            took_ms: (self.now_ms)() - start,
        })
    }

    fn cancel(&mut self, id: RequestId) -> Option<Event> {
        let text = self.texts.iter().position(|text| text.id == id);
        let took_ms = match text.and_then(|place| self.texts.remove(place)) {
            Some(text) => text.took_ms,
            None => self.cancel_patch(id).or_else(|| self.cancel_many(id))?,
        };
        Some(Event::Done {
            id,
            end: End::Cancelled,
            took_ms,
        })
    }

    fn model(&self, id: &str) -> Result<Rc<OnnxModel>, Failure> {
        let not_loaded = || Failure {
            kind: FailureKind::NotLoaded,
            message: format!("model {id:?} is not loaded"),
        };
        self.models.get(id).cloned().ok_or_else(not_loaded)
    }
}

impl Text {
    /// One more token, and why the text has ended if it has.
    fn advance(&mut self) -> Result<(Option<Event>, Option<End>), Error> {
        let (until, end) = self.until;
        if self.length >= until {
            return Ok((None, Some(end)));
        }
        let (state, logits) = self.model.read(self.state.as_ref(), &self.unread)?;
        let token = match &mut self.next {
            Next::Chosen(sampler) => sampler.choose(&logits),
            // `until` counts the given tokens.
            Next::Given(given) => given.pop_front().unwrap_or(Token::END),
        };
        let found = generated(token, &logits);
        let event = Event::Token {
            id: self.id,
            position: self.length,
            token,
            prob: found.prob,
            top: found.top,
        };
        self.state = Some(state);
        self.unread = vec![token];
        self.length += 1;
        let is_chosen_end = token == Token::END && matches!(self.next, Next::Chosen(_));
        let end = if is_chosen_end {
            Some(End::Finished)
        } else {
            (self.length >= until).then_some(end)
        };
        Ok((Some(event), end))
    }
}

fn bad_request(message: String) -> Failure {
    Failure {
        kind: FailureKind::Request,
        message,
    }
}

fn failure(error: Error) -> Failure {
    let kind = match error {
        Error::Digest { .. } => FailureKind::Digest,
        Error::Empty
        | Error::UnknownToken(_)
        | Error::TooLong { .. }
        | Error::Lengths { .. }
        | Error::Thought { .. }
        | Error::SameAnswer(_) => FailureKind::Request,
        _ => FailureKind::Model,
    };
    Failure {
        kind,
        message: error.to_string(),
    }
}

#[cfg(test)]
mod many_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod think_tests;
