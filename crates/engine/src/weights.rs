//! The weights in a graph, as the forward pass wants them: int8 values times their scales, packed.

use crate::Error;
use crate::architecture::Shape;
use crate::onnx::{Constant, Elements, Graph};
use crate::product::Matrix;
use syw_core::outside::quoted;
use syw_core::thoughts::length;

/// All weights of a model, f32.
pub(crate) struct Weights {
    pub(crate) shape: Shape,
    /// [V, C]
    pub(crate) embedding: Vec<f32>,
    /// Cosines and sines of the angles by which queries and keys turn, each [max_length, hd].
    pub(crate) cos: Vec<f32>,
    pub(crate) sin: Vec<f32>,
    pub(crate) layers: Vec<Layer>,
    pub(crate) norm: Vec<f32>,
    /// The embedding again, [C, V].
    pub(crate) unembedding: Matrix,
    /// The Euclidean length of a token's embedding, on average.
    pub(crate) embedding_length: f32,
}

pub(crate) struct Layer {
    pub(crate) norm_attention: Vec<f32>,
    /// [C, 3C]: all heads of the queries, of the keys, of the values.
    pub(crate) qkv: Matrix,
    pub(crate) projection: Matrix,
    pub(crate) norm_mlp: Vec<f32>,
    /// [C, 4C]
    pub(crate) up: Matrix,
    pub(crate) down: Matrix,
}

impl Weights {
    /// Takes the weights out of a graph that has the [architecture](crate::architecture).
    pub(crate) fn read(graph: &Graph, shape: Shape) -> Result<Weights, Error> {
        let reading = Reading { graph };
        let (width, vocabulary) = (shape.width(), shape.vocabulary);
        let embedding = reading.dequantised("embedding.weight", vocabulary, width, 0)?;
        let angles = [shape.max_length, 1, shape.head_width];
        let layer = |idx: usize| {
            let matrix = |name: &str, height: usize, width: usize| {
                let name = format!("blocks.{idx}.{name}.weight");
                let elements = reading.dequantised(&name, height, width, 1)?;
                Ok(Matrix::from_fn(height, width, |row, column| {
                    elements[row * width + column]
                }))
            };
            let norm =
                |name: &str| reading.floats(&format!("blocks.{idx}.{name}.weight"), &[width]);
            Ok(Layer {
                norm_attention: norm("norm_attention")?,
                qkv: matrix("qkv", width, 3 * width)?,
                projection: matrix("projection", width, width)?,
                norm_mlp: norm("norm_mlp")?,
                up: matrix("up", width, 4 * width)?,
                down: matrix("down", 4 * width, width)?,
            })
        };
        let lengths = embedding.chunks_exact(width).map(length);
        Ok(Weights {
            shape,
            embedding_length: lengths.sum::<f32>() / vocabulary as f32,
            unembedding: Matrix::from_fn(width, vocabulary, |row, column| {
                embedding[column * width + row]
            }),
            embedding,
            cos: reading.floats("cos_table", &angles)?,
            sin: reading.floats("sin_table", &angles)?,
            layers: (0..shape.layers).map(layer).collect::<Result<_, Error>>()?,
            norm: reading.floats("norm.weight", &[width])?,
        })
    }
}

struct Reading<'graph> {
    graph: &'graph Graph,
}

impl<'graph> Reading<'graph> {
    fn constant(&self, name: &str, shape: &[usize]) -> Result<&'graph Elements, Error> {
        let constant = self.graph.constants.get(name);
        let constant = constant.ok_or_else(|| Error::Graph(format!("it has no {name:?}")))?;
        let Constant {
            shape: found,
            elements,
        } = constant;
        if found == shape {
            Ok(elements)
        } else {
            Err(Error::Graph(format!(
                "{name:?} is {} instead of {shape:?}",
                quoted(&format!("{found:?}"))
            )))
        }
    }

    fn floats(&self, name: &str, shape: &[usize]) -> Result<Vec<f32>, Error> {
        match self.constant(name, shape)? {
            Elements::F32(elements) => Ok(elements.clone()),
            _ => Err(Error::Graph(format!("{name:?} should be f32"))),
        }
    }

    /// int8 values [height, width] times the scale of their place on `axis`.
    fn dequantised(
        &self,
        name: &str,
        height: usize,
        width: usize,
        axis: usize,
    ) -> Result<Vec<f32>, Error> {
        let (values, scales) = (format!("{name}.int8"), format!("{name}.scales"));
        let scales = self.floats(&scales, &[[height, width][axis]])?;
        let Elements::I8(values) = self.constant(&values, &[height, width])? else {
            return Err(Error::Graph(format!("{values:?} should be int8")));
        };
        let scale = |idx: usize| scales[[idx / width, idx % width][axis]];
        let values = values.iter().enumerate();
        Ok(values
            .map(|(idx, &value)| f32::from(value) * scale(idx))
            .collect())
    }
}
