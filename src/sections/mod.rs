//! The page, one folder or file for each of its parts, in page order: prose beside its figure.
//!
//! Sections read the state and call its actions; they hand plain values, signals and callbacks to components and plots.

pub mod intro;
pub mod offline;

pub mod language;

pub mod duel;

pub mod article;

pub mod training;

pub mod frontier;

pub mod battery;

pub mod knowledge;

pub mod hidden;

pub mod watchers;

pub mod thoughts;

pub mod inside;

pub mod map;

pub mod off_distribution;

pub mod plane;

pub mod debate;

pub mod models;

pub mod notes;

pub mod export;
mod failure;
pub mod provenance;

use leptos::prelude::*;

use crate::state::PageState;
use article::{Cannot, Deceit, Glossary, Home, Minds, Question, Readers, Sources, Weighing, Work};
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
use plane::PlaneSection;
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
        <a class="skip-link" href="#duel">{crate::t!("head-skip")}</a>
        <Intro state />
        <main>
            <Duel state />
            <Question state />
            <Work state />
            <RlHistory state />
            <Frontier state />
            <Battery state />
            <KnowledgeFigure state />
            <Deceit state />
            <HiddenMessages state />
            <Readers />
            <Watchers state />
            <Minds />
            <Thoughts state />
            <InsideSection state />
            <Home state />
            <Map state />
            <OffDistribution state />
            <Weighing />
            <PlaneSection state />
            <DebateSection state />
            <Cannot />
            <Models state />
            <Notes />
            <Glossary />
            <Sources />
        </main>
        <Footer />
    }
}
