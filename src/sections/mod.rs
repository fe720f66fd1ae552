//! The page, one file for each of its parts, in page order: prose beside its figure.
//!
//! Sections read the state and call its actions; they hand plain values, signals and callbacks to components and plots.

pub mod intro;

pub mod duel;
mod failure;
pub mod large_card;
pub mod problem_bar;
pub mod sampling;
pub mod small_card;

pub mod asking;
pub mod rl_history;
pub mod rl_runs;

pub mod export;
mod export_save;

pub mod battery;
pub mod battery_choices;
pub mod battery_chosen;
mod battery_control;
pub mod battery_curves;
pub mod battery_export;
mod battery_imitation;
pub mod battery_live;
pub mod battery_live_curve;
pub mod battery_live_words;
pub mod battery_names;
pub mod battery_rows;
mod battery_shock;
pub mod battery_words;
pub mod rl_measures;
pub mod rl_metrics;
pub mod rl_metrics_words;

pub mod hidden;
pub mod hidden_bars;
pub mod hidden_code;
pub mod hidden_code_words;
pub mod hidden_hider;
pub mod hidden_meter;
pub mod hidden_published;
pub mod hidden_words;

pub mod map;
pub mod map_controls;
pub mod map_detail;
pub mod map_drawing;
pub mod map_export;
pub mod map_failures;
pub mod map_sweep;
pub mod map_words;

pub mod off_distribution;
pub mod off_distribution_words;

pub mod knowledge;

pub mod watchers;
pub mod watchers_face;
pub mod watchers_live;
pub mod watchers_table;
pub mod watchers_words;

pub mod inside;
pub mod inside_circle;
pub mod inside_patch;
pub mod inside_reading;
pub mod inside_seen;
pub mod inside_weights;
pub mod inside_words;

pub mod thoughts;
pub mod thoughts_row;
pub mod thoughts_words;

pub mod frontier;
pub mod frontier_detail;
pub mod frontier_panel;
pub mod frontier_table;
pub mod frontier_words;

pub mod equal;
pub mod models;
pub mod premise;

pub mod notes;

use leptos::prelude::*;

use crate::state::PageState;
use battery::Battery;
use duel::Duel;
use frontier::Frontier;
use hidden::HiddenMessages;
use inside::InsideSection;
use intro::Intro;
use knowledge::KnowledgeFigure;
use map::Map;
use models::Models;
use notes::{Footer, Notes};
use off_distribution::OffDistribution;
use rl_history::RlHistory;
use thoughts::Thoughts;
use watchers::Watchers;

/// All of the page.
#[component]
pub fn Page(
    /// The page's state. No default.
    state: PageState,
) -> impl IntoView {
    view! {
        <a class="skip-link" href="#duel">"Skip to the experiment"</a>
        <Intro state />
        <main>
            <Duel state />
            <RlHistory state />
            <Battery state />
            <HiddenMessages state />
            <KnowledgeFigure state />
            <Map state />
            <OffDistribution state />
            <Watchers state />
            <Thoughts state />
            <InsideSection state />
            <Frontier state />
            <Models state />
            <Notes />
        </main>
        <Footer />
    }
}
