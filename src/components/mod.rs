//! Views that know no section: they take plain values, signals and callbacks, and say nothing about the models.
//!
//! Pure helpers first (`format`, `chain_rows`, `alternatives`, tested on the host), then the views. What touches the
//! browser stands in `anchor`, `copy`, `dialog`, `focus` and `near`, and is called from handlers and effects only, so that every view also renders on the host.

pub mod alternatives;
mod anchor;
pub mod chain_rows;
mod focus;
pub mod format;

pub mod action;
pub mod attention_strip;
pub mod before_edit;
pub mod carded;
pub mod chain_view;
pub mod copy;
pub mod dialog;
pub mod digit_rows;
pub mod edit_popover;
pub mod head_grid;
pub mod heard;
pub mod in_turn;
pub mod interventions;
pub mod lens_table;
pub mod near;
pub mod notice;
pub mod one_file;
pub mod radios;
mod rich;
pub mod run_button;
pub mod stepper;
pub mod token_detail;
pub mod verdict;

pub use action::Action;
pub use anchor::{hold_scroll, keep_place};
pub use attention_strip::AttentionStrip;
pub use before_edit::BeforeEdit;
pub use carded::{SideNote, SourceLink, Term, WordButton};
pub use chain_view::{ChainView, TokenActions};
pub use copy::CopyText;
pub use dialog::Dialog;
pub use digit_rows::DigitRows;
pub use head_grid::{HeadGrid, HeadShares};
pub use heard::{Heard, start_and_end};
pub use in_turn::{InTurn, all_mounted, put};
pub use interventions::Interventions;
pub use lens_table::LensTable;
pub use near::Near;
pub use notice::Notice;
pub use one_file::OneFileLink;
pub use radios::Radios;
pub use rich::rich;
pub use run_button::RunButton;
pub use stepper::Stepper;
pub use verdict::{Verdict, VerdictOf};
