//! The developer commands behind `cargo xtask`. Each command is one file; the files below them know no command.
//!
//! Modules in reading order: the commands, then what they share.

pub mod bench;
pub mod beside;
pub mod budgets;
pub mod cards;
pub mod ci;
pub mod dependencies;
#[cfg(feature = "models")]
pub mod failure_probes;
pub mod fuzz;
#[cfg(feature = "models")]
pub mod hidden;
#[cfg(feature = "models")]
pub mod inside;
#[cfg(feature = "models")]
pub mod knowledge;
#[cfg(feature = "models")]
pub mod latent;
pub mod lighthouse;
pub mod locales;
pub mod offline;
pub mod page;
#[cfg(feature = "models")]
pub mod plane;
pub mod presets;
pub mod release;
pub mod reproduce;
pub mod sbom;
pub mod serve;
pub mod single_file;
pub mod style;
pub mod supply_chain;
pub mod test;
pub mod tidy;
pub mod training;
pub mod training_curves;
#[cfg(feature = "models")]
pub mod watchers;

pub mod archive;
pub mod chromium;
pub mod crate_tree;
pub mod digests;
pub mod engines;
pub mod guard;
pub mod head;
mod marked_page;
pub mod parallel;
pub mod paths;
mod performance_page;
pub mod process;
pub mod random;
pub mod remap;
#[cfg(feature = "models")]
pub mod report;
#[cfg(feature = "models")]
pub mod shipped;
pub mod system;
mod tags;
pub mod tally;
pub mod tools;
