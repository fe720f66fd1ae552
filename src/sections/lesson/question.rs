//! The question of a step: what a reader expects, and after that what came.

use leptos::prelude::*;

use crate::lesson::{Choice, Question};
use crate::place::focus;
use crate::sections::lesson::spoken;
use crate::state::PageState;
use crate::t;

/// The choices until one is made, then what was expected beside what came.
#[component]
pub fn QuestionView(state: PageState, step: usize, question: Question) -> impl IntoView {
    let answer = Memo::new(move |_| {
        state
            .lessons
            .progress
            .with(|progress| progress.answer(step))
    });
    let chosen = RwSignal::new(answer.with_untracked(|answer| answer.chosen));
    let is_given = Memo::new(move |_| answer.with(|answer| answer.is_given));
    let says: Vec<String> = question
        .choices
        .iter()
        .map(|choice| spoken(&choice.says))
        .collect();
    let option = move |(idx, choice): (usize, &Choice)| {
        let is_chosen = move || chosen.get() == Some(idx);
        let is_right = move || answer.with(|answer| answer.right == Some(idx));
        let mark = move || match (is_given.get(), is_right()) {
            (true, true) => "\u{2713}",
            _ => "",
        };
        view! {
            <label class="radio lesson-choice" data-choice=idx.to_string() data-right=move || is_right().then_some("true")>
                <input
                    type="radio"
                    name="lesson-choice"
                    value=idx.to_string()
                    checked=is_chosen
                    prop:checked=is_chosen
                    disabled=move || is_given.get()
                    on:change=move |_| chosen.set(Some(idx))
                />
                <span>{spoken(&choice.says)}<b aria-hidden="true">{mark}</b></span>
            </label>
        }
    };
    let options = question
        .choices
        .iter()
        .enumerate()
        .map(option)
        .collect_view();
    let came = move || {
        answer.with(|answer| {
            if !answer.is_given {
                return String::new();
            }
            let said = |choice: Option<usize>| choice.and_then(|idx| says.get(idx).cloned());
            match (said(answer.chosen), said(answer.right)) {
                (_, None) => t!("lesson-running"),
                (None, Some(right)) => t!("lesson-came", right = right),
                (Some(_), Some(right)) if answer.chosen == answer.right => {
                    t!("lesson-foreseen", right = right)
                }
                (Some(chosen), Some(right)) => {
                    t!("lesson-otherwise", chosen = chosen, right = right)
                }
            }
        })
    };
    // The buttons go once one of them is pressed: reading goes on at what came.
    let predict = move |choice: Option<usize>| {
        state.predict(choice);
        focus("[data-part=\"lesson-came\"]");
    };
    let buttons = move || {
        (!is_given.get()).then(|| {
            view! {
                <p class="lesson-steps">
                    <button
                        type="button"
                        class="button strong"
                        data-part="lesson-predict"
                        disabled=move || chosen.get().is_none()
                        on:click=move |_| predict(chosen.get_untracked())
                    >
                        {t!("lesson-predict")}
                    </button>
                    <button type="button" class="button quiet" data-part="lesson-skip" on:click=move |_| predict(None)>
                        {t!("lesson-skip")}
                    </button>
                </p>
            }
        })
    };
    let outcome = move || {
        answer.with(|answer| match (answer.chosen, answer.right) {
            (_, None) => "",
            (None, _) => "skipped",
            (chosen, right) if chosen == right => "foreseen",
            _ => "otherwise",
        })
    };
    view! {
        <fieldset class="radios lesson-question" data-part="lesson-question">
            <legend>{spoken(&question.ask)}</legend>
            {options}
        </fieldset>
        {buttons}
        <p class="lesson-came" role="status" tabindex="-1" data-part="lesson-came" data-outcome=outcome>{came}</p>
    }
}
