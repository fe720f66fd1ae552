//! Looks inside a pass: what each head attends to, what each layer would answer, and the weights themselves. All of it by the
//! code of `forward.rs`, watched.

use syw_core::Token;
use syw_core::decoding::{argmax, generated};
use syw_core::inside::{Explanation, Role, WeightMatrix};
use wide::f32x8;

use crate::Error;
use crate::forward::{Cache, Wanted, read_watched, unembed_stream};
use crate::lane::Lane;
use crate::model::OnnxModel;
use crate::product::Matrix;
use crate::watch::Watch;

/// Keeps all that it sees of one text.
#[derive(Default)]
pub(crate) struct Seen {
    /// [layers + 1], each [tokens, C].
    pub(crate) streams: Vec<Vec<f32>>,
    /// [layers], each [queries x heads], each a share for every token that the query sees.
    attention: Vec<Vec<Vec<f32>>>,
}

impl Watch<f32> for Seen {
    fn stream(&mut self, _: usize, x: &mut [f32]) {
        self.streams.push(x.to_vec());
    }

    fn attention(&mut self, layer: usize, shares: &[f32], sum: f32) {
        if self.attention.len() <= layer {
            self.attention.push(Vec::new());
        }
        let shares = shares.iter().map(|share| share / sum).collect();
        self.attention[layer].push(shares);
    }
}

/// Keeps the last row of every stream, of eight texts.
#[derive(Default)]
struct LastRows {
    width: usize,
    /// [layers + 1], each [C].
    rows: Vec<Vec<f32x8>>,
}

impl Watch<f32x8> for LastRows {
    fn stream(&mut self, _: usize, x: &mut [f32x8]) {
        self.rows.push(x[x.len() - self.width..].to_vec());
    }
}

impl OnnxModel {
    /// Reads a text and tells what happened on the way.
    pub fn explain(&self, text: &[Token]) -> Result<Explanation, Error> {
        let (seen, _) = self.look(text)?;
        let shape = self.weights.shape;
        // Queries come one after another, and of each the heads.
        let by_head = |rows: Vec<Vec<f32>>| {
            let mut heads = vec![Vec::with_capacity(text.len()); shape.heads];
            for (idx, row) in rows.into_iter().enumerate() {
                heads[idx % shape.heads].push(row);
            }
            heads
        };
        let top = |logits: &[f32]| generated(Token(argmax(logits) as u8), logits).top;
        let lens = seen.streams.iter().map(|stream| {
            let logits = unembed_stream(&self.weights, stream);
            logits.chunks_exact(shape.vocabulary).map(top).collect()
        });
        Ok(Explanation {
            lens: lens.collect(),
            attention: seen.attention.into_iter().map(by_head).collect(),
        })
    }

    /// The residual stream at the last token of each text, before the first layer and after each: `[text][layer][channel]`.
    /// Eight texts of equal length are read at once.
    pub fn last_streams(&self, texts: &[Vec<Token>]) -> Result<Vec<Vec<Vec<f32>>>, Error> {
        texts.iter().try_for_each(|text| self.check(text))?;
        let mut order: Vec<usize> = (0..texts.len()).collect();
        order.sort_by_key(|&idx| texts[idx].len());
        let mut found = vec![Vec::new(); texts.len()];
        let of_one_length = order.chunk_by(|&one, &other| texts[one].len() == texts[other].len());
        for members in of_one_length.flat_map(|alike| alike.chunks(f32x8::N)) {
            let lane = |lane: usize| &texts[members[lane.min(members.len() - 1)]];
            let tokens: Vec<Token> = (0..lane(0).len())
                .flat_map(|at| (0..f32x8::N).map(move |idx| (at, idx)))
                .map(|(at, idx)| lane(idx)[at])
                .collect();
            let mut seen = LastRows {
                width: self.weights.shape.width(),
                rows: Vec::new(),
            };
            let mut cache = Cache::new(&self.weights);
            read_watched(&self.weights, &mut cache, &tokens, Wanted::Last, &mut seen);
            for (lane, &idx) in members.iter().enumerate() {
                let of_lane =
                    |row: &Vec<f32x8>| row.iter().map(|number| number.lane(lane)).collect();
                found[idx] = seen.rows.iter().map(of_lane).collect();
            }
        }
        Ok(found)
    }

    /// Every weight, in the order in which a pass meets them; all that a card counts as parameters.
    pub fn weight_matrices(&self) -> Vec<WeightMatrix> {
        let weights = &self.weights;
        let (width, vocabulary) = (weights.shape.width(), weights.shape.vocabulary);
        let rows = |role, layer, height, width, values: &[f32]| WeightMatrix {
            role,
            layer,
            height,
            width,
            values: values.to_vec(),
        };
        let columns = |role, layer, matrix: &Matrix, first: usize, width: usize| {
            let height = matrix.height();
            let places = (0..height).flat_map(|row| (0..width).map(move |column| (row, column)));
            let values = places.map(|(row, column)| matrix.element(row, first + column));
            let values: Vec<f32> = values.collect();
            rows(role, layer, height, width, &values)
        };
        let mut all = vec![rows(
            Role::Embedding,
            None,
            vocabulary,
            width,
            &weights.embedding,
        )];
        for (idx, layer) in weights.layers.iter().enumerate() {
            let at = Some(idx);
            let whole = |role, matrix: &Matrix| columns(role, at, matrix, 0, matrix.width());
            all.extend([
                rows(Role::NormAttention, at, 1, width, &layer.norm_attention),
                columns(Role::Queries, at, &layer.qkv, 0, width),
                columns(Role::Keys, at, &layer.qkv, width, width),
                columns(Role::Values, at, &layer.qkv, 2 * width, width),
                whole(Role::Projection, &layer.projection),
                rows(Role::NormMlp, at, 1, width, &layer.norm_mlp),
                whole(Role::Up, &layer.up),
                whole(Role::Down, &layer.down),
            ]);
        }
        all.push(rows(Role::Norm, None, 1, width, &weights.norm));
        all
    }

    /// All that is seen of a text, and the logits after each of its tokens.
    pub(crate) fn look(&self, text: &[Token]) -> Result<(Seen, Vec<f32>), Error> {
        self.check(text)?;
        let (mut seen, mut cache) = (Seen::default(), Cache::new(&self.weights));
        let logits = read_watched(&self.weights, &mut cache, text, Wanted::All, &mut seen);
        Ok((seen, logits))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load;
    use syw_core::card::ModelCard;
    use syw_core::decoding::softmax;

    fn card() -> ModelCard {
        serde_json::from_str(include_str!("../tests/fixtures/tiny.json")).unwrap()
    }

    fn model() -> OnnxModel {
        load(include_bytes!("../tests/fixtures/tiny.onnx"), &card()).unwrap()
    }

    fn tokens(ids: &[u8]) -> Vec<Token> {
        ids.iter().copied().map(Token).collect()
    }

    #[test]
    fn what_is_explained_is_the_pass_itself() {
        let (model, text) = (model(), tokens(&[1, 13, 14, 20, 15, 19, 14, 2, 3]));
        let (seen, logits) = model.look(&text).unwrap();
        let bits = |logits: &[f32]| logits.iter().map(|x| x.to_bits()).collect::<Vec<u32>>();
        let expected = model.logits(&text).unwrap().concat();
        assert_eq!(bits(&logits), bits(&expected));
        let last_stream = seen.streams.last().unwrap();
        assert_eq!(
            bits(&unembed_stream(&model.weights, last_stream)),
            bits(&expected)
        );
        let explained = model.explain(&text).unwrap();
        assert_eq!(explained.lens.len(), card().layers + 1);
        for (lens, logits) in explained.lens[card().layers]
            .iter()
            .zip(model.logits(&text).unwrap())
        {
            let best = argmax(&logits);
            assert_eq!(lens[0], (Token(best as u8), softmax(&logits)[best]));
        }
    }

    #[test]
    fn each_query_shares_itself_out_over_what_it_sees() {
        let (model, text) = (model(), tokens(&[1, 13, 14, 20, 15]));
        let explained = model.explain(&text).unwrap();
        assert_eq!(explained.attention.len(), card().layers);
        for heads in &explained.attention {
            assert_eq!(heads.len(), card().heads);
            for head in heads {
                assert_eq!(head.len(), text.len());
                for (query, shares) in head.iter().enumerate() {
                    let sum: f32 = shares.iter().sum();
                    assert_eq!(shares.len(), query + 1);
                    assert!((sum - 1.0).abs() < 1e-5, "{sum}");
                }
            }
        }
    }

    /// Whatever the lengths and the company, a stream is the one of a text alone.
    #[test]
    fn streams_of_many_texts_are_those_of_each() {
        let model = model();
        let texts: Vec<Vec<Token>> = (0..21_u8)
            .map(|idx| {
                (0..=idx % 4)
                    .map(|at| Token((idx * 7 + at * 5) % 97))
                    .collect()
            })
            .collect();
        let streams = model.last_streams(&texts).unwrap();
        for (text, layers) in texts.iter().zip(streams) {
            let (seen, _) = model.look(text).unwrap();
            let width = model.weights.shape.width();
            let alone: Vec<&[f32]> = seen
                .streams
                .iter()
                .map(|it| &it[it.len() - width..])
                .collect();
            assert_eq!(layers, alone);
        }
        assert_eq!(model.last_streams(&[]), Ok(vec![]));
    }

    #[test]
    fn every_parameter_is_among_the_weights() {
        let matrices = model().weight_matrices();
        let n_values: usize = matrices.iter().map(|matrix| matrix.values.len()).sum();
        assert_eq!(n_values as u64, card().parameters);
        for matrix in &matrices {
            assert_eq!(matrix.values.len(), matrix.height * matrix.width);
        }
        let (embedding, keys) = (&matrices[0], &matrices[3]);
        assert_eq!(
            (embedding.role, keys.role, keys.layer),
            (Role::Embedding, Role::Keys, Some(0))
        );
        assert_eq!(embedding.values[5], model().weights.embedding[5]);
        let qkv = &model().weights.layers[0].qkv;
        assert_eq!(keys.values[keys.width + 2], qkv.element(1, keys.width + 2));
    }
}
