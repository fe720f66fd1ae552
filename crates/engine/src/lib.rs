//! Runs the models: from an ONNX file and its card to core's [`LanguageModel`](syw_core::decoding::LanguageModel).
//!
//! [`load`] is the way in. `onnx.rs` decodes the file, `architecture.rs` makes sure that its graph is the one that this
//! engine runs, `weights.rs` packs what it holds; `forward.rs` is the transformer, written over `lane.rs` for one text or
//! eight side by side, on the products of `product.rs`; `model.rs` and `batch.rs` complete one text or many with it,
//! `thinking.rs` reads vectors in the place of tokens, `explain.rs` and `patching.rs` look inside it (`watch.rs` is how), and
//! `held_out.rs` answers all held-out problems.
#![warn(missing_docs)]

mod architecture;
mod batch;
mod digest;
mod error;
mod explain;
mod forward;
mod held_out;
mod lane;
mod model;
mod onnx;
pub mod parity;
mod patching;
mod product;
mod thinking;
mod watch;
mod weights;

pub use digest::{digest, verify};
pub use error::Error;
pub use held_out::{HeldOut, evaluate_held_out};
pub use model::{OnnxModel, State, load};
pub use patching::Patching;
pub use thinking::Answering;
