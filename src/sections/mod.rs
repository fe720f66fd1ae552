//! The page, one folder or file for each of its parts, in page order: prose beside its figure.
//!
//! Sections read the state and call its actions; they hand plain values, signals and callbacks to components and plots.

pub mod battery;
pub mod debate;
pub mod duel;
pub mod frontier;
pub mod hidden;
pub mod inside;
pub mod intro;
pub mod knowledge;
pub mod map;
pub mod models;
pub mod notes;
pub mod off_distribution;
pub mod thoughts;
pub mod training;
pub mod watchers;

pub mod export;
mod failure;

use leptos::prelude::*;

use crate::state::PageState;
use battery::Battery;
use debate::DebateSection;
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
use thoughts::Thoughts;
use training::RlHistory;
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
            <DebateSection state />
            <Notes />
        </main>
        <Footer />
    }
}
