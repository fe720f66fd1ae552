//! The forward pass: a decoder-only transformer with pre-norm RMSNorm, rotary positions and a GELU MLP.
//!
//! Written once over [`Lane`], for one text or for eight of them side by side. Activations are rows, one for each token
//! that is read, of one lane for each channel. `architecture.txt` has the same computation as a graph. `watch.rs` lets it be watched.

use wide::f32x8;

use crate::lane::{Exp, Lane};
use crate::product::Matrix;
use crate::watch::{Unwatched, Watch};
use crate::weights::{Layer, Weights};
use syw_core::Token;

/// What a model keeps of the tokens that it has read.
#[derive(Debug, Clone)]
pub(crate) struct Cache<L> {
    /// How many tokens.
    pub(crate) length: usize,
    layers: Vec<LayerCache<L>>,
}

/// Keys, already turned, and values of one layer, each [tokens, C].
#[derive(Debug, Clone)]
struct LayerCache<L> {
    keys: Vec<L>,
    values: Vec<L>,
}

/// Which of the tokens that are read are asked what comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// The last one: the last layer is not worked out for the others.
    Last,
    /// Each of them.
    All,
}

impl<L: Lane> Cache<L> {
    pub(crate) fn new(weights: &Weights) -> Cache<L> {
        let empty = || LayerCache {
            keys: Vec::new(),
            values: Vec::new(),
        };
        Cache {
            length: 0,
            layers: weights.layers.iter().map(|_| empty()).collect(),
        }
    }

    /// A copy with room for `n_new` more tokens.
    pub(crate) fn with_room(&self, n_new: usize) -> Cache<L> {
        let longer = |rows: &Vec<L>| {
            let width = rows.len().checked_div(self.length).unwrap_or(0);
            let mut longer = Vec::with_capacity(rows.len() + n_new * width);
            longer.extend_from_slice(rows);
            longer
        };
        let layers = self.layers.iter().map(|layer| LayerCache {
            keys: longer(&layer.keys),
            values: longer(&layer.values),
        });
        Cache {
            length: self.length,
            layers: layers.collect(),
        }
    }

    /// Copies one text from another cache of the same length.
    pub(crate) fn take_text(&mut self, to: usize, other: &Cache<L>, from: usize) {
        let copy = |ours: &mut [L], theirs: &[L]| {
            for (ours, theirs) in ours.iter_mut().zip(theirs) {
                ours.set_lane(to, theirs.lane(from));
            }
        };
        for (ours, theirs) in self.layers.iter_mut().zip(&other.layers) {
            copy(&mut ours.keys, &theirs.keys);
            copy(&mut ours.values, &theirs.values);
        }
    }
}

/// Reads tokens after those in `cache`, which then has them too. `tokens` has one token of each text, then the next of
/// each. The logits, [tokens wanted, V].
pub(crate) fn read<L: Lane>(
    weights: &Weights,
    cache: &mut Cache<L>,
    tokens: &[Token],
    wanted: Wanted,
) -> Vec<L> {
    read_watched(weights, cache, tokens, wanted, &mut Unwatched)
}

/// The same, watched. With [`Wanted::Last`], whoever watches sees no more of the last layer than is worked out.
pub(crate) fn read_watched<L: Lane>(
    weights: &Weights,
    cache: &mut Cache<L>,
    tokens: &[Token],
    wanted: Wanted,
    watch: &mut impl Watch<L>,
) -> Vec<L> {
    let stream = through_layers(weights, cache, embed(weights, tokens), wanted, watch);
    unembed_stream(weights, &stream)
}

/// The embeddings of tokens, [tokens, C]; `tokens` as in [`read`].
pub(crate) fn embed<L: Lane>(weights: &Weights, tokens: &[Token]) -> Vec<L> {
    let width = weights.shape.width();
    let mut x = Vec::with_capacity(tokens.len() / L::N * width);
    for tokens in tokens.chunks_exact(L::N) {
        let row = |text: usize| usize::from(tokens[text].0) * width;
        x.extend((0..width).map(|at| L::from_fn(|text| weights.embedding[row(text) + at])));
    }
    x
}

/// Reads rows [rows, C], embeddings or what stands in their place, after the tokens in `cache`. The residual stream after the
/// last layer and its norm, [rows wanted, C]: what logits are read from.
pub(crate) fn transform<L: Lane>(
    weights: &Weights,
    cache: &mut Cache<L>,
    rows: Vec<L>,
    wanted: Wanted,
) -> Vec<L> {
    let stream = through_layers(weights, cache, rows, wanted, &mut Unwatched);
    norm(&stream, &weights.norm)
}

/// The logits of rows that [`transform`] gave, [rows, V].
pub(crate) fn unembed<L: Lane>(weights: &Weights, rows: &[L]) -> Vec<L> {
    product(rows, &weights.unembedding)
}

/// What a residual stream says of the token that comes next, if nothing follows: the logits, [rows, V].
pub(crate) fn unembed_stream<L: Lane>(weights: &Weights, x: &[L]) -> Vec<L> {
    unembed(weights, &norm(x, &weights.norm))
}

/// The residual stream after the last layer, [rows wanted, C].
fn through_layers<L: Lane>(
    weights: &Weights,
    cache: &mut Cache<L>,
    mut x: Vec<L>,
    wanted: Wanted,
    watch: &mut impl Watch<L>,
) -> Vec<L> {
    let width = weights.shape.width();
    let n_read = x.len() / width;
    watch.stream(0, &mut x);
    for (idx, layer) in weights.layers.iter().enumerate() {
        let is_last = idx + 1 == weights.layers.len();
        let first = match wanted {
            Wanted::Last if is_last => n_read - 1,
            _ => 0,
        };
        let before = cache.length;
        let kept = &mut cache.layers[idx];
        let qkv = product(&norm(&x, &layer.norm_attention), &layer.qkv);
        let queries = remember(weights, kept, qkv, before);
        x.drain(..first * width);
        let queries = &queries[first * width..];
        let mut see = |shares: &[L], sum: L| watch.attention(idx, shares, sum);
        let mixed = attend(weights, kept, queries, before + first, &mut see);
        add(&mut x, &product(&mixed, &layer.projection));
        let more = mlp(&x, layer);
        add(&mut x, &more);
        watch.stream(idx + 1, &mut x);
    }
    cache.length += n_read;
    x
}

fn product<L: Lane>(rows: &[L], matrix: &Matrix) -> Vec<L> {
    let mut out = vec![L::splat(0.0); rows.len() / matrix.height() * matrix.width()];
    L::product(rows, matrix, &mut out);
    out
}

fn add<L: Lane>(x: &mut [L], more: &[L]) {
    for (x, more) in x.iter_mut().zip(more) {
        *x = *x + *more;
    }
}

/// Root mean square norm of each row: x / sqrt(mean(x^2) + 1e-6) * weight.
fn norm<L: Lane>(rows: &[L], weight: &[f32]) -> Vec<L> {
    let mut out = Vec::with_capacity(rows.len());
    for row in rows.chunks_exact(weight.len()) {
        let sum = row.iter().fold(L::splat(0.0), |sum, &x| sum + x * x);
        let mean = sum * L::splat(1.0 / weight.len() as f32);
        let inverse = L::splat(1.0) / (mean + L::splat(1e-6)).root();
        let scaled = row.iter().zip(weight);
        out.extend(scaled.map(|(&x, &weight)| x * inverse * L::splat(weight)));
    }
    out
}

/// Turns queries and keys by the angles of their positions and keeps keys and values. The queries, scaled for attention.
fn remember<L: Lane>(
    weights: &Weights,
    cache: &mut LayerCache<L>,
    qkv: Vec<L>,
    before: usize,
) -> Vec<L> {
    let (width, head_width) = (weights.shape.width(), weights.shape.head_width);
    let scale = L::splat(1.0 / (head_width as f32).sqrt());
    let mut queries = Vec::with_capacity(qkv.len() / 3);
    for (idx, row) in qkv.chunks_exact(3 * width).enumerate() {
        let angles = (before + idx) * head_width..(before + idx + 1) * head_width;
        let (cos, sin) = (&weights.cos[angles.clone()], &weights.sin[angles]);
        turn(&row[..width], cos, sin, |number| {
            queries.push(number * scale)
        });
        turn(&row[width..2 * width], cos, sin, |number| {
            cache.keys.push(number)
        });
        cache.values.extend_from_slice(&row[2 * width..]);
    }
    queries
}

/// Rotary positions: the two halves of each head are the coordinates of points, which turn.
fn turn<L: Lane>(heads: &[L], cos: &[f32], sin: &[f32], mut put: impl FnMut(L)) {
    let half = cos.len() / 2;
    for head in heads.chunks_exact(cos.len()) {
        let (first, second) = head.split_at(half);
        for ((&x, &y), (&cos, &sin)) in first.iter().zip(second).zip(cos.iter().zip(sin)) {
            put(x * L::splat(cos) + -y * L::splat(sin));
        }
        let angles = cos[half..].iter().zip(&sin[half..]);
        for ((&x, &y), (&cos, &sin)) in first.iter().zip(second).zip(angles) {
            put(y * L::splat(cos) + x * L::splat(sin));
        }
    }
}

/// Causal attention of each query over all tokens up to its own, the first query's at position `before`. `see` is shown
/// what each head of each query attends to, and the sum to divide by.
fn attend<L: Lane>(
    weights: &Weights,
    cache: &LayerCache<L>,
    queries: &[L],
    before: usize,
    see: &mut impl FnMut(&[L], L),
) -> Vec<L> {
    let (width, head_width) = (weights.shape.width(), weights.shape.head_width);
    let mut mixed = vec![L::splat(0.0); queries.len()];
    let n_tokens = before + queries.len() / width;
    let mut attention = vec![L::splat(0.0); n_tokens];
    let exp = Exp::new();
    let rows = queries
        .chunks_exact(width)
        .zip(mixed.chunks_exact_mut(width));
    for (idx, (queries, mixed)) in rows.enumerate() {
        let n_seen = before + idx + 1;
        let attention = &mut attention[..n_seen];
        let (keys, values) = (
            &cache.keys[..n_seen * width],
            &cache.values[..n_seen * width],
        );
        for first in (0..width).step_by(head_width) {
            let head = first..first + head_width;
            scores(&queries[head.clone()], keys, width, first, attention);
            let sum = exponentiate(attention, &exp);
            see(attention, sum);
            mix(attention, values, width, first, &mut mixed[head.clone()]);
            let inverse = L::splat(1.0) / sum;
            for number in &mut mixed[head] {
                *number = *number * inverse;
            }
        }
    }
    mixed
}

/// The products of one query with the keys of all tokens, of one head. Four tokens at a time, so that the query is loaded
/// once for four: about a twentieth of the time of small.
fn scores<L: Lane>(query: &[L], keys: &[L], width: usize, first: usize, out: &mut [L]) {
    let head = first..first + query.len();
    let (fours, rest) = out.as_chunks_mut::<4>();
    let (keys, last_keys) = keys.split_at(4 * fours.len() * width);
    for (four, keys) in fours.iter_mut().zip(keys.chunks_exact(4 * width)) {
        let [a, b, c, d] = std::array::from_fn(|row| &keys[row * width..][head.clone()]);
        let mut sums = [L::splat(0.0); 4];
        for ((((&q, &a), &b), &c), &d) in query.iter().zip(a).zip(b).zip(c).zip(d) {
            for (sum, key) in sums.iter_mut().zip([a, b, c, d]) {
                *sum = *sum + q * key;
            }
        }
        *four = sums;
    }
    for (one, key) in rest.iter_mut().zip(last_keys.chunks_exact(width)) {
        let terms = query.iter().zip(&key[head.clone()]);
        *one = terms.fold(L::splat(0.0), |sum, (&q, &k)| sum + q * k);
    }
}

/// The softmax of the scores, but for the division by the sum, which is returned.
fn exponentiate<L: Lane>(scores: &mut [L], exp: &Exp) -> L {
    let largest = scores.iter().copied().reduce(L::larger);
    let largest = largest.unwrap_or(L::splat(0.0));
    for score in &mut *scores {
        *score = *score - largest;
    }
    L::change_each(scores, |x| exp.of(x));
    scores.iter().fold(L::splat(0.0), |sum, &x| sum + x)
}

/// The values of all tokens, each as much as it is attended to, of one head.
fn mix<L: Lane>(attention: &[L], values: &[L], width: usize, first: usize, out: &mut [L]) {
    let mut done = 0;
    while let Some((four, _)) = out[done..].split_first_chunk_mut::<4>() {
        *four = mix_some(attention, values, width, first + done);
        done += 4;
    }
    // Heads are of even width, for their two halves.
    while let Some((two, _)) = out[done..].split_first_chunk_mut::<2>() {
        *two = mix_some(attention, values, width, first + done);
        done += 2;
    }
}

fn mix_some<L: Lane, const N: usize>(
    attention: &[L],
    values: &[L],
    width: usize,
    first: usize,
) -> [L; N] {
    let mut sums = [L::splat(0.0); N];
    for (&share, values) in attention.iter().zip(values.chunks_exact(width)) {
        for (sum, &value) in sums.iter_mut().zip(&values[first..first + N]) {
            *sum = *sum + share * value;
        }
    }
    sums
}

fn mlp<L: Lane>(x: &[L], layer: &Layer) -> Vec<L> {
    let mut up = product(&norm(x, &layer.norm_mlp), &layer.up);
    let exp = Exp::new();
    L::change_each(&mut up, |x| gelu(x, &exp));
    product(&up, &layer.down)
}

/// GELU in its tanh form, 0.5 x (1 + tanh(u)) with u = sqrt(2 / pi) (x + 0.044715 x^3), which is x / (1 + e^(-2 u)).
fn gelu(x: f32x8, exp: &Exp) -> f32x8 {
    /// sqrt(2 / pi)
    const SCALE: f32 = 0.797_884_6;
    let u = (x + x * x * x * f32x8::splat(0.044_715)) * f32x8::splat(SCALE);
    x / (f32x8::splat(1.0) + exp.of(u * f32x8::splat(-2.0)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::architecture::Shape;
    use crate::onnx::Graph;

    fn weights() -> Weights {
        let card = include_str!("../tests/fixtures/tiny.json");
        let graph = Graph::decode(include_bytes!("../tests/fixtures/tiny.onnx")).unwrap();
        Weights::read(&graph, Shape::of(&serde_json::from_str(card).unwrap())).unwrap()
    }

    fn token(text: usize, at: usize) -> Token {
        Token(((text * 31 + at * 17 + text * at) % 97) as u8)
    }

    /// Reads a text in parts of these lengths; the bits of the logits after its last token.
    fn bits<L: Lane>(weights: &Weights, texts: &[usize], parts: &[usize]) -> Vec<Vec<u32>> {
        let mut cache = Cache::<L>::new(weights);
        let mut logits = Vec::new();
        for &part in parts {
            let places = cache.length..cache.length + part;
            let tokens: Vec<Token> = places
                .flat_map(|at| texts.iter().map(move |&text| token(text, at)))
                .collect();
            logits = read(weights, &mut cache, &tokens, Wanted::Last);
        }
        let of = |lane| logits.iter().map(move |logit| logit.lane(lane).to_bits());
        (0..texts.len()).map(|lane| of(lane).collect()).collect()
    }

    /// Alone or in company, in whatever lane, in one pass or token by token: the same to the bit.
    #[test]
    fn a_text_has_the_same_bits_however_it_is_read() {
        let weights = weights();
        let together = bits::<f32x8>(&weights, &[3, 1, 4, 1, 5, 9, 2, 6], &[21]);
        for (lane, text) in [3, 1, 4, 1, 5, 9, 2, 6].into_iter().enumerate() {
            for parts in [&[21][..], &[5, 16], &[1; 21]] {
                assert_eq!(bits::<f32>(&weights, &[text], parts), [&together[lane][..]]);
            }
        }
        let parts = [&[1; 4][..], &[17]].concat();
        let others = bits::<f32x8>(&weights, &[8, 8, 8, 8, 5, 7, 3, 0], &parts);
        assert_eq!(others[4], together[4]);
        assert_eq!(others[6], together[0]);
        assert_ne!(others[0], together[0]);
    }

    #[test]
    fn the_last_of_all_is_the_last() {
        let weights = weights();
        let tokens: Vec<Token> = (0..9).map(|at| token(2, at)).collect();
        let all = read::<f32>(&weights, &mut Cache::new(&weights), &tokens, Wanted::All);
        let last = read::<f32>(&weights, &mut Cache::new(&weights), &tokens, Wanted::Last);
        assert_eq!(all.len(), 9 * last.len());
        assert_eq!(all[8 * last.len()..], last);
    }

    #[test]
    fn a_text_is_moved_with_all_that_was_kept_of_it() {
        let weights = weights();
        let read_on = |cache: &mut Cache<f32x8>, lanes: [usize; 8], at: usize| {
            let tokens = lanes.map(|text| token(text, at));
            read(&weights, cache, &tokens, Wanted::Last)
        };
        let mut from = Cache::new(&weights);
        let mut to = Cache::new(&weights);
        for at in 0..6 {
            read_on(&mut from, [7; 8], at);
            read_on(&mut to, [1; 8], at);
        }
        to.take_text(2, &from, 5);
        let moved = read_on(&mut to, [1, 1, 7, 1, 1, 1, 1, 1], 6);
        let stayed = read_on(&mut from, [7; 8], 6);
        for (moved, stayed) in moved.iter().zip(stayed) {
            assert_eq!(moved.lane(2).to_bits(), stayed.lane(5).to_bits());
        }
    }

    #[test]
    fn gelu_is_its_formula() {
        let exp = Exp::new();
        for step in -400..400 {
            let x = f64::from(step) / 40.0;
            let u = (2.0 / std::f64::consts::PI).sqrt() * (x + 0.044715 * x.powi(3));
            let expected = 0.5 * x * (1.0 + u.tanh());
            let found = f64::from(gelu(f32x8::splat(x as f32), &exp).lane(1));
            assert!(
                (found - expected).abs() < 1e-6,
                "{x}: {found} and {expected}"
            );
        }
    }
}
