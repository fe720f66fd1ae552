//! The worker's side of the protocol, without the browser: a desk that takes requests and works on them one token at
//! a time. `bin/worker.rs` connects it to messages.

use std::collections::{HashMap, VecDeque};
use std::rc::Rc;

use syw_core::Token;
use syw_core::card::ModelCard;
use syw_core::decoding::{LanguageModel, Sampler, generated, softmax};
use syw_engine::{Error, OnnxModel, State, load, verify};

use crate::protocol::{End, Event, Failure, FailureKind, Request, RequestId, Sampling};

/// Everything a worker knows: its models and what it still has to write.
pub struct Desk {
    models: HashMap<String, Rc<OnnxModel>>,
    texts: VecDeque<Text>,
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
            Request::Cancel { id } => (id, Ok(self.cancel(id))),
        };
        result.unwrap_or_else(|failure| Some(Event::Failed { id, failure }))
    }

    /// Whether there is a text to work on.
    pub fn is_busy(&self) -> bool {
        !self.texts.is_empty()
    }

    /// Works on the oldest text for one token.
    pub fn work(&mut self) -> Vec<Event> {
        let Some(text) = self.texts.front_mut() else {
            return Vec::new();
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
        let place = self.texts.iter().position(|text| text.id == id)?;
        let text = self.texts.remove(place)?;
        Some(Event::Done {
            id,
            end: End::Cancelled,
            took_ms: text.took_ms,
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
        Error::Empty | Error::UnknownToken(_) | Error::TooLong { .. } => FailureKind::Request,
        _ => FailureKind::Model,
    };
    Failure {
        kind,
        message: error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONNX: &[u8] = include_bytes!("../crates/engine/tests/fixtures/tiny.onnx");
    const CARD: &str = include_str!("../crates/engine/tests/fixtures/tiny.json");

    fn desk() -> Desk {
        let mut desk = Desk::new(|| 0.0);
        let card = serde_json::from_str(CARD).unwrap();
        let loaded = desk.take(Request::Load { id: 1, card }, ONNX);
        assert_eq!(
            loaded,
            Some(Event::Loaded {
                id: 1,
                model: "tiny".into(),
                took_ms: 0.0
            })
        );
        desk
    }

    fn tokens(ids: &[u8]) -> Vec<Token> {
        ids.iter().copied().map(Token).collect()
    }

    fn complete(id: RequestId, prefix: &[u8], sampling: Sampling, max_new: usize) -> Request {
        Request::Complete {
            id,
            model: "tiny".into(),
            prefix: tokens(prefix),
            sampling,
            max_new,
        }
    }

    /// Works until nothing is left; the tokens of each request in turn, and the last event.
    fn finish(desk: &mut Desk) -> (Vec<Token>, Event) {
        let mut written = Vec::new();
        let mut last = Event::Ready;
        while desk.is_busy() {
            for event in desk.work() {
                if let Event::Token { token, .. } = &event {
                    written.push(*token);
                }
                last = event;
            }
        }
        (written, last)
    }

    #[track_caller]
    fn check_refused(
        desk: &mut Desk,
        request: Request,
        bytes: &[u8],
        kind: FailureKind,
        message: &str,
    ) {
        match desk.take(request, bytes) {
            Some(Event::Failed { failure, .. }) => {
                assert_eq!(
                    (failure.kind, failure.message.contains(message)),
                    (kind, true),
                    "{}",
                    failure.message
                );
            }
            other => panic!("{other:?} instead of a failure"),
        }
    }

    #[test]
    fn a_text_is_written_as_the_engine_writes_it() {
        let mut desk = desk();
        let expected = desk.models["tiny"]
            .greedy(&tokens(&[1, 13, 2]), 12)
            .unwrap()
            .tokens;
        assert_eq!(
            desk.take(complete(2, &[1, 13, 2], Sampling::Greedy, 12), &[]),
            None
        );
        let (written, last) = finish(&mut desk);
        assert_eq!(written, expected);
        assert_eq!(
            last,
            Event::Done {
                id: 2,
                end: End::MaxNew,
                took_ms: 0.0
            }
        );
    }

    #[test]
    fn a_seed_repeats_its_text() {
        let mut desk = desk();
        let mut sample = |seed| {
            let sampling = Sampling::Seeded {
                temperature: 3.0,
                seed,
            };
            desk.take(complete(2, &[1, 13, 2], sampling, 20), &[]);
            finish(&mut desk).0
        };
        assert_eq!(sample(1), sample(1));
        assert_ne!(sample(1), sample(2));
    }

    #[test]
    fn a_text_ends_where_the_positions_end() {
        let mut desk = desk();
        desk.take(complete(2, &[7; 126], Sampling::Greedy, 50), &[]);
        let (written, last) = finish(&mut desk);
        assert_eq!(
            (written.len(), last),
            (
                2,
                Event::Done {
                    id: 2,
                    end: End::MaxLength,
                    took_ms: 0.0
                }
            )
        );
        desk.take(complete(3, &[7], Sampling::Greedy, 0), &[]);
        assert_eq!(
            finish(&mut desk),
            (
                vec![],
                Event::Done {
                    id: 3,
                    end: End::MaxNew,
                    took_ms: 0.0
                }
            )
        );
    }

    #[test]
    fn scoring_gives_the_probabilities_that_writing_gave() {
        let mut desk = desk();
        let events = |desk: &mut Desk| {
            let mut events = Vec::new();
            while desk.is_busy() {
                events.extend(desk.work());
            }
            events.pop();
            events
        };
        desk.take(complete(2, &[1, 13, 2], Sampling::Greedy, 5), &[]);
        let written = events(&mut desk);
        let of = |event: &Event| match event {
            Event::Token { token, .. } => *token,
            other => panic!("{other:?}"),
        };
        let text = [tokens(&[1, 13, 2]), written.iter().map(of).collect()].concat();
        desk.take(
            Request::Score {
                id: 2,
                model: "tiny".into(),
                text,
                from: 3,
            },
            &[],
        );
        assert_eq!(events(&mut desk), written);
    }

    #[test]
    fn a_cancelled_text_writes_nothing_more() {
        let mut desk = desk();
        desk.take(complete(2, &[1], Sampling::Greedy, 50), &[]);
        desk.take(complete(3, &[2], Sampling::Greedy, 1), &[]);
        assert_eq!(desk.work().len(), 1);
        let cancelled = desk.take(Request::Cancel { id: 2 }, &[]);
        assert_eq!(
            cancelled,
            Some(Event::Done {
                id: 2,
                end: End::Cancelled,
                took_ms: 0.0
            })
        );
        assert_eq!(desk.take(Request::Cancel { id: 2 }, &[]), None);
        assert_eq!(finish(&mut desk).0.len(), 1);
    }

    #[test]
    fn a_distribution_adds_up() {
        let request = Request::Distribution {
            id: 5,
            model: "tiny".into(),
            prefix: tokens(&[1, 13, 2, 3]),
        };
        match desk().take(request, &[]) {
            Some(Event::Distribution { id: 5, probs, .. }) => {
                assert!((probs.iter().sum::<f32>() - 1.0).abs() < 1e-5)
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_cannot_be_answered_is_refused() {
        let mut desk = desk();
        let card: Box<ModelCard> = serde_json::from_str(CARD).unwrap();
        let load = |card: &ModelCard| Request::Load {
            id: 9,
            card: Box::new(card.clone()),
        };
        let truncated = &ONNX[..ONNX.len() / 2];
        check_refused(
            &mut desk,
            load(&card),
            truncated,
            FailureKind::Digest,
            "truncated or altered",
        );
        let mut own = *card;
        own.sha256 = syw_engine::digest(truncated);
        check_refused(
            &mut desk,
            load(&own),
            truncated,
            FailureKind::Model,
            "no ONNX model",
        );
        let request = FailureKind::Request;
        check_refused(
            &mut desk,
            complete(2, &[], Sampling::Greedy, 5),
            &[],
            request,
            "no token to read",
        );
        check_refused(
            &mut desk,
            complete(2, &[200], Sampling::Greedy, 5),
            &[],
            request,
            "no token number 200",
        );
        let cold = Sampling::Seeded {
            temperature: 0.0,
            seed: 1,
        };
        check_refused(
            &mut desk,
            complete(2, &[1], cold, 5),
            &[],
            request,
            "not above 0",
        );
        let score = |from| Request::Score {
            id: 2,
            model: "tiny".into(),
            text: tokens(&[1, 2]),
            from,
        };
        check_refused(&mut desk, score(0), &[], request, "position 0");
        check_refused(&mut desk, score(3), &[], request, "position 3");
        let unknown = Request::Distribution {
            id: 2,
            model: "big".into(),
            prefix: tokens(&[1]),
        };
        check_refused(
            &mut desk,
            unknown,
            &[],
            FailureKind::NotLoaded,
            "\"big\" is not loaded",
        );
    }
}
