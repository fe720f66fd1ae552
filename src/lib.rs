//! The page "Show Your Work": two tiny transformers on the same sum, one that answers at once and one that reasons
//! aloud, and everything that a visitor can do to them.
//!
//! Modules are declared in reading order. `main -> app -> sections -> components, plots`, and
//! `sections -> state -> session -> protocol`; the worker is a second binary that shares only `protocol` with the page.

// Views are types inside of types, on the host as deep as the page.
#![recursion_limit = "256"]

pub mod locale;

pub mod bit_meter;
pub mod claim_run;
pub mod coded;
pub mod competence;
pub mod completion;
pub mod edit;
pub mod glossary;
pub mod hider;
pub mod host;
pub mod inside;
pub mod keys;
pub mod lesson;
pub mod live_test;
pub mod presets;
pub mod proof;
pub mod query;
pub mod refusals;
pub mod schedule;
pub mod settings;
pub mod shade;
pub mod share;
pub mod sources;
pub mod stance;
pub mod sweep;
pub mod thinking;
pub mod watching;

pub mod protocol;

#[cfg(feature = "view")]
pub mod app;
#[cfg(feature = "view")]
pub mod first_view;
#[cfg(feature = "view")]
pub mod sections;
#[cfg(feature = "page")]
pub mod slices;

#[cfg(feature = "view")]
pub mod components;
#[cfg(feature = "view")]
pub mod plots;

#[cfg(feature = "view")]
pub mod assets;
#[cfg(feature = "view")]
pub mod one_file;
#[cfg(feature = "view")]
pub mod place;
#[cfg(feature = "view")]
pub mod session;
#[cfg(feature = "view")]
pub mod state;
#[cfg(feature = "view")]
pub mod turn;

#[cfg(feature = "worker")]
pub mod worker;
