//! The one graph that this engine runs, and whether a file holds it.
//!
//! The engine does not interpret a graph: `forward.rs` is the same transformer written as code. So what a file says must
//! be exactly what that code does, operator by operator; `architecture.txt` has it, and any other graph is refused.

use std::collections::{HashMap, HashSet};

use syw_core::card::ModelCard;
use syw_core::outside::said;

use crate::Error;
use crate::onnx::{Constant, Dim, Elements, Graph, Node, Value};

const ARCHITECTURE: &str = include_str!("architecture.txt");

/// More layers than any model has that a page could run.
const MAX_LAYERS: usize = 64;
/// Numbers of a constant that stands in a line as its value.
const SMALL: usize = 8;

/// The sizes of a model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shape {
    pub(crate) layers: usize,
    pub(crate) heads: usize,
    pub(crate) head_width: usize,
    pub(crate) vocabulary: usize,
    /// The number of positions.
    pub(crate) max_length: usize,
}

impl Shape {
    /// The sizes that a card states.
    pub(crate) fn of(card: &ModelCard) -> Shape {
        Shape {
            layers: card.layers,
            heads: card.heads,
            head_width: card.head_width,
            vocabulary: card.vocabulary.len(),
            max_length: card.max_length,
        }
    }

    /// The width of the residual stream.
    pub(crate) fn width(self) -> usize {
        self.heads * self.head_width
    }
}

/// Compares the sizes in the graph with those in its card, then every line of it with the architecture.
pub(crate) fn check(graph: &Graph, shape: Shape) -> Result<(), Error> {
    check_sizes(graph, shape)?;
    if shape.heads == 0 || shape.head_width == 0 || shape.head_width % 2 == 1 {
        return Err(Error::Graph(format!(
            "it has {} heads {} wide: there have to be some, of an even width",
            shape.heads, shape.head_width
        )));
    }
    let width = shape.heads.checked_mul(shape.head_width);
    // The widest matrix has four times the width of the residual stream.
    if width.and_then(|width| width.checked_mul(4)).is_none() || shape.layers > MAX_LAYERS {
        return Err(Error::Graph(format!(
            "it has {} layers with {} heads {} wide: that is too large",
            shape.layers, shape.heads, shape.head_width
        )));
    }
    let expected = expected(shape);
    let inputs = graph.inputs.iter().map(value);
    let outputs = graph.outputs.iter().map(value);
    let nodes = graph.nodes.iter().map(|node| line(node, &graph.constants));
    // One line at a time: all lines of a hostile graph can be far longer than its file.
    let mut found = inputs.chain(outputs).chain(nodes);
    let mut expected = expected.into_iter();
    loop {
        let (expected, found) = (expected.next(), found.next());
        if expected != found {
            let text = |line: Option<String>| line.map_or("nothing".into(), |line| said(&line));
            return Err(Error::Graph(format!(
                "it has `{}` where this engine expects `{}`",
                text(found),
                text(expected)
            )));
        }
        if expected.is_none() {
            return Ok(());
        }
    }
}

fn check_sizes(graph: &Graph, shape: Shape) -> Result<(), Error> {
    let missing = |name: &str| Error::Graph(format!("it has no {name:?} of the expected rank"));
    let outputs = graph.outputs.iter().map(|output| output.name.as_str());
    let outputs: HashSet<&str> = outputs.collect();
    let layers = (0..)
        .take_while(|layer| outputs.contains(format!("present_k.{layer}").as_str()))
        .count();
    let Some([_, _, tokens]) = dims(&graph.outputs, "logits") else {
        return Err(missing("logits"));
    };
    let Some([_, heads, _, head_width]) = dims(&graph.inputs, "past_k.0") else {
        return Err(missing("past_k.0"));
    };
    let fixed = |dim: &Dim| match dim {
        Dim::Fixed(size) => *size,
        Dim::Named(_) => 0,
    };
    let positions = graph
        .constants
        .get("cos_table")
        .and_then(|table| table.shape.first())
        .copied()
        .unwrap_or(0);
    for (what, expected, found) in [
        ("layers", shape.layers, layers),
        ("heads", shape.heads, fixed(heads)),
        ("a head width of", shape.head_width, fixed(head_width)),
        ("tokens", shape.vocabulary, fixed(tokens)),
        ("positions", shape.max_length, positions),
    ] {
        if expected != found {
            return Err(Error::Card {
                what,
                expected,
                found,
            });
        }
    }
    Ok(())
}

fn dims<'graph>(values: &'graph [Value], name: &str) -> Option<&'graph [Dim]> {
    let value = values.iter().find(|value| value.name == name);
    value.map(|value| value.dims.as_slice())
}

/// The architecture with these sizes, line by line: inputs, outputs, operators.
fn expected(shape: Shape) -> Vec<String> {
    let Shape {
        heads, head_width, ..
    } = shape;
    let attention_scale = (1.0 / (head_width as f64).sqrt()) as f32;
    let sizes = [
        ("{heads}", heads.to_string()),
        ("{heads2}", (2 * heads).to_string()),
        ("{heads3}", (3 * heads).to_string()),
        ("{head_width}", head_width.to_string()),
        ("{half}", (head_width / 2).to_string()),
        ("{width}", shape.width().to_string()),
        ("{vocabulary}", shape.vocabulary.to_string()),
        ("{attention_scale}", attention_scale.to_string()),
    ];
    let part = |section: &str| {
        let lines = section.lines().skip(1).map(|line| {
            sizes.iter().fold(line.to_owned(), |line, (name, size)| {
                line.replace(name, size)
            })
        });
        lines.collect::<Vec<String>>()
    };
    // What stands before the first heading is for the reader.
    let mut sections = ARCHITECTURE.split("## ").skip(1).map(part);
    let mut next = || sections.next().unwrap_or_default();
    let [
        inputs,
        layer_inputs,
        outputs,
        layer_outputs,
        before,
        layer,
        after,
    ] = std::array::from_fn(|_| next());
    let of_layers = |lines: Vec<String>| {
        (0..shape.layers).flat_map(move |idx| {
            let number = idx.to_string();
            let block = format!("blocks.{idx}");
            let lines = lines.iter().map(|line| {
                line.replace("{layer}", &number)
                    .replace("{block}", &block)
                    .replace("{x}", &put_out_before(idx))
            });
            lines.collect::<Vec<String>>()
        })
    };
    let mut lines = inputs;
    lines.extend(of_layers(layer_inputs));
    lines.extend(outputs);
    lines.extend(of_layers(layer_outputs));
    lines.extend(before);
    lines.extend(of_layers(layer));
    let last = put_out_before(shape.layers);
    lines.extend(after.iter().map(|line| line.replace("{x}", &last)));
    lines
}

/// The name of the residual stream that a layer reads.
fn put_out_before(layer: usize) -> String {
    match layer.checked_sub(1) {
        Some(before) => format!("blocks.{before}.out"),
        None => "embedded".to_owned(),
    }
}

/// `name f32[B, 4, P, 6]`
fn value(value: &Value) -> String {
    let dims = value.dims.iter().map(|dim| match dim {
        Dim::Fixed(size) => size.to_string(),
        Dim::Named(name) => name.clone(),
    });
    let kind = if value.is_float { "f32" } else { "i64" };
    format!(
        "{} {kind}[{}]",
        value.name,
        dims.collect::<Vec<_>>().join(", ")
    )
}

/// `outputs = Operator(inputs) attributes`, a small constant as its value.
fn line(node: &Node, constants: &HashMap<String, Constant>) -> String {
    let input = |name: &String| match constants.get(name).map(|constant| &constant.elements) {
        Some(Elements::I64(values)) if values.len() <= SMALL => format!("{values:?}"),
        Some(Elements::F32(values)) if values.len() == 1 => values[0].to_string(),
        _ => name.clone(),
    };
    let inputs: Vec<String> = node.inputs.iter().map(input).collect();
    let attributes: String = node
        .attributes()
        .map(|attribute| format!(" {attribute}"))
        .collect();
    format!(
        "{} = {}({}){attributes}",
        node.outputs.join(", "),
        node.op,
        inputs.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn graph() -> Graph {
        Graph::decode(include_bytes!("../tests/fixtures/tiny.onnx")).unwrap()
    }

    fn shape() -> Shape {
        let card = include_str!("../tests/fixtures/tiny.json");
        Shape::of(&serde_json::from_str(card).unwrap())
    }

    #[track_caller]
    fn check_refused(change: impl FnOnce(&mut Graph), message: &str) {
        let mut graph = graph();
        change(&mut graph);
        assert_eq!(
            check(&graph, shape()).unwrap_err().to_string(),
            format!("the ONNX graph cannot be read: it has {message}")
        );
    }

    #[test]
    fn the_exporter_writes_this_architecture() {
        assert_eq!(check(&graph(), shape()), Ok(()));
    }

    #[test]
    fn heads_that_cannot_turn_are_refused() {
        let mut graph = graph();
        for input in &mut graph.inputs {
            if input.name == "past_k.0" {
                input.dims[3] = Dim::Fixed(0);
            }
        }
        let shape = Shape {
            head_width: 0,
            ..shape()
        };
        let message = "the ONNX graph cannot be read: it has 2 heads 0 wide: there have to be some, of an even width";
        assert_eq!(check(&graph, shape).unwrap_err().to_string(), message);
    }

    #[test]
    fn sizes_that_no_number_holds_are_refused() {
        let mut graph = graph();
        for input in &mut graph.inputs {
            if input.name == "past_k.0" {
                (input.dims[1], input.dims[3]) = (Dim::Fixed(1 << 16), Dim::Fixed(usize::MAX - 1));
            }
        }
        let shape = Shape {
            heads: 1 << 16,
            head_width: usize::MAX - 1,
            ..shape()
        };
        let message = format!(
            "the ONNX graph cannot be read: it has 2 layers with 65536 heads {} wide: that is too large",
            usize::MAX - 1
        );
        assert_eq!(check(&graph, shape).unwrap_err().to_string(), message);
    }

    #[test]
    fn a_long_line_is_told_in_short() {
        let mut graph = graph();
        graph.nodes[0].op = "x".repeat(100_000);
        let message = check(&graph, shape()).unwrap_err().to_string();
        assert!(message.len() < 500, "{} bytes", message.len());
    }

    #[test]
    fn another_graph_is_refused_with_its_first_difference() {
        check_refused(
            |graph| graph.nodes[0].op = "Cast".into(),
            "`embedding.weight = Cast(embedding.weight.int8, embedding.weight.scales) axis=0` where this engine expects \
             `embedding.weight = DequantizeLinear(embedding.weight.int8, embedding.weight.scales) axis=0`",
        );
        check_refused(
            |graph| {
                let epsilon = graph.constants.get_mut("epsilon").unwrap();
                epsilon.elements = Elements::F32(vec![1e-5]);
            },
            "`blocks.0.norm_attention.shifted = Add(blocks.0.norm_attention.mean, 0.00001)` where this engine expects \
             `blocks.0.norm_attention.shifted = Add(blocks.0.norm_attention.mean, 0.000001)`",
        );
        check_refused(
            |graph| {
                graph.nodes.pop();
            },
            "`nothing` where this engine expects `logits = MatMul(norm.out, embedding.columns)`",
        );
        check_refused(
            |graph| graph.inputs[0].is_float = true,
            "`ids f32[B, S]` where this engine expects `ids i64[B, S]`",
        );
        check_refused(
            |graph| graph.nodes.push(graph.nodes[1].clone()),
            "`embedded = Gather(embedding.weight, ids) axis=0` where this engine expects `nothing`",
        );
    }
}
