//! A worksheet to print, or its answer key: two pages made from a lesson, the runs of the models and the results.

pub mod figure;
pub mod problems;
pub mod questions;

use leptos::prelude::*;

use crate::lesson::Lesson;
use crate::plots::QrPlot;
use crate::query::{Query, render};
use crate::sections::failure::{notice, shared_failure};
use crate::sections::lesson::spoken;
use crate::sections::worksheet::figure::Families;
use crate::sections::worksheet::problems::Problems;
use crate::sections::worksheet::questions::Questions;
use crate::state::{Arrival, PageState, sheet_settings};
use crate::t;

/// The sheet of the lesson that the address names.
#[component]
pub fn Worksheet(
    /// The page's state. No default.
    state: PageState,
) -> impl IntoView {
    Effect::new(move |_| {
        untrack(|| {
            state.want_lesson();
            state.want_plane();
            state.want_debate();
        });
    });
    Effect::new(move |_| state.go_on_with_sheet());
    let is_here = Memo::new(move |_| state.lessons.file.with(|file| file.here().is_some()));
    let is_key = state.query.with_untracked(|query| query.key);
    // A key needs every run; a sheet without answers needs none.
    let is_ready = Memo::new(move |_| {
        let n = state
            .lessons
            .file
            .with(|file| file.here().map(|lesson| sheet_settings(lesson).len()));
        let has_results = state.plane.file.with(|file| file.here().is_some())
            && state.debate.file.with(|file| file.here().is_some());
        has_results && n.is_some_and(|n| !is_key || state.sheet.with(Vec::len) >= n)
    });
    let body = move || {
        is_here.get().then(|| {
            let lesson = state
                .lessons
                .file
                .with_untracked(|file| file.here().cloned());
            lesson.map(|lesson| view! { <Sheet state lesson is_key /> })
        })
    };
    let failures = move || {
        view! {
            {notice(state, state.lessons.file.with(Arrival::failure))}
            {notice(state, state.plane.file.with(Arrival::failure))}
            {notice(state, shared_failure(state))}
        }
    };
    view! {
        <main class="sheet" data-part="worksheet" data-ready=move || is_ready.get().to_string()>
            <p class="sheet-tools" data-no-print="">
                <button type="button" class="button strong" data-part="sheet-print" disabled=move || !is_ready.get() on:click=move |_| drop(window().print())>
                    {t!("sheet-print")}
                </button>
                <a href="./">{t!("sheet-leave")}</a>
                <span role="status">{move || (!is_ready.get()).then(|| t!("sheet-running"))}</span>
            </p>
            {failures}
            {body}
        </main>
    }
}

/// Both pages.
#[component]
fn Sheet(state: PageState, lesson: Lesson, is_key: bool) -> impl IntoView {
    let query = Query {
        lesson: Some(lesson.id.clone()),
        ..Query::default()
    };
    let address = format!("{}?{}", untrack(|| state.page_address()), render(&query));
    let shown = address.clone();
    let title = match is_key {
        true => t!("sheet-key-title", lesson = spoken(&lesson.title)),
        false => spoken(&lesson.title),
    };
    let kept = StoredValue::new(lesson.clone());
    view! {
        <section class="sheet-page">
            <header class="sheet-head">
                <div>
                    <h1>{title}</h1>
                    {(!is_key).then(|| view! { <p class="sheet-name">{t!("sheet-name")}</p> })}
                    <p>{spoken(&lesson.about)}</p>
                </div>
                <figure class="class-qr">
                    <QrPlot text=address label=t!("class-qr") />
                    <figcaption>{shown}</figcaption>
                </figure>
            </header>
            <Problems state lesson=kept is_key />
            <Families state is_key />
        </section>
        <section class="sheet-page">
            <Questions state lesson=kept is_key />
            <p class="sheet-foot">{t!("sheet-foot")}</p>
        </section>
    }
}
