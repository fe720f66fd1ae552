//! Runs the models: from an ONNX file and its card to core's [`LanguageModel`](syw_core::decoding::LanguageModel).
//!
//! The only crate that names tract, and it does not let it out: no type of tract is in its interface. [`load`] is the
//! way in. `onnx.rs` decodes the file, `graph.rs` wires it for tract, `model.rs` runs it, `batch.rs` and
//! `held_out.rs` run it over many problems.
#![warn(missing_docs)]

mod batch;
mod digest;
mod error;
mod graph;
mod held_out;
mod model;
mod onnx;
pub mod parity;

pub use digest::{digest, verify};
pub use error::Error;
pub use held_out::{HeldOut, evaluate_held_out};
pub use model::{OnnxModel, State, load};
