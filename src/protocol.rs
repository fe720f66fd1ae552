//! What the page and its engine workers say to each other.
//!
//! Plain data, nothing else: `session.rs` is the page's side, `worker.rs` the worker's. A request says all that is
//! needed to answer it, so that a worker can be lost and started again, and a message is never "the next one" of
//! anything. The order of events for one request is fixed:
//!
//! | request        | events with its id                                           |
//! |----------------|--------------------------------------------------------------|
//! | `Load`         | `Loaded`, or `Failed`                                        |
//! | `Complete`     | `Token` for each token, then `Done`; or `Failed` at any time |
//! | `Score`        | `Token` for each token, then `Done`; or `Failed` at any time |
//! | `Distribution` | `Distribution`, or `Failed`                                  |
//! | `Think`        | `Thought`, or `Failed`                                       |
//! | `CompleteMany` | `Completed`, or `Failed`                                     |
//! | `ReadMany`     | `Read`, or `Failed`                                          |
//! | `Explain`      | `Explained`, or `Failed`                                     |
//! | `Patch`        | `Patched`, or `Failed`                                       |
//! | `Weights`      | `Weights`, or `Failed`                                       |
//! | `Cancel`       | `Done` with [`End::Cancelled`] for the id it names, unless that had ended already |
//!
//! Without an id: `Ready` once after the worker's start, and `Crashed` as the last event of a worker that panicked.
//!
//! # On the wire
//!
//! A message is a JavaScript array `[json]`, or `[json, buffer]` where bytes travel with it as a transferred
//! `ArrayBuffer`: only `Load` has bytes. `json` is `serde_json` of a [`Request`] or an [`Event`].
//!
//! # Starting a worker
//!
//! Workers are classic ones, made from a blob whose text is the glue that wasm-bindgen wrote (`worker.js`, target
//! `no-modules`) followed by [`WORKER_START`]. The first message is the compiled `WebAssembly.Module` itself (one
//! compilation serves every worker); `Ready` answers it. Requests may be sent without waiting for `Ready`.

use serde::{Deserialize, Serialize};
use syw_core::Token;
use syw_core::card::ModelCard;
use syw_core::decoding::Completion;
use syw_core::inside::{Explanation, Patched, WeightMatrix};
use syw_core::thoughts::{Alteration, Thinking};

/// The JavaScript that follows the glue in a worker's script.
pub const WORKER_START: &str = include_str!("worker_start.js");

/// Chosen by the page, unique among the requests to one worker.
pub type RequestId = u32;

/// From the page to a worker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Reads a model from the ONNX bytes that travel with this message, after comparing their digest with the card's.
    /// A model already loaded under the same card id is replaced.
    Load {
        /// See [`RequestId`].
        id: RequestId,
        /// What the file is supposed to be.
        card: Box<ModelCard>,
    },
    /// Continues a text until `<end>`, `max_new` tokens or the end of the model's positions.
    Complete {
        /// See [`RequestId`].
        id: RequestId,
        /// The card id of a loaded model.
        model: String,
        /// The prompt and whatever is forced after it. The model's memory is rebuilt from this text, whatever ran before.
        prefix: Vec<Token>,
        /// How the next token is chosen.
        sampling: Sampling,
        /// At most this many new tokens.
        max_new: usize,
    },
    /// Reads a given text and tells how probable the model found each of its tokens from position `from` on.
    Score {
        /// See [`RequestId`].
        id: RequestId,
        /// The card id of a loaded model.
        model: String,
        /// The whole text, prompt included.
        text: Vec<Token>,
        /// The position in `text` of the first token to tell about; at least 1.
        from: usize,
    },
    /// The probability of every token of the vocabulary after a text: one forward pass.
    Distribution {
        /// See [`RequestId`].
        id: RequestId,
        /// The card id of a loaded model.
        model: String,
        /// The text.
        prefix: Vec<Token>,
    },
    /// Thinks in vectors after a prompt, and gives the probability of every token after what is forced then.
    Think {
        /// See [`RequestId`].
        id: RequestId,
        /// The card id of a loaded model.
        model: String,
        /// The prompt.
        prompt: Vec<Token>,
        /// What is done to each thought before it is fed back; as many as there are to be.
        alterations: Vec<Alteration>,
        /// The tokens after the thoughts.
        forced: Vec<Token>,
    },
    /// Continues many texts greedily, each until `<end>`, `max_new` tokens or the end of the model's positions. Other texts
    /// go before it: it is worked on while there is none of them.
    CompleteMany {
        /// See [`RequestId`].
        id: RequestId,
        /// The card id of a loaded model.
        model: String,
        /// The texts: prompts and whatever is forced after them.
        prefixes: Vec<Vec<Token>>,
        /// At most this many new tokens in each text.
        max_new: usize,
    },
    /// Reads many given texts, each in one pass, and tells what the model would have written after each of their tokens:
    /// whether it agrees with a text that was written elsewhere. Waits for other texts as `CompleteMany` does.
    ReadMany {
        /// See [`RequestId`].
        id: RequestId,
        /// The card id of a loaded model.
        model: String,
        /// The whole texts, prompts included.
        texts: Vec<Vec<Token>>,
    },
    /// Reads a text and tells what happens inside: one forward pass.
    Explain {
        /// See [`RequestId`].
        id: RequestId,
        /// The card id of a loaded model.
        model: String,
        /// The whole text.
        text: Vec<Token>,
    },
    /// Puts each place of the residual stream of one text into the run of another and tells how far the answer comes back.
    /// Texts that are written go before it, many texts after it.
    Patch {
        /// See [`RequestId`].
        id: RequestId,
        /// The card id of a loaded model.
        model: String,
        /// The text whose stream is taken.
        clean: Vec<Token>,
        /// The text into whose run it is put; as many tokens, another answer.
        corrupt: Vec<Token>,
    },
    /// Every weight of a model.
    Weights {
        /// See [`RequestId`].
        id: RequestId,
        /// The card id of a loaded model.
        model: String,
    },
    /// Ends a request before its time. Takes effect between two tokens, or between two slices of other work.
    Cancel {
        /// The request to end.
        id: RequestId,
    },
}

/// How a completion chooses its tokens.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Sampling {
    /// The most probable token; of equals, the lowest id.
    Greedy,
    /// By probability, with a seed that makes it repeatable.
    Seeded {
        /// Above 0; 1 leaves the model's probabilities as they are.
        temperature: f32,
        /// The same seed gives the same tokens.
        seed: u64,
    },
}

/// From a worker to the page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Event {
    /// The worker runs and will answer requests.
    Ready,
    /// A model can be used.
    Loaded {
        /// The `Load` this answers.
        id: RequestId,
        /// The card id.
        model: String,
        /// Milliseconds spent reading and planning.
        took_ms: f64,
    },
    /// One more token.
    Token {
        /// The request this answers.
        id: RequestId,
        /// The token's position in the whole text (prefix included, from 0).
        position: usize,
        /// The token chosen (`Complete`) or given (`Score`).
        token: Token,
        /// Its probability at temperature 1.
        prob: f32,
        /// The most probable tokens there, best first, at temperature 1.
        top: Vec<(Token, f32)>,
    },
    /// A request is complete; nothing with its id follows.
    Done {
        /// The request this answers.
        id: RequestId,
        /// Why it ended.
        end: End,
        /// Milliseconds of computing, waiting between slices left out.
        took_ms: f64,
    },
    /// The answer to `Distribution`.
    Distribution {
        /// The request this answers.
        id: RequestId,
        /// One probability for each token, by token id.
        probs: Vec<f32>,
        /// Milliseconds of computing.
        took_ms: f64,
    },
    /// The answer to `Think`.
    Thought {
        /// The request this answers.
        id: RequestId,
        /// The thoughts and where they led.
        thinking: Thinking,
        /// Milliseconds of computing.
        took_ms: f64,
    },
    /// The answer to `CompleteMany`.
    Completed {
        /// The request this answers.
        id: RequestId,
        /// What was written after each of the texts, in their order.
        completions: Vec<Completion>,
        /// Milliseconds of computing, waiting between slices left out.
        took_ms: f64,
    },
    /// The answer to `ReadMany`.
    Read {
        /// The request this answers.
        id: RequestId,
        /// The most probable token after each token of each text, in their order; of equals, the lowest id.
        best: Vec<Vec<Token>>,
        /// Milliseconds of computing, waiting between slices left out.
        took_ms: f64,
    },
    /// The answer to `Explain`.
    Explained {
        /// The request this answers.
        id: RequestId,
        /// What happened inside.
        explanation: Explanation,
    },
    /// The answer to `Patch`.
    Patched {
        /// The request this answers.
        id: RequestId,
        /// What came back.
        patched: Patched,
        /// Milliseconds of computing, waiting between slices left out.
        took_ms: f64,
    },
    /// The answer to `Weights`.
    Weights {
        /// The request this answers.
        id: RequestId,
        /// In the order in which a pass meets them.
        matrices: Vec<WeightMatrix>,
    },
    /// A request could not be answered; nothing with its id follows.
    Failed {
        /// The request this answers.
        id: RequestId,
        /// What went wrong.
        failure: Failure,
    },
    /// The worker panicked and will answer nothing more: start another one.
    Crashed {
        /// The panic's message and place.
        message: String,
    },
}

/// Why a completion ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum End {
    /// The model wrote `<end>`, or the scored text ended.
    Finished,
    /// `max_new` tokens were written.
    MaxNew,
    /// The text fills the model's positions.
    MaxLength,
    /// A `Cancel` arrived.
    Cancelled,
}

/// What went wrong with one request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// Which kind, for deciding whether a retry can help.
    pub kind: FailureKind,
    /// For people, lower case, without a final stop.
    pub message: String,
}

/// See [`Failure`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum FailureKind {
    /// The file is not the one that its card describes: truncated or altered on the way, so fetching it anew can help.
    Digest,
    /// The file is the right one but cannot be used: fetching it anew cannot help.
    Model,
    /// The request names a model that is not loaded.
    NotLoaded,
    /// The request cannot be met: an empty or too long text, a token that does not exist, a temperature of zero, two texts that
    /// cannot be compared.
    Request,
}

impl Event {
    /// The request that this event answers.
    pub fn id(&self) -> Option<RequestId> {
        match self {
            Event::Ready | Event::Crashed { .. } => None,
            Event::Loaded { id, .. }
            | Event::Token { id, .. }
            | Event::Done { id, .. }
            | Event::Distribution { id, .. }
            | Event::Thought { id, .. }
            | Event::Completed { id, .. }
            | Event::Read { id, .. }
            | Event::Explained { id, .. }
            | Event::Patched { id, .. }
            | Event::Weights { id, .. }
            | Event::Failed { id, .. } => Some(*id),
        }
    }

    /// Whether this is the last event of its request.
    pub fn is_last(&self) -> bool {
        !matches!(self, Event::Ready | Event::Token { .. })
    }
}
