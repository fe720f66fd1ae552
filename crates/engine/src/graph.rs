//! From ONNX nodes to a tract model with some of its dimensions fixed.
//!
//! tract's own ONNX importer knows some two hundred operators and infers shapes by a solver. Our graphs have fifteen
//! operators and all shapes are known, so they are wired directly: the worker's download is half as large, a model
//! loads in a fraction of the time, and what cannot be read is refused with a message of ours. What tract's importer
//! would do on the way is done here:
//!
//! - int8 weights become f32 constants at once, whatever their size (tract folds them only below 4 MiB);
//! - inputs that a plan never needs (no past, a mask over one token that sees everything) leave the graph.

use std::collections::HashMap;

use tract_core::internal::*;
use tract_core::ops::array::{Gather, Slice, TypedConcat};
use tract_core::ops::binary::TypedBinOp;
use tract_core::ops::einsum::EinSum;
use tract_core::ops::math;
use tract_core::ops::nn::{Reduce, Reducer, Softmax, SoftmaxKind};

use crate::Error;
use crate::onnx::{Dim, Graph, Node};

/// The sizes of a plan: how many texts, how many new tokens in each, after how many. `None` is settled on each run.
///
/// A fixed size is worth a plan of its own: tract chooses its kernels (matrix times vector, say) for fixed sizes only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sizes {
    pub(crate) batch: Option<usize>,
    pub(crate) new: Option<usize>,
    pub(crate) past: Option<usize>,
}

impl Sizes {
    /// Without a past there are no keys and values to put in front.
    pub(crate) fn has_past(self) -> bool {
        self.past != Some(0)
    }

    /// A single new token sees everything before it, so nothing is masked.
    pub(crate) fn has_mask(self) -> bool {
        self.new != Some(1)
    }
}

/// Wires `graph` for these sizes. Inputs and outputs keep the order given; inputs that the sizes make needless are
/// left out.
pub(crate) fn wire(
    graph: &Graph,
    sizes: Sizes,
    inputs: &[String],
    outputs: &[String],
) -> Result<TypedModel, Error> {
    let mut wiring = Wiring {
        graph,
        model: TypedModel::default(),
        values: HashMap::new(),
    };
    wiring.add_inputs(sizes, inputs)?;
    for node in &graph.nodes {
        wiring.add_node(node).map_err(|error| {
            let output = node.outputs.first().map_or("", String::as_str);
            Error::Graph(format!("{} {output:?}: {error:#}", node.op))
        })?;
    }
    let outlets = outputs.iter().map(|name| {
        wiring
            .values
            .get(name.as_str())
            .copied()
            .flatten()
            .ok_or_else(|| Error::Graph(format!("it has no {name:?}")))
    });
    let outlets = outlets.collect::<Result<Vec<_>, _>>()?;
    wiring
        .model
        .select_output_outlets(&outlets)
        .map_err(|error| Error::Graph(format!("{error:#}")))?;
    Ok(wiring.model)
}

struct Wiring<'graph> {
    graph: &'graph Graph,
    model: TypedModel,
    /// Every value so far; `None` for an input that these sizes leave out.
    values: HashMap<&'graph str, Option<OutletId>>,
}

impl<'graph> Wiring<'graph> {
    fn add_inputs(&mut self, sizes: Sizes, names: &[String]) -> Result<(), Error> {
        let scope = &self.model.symbols;
        let dim = |size: Option<usize>, name: &str| {
            size.map_or_else(|| scope.sym(name).to_dim(), |size| size.to_dim())
        };
        let (batch, new, past) = (
            dim(sizes.batch, "B"),
            dim(sizes.new, "S"),
            dim(sizes.past, "P"),
        );
        let total = past.clone() + new.clone();
        if let Some(unknown) = self
            .graph
            .inputs
            .iter()
            .find(|input| !names.contains(&input.name))
        {
            return Err(Error::Graph(format!(
                "it has an unknown input {:?}",
                unknown.name
            )));
        }
        for name in names {
            let input = self.graph.inputs.iter().find(|input| input.name == *name);
            let input = input.ok_or_else(|| Error::Graph(format!("it has no input {name:?}")))?;
            let is_left_out = (input.name == "mask" && !sizes.has_mask())
                || (input.name.starts_with("past_") && !sizes.has_past());
            if is_left_out {
                self.values.insert(&input.name, None);
                continue;
            }
            let shape = input.dims.iter().map(|dim| match dim {
                Dim::Fixed(size) => Ok(size.to_dim()),
                Dim::Named(name) => match name.as_str() {
                    "B" => Ok(batch.clone()),
                    "S" => Ok(new.clone()),
                    "P" => Ok(past.clone()),
                    "T" => Ok(total.clone()),
                    other => Err(Error::Graph(format!(
                        "{:?} has an unknown dimension {other:?}",
                        input.name
                    ))),
                },
            });
            let shape = shape.collect::<Result<TVec<TDim>, _>>()?;
            let fact = if input.is_float {
                f32::fact(shape)
            } else {
                i64::fact(shape)
            };
            let outlet = self
                .model
                .add_source(&input.name, fact)
                .map_err(|error| Error::Graph(error.to_string()))?;
            self.values.insert(&input.name, Some(outlet));
        }
        Ok(())
    }

    fn add_node(&mut self, node: &'graph Node) -> TractResult<()> {
        let [name] = node.outputs.as_slice() else {
            bail!("it should have one output")
        };
        let outlet = match node.op.as_str() {
            "Add" | "Concat" if node.inputs.len() == 2 => {
                match (self.input(node, 0)?, self.input(node, 1)?) {
                    (Some(a), Some(b)) if node.op == "Add" => {
                        self.binary(name, math::add(), a, b)?
                    }
                    (Some(a), Some(b)) => {
                        let axis = axis(node, self.rank(a)?, None)?;
                        self.model
                            .wire_node(name, TypedConcat::new(axis), &[a, b])?[0]
                    }
                    // Nothing is added, or put in front.
                    (Some(only), None) | (None, Some(only)) => only,
                    (None, None) => bail!("both of its inputs are left out"),
                }
            }
            "DequantizeLinear" => {
                let weights = dequantised(self.constant(node, 0)?, self.constant(node, 1)?, node)?;
                self.model.add_const(name, weights)?
            }
            "Gather" => {
                let (table, indices) = (self.required(node, 0)?, self.required(node, 1)?);
                let axis = axis(node, self.rank(table)?, Some(0))?;
                self.model
                    .wire_node(name, Gather::new(axis), &[table, indices])?[0]
            }
            "MatMul" => {
                let (a, b) = (self.required(node, 0)?, self.required(node, 1)?);
                let axes = matmul_axes(self.rank(a)?, self.rank(b)?)?;
                self.model
                    .wire_node(name, EinSum::new(axes, f32::datum_type()), &[a, b])?[0]
            }
            "Mul" => {
                let (a, b) = (self.required(node, 0)?, self.required(node, 1)?);
                self.binary(name, math::mul(), a, b)?
            }
            "Neg" => self.unary(name, math::neg(), node)?,
            "Pow" => {
                let base = self.required(node, 0)?;
                if self.is_cube(node) {
                    // The cube inside GELU. A general power of each number would take two fifths of a batch's time.
                    let squared =
                        self.binary(&format!("{name}.squared"), math::mul(), base, base)?;
                    self.binary(name, math::mul(), squared, base)?
                } else {
                    let exponent = self.required(node, 1)?;
                    self.binary(name, math::pow(), base, exponent)?
                }
            }
            "Reciprocal" => self.unary(name, math::recip(), node)?,
            "ReduceMean" => {
                let squared = self.required(node, 0)?;
                let [axis] = self.ints(node, 1)?[..] else {
                    bail!("it should reduce one axis")
                };
                let axis = positive(axis, self.rank(squared)?)?;
                ensure!(
                    node.int("keepdims").unwrap_or(1) == 1,
                    "it should keep the reduced axis"
                );
                // Only RMSNorm reduces; tract recognises the norm from this node on and runs it as one operator.
                let square = self.model.node(squared.node);
                let is_square = square
                    .op_as::<TypedBinOp>()
                    .is_some_and(|op| op.0.is::<math::Mul>())
                    && square.inputs[0] == square.inputs[1];
                ensure!(is_square, "it should reduce a square");
                let input = square.inputs[0];
                let mean = Reduce::new(tvec!(axis), Reducer::MeanOfSquares);
                self.model.wire_node(name, mean, &[input])?[0]
            }
            "Reshape" => {
                let input = self.required(node, 0)?;
                let target: TVec<TDim> =
                    self.ints(node, 1)?.iter().map(|dim| dim.to_dim()).collect();
                let shape = self.model.outlet_fact(input)?.shape.to_tvec();
                let steps = to_axis_ops_with_onnx_rules(&shape, &target, false)?;
                self.steps(name, input, steps)?
            }
            "Slice" => {
                let input = self.required(node, 0)?;
                let (starts, ends, axes) = (
                    self.ints(node, 1)?,
                    self.ints(node, 2)?,
                    self.ints(node, 3)?,
                );
                let (&[start], &[end], &[axis]) = (&starts[..], &ends[..], &axes[..]) else {
                    bail!("it should slice one axis")
                };
                let axis = positive(axis, self.rank(input)?)?;
                let length = self.model.outlet_fact(input)?.shape[axis].to_i64()?;
                ensure!(
                    0 <= start && start < end && end <= length,
                    "{start}..{end} is not within 0..{length}"
                );
                self.model
                    .wire_node(name, Slice::new(axis, start, end), &[input])?[0]
            }
            "Softmax" => {
                let input = self.required(node, 0)?;
                let axis = axis(node, self.rank(input)?, Some(-1))?;
                self.model.wire_node(
                    name,
                    Softmax::new(tvec!(axis), None, SoftmaxKind::Softmax),
                    &[input],
                )?[0]
            }
            "Sqrt" => self.unary(name, math::sqrt(), node)?,
            "Tanh" => self.unary(name, math::tanh(), node)?,
            "Transpose" => {
                let input = self.required(node, 0)?;
                let order = node
                    .ints("perm")
                    .context("it should say the order of the axes")?;
                let rank = self.rank(input)?;
                let order = order
                    .iter()
                    .map(|&axis| positive(axis, rank))
                    .collect::<TractResult<Vec<_>>>()?;
                ensure!(
                    (0..rank).all(|axis| order.contains(&axis)) && order.len() == rank,
                    "it should keep every axis"
                );
                self.steps(name, input, perm_to_ops(&order))?
            }
            _ => bail!("this engine does not know the operator"),
        };
        self.values.insert(name, Some(outlet));
        Ok(())
    }

    /// An input of a node; `None` where these sizes leave it out.
    fn input(&mut self, node: &'graph Node, slot: usize) -> TractResult<Option<OutletId>> {
        let name = node
            .inputs
            .get(slot)
            .with_context(|| format!("it has no input {slot}"))?;
        if let Some(&known) = self.values.get(name.as_str()) {
            return Ok(known);
        }
        let constant = self
            .graph
            .constants
            .get(name)
            .with_context(|| format!("there is no value {name:?}"))?;
        let outlet = self.model.add_const(name, constant.clone())?;
        self.values.insert(name, Some(outlet));
        Ok(Some(outlet))
    }

    fn required(&mut self, node: &'graph Node, slot: usize) -> TractResult<OutletId> {
        self.input(node, slot)?
            .with_context(|| format!("it needs input {slot}"))
    }

    fn constant(&self, node: &Node, slot: usize) -> TractResult<&'graph Tensor> {
        let constant = node
            .inputs
            .get(slot)
            .and_then(|name| self.graph.constants.get(name));
        constant.with_context(|| format!("input {slot} should be a constant"))
    }

    /// Whether the exponent of a power is the constant 3.
    fn is_cube(&self, node: &Node) -> bool {
        let exponent = self
            .constant(node, 1)
            .and_then(|exponent| exponent.cast_to_scalar::<f32>());
        exponent.is_ok_and(|exponent| exponent == 3.0)
    }

    fn ints(&self, node: &Node, slot: usize) -> TractResult<Vec<i64>> {
        let constant = self.constant(node, slot)?;
        Ok(constant.try_as_plain_ram()?.as_slice::<i64>()?.to_vec())
    }

    fn rank(&self, outlet: OutletId) -> TractResult<usize> {
        Ok(self.model.outlet_fact(outlet)?.rank())
    }

    fn unary(
        &mut self,
        name: &str,
        op: impl Into<Box<dyn TypedOp>>,
        node: &'graph Node,
    ) -> TractResult<OutletId> {
        let input = self.required(node, 0)?;
        Ok(self.model.wire_node(name, op, &[input])?[0])
    }

    fn binary(
        &mut self,
        name: &str,
        op: TypedBinOp,
        a: OutletId,
        b: OutletId,
    ) -> TractResult<OutletId> {
        Ok(wire_with_rank_broadcast(name, &mut self.model, op, &[a, b])?[0])
    }

    fn steps(&mut self, name: &str, input: OutletId, steps: TVec<AxisOp>) -> TractResult<OutletId> {
        let mut outlet = input;
        for step in steps {
            let name = self.model.unique_name(name).into_owned();
            outlet = self.model.wire_node(name, step, &[outlet])?[0];
        }
        Ok(outlet)
    }
}

/// int8 values times the scale of their channel.
fn dequantised(values: &Tensor, scales: &Tensor, node: &Node) -> TractResult<Tensor> {
    ensure!(node.inputs.len() == 2, "it should have no zero point");
    let shape = values.shape();
    let axis = axis(node, shape.len(), Some(1))?;
    let (n_channels, inner) = (shape[axis], shape[axis + 1..].iter().product::<usize>());
    let scales = scales.try_as_plain_ram()?.as_slice::<f32>()?;
    ensure!(
        scales.len() == n_channels,
        "{} scales for {n_channels} channels",
        scales.len()
    );
    let values = values.try_as_plain_ram()?.as_slice::<i8>()?;
    let scaled = values
        .iter()
        .enumerate()
        .map(|(idx, &value)| f32::from(value) * scales[idx / inner % n_channels]);
    Tensor::from_shape(shape, &scaled.collect::<Vec<f32>>())
}

/// The axes of numpy's matrix product, by letters: `amk,akn->amn`.
fn matmul_axes(a_rank: usize, b_rank: usize) -> TractResult<AxesMapping> {
    ensure!(a_rank >= 2 && b_rank >= 2, "it should multiply matrices");
    let batch: String = ('a'..'k').take(a_rank.max(b_rank) - 2).collect();
    let (a, b) = (
        &batch[batch.len() + 2 - a_rank..],
        &batch[batch.len() + 2 - b_rank..],
    );
    format!("{a}mk,{b}kn->{batch}mn").parse()
}

fn axis(node: &Node, rank: usize, default: Option<i64>) -> TractResult<usize> {
    positive(
        node.int("axis")
            .or(default)
            .context("it should have an axis")?,
        rank,
    )
}

/// ONNX counts axes from the end where they are negative.
fn positive(axis: i64, rank: usize) -> TractResult<usize> {
    let from_start = if axis < 0 { axis + rank as i64 } else { axis };
    ensure!(
        (0..rank as i64).contains(&from_start),
        "there is no axis {axis} among {rank}"
    );
    Ok(from_start as usize)
}
