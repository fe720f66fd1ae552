//! rten on the shipped ONNX file. As its documentation advises: weights packed when the model is loaded, only the
//! operators of our files compiled in, and keys and values in tensors that have room to grow, handed over so that they do.

use peer::{Loaded, Model, Reading, Shape, Token, Wanted};
use rten::{ModelOptions, NodeId, Value, ValueOrView, op_registry};
use rten_tensor::prelude::*;
use rten_tensor::{NdTensor, Tensor};
use wasm_bindgen::prelude::*;

/// What the mask adds where a token must not look, as `training/syw/onnx_writer.py` has it.
const MASKED: f32 = -1e9;

/// Places of keys and values that there is room for beyond those already read, before they are copied to a larger tensor.
const ROOM: usize = 64;

#[wasm_bindgen]
pub fn load(
    file: Vec<u8>,
    layers: usize,
    heads: usize,
    head_width: usize,
    n_tokens: usize,
    max_length: usize,
    end: Token,
) -> Result<Loaded, String> {
    let shape = Shape {
        layers,
        heads,
        head_width,
        n_tokens,
        max_length,
    };
    Ok(Loaded::new(RtenModel::load(file, shape)?, shape, end))
}

struct RtenModel {
    model: rten::Model,
    shape: Shape,
    ids: NodeId,
    positions: NodeId,
    mask: NodeId,
    /// Keys and values of each layer in turn.
    past: Vec<NodeId>,
    logits: NodeId,
    /// The logits, then what `past` has become.
    everything: Vec<NodeId>,
}

impl RtenModel {
    fn load(file: Vec<u8>, shape: Shape) -> Result<RtenModel, String> {
        let operators = op_registry!(
            Add,
            Concat,
            DequantizeLinear,
            Gather,
            MatMul,
            Mul,
            Neg,
            Pow,
            Reciprocal,
            ReduceMean,
            Reshape,
            Slice,
            Softmax,
            Sqrt,
            Tanh,
            Transpose
        );
        let mut options = ModelOptions::with_ops(operators);
        options.prepack_weights(true);
        let model = options.load(file).map_err(text)?;
        let node = |name: &str| model.node_id(name).map_err(text);
        let of_layers = |start: &str| -> Result<Vec<NodeId>, String> {
            let names = (0..shape.layers).flat_map(|layer| ["k", "v"].map(|of| (of, layer)));
            names
                .map(|(of, layer)| node(&format!("{start}_{of}.{layer}")))
                .collect()
        };
        let logits = node("logits")?;
        let mut everything = vec![logits];
        everything.extend(of_layers("present")?);
        Ok(RtenModel {
            shape,
            ids: node("ids")?,
            positions: node("positions")?,
            mask: node("mask")?,
            past: of_layers("past")?,
            logits,
            everything,
            model,
        })
    }

    fn empty(&self, n_rows: usize, room: usize) -> Tensor<f32> {
        let Shape {
            heads, head_width, ..
        } = self.shape;
        NdTensor::with_capacity([n_rows, heads, room, head_width], 2).into_dyn()
    }

    /// `past`, copied where it could not grow to so many places.
    fn with_room(&self, past: Tensor<f32>, n_all: usize) -> Tensor<f32> {
        if past.has_capacity(2, n_all) {
            return past;
        }
        let mut larger = self.empty(past.size(0), n_all + ROOM);
        larger
            .append(2, &past)
            .expect("it is as large in all other directions");
        larger
    }
}

impl Model for RtenModel {
    fn begin(&self) -> Box<dyn Reading + '_> {
        Box::new(Rows {
            of: self,
            past: Vec::new(),
            n_read: 0,
        })
    }
}

struct Rows<'a> {
    of: &'a RtenModel,
    /// Nothing before anything is read.
    past: Vec<Tensor<f32>>,
    n_read: usize,
}

impl Reading for Rows<'_> {
    fn read(&mut self, rows: &[&[Token]], wanted: Wanted) -> Result<Vec<f32>, String> {
        let of = self.of;
        let (n_rows, n_new) = (rows.len(), rows[0].len());
        let n_all = self.n_read + n_new;
        let goes_on = wanted == Wanted::Last;
        if self.past.is_empty() {
            let room = if goes_on { n_all + ROOM } else { 0 };
            self.past = of.past.iter().map(|_| of.empty(n_rows, room)).collect();
        }
        let ids: Vec<i32> = rows.concat().iter().map(|&token| token as i32).collect();
        let positions = (0..n_rows).flat_map(|_| self.n_read..n_all);
        let positions: Vec<i32> = positions.map(|position| position as i32).collect();
        let row = (self.n_read..n_all).flat_map(|position| {
            (0..n_all).map(move |other| if other > position { MASKED } else { 0.0 })
        });
        let mask = row.collect::<Vec<f32>>().repeat(n_rows);
        let mut inputs: Vec<(NodeId, ValueOrView<'_>)> = vec![
            (of.ids, NdTensor::from_data([n_rows, n_new], ids).into()),
            (
                of.positions,
                NdTensor::from_data([n_rows, n_new], positions).into(),
            ),
            (
                of.mask,
                NdTensor::from_data([n_rows, 1, n_new, n_all], mask).into(),
            ),
        ];
        let past: Vec<Tensor<f32>> = self
            .past
            .drain(..)
            .map(|past| of.with_room(past, n_all))
            .collect();
        inputs.extend(
            of.past
                .iter()
                .copied()
                .zip(past.into_iter().map(Into::into)),
        );
        let outputs = if goes_on {
            of.everything.as_slice()
        } else {
            &[of.logits]
        };
        let mut found = of
            .model
            .run(inputs, outputs, None)
            .map_err(text)?
            .into_iter();
        let logits: NdTensor<f32, 3> = of_type(found.next())?;
        self.past = found
            .map(|value| of_type(Some(value)))
            .collect::<Result<_, _>>()?;
        self.n_read = n_all;
        let places = wanted.first_place(n_new)..n_new;
        Ok(logits.slice((.., places, ..)).to_vec())
    }

    /// Moves rows down inside the tensors, which keep their room.
    fn keep(&mut self, kept: &[usize]) -> Result<(), String> {
        for past in &mut self.past {
            for (place, &row) in kept.iter().enumerate().filter(|(place, row)| place < *row) {
                let (mut before, after) = past.nd_view_mut::<4>().split_at_mut(0, row);
                before.slice_mut(place).copy_from(&after.slice(0));
            }
            past.clip_dim(0, 0..kept.len());
        }
        Ok(())
    }
}

fn of_type<T: TryFrom<Value>>(value: Option<Value>) -> Result<T, String> {
    let value = value.ok_or("rten returned fewer values than were asked for")?;
    T::try_from(value).map_err(|_| "rten returned a value of another type".to_owned())
}

fn text(error: impl std::fmt::Display) -> String {
    error.to_string()
}
