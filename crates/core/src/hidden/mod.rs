//! What a chain carries beside what it says: bits through each channel, and what paraphrasing does to them.
//!
//! A channel is what a reader of results overlooks: which words are chosen, in which order things are said, in which
//! language, and how much of it. How many bits it carries about a number is what a decoder that was fitted on other problems
//! gains from it, less what it gains from shuffled numbers (the usable information of Xu et al. 2020, arXiv 2002.10689).

mod channel;
mod measure;
mod training;

pub use channel::{Channel, bits, which_synonym};
pub use measure::{
    About, Carried, Hidden, HiddenReport, SaidAgain, answered_after, carried, measure,
};
pub use training::{Means, ParaphraseRun, ParaphraseRuns};
