//! Continuous thoughts: after the prompt the model reads vectors in the place of tokens, each what it made of the position
//! before, shrunk to the length of an embedding. And the model as its card says that it answers, with thoughts, with filler tokens in their place, or with neither.

use std::ops::ControlFlow;

use syw_core::Token;
use syw_core::card::ModelCard;
use syw_core::decoding::{
    BatchModel, Completion, LanguageModel, Sampler, generate, generated, softmax,
};
use syw_core::thoughts::{Alteration, Thinking, Thought, length};

use crate::Error;
use crate::forward::{Cache, Wanted, embed, transform, unembed};
use crate::model::{OnnxModel, State};

impl OnnxModel {
    /// Reads `prompt`, thinks as often as there are `alterations`, each of which is done to its thought before that is fed
    /// back, and reads `forced`: the distribution after that.
    ///
    /// # Errors
    ///
    /// Where a text cannot be read, prompt, thoughts and what is forced are more than there are positions, or a given vector is not as wide as the model
    /// or has a number that is not finite.
    pub fn think(
        &self,
        prompt: &[Token],
        alterations: &[Alteration],
        forced: &[Token],
    ) -> Result<Thinking, Error> {
        let (thoughts, state) = self.thoughts(prompt, alterations)?;
        let (_, logits) = self.read(Some(&state), forced)?;
        let lens = |Fed { vector, shrunk_by }: Fed| {
            let whole: Vec<f32> = vector.iter().map(|x| x / shrunk_by).collect();
            let logits = unembed(&self.weights, &whole);
            let best = Sampler::Greedy.choose(&logits);
            let nearest = generated(best, &logits).top;
            Thought { vector, nearest }
        };
        Ok(Thinking {
            thoughts: thoughts.into_iter().map(lens).collect(),
            probs: softmax(&logits),
        })
    }

    /// The thoughts as they were fed in, and what the model keeps of prompt and thoughts.
    fn thoughts(
        &self,
        prompt: &[Token],
        alterations: &[Alteration],
    ) -> Result<(Vec<Fed>, State), Error> {
        self.check(prompt)?;
        let (n_positions, max) = (prompt.len() + alterations.len(), self.max_length());
        if n_positions > max {
            return Err(Error::TooLong {
                length: n_positions,
                max,
            });
        }
        let width = self.weights.shape.width();
        let mut cache = Cache::<f32>::new(&self.weights);
        let mut next = transform(
            &self.weights,
            &mut cache,
            embed(&self.weights, prompt),
            Wanted::Last,
        );
        let mut thoughts = Vec::with_capacity(alterations.len());
        for alteration in alterations {
            let size = length(&next);
            // A vector of zeros has no direction to keep.
            let shrunk_by = match size > 0.0 {
                true => self.weights.embedding_length / size,
                false => 1.0,
            };
            next.iter_mut().for_each(|x| *x *= shrunk_by);
            let fed = alteration.of(next);
            if fed.len() != width || !fed.iter().all(|x| x.is_finite()) {
                return Err(Error::Thought {
                    width: fed.len(),
                    expected: width,
                });
            }
            next = transform(&self.weights, &mut cache, fed.clone(), Wanted::Last);
            thoughts.push(Fed {
                vector: fed,
                shrunk_by,
            });
        }
        Ok((thoughts, State::of(cache)))
    }
}

/// What was fed in the place of a token.
struct Fed {
    vector: Vec<f32>,
    /// How much shorter it is than what logits are read from.
    shrunk_by: f32,
}

/// A model that answers as its card says. One without thoughts and pauses is the model itself.
pub struct Answering<'a> {
    model: &'a OnnxModel,
    thoughts: usize,
    pauses: usize,
}

impl<'a> Answering<'a> {
    /// `card` is the model's own.
    pub fn new(model: &'a OnnxModel, card: &ModelCard) -> Answering<'a> {
        Answering {
            model,
            thoughts: card.thoughts,
            pauses: card.pauses,
        }
    }

    /// Thinks after the problem, then goes on from what stands after it.
    fn think_and_complete(&self, prefix: &[Token], max_new: usize) -> Result<Completion, Error> {
        let (prompt, forced) = prefix.split_at(end_of_problem(prefix));
        let kept = vec![Alteration::Kept; self.thoughts];
        let (_, state) = self.model.thoughts(prompt, &kept)?;
        let room = self
            .model
            .max_length()
            .saturating_sub(state.length() + forced.len());
        let after = After {
            model: self.model,
            state,
        };
        let mut completion = Completion::default();
        generate(
            &after,
            forced,
            &mut Sampler::Greedy,
            max_new.min(room),
            |generated| {
                completion.tokens.push(generated.token);
                completion.probs.push(generated.prob);
                ControlFlow::Continue(())
            },
        )?;
        Ok(completion)
    }
}

impl BatchModel for Answering<'_> {
    type Error = Error;

    fn complete(&self, prefixes: &[Vec<Token>], max_new: usize) -> Result<Vec<Completion>, Error> {
        if self.thoughts > 0 {
            let one = |prefix: &Vec<Token>| self.think_and_complete(prefix, max_new);
            return prefixes.iter().map(one).collect();
        }
        if self.pauses == 0 {
            return self.model.complete(prefixes, max_new);
        }
        let paused = |prefix: &Vec<Token>| {
            let (prompt, forced) = prefix.split_at(end_of_problem(prefix));
            [prompt, &vec![Token::FILLER; self.pauses], forced].concat()
        };
        let paused: Vec<Vec<Token>> = prefixes.iter().map(paused).collect();
        self.model.complete(&paused, max_new)
    }
}

/// The length of the problem at the start of a text, its `?` included; of the whole text where it has none.
fn end_of_problem(text: &[Token]) -> usize {
    let ask = text.iter().position(|&token| token == Token::ASK);
    ask.map_or(text.len(), |ask| ask + 1)
}

/// A model that has read something before every text.
struct After<'a> {
    model: &'a OnnxModel,
    state: State,
}

impl LanguageModel for After<'_> {
    type State = State;
    type Error = Error;

    fn read(&self, state: Option<&State>, tokens: &[Token]) -> Result<(State, Vec<f32>), Error> {
        self.model.read(Some(state.unwrap_or(&self.state)), tokens)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load;

    const CARD: &str = include_str!("../tests/fixtures/tiny.json");

    fn card() -> ModelCard {
        serde_json::from_str(CARD).unwrap()
    }

    fn model() -> OnnxModel {
        load(include_bytes!("../tests/fixtures/tiny.onnx"), &card()).unwrap()
    }

    fn tokens(ids: &[u8]) -> Vec<Token> {
        ids.iter().copied().map(Token).collect()
    }

    /// Where an embedding is given in its place, nothing changes: a thought is read as a token's vector is.
    #[test]
    fn an_embedding_given_as_a_thought_is_the_token() {
        let model = model();
        let prompt = tokens(&[1, 9, 20, 10, 19, 14, 2]);
        let given = |id: u8| Alteration::Given(embed::<f32>(&model.weights, &[Token(id)]));
        let thinking = model
            .think(&prompt, &[given(40), given(7)], &[Token::ANSWER])
            .unwrap();
        let text = [prompt, tokens(&[40, 7]), vec![Token::ANSWER]].concat();
        let (_, logits) = model.read(None, &text).unwrap();
        assert_eq!(thinking.probs, softmax(&logits));
    }

    #[test]
    fn a_thought_is_what_the_logits_before_it_were_read_from() {
        let model = model();
        let prompt = tokens(&[1, 9, 20, 10, 19, 14, 2]);
        let kept = vec![Alteration::Kept; 3];
        let thinking = model.think(&prompt, &kept, &[Token::ANSWER]).unwrap();
        let (_, logits) = model.read(None, &prompt).unwrap();
        let first = &thinking.thoughts[0];
        assert!((length(&first.vector) - model.weights.embedding_length).abs() < 1e-5);
        let best = generated(Sampler::Greedy.choose(&logits), &logits);
        assert_eq!(first.nearest.len(), best.top.len());
        for (found, expected) in first.nearest.iter().zip(best.top) {
            assert_eq!(found.0, expected.0);
            assert!((found.1 - expected.1).abs() < 1e-5);
        }
        // One thought more leaves those before it as they were; changing the first changes those after it.
        let fewer = model.think(&prompt, &kept[..2], &[Token::ANSWER]).unwrap();
        assert_eq!(fewer.thoughts, thinking.thoughts[..2]);
        let noisy = [vec![Alteration::Noise { seed: 3 }], kept[1..].to_vec()].concat();
        let noisy = model.think(&prompt, &noisy, &[Token::ANSWER]).unwrap();
        assert_ne!(noisy.thoughts[1].vector, thinking.thoughts[1].vector);
        assert_ne!(noisy.probs, thinking.probs);
    }

    #[test]
    fn what_cannot_be_thought_is_refused() {
        let model = model();
        let prompt = tokens(&[1, 2]);
        let given =
            |vector: Vec<f32>| model.think(&prompt, &[Alteration::Given(vector)], &[Token::ANSWER]);
        let width = model.weights.shape.width();
        for vector in [vec![0.0; width + 1], vec![f32::NAN; width]] {
            assert!(matches!(given(vector), Err(Error::Thought { .. })));
        }
        let many = vec![Alteration::Kept; model.max_length()];
        assert!(matches!(
            model.think(&prompt, &many, &[Token::ANSWER]),
            Err(Error::TooLong { .. })
        ));
        assert_eq!(model.think(&[], &[], &[Token::ANSWER]), Err(Error::Empty));
        assert_eq!(model.think(&prompt, &[], &[]), Err(Error::Empty));
    }

    #[test]
    fn a_model_answers_as_its_card_says() {
        let model = model();
        let prefixes = [
            tokens(&[1, 9, 20, 10, 19, 14, 2, 3]),
            tokens(&[1, 9, 8, 20, 10, 19, 14, 2, 3]),
        ];
        let answers = |thoughts: usize, pauses: usize| {
            let card = ModelCard {
                thoughts,
                pauses,
                ..card()
            };
            Answering::new(&model, &card)
                .complete(&prefixes, 4)
                .unwrap()
        };
        assert_eq!(answers(0, 0), model.complete(&prefixes, 4).unwrap());
        for (prefix, found) in prefixes.iter().zip(answers(2, 0)) {
            let (prompt, forced) = prefix.split_at(prefix.len() - 1);
            let thinking = model.think(prompt, &[Alteration::Kept, Alteration::Kept], forced);
            let probs = thinking.unwrap().probs;
            let prob = probs[usize::from(found.tokens[0].0)];
            assert!(probs.iter().all(|other| *other <= prob));
            assert!((found.probs[0] - prob).abs() < 1e-6);
        }
        let paused = |prefix: &Vec<Token>| {
            let (prompt, forced) = prefix.split_at(prefix.len() - 1);
            [prompt, &[Token::FILLER; 2], forced].concat()
        };
        let paused: Vec<_> = prefixes.iter().map(paused).collect();
        assert_eq!(answers(0, 2), model.complete(&paused, 4).unwrap());
    }
}
