//! The questions of a lesson on paper: boxes to tick and lines to write on, or the boxes that are right.

use leptos::prelude::*;

use crate::lesson::facts::Facts;
use crate::lesson::{Lesson, Question};
use crate::sections::lesson::spoken;
use crate::state::PageState;
use crate::t;

/// Lines for an explanation.
const N_LINES: usize = 2;

/// The questions.
#[component]
pub fn Questions(
    /// The page's state. No default.
    state: PageState,
    /// The lesson. No default.
    lesson: StoredValue<Lesson>,
    /// Whether the answers are shown. No default.
    is_key: bool,
) -> impl IntoView {
    let steps = lesson.with_value(|lesson| lesson.steps.clone());
    // Runs of steps stand behind those of the problems.
    let mut run_idx = lesson.with_value(|lesson| lesson.problems.len());
    let items = steps.into_iter().enumerate().map(|(idx, step)| {
        let question = step.question.clone().map(|question| {
            let at = run_idx;
            run_idx += usize::from(question.of.is_of_run());
            view! { <Asked state question is_key at /> }
        });
        let explain = step.explain.as_ref().filter(|_| !is_key).map(|explain| {
            let lines = (0..N_LINES).map(|_| view! { <span class="sheet-line"></span> });
            view! { <p>{spoken(explain)}</p>{lines.collect_view()} }
        });
        view! {
            <li class="sheet-question" data-step=idx.to_string()>
                <strong>{spoken(&step.title)}</strong>
                {question}
                {explain}
            </li>
        }
    });
    view! {
        <h2>{t!("sheet-questions")}</h2>
        <ol class="sheet-questions" data-part="sheet-questions">{items.collect_view()}</ol>
    }
}

#[component]
fn Asked(state: PageState, question: Question, is_key: bool, at: usize) -> impl IntoView {
    let asked = question.clone();
    let right = Memo::new(move |_| {
        if !is_key {
            return None;
        }
        let run = state
            .sheet
            .with(|sheet| sheet.get(at).map(|sheet| sheet.run.clone()));
        state.plane.file.with(|plane| {
            state.debate.file.with(|debate| {
                asked.right(&Facts {
                    run: run.as_ref(),
                    plane: plane.here(),
                    debate: debate.here(),
                })
            })
        })
    });
    let choice = |(idx, says): (usize, String)| {
        let sign = move || match right.get() == Some(idx) {
            true => "\u{2612}",
            false => "\u{2610}",
        };
        view! { <li data-right=move || (right.get() == Some(idx)).then_some("true")>{sign}" "{says}</li> }
    };
    let choices = question.choices.iter().map(|choice| spoken(&choice.says));
    view! {
        <p>{spoken(&question.ask)}</p>
        <ul class="sheet-choices">{choices.enumerate().map(choice).collect_view()}</ul>
    }
}
