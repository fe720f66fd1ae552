//! The page, one file for each of its parts, in page order: prose beside its figure.
//!
//! Sections read the state and call its actions; they hand plain values, signals and callbacks to components and plots.

mod intro;

mod duel;
mod large_card;
mod problem_bar;
mod small_card;

mod models;
mod notes;
mod rl_history;

use leptos::prelude::*;

use crate::state::PageState;
use duel::Duel;
use intro::Intro;
use models::Models;
use notes::{Footer, Notes};
use rl_history::RlHistory;

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
            <Models state />
            <Notes />
        </main>
        <Footer />
    }
}
