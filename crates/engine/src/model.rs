//! A loaded model: its plans, its memory of what it has read, and core's [`LanguageModel`] for it.

use std::sync::{Arc, OnceLock};

use syw_core::Token;
use syw_core::card::ModelCard;
use syw_core::decoding::LanguageModel;
use syw_core::vocabulary::vocabulary;
use tract_core::internal::*;
use tract_core::optim::Optimizer;

use crate::Error;
use crate::graph::{Sizes, wire};
use crate::onnx::{Dim, Graph};

/// Added to the attention of a token to one that it must not see; the softmax of it is exactly 0.
const MASKED: f32 = -1e9;

type Plan = Arc<TypedRunnableModel>;

/// A model that can run. Loading one folds its int8 weights to f32.
///
/// It keeps one plan for each shape of work, made when first needed, because tract picks kernels by fixed sizes.
pub struct OnnxModel {
    graph: Graph,
    shape: Shape,
    plans: [OnceLock<Result<Plan, Error>>; 4],
}

/// A shape of work: one text or many, from the start or after what was read.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Work {
    /// One text from its start: no past, any length.
    Text,
    /// One more token of one text: every product is matrix times vector.
    Token,
    /// Many texts from their start.
    Texts,
    /// One more token of each of many texts.
    Tokens,
}

impl Work {
    fn sizes(self) -> Sizes {
        match self {
            Work::Text => Sizes {
                batch: Some(1),
                new: None,
                past: Some(0),
            },
            Work::Token => Sizes {
                batch: Some(1),
                new: Some(1),
                past: None,
            },
            Work::Texts => Sizes {
                batch: None,
                new: None,
                past: Some(0),
            },
            Work::Tokens => Sizes {
                batch: None,
                new: Some(1),
                past: None,
            },
        }
    }
}

#[derive(Debug, Clone, Copy)]
struct Shape {
    layers: usize,
    max_length: usize,
}

/// What a model keeps of a text: the keys and values of every layer. Cloning it shares them.
#[derive(Debug, Clone)]
pub struct State {
    past: Arc<[Arc<Tensor>]>,
    length: usize,
}

impl State {
    /// The number of tokens read.
    pub fn length(&self) -> usize {
        self.length
    }
}

/// Reads a model that its card describes. [`verify`](crate::verify) the bytes first where they come from elsewhere.
pub fn load(bytes: &[u8], card: &ModelCard) -> Result<OnnxModel, Error> {
    check_vocabulary(&card.vocabulary)?;
    let graph = Graph::decode(bytes)?;
    let shape = check_shape(&graph, card)?;
    let model = OnnxModel {
        graph,
        shape,
        plans: Default::default(),
    };
    // What is wrong with a graph shows in its first plan.
    model.plan(Work::Text)?;
    Ok(model)
}

impl LanguageModel for OnnxModel {
    type State = State;
    type Error = Error;

    fn read(&self, state: Option<&State>, tokens: &[Token]) -> Result<(State, Vec<f32>), Error> {
        self.check_text(state.map_or(0, State::length), tokens)?;
        let Some(state) = state else {
            let (state, logits) = self.read_from_start(tokens)?;
            return Ok((state, logits.into_iter().next_back().ok_or(Error::Empty)?));
        };
        let (mut state, mut logits) = (state.clone(), Vec::new());
        for token in tokens {
            (state, logits) = self.read_one(&state, *token)?;
        }
        Ok((state, logits))
    }
}

impl OnnxModel {
    /// Reads a text and returns the logits after each of its tokens, in one forward pass.
    pub fn logits(&self, tokens: &[Token]) -> Result<Vec<Vec<f32>>, Error> {
        self.check_text(0, tokens)?;
        Ok(self.read_from_start(tokens)?.1)
    }

    /// The number of positions: no text may be longer.
    pub fn max_length(&self) -> usize {
        self.shape.max_length
    }

    /// Whether a text can be read: tokens of the vocabulary, at least one, no more than there are positions.
    pub fn check(&self, text: &[Token]) -> Result<(), Error> {
        self.check_text(0, text)
    }

    fn check_text(&self, before: usize, tokens: &[Token]) -> Result<(), Error> {
        let (length, max) = (before + tokens.len(), self.shape.max_length);
        if tokens.is_empty() {
            return Err(Error::Empty);
        }
        if length > max {
            return Err(Error::TooLong { length, max });
        }
        match tokens
            .iter()
            .find(|token| usize::from(token.0) >= vocabulary().len())
        {
            Some(unknown) => Err(Error::UnknownToken(unknown.0)),
            None => Ok(()),
        }
    }

    fn read_from_start(&self, tokens: &[Token]) -> Result<(State, Vec<Vec<f32>>), Error> {
        let (past, logits) =
            run_from_start(self.plan(Work::Text)?, &[tokens]).map_err(run_error)?;
        let logits = rows(&logits)
            .map_err(run_error)?
            .map(<[f32]>::to_vec)
            .collect();
        Ok((
            State {
                past,
                length: tokens.len(),
            },
            logits,
        ))
    }

    fn read_one(&self, state: &State, token: Token) -> Result<(State, Vec<f32>), Error> {
        let plan = self.plan(Work::Token)?;
        let (past, logits) =
            run_one_more(plan, &state.past, state.length, &[token]).map_err(run_error)?;
        let logits = rows(&logits)
            .map_err(run_error)?
            .flatten()
            .copied()
            .collect();
        Ok((
            State {
                past,
                length: state.length + 1,
            },
            logits,
        ))
    }

    pub(crate) fn plan(&self, work: Work) -> Result<&Plan, Error> {
        let plan =
            self.plans[work as usize].get_or_init(|| plan(&self.graph, self.shape, work.sizes()));
        plan.as_ref().map_err(Error::clone)
    }
}

/// Reads texts of equal length. Returns the keys and values, and the logits [B, S, V].
pub(crate) fn run_from_start(
    plan: &Plan,
    texts: &[&[Token]],
) -> TractResult<(Arc<[Arc<Tensor>]>, TValue)> {
    let (batch, new) = (texts.len(), texts[0].len());
    let ids: Vec<i64> = texts
        .iter()
        .flat_map(|text| text.iter().map(|token| i64::from(token.0)))
        .collect();
    let positions: Vec<i64> = (0..batch).flat_map(|_| 0..new as i64).collect();
    let mut inputs = tvec![
        shaped(&[batch, new], &ids)?,
        shaped(&[batch, new], &positions)?
    ];
    let causal = |at: usize| {
        if at % new <= at / new % new {
            0.0
        } else {
            MASKED
        }
    };
    let mask: Vec<f32> = (0..batch * new * new).map(causal).collect();
    inputs.push(shaped(&[batch, 1, new, new], &mask)?);
    Ok(split_outputs(plan.run(inputs)?))
}

/// Reads one more token of each text, after `before` tokens. Returns the keys and values, and the logits [B, 1, V].
pub(crate) fn run_one_more(
    plan: &Plan,
    past: &[Arc<Tensor>],
    before: usize,
    tokens: &[Token],
) -> TractResult<(Arc<[Arc<Tensor>]>, TValue)> {
    let ids: Vec<i64> = tokens.iter().map(|token| i64::from(token.0)).collect();
    let positions = vec![before as i64; tokens.len()];
    let mut inputs = tvec![
        shaped(&[tokens.len(), 1], &ids)?,
        shaped(&[tokens.len(), 1], &positions)?
    ];
    inputs.extend(past.iter().map(|tensor| tensor.clone().into_tvalue()));
    Ok(split_outputs(plan.run(inputs)?))
}

fn split_outputs(mut outputs: TVec<TValue>) -> (Arc<[Arc<Tensor>]>, TValue) {
    let logits = outputs.remove(0);
    (
        outputs
            .into_iter()
            .map(IntoArcTensor::into_arc_tensor)
            .collect(),
        logits,
    )
}

fn shaped<T: Datum + Copy>(shape: &[usize], values: &[T]) -> TractResult<TValue> {
    Ok(Tensor::from_shape(shape, values)?.into_tvalue())
}

/// The logits of each token.
pub(crate) fn rows(logits: &Tensor) -> TractResult<std::slice::ChunksExact<'_, f32>> {
    Ok(logits
        .try_as_plain_ram()?
        .as_slice::<f32>()?
        .chunks_exact(vocabulary().len()))
}

pub(crate) fn run_error(error: TractError) -> Error {
    Error::Run(format!("{error:#}"))
}

fn plan(graph: &Graph, shape: Shape, sizes: Sizes) -> Result<Plan, Error> {
    let cached = |what: &str| {
        (0..shape.layers)
            .flat_map(move |layer| [format!("{what}_k.{layer}"), format!("{what}_v.{layer}")])
            .collect::<Vec<_>>()
    };
    let inputs = [
        vec!["ids".into(), "positions".into(), "mask".into()],
        cached("past"),
    ]
    .concat();
    let outputs = [vec!["logits".into()], cached("present")].concat();
    let model = wire(graph, sizes, &inputs, &outputs)?;
    optimised(model)
        .and_then(|model| model.into_runnable())
        .map_err(|error| Error::Graph(format!("{error:#}")))
}

/// tract's simplifications that find something in our graphs: folding constants, and what each operator knows of
/// itself. The others (moving axes and slices about, for one) take half of the time and change nothing here.
fn optimised(mut model: TypedModel) -> TractResult<TypedModel> {
    let mut simplify = Optimizer::declutter();
    simplify.passes.retain(|pass| {
        let name = format!("{pass:?}");
        name.starts_with("PropConst") || name.starts_with("declutter")
    });
    debug_assert_eq!(simplify.passes.len(), 2, "tract names its passes otherwise");
    simplify.optimize(&mut model)?;
    model.optimize()?;
    Ok(model)
}

fn check_vocabulary(tokens: &[String]) -> Result<(), Error> {
    let ours = vocabulary();
    for id in 0..ours.len().max(tokens.len()) {
        let expected = ours.get(id).copied().unwrap_or_default();
        let found = tokens.get(id).map(String::as_str).unwrap_or_default();
        if expected != found {
            return Err(Error::Vocabulary {
                id,
                expected: expected.into(),
                found: found.into(),
            });
        }
    }
    Ok(())
}

/// Compares the sizes in the graph with those in the card: a plan is built for them, and inputs are made by them.
fn check_shape(graph: &Graph, card: &ModelCard) -> Result<Shape, Error> {
    let missing = |name: &str| Error::Graph(format!("it has no {name:?} of the expected rank"));
    let layers = (0..)
        .take_while(|layer| graph.output(&format!("present_k.{layer}")).is_some())
        .count();
    let Some([_, _, tokens]) = graph.output("logits") else {
        return Err(missing("logits"));
    };
    let Some([_, heads, _, head_width]) = graph.input("past_k.0") else {
        return Err(missing("past_k.0"));
    };
    let fixed = |dim: &Dim| match dim {
        Dim::Fixed(size) => *size,
        Dim::Named(_) => 0,
    };
    let positions = graph
        .constants
        .get("cos_table")
        .and_then(|table| table.shape().first())
        .copied()
        .unwrap_or(0);
    for (what, expected, found) in [
        ("layers", card.layers, layers),
        ("heads", card.heads, fixed(heads)),
        ("a head width of", card.head_width, fixed(head_width)),
        ("tokens", card.vocabulary.len(), fixed(tokens)),
        ("positions", card.max_length, positions),
    ] {
        if expected != found {
            return Err(Error::Card {
                what,
                expected,
                found,
            });
        }
    }
    Ok(Shape {
        layers,
        max_length: card.max_length,
    })
}
