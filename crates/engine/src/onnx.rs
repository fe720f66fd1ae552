//! The part of the ONNX file format that our exporter writes, and its decoding into checked values.
//!
//! The messages below are ONNX's own with the fields we do not use left out, so the protobuf decoder skips those.

use std::collections::HashMap;

use prost::Message;
use syw_core::outside::{quoted, said};

use crate::Error;

#[derive(Clone, PartialEq, Message)]
struct Model {
    #[prost(message, optional, tag = "7")]
    graph: Option<GraphMessage>,
    #[prost(message, repeated, tag = "8")]
    operator_sets: Vec<OperatorSet>,
}

#[derive(Clone, PartialEq, Message)]
struct OperatorSet {
    #[prost(string, tag = "1")]
    domain: String,
    #[prost(int64, tag = "2")]
    version: i64,
}

#[derive(Clone, PartialEq, Message)]
struct GraphMessage {
    #[prost(message, repeated, tag = "1")]
    nodes: Vec<Node>,
    #[prost(message, repeated, tag = "5")]
    initialisers: Vec<TensorMessage>,
    #[prost(message, repeated, tag = "11")]
    inputs: Vec<ValueInfo>,
    #[prost(message, repeated, tag = "12")]
    outputs: Vec<ValueInfo>,
}

#[derive(Clone, PartialEq, Message)]
pub(crate) struct Node {
    #[prost(string, repeated, tag = "1")]
    pub(crate) inputs: Vec<String>,
    #[prost(string, repeated, tag = "2")]
    pub(crate) outputs: Vec<String>,
    #[prost(string, tag = "4")]
    pub(crate) op: String,
    #[prost(message, repeated, tag = "5")]
    attributes: Vec<Attribute>,
}

#[derive(Clone, PartialEq, Message)]
struct Attribute {
    #[prost(string, tag = "1")]
    name: String,
    #[prost(int64, tag = "3")]
    int: i64,
    #[prost(int64, repeated, tag = "8")]
    ints: Vec<i64>,
    #[prost(int32, tag = "20")]
    kind: i32,
}

#[derive(Clone, PartialEq, Message)]
struct TensorMessage {
    #[prost(int64, repeated, tag = "1")]
    dims: Vec<i64>,
    #[prost(int32, tag = "2")]
    element: i32,
    #[prost(string, tag = "8")]
    name: String,
    #[prost(bytes = "vec", tag = "9")]
    raw: Vec<u8>,
}

#[derive(Clone, PartialEq, Message)]
struct ValueInfo {
    #[prost(string, tag = "1")]
    name: String,
    #[prost(message, optional, tag = "2")]
    kind: Option<ValueType>,
}

#[derive(Clone, PartialEq, Message)]
struct ValueType {
    #[prost(message, optional, tag = "1")]
    tensor: Option<TensorType>,
}

#[derive(Clone, PartialEq, Message)]
struct TensorType {
    #[prost(int32, tag = "1")]
    element: i32,
    #[prost(message, optional, tag = "2")]
    shape: Option<ShapeMessage>,
}

#[derive(Clone, PartialEq, Message)]
struct ShapeMessage {
    #[prost(message, repeated, tag = "1")]
    dims: Vec<DimMessage>,
}

#[derive(Clone, PartialEq, Message)]
struct DimMessage {
    #[prost(int64, tag = "1")]
    value: i64,
    #[prost(string, tag = "2")]
    name: String,
}

/// ONNX's number for an attribute that is a list of whole numbers.
const INTS: i32 = 7;

/// ONNX's numbers for element types.
const FLOAT: i32 = 1;
const INT8: i32 = 3;
const INT64: i32 = 7;

/// The operator set that the exporter writes. Another may give the same name another meaning.
const OPERATOR_SET: i64 = 18;

/// A decoded file.
pub(crate) struct Graph {
    pub(crate) nodes: Vec<Node>,
    pub(crate) constants: HashMap<String, Constant>,
    pub(crate) inputs: Vec<Value>,
    pub(crate) outputs: Vec<Value>,
}

/// A tensor in the file.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Constant {
    pub(crate) shape: Vec<usize>,
    pub(crate) elements: Elements,
}

/// The elements of a [`Constant`], the last axis innermost.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Elements {
    F32(Vec<f32>),
    I8(Vec<i8>),
    I64(Vec<i64>),
}

/// An input or output of the graph.
pub(crate) struct Value {
    pub(crate) name: String,
    pub(crate) is_float: bool,
    pub(crate) dims: Vec<Dim>,
}

/// One dimension of a [`Value`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Dim {
    Fixed(usize),
    Named(String),
}

impl Graph {
    pub(crate) fn decode(bytes: &[u8]) -> Result<Graph, Error> {
        let model =
            Model::decode(bytes).map_err(|error| Error::Malformed(said(&error.to_string())))?;
        let graph = model
            .graph
            .ok_or_else(|| Error::Malformed("it has no graph".into()))?;
        let version = model
            .operator_sets
            .iter()
            .find(|set| set.domain.is_empty())
            .map_or(0, |set| set.version);
        if version != OPERATOR_SET {
            return Err(Error::Graph(format!(
                "it uses operator set {version} instead of {OPERATOR_SET}"
            )));
        }
        let mut constants = HashMap::new();
        for message in graph.initialisers {
            let constant = constant(&message)?;
            constants.insert(message.name, constant);
        }
        Ok(Graph {
            nodes: graph.nodes,
            constants,
            inputs: graph
                .inputs
                .into_iter()
                .map(value)
                .collect::<Result<_, _>>()?,
            outputs: graph
                .outputs
                .into_iter()
                .map(value)
                .collect::<Result<_, _>>()?,
        })
    }
}

impl Node {
    /// The attributes as text, in the order of the file: `axis=0`, `perm=[1, 0]`.
    pub(crate) fn attributes(&self) -> impl Iterator<Item = String> {
        self.attributes.iter().map(|attribute| {
            if attribute.kind == INTS {
                format!("{}={:?}", attribute.name, attribute.ints)
            } else {
                format!("{}={}", attribute.name, attribute.int)
            }
        })
    }
}

fn constant(message: &TensorMessage) -> Result<Constant, Error> {
    let wrong = |what: &str| Error::Graph(format!("tensor {:?} {what}", quoted(&message.name)));
    let shape: Vec<usize> = message
        .dims
        .iter()
        .map(|&dim| usize::try_from(dim))
        .collect::<Result<_, _>>()
        .map_err(|_| wrong("has a negative dimension"))?;
    let n_elements = shape
        .iter()
        .try_fold(1_usize, |product, &dim| product.checked_mul(dim));
    let n_elements = n_elements.ok_or_else(|| wrong("is too large"))?;
    let size = match message.element {
        FLOAT => 4,
        INT8 => 1,
        INT64 => 8,
        other => return Err(wrong(&format!("has elements of type {other}"))),
    };
    if n_elements.checked_mul(size) != Some(message.raw.len()) {
        return Err(wrong(&format!(
            "has {} bytes for {n_elements} elements",
            message.raw.len()
        )));
    }
    let elements = match message.element {
        FLOAT => Elements::F32(elements(&message.raw, f32::from_le_bytes)),
        INT8 => Elements::I8(elements(&message.raw, i8::from_le_bytes)),
        _ => Elements::I64(elements(&message.raw, i64::from_le_bytes)),
    };
    Ok(Constant { shape, elements })
}

fn elements<T, const N: usize>(raw: &[u8], one: fn([u8; N]) -> T) -> Vec<T> {
    let (chunks, _) = raw.as_chunks::<N>();
    chunks.iter().map(|&chunk| one(chunk)).collect()
}

fn value(info: ValueInfo) -> Result<Value, Error> {
    let wrong = |what: &str| Error::Graph(format!("{:?} {what}", quoted(&info.name)));
    let tensor = info
        .kind
        .and_then(|kind| kind.tensor)
        .ok_or_else(|| wrong("is not a tensor"))?;
    let is_float = match tensor.element {
        FLOAT => true,
        INT64 => false,
        other => return Err(wrong(&format!("has elements of type {other}"))),
    };
    let dims = tensor.shape.ok_or_else(|| wrong("has no shape"))?.dims;
    let dim = |dim: DimMessage| match usize::try_from(dim.value) {
        _ if !dim.name.is_empty() => Ok(Dim::Named(dim.name)),
        Ok(value) => Ok(Dim::Fixed(value)),
        Err(_) => Err(wrong("has a negative dimension")),
    };
    let dims = dims.into_iter().map(dim).collect::<Result<_, _>>()?;
    Ok(Value {
        name: info.name,
        is_float,
        dims,
    })
}
