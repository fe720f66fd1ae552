//! The page, one folder or file for each of its parts, in page order: prose beside its figure.
//!
//! Sections read the state and call its actions; they hand plain values, signals and callbacks to components and plots.

pub mod intro;
pub mod keyboard_help;
pub mod offline;
pub mod summary;

pub mod language;

pub mod duel;

pub mod classroom;
pub mod lesson;
pub mod wall;
pub mod worksheet;

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

pub mod embed;

pub mod export;
mod failure;
mod figure;
pub mod notices;
pub mod provenance;
pub mod share;

use leptos::prelude::*;

use crate::components::InTurn;
use crate::query::Figure;
use crate::state::PageState;
use article::{Cannot, Deceit, Glossary, Home, Minds, Question, Readers, Sources, Weighing, Work};
use battery::Battery;
use debate::{DebateSection, OneClaim};
use duel::Duel;
use embed::Embed;
use export::offer::Offer;
use figure::figure_view;
use frontier::Frontier;
use hidden::HiddenMessages;
use inside::InsideSection;
use intro::Intro;
use knowledge::KnowledgeFigure;
use lesson::LessonPage;
use map::Map;
use models::Models;
use notes::{Footer, Notes};
use off_distribution::OffDistribution;
use plane::PlaneSection;
use summary::Summary;
use thoughts::Thoughts;
use training::RlHistory;
use wall::{Wall, WallKeys};
use watchers::Watchers;
use worksheet::Worksheet;

/// One figure by itself.
#[component]
pub fn OneFigure(
    /// The page's state. No default.
    state: PageState,
    /// Which figure. No default.
    figure: Figure,
) -> impl IntoView {
    let view = match figure {
        Figure::Claim(_) => view! { <OneClaim state /> }.into_any(),
        _ => figure_view(state, &figure),
    };
    view! { <Embed state figure view /> <Offer state /> }
}

/// All of the page.
#[component]
pub fn Page(
    /// The page's state. No default.
    state: PageState,
) -> impl IntoView {
    if state
        .query
        .with_untracked(|query| query.worksheet.is_some())
    {
        return view! { <Worksheet state /> }.into_any();
    }
    let is_lesson = state.query.with_untracked(|query| query.lesson.is_some());
    let is_on_wall = Memo::new(move |_| !is_lesson && state.slide.with(Option::is_some));
    let body = move || match (is_lesson, is_on_wall.get()) {
        (true, _) => view! { <LessonPage state /> }.into_any(),
        (false, true) => view! { <Wall state /> }.into_any(),
        (false, false) => view! { <Whole state /> }.into_any(),
    };
    view! {
        {body}
        <WallKeys state />
        <Offer state />
    }
    .into_any()
}

/// The head, every part, and the foot, each mounted in a task of its own.
#[component]
fn Whole(state: PageState) -> impl IntoView {
    view! {
        <InTurn name="head">
            <a class="skip-link" href="#duel">{crate::t!("head-skip")}</a>
            <a class="skip-link" href="#notes">{crate::t!("head-skip-notes")}</a>
            <Intro state />
        </InTurn>
        <main data-hide=move || state.hidden_names()>
            <InTurn name="summary"><Summary state /></InTurn>
            <InTurn name="duel"><Duel state /></InTurn>
            <InTurn name="question"><Question state /></InTurn>
            <InTurn name="work"><Work state /></InTurn>
            <InTurn name="training"><RlHistory state /></InTurn>
            <InTurn name="frontier"><Frontier state /></InTurn>
            <InTurn name="battery"><Battery state /></InTurn>
            <InTurn name="knowledge"><KnowledgeFigure state /></InTurn>
            <InTurn name="deceit"><Deceit state /></InTurn>
            <InTurn name="hidden"><HiddenMessages state /></InTurn>
            <InTurn name="readers"><Readers /></InTurn>
            <InTurn name="watchers"><Watchers state /></InTurn>
            <InTurn name="minds"><Minds /></InTurn>
            <InTurn name="thoughts"><Thoughts state /></InTurn>
            <InTurn name="inside"><InsideSection state /></InTurn>
            <InTurn name="home"><Home state /></InTurn>
            <InTurn name="map"><Map state /></InTurn>
            <InTurn name="off-distribution"><OffDistribution state /></InTurn>
            <InTurn name="weighing"><Weighing /></InTurn>
            <InTurn name="plane"><PlaneSection state /></InTurn>
            <InTurn name="debate"><DebateSection state /></InTurn>
            <InTurn name="cannot"><Cannot /></InTurn>
            <InTurn name="models"><Models state /></InTurn>
            <InTurn name="notes"><Notes /></InTurn>
            <InTurn name="glossary"><Glossary /></InTurn>
            <InTurn name="sources"><Sources /></InTurn>
        </main>
        <InTurn name="foot"><Footer /></InTurn>
    }
    .into_any()
}
