//! The count of a class: codes are pasted, a line each, and counted question by question.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::assets::{Cached, lesson as fetch_lesson};
use crate::lesson::tally::{Fault, QuestionTally, Tally, lesson_of};
use crate::lesson::{LESSONS, Lesson};
use crate::locale::language;
use crate::sections::export::save::save_text;
use crate::sections::lesson::spoken;
use crate::state::PageState;
use crate::t;

/// The field, the bars, and the table to take away.
#[component]
pub fn TallyView(
    /// The page's state. No default.
    state: PageState,
) -> impl IntoView {
    let pasted = RwSignal::new(String::new());
    let wanted = Memo::new(move |_| pasted.with(|text| lesson_of(text)));
    let lesson = RwSignal::new(None::<Result<Lesson, String>>);
    Effect::new(move |_| {
        lesson.set(None);
        let Some(id) = wanted.get() else { return };
        if !LESSONS.contains(&id.as_str()) {
            return lesson.set(Some(Err(t!("tally-unknown", lesson = id))));
        }
        spawn_local(async move {
            let found = fetch_lesson(&id, Cached::Allowed).await;
            lesson.set(Some(found.map_err(|error| error.to_string())));
        });
    });
    let tally = Memo::new(move |_| {
        lesson.with(|lesson| {
            let lesson = lesson.as_ref()?.as_ref().ok()?;
            Some(pasted.with(|text| Tally::of(text, lesson)))
        })
    });
    let failure = move || {
        lesson.with(|lesson| {
            let reason = lesson.as_ref()?.as_ref().err()?;
            Some(view! { <p class="field-error" role="alert">{reason.clone()}</p> })
        })
    };
    let nothing = move || {
        let has_none = pasted.with(|text| !text.trim().is_empty()) && wanted.with(Option::is_none);
        has_none.then(|| view! { <p class="field-error" role="alert" data-part="tally-none">{t!("tally-none")}</p> })
    };
    let counted = move || {
        let tally = tally.get()?;
        let found = lesson.get()?.ok()?;
        Some(counted_view(state, &tally, &found))
    };
    view! {
        <h3>{t!("tally-title")}</h3>
        <label class="tally-field">
            {t!("tally-label")}
            <textarea
                class="field"
                data-part="tally-codes"
                rows="4"
                spellcheck="false"
                prop:value=move || pasted.get()
                on:input=move |event| pasted.set(event_target_value(&event))
            ></textarea>
        </label>
        {failure}
        {nothing}
        <div data-part="tally" role="status">{counted}</div>
    }
}

fn counted_view(state: PageState, tally: &Tally, lesson: &Lesson) -> AnyView {
    let bars = tally.questions.iter().map(|question| {
        let asked = lesson.steps.get(question.step)?.question.as_ref()?;
        Some(question_view(question, asked, tally.n))
    });
    let bars = bars.collect_view();
    let fault = |(line, shown, fault): &(usize, String, Fault)| {
        let why = match fault {
            Fault::Form => t!("tally-fault-form"),
            Fault::Sum => t!("tally-fault-sum"),
            Fault::Lesson => t!("tally-fault-lesson"),
            Fault::Length => t!("tally-fault-length"),
        };
        view! { <li data-fault=line.to_string()>{t!("tally-fault", line = *line, code = shown.clone(), why = why)}</li> }
    };
    let faults = tally.faults.iter().map(fault).collect_view();
    let csv = tally.csv(lesson, language().tag);
    let name = format!("class-{}.csv", lesson.id);
    let equal = (tally.n_equal > 0).then(|| t!("tally-equal", n = tally.n_equal));
    view! {
        <p class="finding" data-part="tally-n">{t!("tally-n", n = tally.n, lesson = spoken(&lesson.title))}</p>
        <p class="note">{equal}</p>
        <ul class="tally-faults" data-part="tally-faults">{faults}</ul>
        {bars}
        <button type="button" class="button" data-part="tally-csv" on:click=move |_| save_text(state, &csv, "text/csv", &name)>"CSV"</button>
    }
    .into_any()
}

fn question_view(tally: &QuestionTally, asked: &crate::lesson::Question, n: usize) -> AnyView {
    let row = |(says, chosen, is_right): (String, usize, bool)| {
        let mark = is_right.then_some("\u{2713}");
        view! {
            <li data-chosen=chosen.to_string()>
                <span class="tally-says">{says}" "<b>{mark}</b></span>
                <meter min="0" max=n.max(1).to_string() value=chosen.to_string() aria-hidden="true"></meter>
                <span class="tally-count">{chosen}</span>
            </li>
        }
    };
    let choices = asked.choices.iter().zip(&tally.chosen).enumerate();
    let rows =
        choices.map(|(idx, (choice, n))| (spoken(&choice.says), *n, tally.right == Some(idx)));
    let skipped = (tally.skipped > 0).then(|| (t!("tally-skipped"), tally.skipped, false));
    view! {
        <div class="tally-question" data-question=tally.step.to_string()>
            <p>{spoken(&asked.ask)}</p>
            <ul>{rows.chain(skipped).map(row).collect_view()}</ul>
        </div>
    }
    .into_any()
}
