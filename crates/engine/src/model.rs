//! A loaded model, and core's [`LanguageModel`] for it.

use std::sync::Arc;

use syw_core::Token;
use syw_core::card::ModelCard;
use syw_core::decoding::LanguageModel;
use syw_core::outside::quoted;
use syw_core::vocabulary::vocabulary;

use crate::Error;
use crate::architecture::{self, Shape};
use crate::forward::{Cache, Wanted, read};
use crate::onnx::Graph;
use crate::weights::Weights;

/// A model that can run.
pub struct OnnxModel {
    pub(crate) weights: Weights,
}

/// What a model keeps of a text: the keys and values of every layer. Cloning it shares them.
#[derive(Debug, Clone)]
pub struct State {
    cache: Arc<Cache<f32>>,
}

impl State {
    /// The number of tokens read.
    pub fn length(&self) -> usize {
        self.cache.length
    }

    pub(crate) fn of(cache: Cache<f32>) -> State {
        State {
            cache: Arc::new(cache),
        }
    }
}

/// Reads a model that its card describes. [`verify`](crate::verify) the bytes first where they come from elsewhere.
pub fn load(bytes: &[u8], card: &ModelCard) -> Result<OnnxModel, Error> {
    check_vocabulary(&card.vocabulary)?;
    let (graph, shape) = (Graph::decode(bytes)?, Shape::of(card));
    architecture::check(&graph, shape)?;
    let weights = Weights::read(&graph, shape)?;
    Ok(OnnxModel { weights })
}

impl LanguageModel for OnnxModel {
    type State = State;
    type Error = Error;

    fn read(&self, state: Option<&State>, tokens: &[Token]) -> Result<(State, Vec<f32>), Error> {
        self.check_text(state.map_or(0, State::length), tokens)?;
        let mut cache = match state {
            Some(state) => state.cache.with_room(tokens.len()),
            None => Cache::new(&self.weights),
        };
        let logits = read(&self.weights, &mut cache, tokens, Wanted::Last);
        Ok((State::of(cache), logits))
    }
}

impl OnnxModel {
    /// Reads a text and returns the logits after each of its tokens, in one forward pass.
    pub fn logits(&self, tokens: &[Token]) -> Result<Vec<Vec<f32>>, Error> {
        self.check_text(0, tokens)?;
        let mut cache = Cache::new(&self.weights);
        let logits = read(&self.weights, &mut cache, tokens, Wanted::All);
        Ok(logits
            .chunks_exact(vocabulary().len())
            .map(<[f32]>::to_vec)
            .collect())
    }

    /// The width of the residual stream: of a thought.
    pub fn width(&self) -> usize {
        self.weights.shape.width()
    }

    /// The number of positions: no text may be longer.
    pub fn max_length(&self) -> usize {
        self.weights.shape.max_length
    }

    /// Whether a text can be read: tokens of the vocabulary, at least one, no more than there are positions.
    pub fn check(&self, text: &[Token]) -> Result<(), Error> {
        self.check_text(0, text)
    }

    fn check_text(&self, before: usize, tokens: &[Token]) -> Result<(), Error> {
        let (length, max) = (before + tokens.len(), self.max_length());
        if tokens.is_empty() {
            return Err(Error::Empty);
        }
        if length > max {
            return Err(Error::TooLong { length, max });
        }
        match tokens
            .iter()
            .find(|token| usize::from(token.0) >= vocabulary().len())
        {
            Some(unknown) => Err(Error::UnknownToken(unknown.0)),
            None => Ok(()),
        }
    }
}

fn check_vocabulary(tokens: &[String]) -> Result<(), Error> {
    let ours = vocabulary();
    for id in 0..ours.len().max(tokens.len()) {
        let expected = ours.get(id).copied().unwrap_or_default();
        let found = tokens.get(id).map(String::as_str).unwrap_or_default();
        if expected != found {
            return Err(Error::Vocabulary {
                id,
                expected: expected.into(),
                found: quoted(found),
            });
        }
    }
    Ok(())
}
