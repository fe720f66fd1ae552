//! Lets a pass be watched while the forward pass stays one: `explain.rs` and `patching.rs` watch, everybody else does not.

/// Who watches a pass, and may put something else in the place of what flows through it.
pub(crate) trait Watch<L> {
    /// The residual stream [tokens, C] before the first layer, 0, and after each layer, from 1 on.
    fn stream(&mut self, _layer: usize, _x: &mut [L]) {}

    /// What one head of a query attends to: a share for each token that it sees, before the division by their sum.
    /// Queries come one after another, and of each the heads.
    fn attention(&mut self, _layer: usize, _shares: &[L], _sum: L) {}
}

/// Nobody: the pass is compiled as if there were nothing to call.
pub(crate) struct Unwatched;

impl<L> Watch<L> for Unwatched {}
