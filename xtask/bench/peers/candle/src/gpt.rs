//! The model of `training/syw/gpt.py` with candle's own fused operators: norm, rotation, softmax, GELU.

use candle_core::{D, Device, IndexOp, Result, Tensor};
use candle_nn::ops::{rms_norm, softmax_last_dim};
use candle_nn::rotary_emb::rope;
use peer::Shape;

use crate::onnx::{Weights, named};

const EPSILON: f32 = 1e-6;

/// Keys, already turned, and values of what is read, [B, H, T, hd].
pub(super) type LayerPast = (Tensor, Tensor);

pub(super) struct Gpt {
    shape: Shape,
    embedding: Tensor,
    blocks: Vec<Block>,
    norm: Tensor,
    /// Of every position, [T, hd / 2].
    cos: Tensor,
    sin: Tensor,
}

/// Matrices lie as the file has them, [inputs, outputs].
struct Block {
    norm_attention: Tensor,
    qkv: Tensor,
    projection: Tensor,
    norm_mlp: Tensor,
    up: Tensor,
    down: Tensor,
}

impl Gpt {
    pub(super) fn new(weights: &Weights, shape: Shape) -> Result<Gpt> {
        // The file repeats the angles for the second half of a head and has an axis for the heads.
        let angles = |name: &str| {
            let half = shape.head_width / 2;
            named(weights, name)?.i((.., 0, ..half))?.contiguous()
        };
        let block = |layer: usize| {
            let of = |name: &str| named(weights, &format!("blocks.{layer}.{name}.weight"));
            Ok(Block {
                norm_attention: of("norm_attention")?,
                qkv: of("qkv")?,
                projection: of("projection")?,
                norm_mlp: of("norm_mlp")?,
                up: of("up")?,
                down: of("down")?,
            })
        };
        Ok(Gpt {
            shape,
            embedding: named(weights, "embedding.weight")?,
            blocks: (0..shape.layers).map(block).collect::<Result<_>>()?,
            norm: named(weights, "norm.weight")?,
            cos: angles("cos_table")?,
            sin: angles("sin_table")?,
        })
    }

    /// Reads `ids` [B, S] after `past`, which grows; the logits [B, S - first, V] of the places from `first` on.
    pub(super) fn read(
        &self,
        ids: &Tensor,
        past: &mut Vec<LayerPast>,
        first: usize,
    ) -> Result<Tensor> {
        let (n_rows, n_new) = ids.dims2()?;
        let width = self.shape.heads * self.shape.head_width;
        let before = past.first().map_or(Ok(0), |(keys, _)| keys.dim(2))?;
        let cos = self.cos.narrow(0, before, n_new)?;
        let sin = self.sin.narrow(0, before, n_new)?;
        let mask = (n_new > 1).then(|| mask(before, n_new)).transpose()?;
        let mut x = self
            .embedding
            .index_select(&ids.flatten_all()?, 0)?
            .reshape((n_rows, n_new, width))?;
        for (layer, block) in self.blocks.iter().enumerate() {
            let read = rms_norm(&x, &block.norm_attention, EPSILON)?;
            // [B, 3H, S, hd]: the heads of q, then of k, then of v.
            let heads = times(&read, &block.qkv)?
                .reshape((n_rows, n_new, 3 * self.shape.heads, self.shape.head_width))?
                .transpose(1, 2)?;
            let turned = heads.narrow(1, 0, 2 * self.shape.heads)?.contiguous()?;
            let turned = rope(&turned, &cos, &sin)?;
            let q = turned.narrow(1, 0, self.shape.heads)?.contiguous()?;
            let mut k = turned
                .narrow(1, self.shape.heads, self.shape.heads)?
                .contiguous()?;
            let mut v = heads
                .narrow(1, 2 * self.shape.heads, self.shape.heads)?
                .contiguous()?;
            match past.get_mut(layer) {
                None => past.push((k.clone(), v.clone())),
                Some((keys, values)) => {
                    k = Tensor::cat(&[&*keys, &k], 2)?;
                    v = Tensor::cat(&[&*values, &v], 2)?;
                    (*keys, *values) = (k.clone(), v.clone());
                }
            }
            let scale = (self.shape.head_width as f64).powf(-0.5);
            let mut scores = (q.matmul(&k.t()?)? * scale)?;
            if let Some(mask) = &mask {
                scores = scores.broadcast_add(mask)?;
            }
            let mixed = softmax_last_dim(&scores)?.matmul(&v)?;
            let mixed = mixed.transpose(1, 2)?.reshape((n_rows, n_new, width))?;
            x = (x + times(&mixed, &block.projection)?)?;
            let up = times(&rms_norm(&x, &block.norm_mlp, EPSILON)?, &block.up)?;
            x = (x + times(&up.gelu()?, &block.down)?)?;
        }
        let x = x.narrow(1, first, n_new - first)?.contiguous()?;
        times(&rms_norm(&x, &self.norm, EPSILON)?, &self.embedding.t()?)
    }
}

/// `x` [B, S, C] times `matrix` [C, D] as one product of matrices, which is faster than one for each row.
fn times(x: &Tensor, matrix: &Tensor) -> Result<Tensor> {
    let (n_rows, n_new, width) = x.dims3()?;
    x.reshape((n_rows * n_new, width))?
        .matmul(matrix)?
        .reshape((n_rows, n_new, matrix.dim(D::Minus1)?))
}

/// [S, T]: nothing is added where a token may look.
fn mask(before: usize, n_new: usize) -> Result<Tensor> {
    let n_all = before + n_new;
    let values: Vec<f32> = (before..n_all)
        .flat_map(|position| {
            (0..n_all).map(move |other| {
                if other > position {
                    f32::NEG_INFINITY
                } else {
                    0.0
                }
            })
        })
        .collect();
    Tensor::from_vec(values, (n_new, n_all), &Device::Cpu)
}
