//! A lesson being played: one step at a time beside its figure, which shows what came once the reader has said what they expect.

pub mod question;
pub mod summary;

use leptos::prelude::*;

use crate::lesson::{Lesson, Said, Step};
use crate::locale::language;
use crate::place::go_to_what_comes;
use crate::query::Figure;
use crate::sections::failure::notice;
use crate::sections::figure::figure_view;
use crate::sections::intro::Intro;
use crate::sections::lesson::question::QuestionView;
use crate::sections::lesson::summary::Summary;
use crate::sections::wall::WallFoot;
use crate::state::{Arrival, PageState};
use crate::t;

/// A text of a lesson in the language of the page.
pub(in crate::sections) fn spoken(said: &Said) -> String {
    said.in_language(language().tag).to_owned()
}

/// The page while a lesson is played.
#[component]
pub fn LessonPage(
    /// The page's state. No default.
    state: PageState,
) -> impl IntoView {
    Effect::new(move |_| untrack(|| state.want_lesson()));
    let is_here = Memo::new(move |_| state.lessons.file.with(|file| file.here().is_some()));
    Effect::new(move |_| {
        if is_here.get() {
            let lesson = state
                .lessons
                .file
                .with_untracked(|file| file.here().cloned());
            lesson.iter().for_each(|lesson| state.begin_lesson(lesson));
        }
    });
    Effect::new(move |_| state.note_what_came());
    let body = move || match is_here.get() {
        true => view! { <Player state /> }.into_any(),
        false => view! {
            <section class="wide lesson-panel">
                {move || notice(state, state.lessons.file.with(Arrival::failure))}
                <p><a href="./" data-part="lesson-leave">{t!("lesson-leave")}</a></p>
            </section>
        }
        .into_any(),
    };
    view! {
        <div class="lesson-page">
            <Intro state />
            <main data-hide=move || state.hidden_names()>{body}</main>
            {move || state.slide.with(Option::is_some).then(|| view! { <WallFoot state /> })}
        </div>
    }
}

#[component]
fn Player(state: PageState) -> impl IntoView {
    let step = Memo::new(move |_| state.lessons.progress.with(|progress| progress.step));
    let n_steps = state
        .lessons
        .file
        .with_untracked(|file| file.here().map_or(0, |lesson| lesson.steps.len()));
    // The button that led to another step may be gone there: reading goes on at its title.
    Effect::new(move |before: Option<usize>| {
        let now = step.get();
        if before.is_some_and(|before| before != now) {
            go_to_what_comes("lesson-title");
        }
        now
    });
    let title = state
        .lessons
        .file
        .with_untracked(|file| file.here().map(|lesson| spoken(&lesson.title)));
    let place = move || match step.get() < n_steps {
        true => t!("lesson-step", step = step.get() + 1, steps = n_steps),
        false => t!("lesson-end"),
    };
    let panel = move || match step.get() < n_steps {
        true => view! { <StepView state step=step.get() /> }.into_any(),
        false => view! { <Summary state /> }.into_any(),
    };
    // A figure that the next step has too stays as it is.
    let figure: Memo<Option<Figure>> = Memo::new(move |_| {
        let figure = state.with_step(Step::figure);
        figure.filter(|_| step.get() < n_steps)
    });
    let is_veiled = Memo::new(move |_| {
        let veiled = state.with_step(Step::is_veiled_until_answered);
        veiled.unwrap_or(false) && !state.is_step_open()
    });
    let drawn = move || {
        let figure = figure.get()?;
        Some(match is_veiled.get() {
            true => view! { <p class="lesson-veil wide" data-part="lesson-veil">{t!("lesson-veil")}</p> }.into_any(),
            false => figure_view(state, &figure),
        })
    };
    view! {
        <section class="wide lesson-panel" data-part="lesson" data-step=move || step.get().to_string() aria-labelledby="lesson-title">
            <p class="lesson-place">
                <span>{title}</span>
                <span data-part="lesson-place">{place}</span>
                <progress max=n_steps.to_string() prop:value=move || step.get() as f64 aria-label=t!("lesson-progress")></progress>
            </p>
            {panel}
        </section>
        <div class="lesson-figure" data-part="lesson-figure">{drawn}</div>
        <Steps state step n_steps />
    }
}

/// Back and on.
#[component]
fn Steps(state: PageState, step: Memo<usize>, n_steps: usize) -> impl IntoView {
    let may_leave = Memo::new(move |_| {
        state.lessons.file.with(|file| {
            let lesson: Option<&Lesson> = file.here();
            lesson.is_none_or(|lesson| {
                let progress = state.lessons.progress.read();
                progress.may_leave(lesson, step.get())
            })
        })
    });
    let on = move || match step.get() + 1 < n_steps {
        true => t!("lesson-next"),
        false => t!("lesson-finish"),
    };
    let last = move || step.get() >= n_steps;
    view! {
        <p class="lesson-steps wide" data-no-print="">
            <button
                type="button"
                class="button"
                data-part="lesson-back"
                disabled=move || step.get() == 0
                on:click=move |_| state.go_to_step(step.get_untracked().saturating_sub(1))
            >
                {t!("lesson-back")}
            </button>
            <button
                type="button"
                class="button strong"
                data-part="lesson-next"
                hidden=last
                disabled=move || !may_leave.get()
                on:click=move |_| state.go_to_step(step.get_untracked() + 1)
            >
                {on}
            </button>
        </p>
    }
}

/// What a step says and asks.
#[component]
fn StepView(state: PageState, step: usize) -> impl IntoView {
    let found = state.lessons.file.with_untracked(|file| {
        let lesson = file.here()?;
        lesson.steps.get(step).cloned()
    });
    let found = found?;
    let explain = found.explain.clone();
    // A problem that is fixed stands here, because the figure may not be shown yet.
    let is_fixed = found.figure() == Figure::Duel && !found.free;
    let problem = is_fixed.then(|| found.before().problem.to_string());
    let is_open = Memo::new(move |_| state.is_step_open());
    let explanation = move || {
        let explain = explain.clone().filter(|_| is_open.get())?;
        let written = move || {
            state
                .lessons
                .own_words
                .with(|words| words.get(step).cloned().unwrap_or_default())
        };
        let keep = move |event| state.explain_step(step, event_target_value(&event));
        Some(view! {
            <div class="lesson-explain">
                <label for="own-words">{spoken(&explain)}</label>
                <textarea
                    id="own-words"
                    class="field"
                    data-part="own-words"
                    rows="3"
                    aria-describedby="own-words-note"
                    prop:value=written
                    on:input=keep
                ></textarea>
                <p class="note" id="own-words-note">{t!("lesson-own-words")}</p>
            </div>
        })
    };
    Some(view! {
        <h1 id="lesson-title" data-part="lesson-title" tabindex="-1">{spoken(&found.title)}</h1>
        <p class="measure lesson-say">{spoken(&found.say)}</p>
        {problem.map(|problem| view! { <p class="lesson-problem" data-part="lesson-problem" translate="no">{problem}</p> })}
        {found.question.clone().map(|question| view! { <QuestionView state step question /> })}
        {explanation}
    })
}
