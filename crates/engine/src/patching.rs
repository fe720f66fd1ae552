//! Activation patching: what comes back of an answer when a place of the clean run is put into the corrupt one.

use syw_core::Token;
use syw_core::decoding::argmax;
use syw_core::inside::Patched;
use wide::f32x8;

use crate::Error;
use crate::forward::{Cache, Wanted, read_watched};
use crate::lane::Lane;
use crate::model::OnnxModel;
use crate::watch::Watch;

/// Activation patching, eight places at a time.
pub struct Patching {
    corrupt: Vec<Token>,
    /// Of the clean text: [layers + 1], each [tokens, C].
    clean_streams: Vec<Vec<f32>>,
    answers: [Token; 2],
    /// The logit of the clean answer less that of the corrupt one, in the clean run and in the corrupt one.
    differences: [f32; 2],
    /// As far as they are known, layer by layer, position by position.
    restored: Vec<f32>,
}

/// Puts the clean stream into each lane at a place of its own.
struct Patches<'a> {
    clean_streams: &'a [Vec<f32>],
    /// The layer and the position of each lane.
    places: Vec<(usize, usize)>,
    width: usize,
}

impl Watch<f32x8> for Patches<'_> {
    fn stream(&mut self, layer: usize, x: &mut [f32x8]) {
        for (lane, (_, position)) in self
            .places
            .iter()
            .enumerate()
            .filter(|(_, at)| at.0 == layer)
        {
            let channels = position * self.width..(position + 1) * self.width;
            let clean = &self.clean_streams[layer][channels.clone()];
            for (number, clean) in x[channels].iter_mut().zip(clean) {
                number.set_lane(lane, *clean);
            }
        }
    }
}

impl Patching {
    /// Reads both texts, which must have as many tokens, and different answers.
    pub fn new(model: &OnnxModel, clean: &[Token], corrupt: &[Token]) -> Result<Patching, Error> {
        if clean.len() != corrupt.len() {
            return Err(Error::Lengths {
                clean: clean.len(),
                corrupt: corrupt.len(),
            });
        }
        let ((seen, clean_logits), (_, corrupt_logits)) =
            (model.look(clean)?, model.look(corrupt)?);
        let vocabulary = model.weights.shape.vocabulary;
        let last = |logits: Vec<f32>| logits[logits.len() - vocabulary..].to_vec();
        let logits = [last(clean_logits), last(corrupt_logits)];
        let answers = logits.each_ref().map(|logits| argmax(logits));
        if answers[0] == answers[1] {
            return Err(Error::SameAnswer(Token(answers[0] as u8).text()));
        }
        Ok(Patching {
            corrupt: corrupt.to_vec(),
            clean_streams: seen.streams,
            differences: logits
                .each_ref()
                .map(|logits| logits[answers[0]] - logits[answers[1]]),
            answers: answers.map(|id| Token(id as u8)),
            restored: Vec::new(),
        })
    }

    /// Places that are still to be patched.
    pub fn n_left(&self) -> usize {
        self.clean_streams.len() * self.corrupt.len() - self.restored.len()
    }

    /// Patches the next eight places, with the model of [`Patching::new`].
    pub fn advance(&mut self, model: &OnnxModel) {
        let (weights, n_tokens) = (&model.weights, self.corrupt.len());
        let from = self.restored.len();
        let places = from..from + self.n_left().min(f32x8::N);
        let place = |at: usize| (at / n_tokens, at % n_tokens);
        let mut patches = Patches {
            clean_streams: &self.clean_streams,
            places: places.map(place).collect(),
            width: weights.shape.width(),
        };
        let tokens: Vec<Token> = self
            .corrupt
            .iter()
            .flat_map(|&token| [token; f32x8::N])
            .collect();
        let mut cache = Cache::new(weights);
        let logits = read_watched(weights, &mut cache, &tokens, Wanted::All, &mut patches);
        let last = &logits[logits.len() - weights.shape.vocabulary..];
        let [clean, corrupt] = self.answers.map(|token| last[usize::from(token.0)]);
        let [in_clean, in_corrupt] = self.differences;
        for lane in 0..patches.places.len() {
            let difference = clean.lane(lane) - corrupt.lane(lane);
            self.restored
                .push((difference - in_corrupt) / (in_clean - in_corrupt));
        }
    }

    /// What was found, once nothing is left.
    pub fn finish(self) -> Patched {
        let [clean_answer, corrupt_answer] = self.answers;
        let layers = self.restored.chunks(self.corrupt.len());
        Patched {
            clean_answer,
            corrupt_answer,
            restored: layers.map(<[f32]>::to_vec).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load;
    use syw_core::card::ModelCard;

    fn card() -> ModelCard {
        serde_json::from_str(include_str!("../tests/fixtures/tiny.json")).unwrap()
    }

    fn model() -> OnnxModel {
        load(include_bytes!("../tests/fixtures/tiny.onnx"), &card()).unwrap()
    }

    fn tokens(ids: &[u8]) -> Vec<Token> {
        ids.iter().copied().map(Token).collect()
    }

    /// Two texts of which the model answers the one otherwise than the other.
    fn two_texts(model: &OnnxModel) -> (Vec<Token>, Vec<Token>) {
        let text = |digit: u8| tokens(&[1, 13, 14, 20, digit, 19, 14, 2, 3]);
        let answer = |text: &[Token]| argmax(&model.logits(text).unwrap()[text.len() - 1]);
        let clean = text(0);
        let others = (1..97).map(text);
        let corrupt = others
            .into_iter()
            .find(|other| answer(other) != answer(&clean));
        (clean, corrupt.unwrap())
    }

    #[test]
    fn patching_brings_back_what_differs_and_nothing_else() {
        let model = model();
        let (clean, corrupt) = two_texts(&model);
        let mut patching = Patching::new(&model, &clean, &corrupt).unwrap();
        let mut n_slices = 0;
        while patching.n_left() > 0 {
            patching.advance(&model);
            n_slices += 1;
        }
        let n_places = (card().layers + 1) * clean.len();
        assert_eq!(n_slices, n_places.div_ceil(8));
        let found = patching.finish();
        assert_ne!(found.clean_answer, found.corrupt_answer);
        for (layer, restored) in found.restored.iter().enumerate() {
            assert_eq!(restored.len(), clean.len());
            // Before the texts differ, there is nothing to bring back; after the last layer, the end is all that counts.
            for (at, share) in restored.iter().enumerate() {
                if at < 4 || layer == card().layers && at < 8 {
                    assert_eq!(*share, 0.0, "{layer}, {at}");
                }
            }
        }
        assert_eq!(found.restored[0][4], 1.0);
        assert_eq!(found.restored[card().layers][8], 1.0);
    }

    #[test]
    fn texts_between_which_nothing_comes_back_are_refused() {
        let model = model();
        let (clean, _) = two_texts(&model);
        let refused = |corrupt: &[Token]| {
            Patching::new(&model, &clean, corrupt)
                .err()
                .unwrap()
                .to_string()
        };
        assert_eq!(
            refused(&clean[1..]),
            "one text has 9 tokens and the other 8: they need to have as many"
        );
        let message = refused(&clean);
        assert!(
            message.starts_with("both texts are answered by "),
            "{message}"
        );
    }
}
