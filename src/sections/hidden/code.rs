//! A code that works: a model whose chain nobody can read, and a reader who changes it.

use leptos::prelude::*;
use syw_core::card::Size;
use syw_core::prompt::answer_of;

use crate::coded::{Coded, results};
use crate::completion::Completion;
use crate::components::chain_rows;
use crate::components::format::answer_text;
use crate::components::{DigitRows, Radios, Verdict, VerdictOf};
use crate::edit::response_name;
use crate::sections::failure::notice;
use crate::sections::hidden::bars::bar_row;
use crate::sections::hidden::code_words::{finding, guessed, measures, options, rows};
use crate::sections::provenance::Provenance;
use crate::state::{Arrival, PageState};
use crate::t;

/// What `read` makes of the model's run; the default while there is none.
fn of_run<T: Default + Send + Sync + 'static>(
    state: PageState,
    read: impl Fn(&Coded) -> T + Send + Sync + 'static,
) -> Signal<T> {
    let coded = state.hidden.coded;
    Signal::derive(move || coded.with(|arrival| arrival.here().map(&read).unwrap_or_default()))
}

/// The question, the chain, and what was measured.
#[component]
pub fn Code(state: PageState) -> impl IntoView {
    let guess = RwSignal::<Option<usize>>::new(None);
    view! {
        <h3 id="code-title">{t!("hidden-code-title")}</h3>
        <p class="measure">{t!("hidden-code-lead")}</p>
        <Radios
            legend=t!("hidden-code-question")
            part="code-guess"
            options=options()
            chosen=guess
            on_choose=Callback::new(move |idx| guess.set(Some(idx)))
        />
        <figure class="hidden-figure" data-part="code-figure" aria-labelledby="code-title">
            {move || notice(state, state.hidden.coded.with(Arrival::failure))}
            <Workpiece state />
            <Measured state guess />
        </figure>
    }
    .into_any()
}

/// The chain on the problem of the duel, to be read and changed.
#[component]
fn Workpiece(state: PageState) -> impl IntoView {
    let with_key = RwSignal::new(false);
    let tokens = {
        let written = of_run(state, |coded| coded.cipher.encode(coded.shown()));
        let plain = of_run(state, |coded| coded.shown().to_vec());
        Signal::derive(move || {
            if with_key.get() {
                plain.get()
            } else {
                written.get()
            }
        })
    };
    let problem = of_run(state, |coded| Some(coded.problem.clone()));
    let rows = Signal::derive(move || {
        let tokens = tokens.get();
        let Some(problem) = problem.get() else {
            return Vec::new();
        };
        let is_writing = state.hidden.coded.with(is_writing);
        chain_rows::rows(&Completion::forced(&tokens, &tokens), &problem, is_writing)
    });
    let changeable = of_run(state, |coded| {
        results(coded.shown())
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
    });
    let changed = of_run(state, Coded::changed);
    let change = move |(position, digit)| {
        state.change_coded(position, digit, with_key.get_untracked());
    };
    let answer = of_run(state, |coded| answer_of(coded.shown()));
    let is_pending = move || state.hidden.coded.with(is_writing);
    let verdict = Signal::derive(move || VerdictOf {
        problem: state.problem.get(),
        answer: answer.get(),
        is_pending: is_pending(),
    });
    let outcome = of_run(state, Coded::outcome);
    let sentence = move || match outcome.get() {
        Some(outcome) => outcome.sentence,
        None if is_pending() => t!("hidden-code-waits"),
        None => t!("hidden-code-invites"),
    };
    let response = move || {
        outcome
            .get()
            .and_then(|outcome| outcome.response)
            .map(response_name)
    };
    let model = of_run(state, |coded| coded.model.clone());
    view! {
        <div
            class="card small workpiece"
            data-part="code"
            data-state=move || state.hidden.coded.with(state_name)
            data-model=move || model.get()
            data-key=move || with_key.get().to_string()
        >
            <p class="workpiece-head">
                <span translate="no">{move || state.problem.with(|problem| format!("{problem} ="))}</span>
                <button
                    type="button"
                    class="button"
                    data-part="code-key"
                    aria-pressed=move || with_key.get().to_string()
                    on:click=move |_| with_key.update(|with_key| *with_key = !*with_key)
                >
                    {move || if with_key.get() { t!("hidden-code-read-written") } else { t!("hidden-code-read-with-key") }}
                </button>
            </p>
            <p class="note" data-part="code-reading">
                {move || match with_key.get() {
                    true => t!("hidden-code-with-key"),
                    false => t!("hidden-code-as-written"),
                }}
            </p>
            <DigitRows tokens rows changeable changed on_digit=Callback::new(change) />
            <div class="answer-line">
                <p class="answer" data-part="code-answer" data-answer=move || answer.get().map(|answer| answer.to_string())>
                    {move || answer_text(answer.get(), is_pending())}
                </p>
                <div class="judgement">
                    <Verdict of=verdict part="code-verdict" />
                    <p class="edit-sentence" data-part="code-sentence" data-response=response aria-live="polite">{sentence}</p>
                </div>
                <button
                    type="button"
                    class="button"
                    data-part="code-reset"
                    disabled=move || changed.get().is_none()
                    on:click=move |_| state.reset_coded()
                >
                    {t!("hidden-code-reset")}
                </button>
            </div>
        </div>
    }
    .into_any()
}

/// Whether there is no whole completion yet.
fn is_writing(arrival: &Arrival<Coded>) -> bool {
    let is_whole = |coded: &Coded| {
        coded
            .change
            .as_ref()
            .is_none_or(|change| change.whole.is_some())
    };
    !arrival.here().is_some_and(is_whole)
}

fn state_name(arrival: &Arrival<Coded>) -> &'static str {
    match arrival {
        Arrival::Failed(_) => "failed",
        arrival if is_writing(arrival) => "writing",
        _ => "done",
    }
}

/// What was measured of every seed, once a reader has guessed or changed something.
#[component]
fn Measured(state: PageState, guess: RwSignal<Option<usize>>) -> impl IntoView {
    let found = Memo::new(move |_| {
        let evaluations = state.figures.evaluations;
        evaluations.with(|arrival| arrival.here().map(measures).unwrap_or_default())
    });
    let is_open = Memo::new(move |was_open: Option<&bool>| {
        let coded = state.hidden.coded;
        let has_changed =
            coded.with(|arrival| arrival.here().is_some_and(|coded| coded.change.is_some()));
        was_open == Some(&true) || guess.get().is_some() || has_changed
    });
    let view_of = move || {
        let found = found.get();
        let said = finding(&found)?;
        let of_guess = guess.get().and_then(|guess| guessed(guess, &found));
        Some(view! {
                    <p class="finding" data-part="code-finding">{of_guess}" "{said}</p>
                    <ul class="battery-rows">{rows(&found).into_iter().map(bar_row).collect_view()}</ul>
                    <figcaption>
                        {t!("hidden-code-caption")} " "
                        <a href="results/evaluation.json">{t!("hidden-data")}</a>
        <Provenance state file="evaluation.json" command="cargo xtask evaluate" arms=&[(Size::Small, "encoded")] />
        </figcaption>
                })
    };
    move || match is_open.get() {
        true => view! {
            {move || notice(state, state.figures.evaluations.with(Arrival::failure))}
            {view_of}
        }
        .into_any(),
        false => view! { <p class="note">{t!("hidden-code-later")}</p> }.into_any(),
    }
}
