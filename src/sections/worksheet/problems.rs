//! The table of problems: with room for predictions, or with what came.

use leptos::prelude::*;
use syw_core::Problem;
use syw_core::problem::Convention;

use crate::lesson::Lesson;
use crate::lesson::facts::Run;
use crate::state::{PageState, SheetRun};
use crate::t;

/// The table.
#[component]
pub fn Problems(
    /// The page's state. No default.
    state: PageState,
    /// The lesson. No default.
    lesson: StoredValue<Lesson>,
    /// Whether the answers are shown. No default.
    is_key: bool,
) -> impl IntoView {
    let problems: Vec<Problem> = lesson.with_value(|lesson| {
        let parsed = lesson.problems.iter().map(|text| text.parse().ok());
        parsed.flatten().collect()
    });
    let row = move |(idx, problem): (usize, Problem)| {
        let name = problem.to_string();
        let key = name.clone();
        let cells = move || match is_key {
            true => {
                let found = state.sheet.with(|sheet| sheet.get(idx).cloned());
                answered(&problem, found).into_any()
            }
            false => blank().into_any(),
        };
        view! { <tr data-problem=key><th scope="row">{name}</th>{cells}</tr> }
    };
    let intro = match is_key {
        true => t!("sheet-problems-key"),
        false => t!("sheet-problems"),
    };
    view! {
        <p>{intro}</p>
        <table class="sheet-table" data-part="sheet-problems">
            <thead>
                <tr>
                    <th scope="col">{t!("sheet-problem")}</th>
                    <th scope="col">{t!("sheet-right")}</th>
                    <th scope="col">{t!("sheet-predict-large")}</th>
                    <th scope="col">{t!("sheet-predict-small")}</th>
                    <th scope="col">{t!("sheet-came")}</th>
                </tr>
            </thead>
            <tbody>{problems.into_iter().enumerate().map(row).collect_view()}</tbody>
        </table>
    }
}

fn blank() -> impl IntoView {
    let guess = || t!("sheet-guess");
    view! { <td></td><td>{guess()}</td><td>{guess()}</td><td></td> }
}

fn answered(problem: &Problem, found: Option<SheetRun>) -> impl IntoView {
    let Some(SheetRun { run, notes }) = found else {
        return view! { <td>"\u{2026}"</td><td></td><td></td><td></td> }.into_any();
    };
    let marked = |answer: Option<i64>| marked(&run, answer);
    let who = |answer: Option<i64>| answer.map_or_else(String::new, |answer| answer.to_string());
    let (large, small) = (who(run.large), who(run.small));
    view! {
        <td>{right(problem)}</td>
        <td data-large=large>{marked(run.large)}</td>
        <td data-small=small>{marked(run.small)}</td>
        <td class="sheet-notes">{notes}</td>
    }
    .into_any()
}

/// An answer with a sign for right or wrong.
fn marked(run: &Run, answer: Option<i64>) -> String {
    match answer {
        None => "\u{2013} \u{2717}".to_owned(),
        Some(answer) => {
            let sign = match run.problem.accepts(answer) {
                true => '\u{2713}',
                false => '\u{2717}',
            };
            format!("{answer} {sign}")
        }
    }
}

/// The right answer, or both where the conventions differ.
fn right(problem: &Problem) -> String {
    let floored = problem.answer(Convention::Floored);
    let truncated = problem.answer(Convention::Truncated);
    match floored == truncated {
        true => floored.to_string(),
        false => t!("sheet-either", one = floored, other = truncated),
    }
}
