//! What can be seen inside a model while it reads a text, and what a short program can foretell of it: plain data, and what is
//! worked out from it. The engine fills it; the page draws it; `cargo xtask evaluate` publishes what was measured.

mod circle;
mod fetching;
mod report;
mod rule;
mod simulation;

use serde::{Deserialize, Serialize};

use crate::Token;

pub use circle::{Circle, Order, circle, operands_of_all, orders};
pub use fetching::{Copied, Fetch, HeadScore, Heads, copies};
pub use report::{Inside, ModelReport, VERSION};
pub use rule::{Digits, Modulus, Numbers, Operators, Rule, Sign};
pub use simulation::{Foretold, SetReport, Simulator, best_rule, foretell, other_problems, sets};

/// What happens in one pass over a text.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Explanation {
    /// How much each head of each layer reads from each token: `[layer][head][query][key]`, where a query sees the keys up to
    /// itself; the shares of a query add up to 1.
    pub attention: Vec<Vec<Vec<Vec<f32>>>>,
    /// What the residual stream would answer if the model ended there (the logit lens): `[layer][position]`, where layer 0 is
    /// before the first; the most probable tokens, best first, each with its probability.
    pub lens: Vec<Vec<Vec<(Token, f32)>>>,
}

/// How far the answer of a clean text comes back when one place of its residual stream is put into the run of a corrupt one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Patched {
    /// The most probable token after the clean text.
    pub clean_answer: Token,
    /// The most probable token after the corrupt text, another one.
    pub corrupt_answer: Token,
    /// `[layer][position]`, layer 0 before the first: the logit of the clean answer less that of the corrupt one, 0 as in the
    /// corrupt run, 1 as in the clean run. It can lie outside of 0 to 1.
    pub restored: Vec<Vec<f32>>,
}

/// One matrix of weights.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WeightMatrix {
    /// What it is for.
    pub role: Role,
    /// The layer, from 0; `None` for what belongs to none.
    pub layer: Option<usize>,
    /// Rows; what comes in.
    pub height: usize,
    /// Columns; what goes out.
    pub width: usize,
    /// Row by row.
    pub values: Vec<f32>,
}

/// What a matrix of a model is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// A vector for each token [V, C]: what is written into the stream for it, and, read the other way, what a stream is compared
    /// with to answer.
    Embedding,
    /// A factor for each channel [1, C] before attention.
    NormAttention,
    /// What a position looks for [C, C], head beside head.
    Queries,
    /// What a position is found by [C, C].
    Keys,
    /// What is taken from a position that was found [C, C].
    Values,
    /// What attention writes into the stream [C, C].
    Projection,
    /// A factor for each channel [1, C] before the two matrices below.
    NormMlp,
    /// Features of the stream [C, 4C].
    Up,
    /// What each feature writes into the stream [4C, C].
    Down,
    /// A factor for each channel [1, C] before the answer.
    Norm,
}
