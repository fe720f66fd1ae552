//! Reads the weights of the ONNX file that `training/syw/onnx_writer.py` writes: as much of protobuf as that takes.

use candle_core::{Device, Error, Result, Tensor};
use std::collections::HashMap;

pub(super) type Weights = HashMap<String, Tensor>;

// Numbers of fields and of element types, from the ONNX specification.
const MODEL_GRAPH: u64 = 7;
const GRAPH_INITIALIZER: u64 = 5;
const TENSOR_DIMS: u64 = 1;
const TENSOR_DATA_TYPE: u64 = 2;
const TENSOR_NAME: u64 = 8;
const TENSOR_RAW_DATA: u64 = 9;
const FLOAT: u64 = 1;
const INT8: u64 = 3;

const VALUES: &str = ".int8";

/// Every matrix, dequantised, and every other tensor of f32, by name.
pub(super) fn weights(file: &[u8]) -> std::result::Result<Weights, String> {
    read(file).map_err(|error| format!("the ONNX file: {error}"))
}

/// The tensor of this name, which must be there.
pub(super) fn named(weights: &Weights, name: &str) -> Result<Tensor> {
    let found = weights.get(name).cloned();
    found.ok_or_else(|| Error::Msg(format!("the ONNX file has no `{name}`")))
}

fn read(file: &[u8]) -> Result<Weights> {
    let mut weights = Weights::new();
    for (_, graph) in fields(file)?
        .iter()
        .filter(|(field, _)| *field == MODEL_GRAPH)
    {
        let graph = fields(graph.bytes())?;
        for (_, tensor) in graph
            .iter()
            .filter(|(field, _)| *field == GRAPH_INITIALIZER)
        {
            if let Some((name, tensor)) = tensor_of(tensor.bytes())? {
                weights.insert(name, tensor);
            }
        }
    }
    let whole: Vec<String> = weights
        .keys()
        .filter(|name| name.ends_with(VALUES))
        .cloned()
        .collect();
    for name in whole {
        let matrix = name.trim_end_matches(VALUES);
        let scales = named(&weights, &format!("{matrix}.scales"))?;
        // The embedding has a scale for each of its rows, every other matrix for each of its columns.
        let scales = scales.unsqueeze(usize::from(matrix.starts_with("embedding")))?;
        let values = named(&weights, &name)?.broadcast_mul(&scales)?;
        weights.insert(matrix.to_owned(), values);
        weights.remove(&name);
    }
    Ok(weights)
}

/// A tensor of f32 or int8 with its name; nothing for another type.
fn tensor_of(bytes: &[u8]) -> Result<Option<(String, Tensor)>> {
    let (mut dims, mut kind, mut name, mut raw) = (Vec::new(), 0, String::new(), &[][..]);
    for (field, value) in fields(bytes)? {
        match field {
            TENSOR_DIMS => dims.extend(value.numbers()?),
            TENSOR_DATA_TYPE => kind = value.number(),
            TENSOR_NAME => name = String::from_utf8_lossy(value.bytes()).into_owned(),
            TENSOR_RAW_DATA => raw = value.bytes(),
            _ => {}
        }
    }
    let values: Vec<f32> = match kind {
        FLOAT => {
            let number = |bytes: &[u8]| f32::from_le_bytes(bytes.try_into().expect("four bytes"));
            raw.chunks_exact(4).map(number).collect()
        }
        INT8 => raw.iter().map(|&byte| f32::from(byte as i8)).collect(),
        _ => return Ok(None),
    };
    Ok(Some((name, Tensor::from_vec(values, dims, &Device::Cpu)?)))
}

enum Value<'a> {
    Number(u64),
    Bytes(&'a [u8]),
}

impl<'a> Value<'a> {
    fn number(&self) -> u64 {
        match self {
            Value::Number(number) => *number,
            Value::Bytes(_) => 0,
        }
    }

    fn bytes(&self) -> &'a [u8] {
        match self {
            Value::Number(_) => &[],
            Value::Bytes(bytes) => bytes,
        }
    }

    /// A number by itself, or several packed together.
    fn numbers(&self) -> Result<Vec<usize>> {
        match *self {
            Value::Number(number) => Ok(vec![number as usize]),
            Value::Bytes(mut bytes) => {
                let mut numbers = Vec::new();
                while !bytes.is_empty() {
                    numbers.push(varint(&mut bytes)? as usize);
                }
                Ok(numbers)
            }
        }
    }
}

/// The fields of a protobuf message.
fn fields(mut bytes: &[u8]) -> Result<Vec<(u64, Value<'_>)>> {
    let mut fields = Vec::new();
    while !bytes.is_empty() {
        let key = varint(&mut bytes)?;
        let value = match key & 7 {
            0 => Value::Number(varint(&mut bytes)?),
            1 => Value::Bytes(taken(&mut bytes, 8)?),
            2 => {
                let length = varint(&mut bytes)? as usize;
                Value::Bytes(taken(&mut bytes, length)?)
            }
            5 => Value::Bytes(taken(&mut bytes, 4)?),
            kind => return Err(Error::Msg(format!("a field of kind {kind}"))),
        };
        fields.push((key >> 3, value));
    }
    Ok(fields)
}

fn taken<'a>(bytes: &mut &'a [u8], length: usize) -> Result<&'a [u8]> {
    let (taken, rest) = bytes
        .split_at_checked(length)
        .ok_or_else(|| Error::Msg("it ends too early".to_owned()))?;
    *bytes = rest;
    Ok(taken)
}

fn varint(bytes: &mut &[u8]) -> Result<u64> {
    let mut number = 0;
    for shift in (0..64).step_by(7) {
        let byte = taken(bytes, 1)?[0];
        number |= u64::from(byte & 127) << shift;
        if byte < 128 {
            return Ok(number);
        }
    }
    Err(Error::Msg("a number without an end".to_owned()))
}
