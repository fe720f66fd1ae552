//! The language of the experiment: problems of modular arithmetic, the chains of thought that solve them, what can be done
//! to such a chain, and how a model is made to write one.
//!
//! Everything here is a function of its arguments and a seed. No IO, no clock, no global randomness, no browser, no
//! ONNX: the page, the engine, the developer commands and the Python trainer all stand on this one implementation.
//! The modules are declared in reading order.
#![warn(missing_docs)]

pub mod outside;

pub mod family;
pub mod problem;
pub mod problem_text;
pub mod split;

pub mod off_distribution;

pub mod prompt;
pub mod vocabulary;

pub mod chain;
pub mod response;
pub mod rule;

pub mod intervention;

pub mod card;
pub mod corpus;
pub mod decoding;
pub mod thoughts;

pub mod statistics;

pub mod evaluation;

pub mod hidden;
pub mod watchers;

pub mod debate;

pub mod frontier;
pub mod inside;
pub mod knowledge;
pub mod latent;
pub mod long_list;
pub mod map;
pub mod rl_runs;

pub mod plane;

pub mod results;

pub use family::Family;
pub use problem::{Operator, Problem, Term};
pub use vocabulary::Token;
