//! The end of a lesson: what was foreseen, the own words, and the result as a code for the teacher.

use leptos::prelude::*;

use crate::components::CopyText;
use crate::lesson::Lesson;
use crate::lesson::progress::Answer;
use crate::sections::lesson::spoken;
use crate::state::PageState;
use crate::t;

/// A line for each question, and the code.
#[component]
pub fn Summary(state: PageState) -> impl IntoView {
    let of = move |read: &dyn Fn(&Lesson) -> AnyView| {
        state.lessons.file.with(|file| file.here().map(read))
    };
    let foreseen = move || {
        of(&|lesson| {
            let (n, of) = state.lessons.progress.read().foreseen(lesson);
            let said = t!("lesson-score", n = n, of = of);
            view! { <p class="finding" data-part="lesson-score">{said}</p> }.into_any()
        })
    };
    let rows = move || {
        of(&|lesson| {
            let row = |(idx, question): (usize, &crate::lesson::Question)| {
                let answer = state.lessons.progress.read().answer(idx);
                let words = state.lessons.own_words.read().get(idx).cloned();
                let said = |choice: Option<usize>| {
                    let choice = choice.and_then(|idx| question.choices.get(idx));
                    choice.map_or_else(|| "\u{2013}".to_owned(), |choice| spoken(&choice.says))
                };
                view! {
                    <tr data-question=idx.to_string()>
                        <th scope="row">{spoken(&question.ask)}<small>{words}</small></th>
                        <td>{said(answer.chosen)}</td>
                        <td>{said(answer.right)}</td>
                        <td>{mark(&answer)}</td>
                    </tr>
                }
            };
            lesson
                .questions()
                .into_iter()
                .map(row)
                .collect_view()
                .into_any()
        })
    };
    let code = Signal::derive(move || {
        state.lessons.file.with(|file| {
            let progress = state.lessons.progress.read();
            file.here()
                .map_or_else(String::new, |lesson| progress.code(lesson).render())
        })
    });
    view! {
        <h1 id="lesson-title" data-part="lesson-title" tabindex="-1">{t!("lesson-end")}</h1>
        {foreseen}
        <div class="table-scroll" role="region" aria-label=t!("lesson-summary") tabindex="0">
            <table data-part="lesson-summary">
                <thead>
                    <tr>
                        <th scope="col">{t!("lesson-question")}</th>
                        <th scope="col">{t!("lesson-expected")}</th>
                        <th scope="col">{t!("lesson-what-came")}</th>
                        <td></td>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p class="measure">{t!("lesson-code-words")}</p>
        <CopyText text=code label=t!("lesson-code") button=t!("copy-button") part="lesson-code" />
        <p class="lesson-steps">
            <button type="button" class="button quiet" data-part="lesson-restart" on:click=move |_| state.restart_lesson()>
                {t!("lesson-restart")}
            </button>
            <a href="./">{t!("lesson-leave")}</a>
        </p>
    }
}

/// Whether it came as expected, in a sign and a word.
fn mark(answer: &Answer) -> String {
    match (answer.chosen, answer.right) {
        (_, None) | (None, _) => t!("lesson-mark-open"),
        (chosen, right) if chosen == right => t!("lesson-mark-foreseen"),
        _ => t!("lesson-mark-otherwise"),
    }
}
