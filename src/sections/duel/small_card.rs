//! GPT small: its notes token by token, what a reader can do to them, and what came of it.

use leptos::prelude::*;

use crate::components::format::{answer_text, bytes, count};
use crate::components::{
    Action, BeforeEdit, ChainView, InTurn, Interventions, TokenActions, Verdict, VerdictOf,
};
use crate::edit::response_name;
use crate::sections::duel::prediction::Prediction;
use crate::sections::duel::sampling::Sampling;
use crate::sections::failure::{notice, small_failure};
use crate::state::{PageState, RunStatus};
use crate::t;

/// The card of the model that writes notes.
#[component]
pub fn SmallCard(state: PageState) -> impl IntoView {
    let shown = Memo::new(move |_| state.shown());
    let answer = Memo::new(move |_| shown.with(|shown| shown.answer()));
    let is_writing = Memo::new(move |_| {
        matches!(
            state.small_status.get(),
            RunStatus::Waiting | RunStatus::Running
        )
    });
    let verdict = Signal::derive(move || VerdictOf {
        problem: state.problem.get(),
        answer: answer.get(),
        is_pending: !matches!(
            state.small_status.get(),
            RunStatus::Recorded | RunStatus::Done
        ) && answer.get().is_none(),
    });
    // Interventions are done to the original completion, so its steps count.
    let n_steps = Memo::new(move |_| {
        state
            .original
            .with(|original| original.parsed().steps().count())
    });
    let about = move || {
        let card = state.small_card()?;
        let checkpoints = state.checkpoints();
        let idx = state.checkpoint_idx();
        let update = checkpoints.get(idx).map(|checkpoint| checkpoint.update);
        let stage = match update {
            Some(0) => "base",
            Some(_) if idx + 1 < checkpoints.len() => "station",
            _ => "end",
        };
        Some(t!(
            "small-about",
            parameters = count(card.parameters),
            bytes = bytes(card.bytes),
            stage = stage,
            updates = count(update.unwrap_or_default())
        ))
    };
    let said = move || answer_text(answer.get(), verdict.with(|of| of.is_pending));
    let actions = TokenActions {
        replace: Callback::new(move |(position, token)| state.replace_token(position, token)),
        replace_with_text: Callback::new(move |(position, text): (usize, String)| {
            state.replace_with_text(position, &text)
        }),
        insert_text: Callback::new(move |(position, text): (usize, String)| {
            state.insert_text(position, &text)
        }),
        delete: Callback::new(move |position| state.delete_token(position)),
    };
    let silent = move || {
        (!is_writing.get()
            && shown.with(|shown| !shown.is_empty() && !shown.has_chain())
            && state.edit.with(Option::is_none))
        .then(|| view! { <p class="silent">{t!("small-silent")}</p> })
    };
    view! {
        <article class="card small" data-part="small-card" aria-labelledby="small-title">
            <header class="card-head">
                <h2 id="small-title">{t!("small-name")}</h2>
                <p class="card-about">{move || about().unwrap_or_else(|| t!("small-writes"))}</p>
                <Sampling state />
            </header>
            {move || notice(state, small_failure(state))}
            <BeforeEdit differences=Signal::derive(move || state.difference()) />
            <div class="workbench">
                <div class="notes-column" id="notes" tabindex="-1">
                    <InTurn name="duel-notes">
                        <ChainView completion=shown problem=state.problem is_writing actions />
                    </InTurn>
                    {silent}
                </div>
                <InTurn name="duel-interventions">
                    <Interventions n_steps on_intervene=Callback::new(move |intervention| state.apply_intervention(intervention)) />
                </InTurn>
            </div>
            <div class="answer-line">
                <p
                    class="answer"
                    data-part="small-answer"
                    data-answer=move || answer.get().map_or(String::new(), |answer| answer.to_string())
                >
                    {said}
                </p>
                <div class="judgement">
                    <Verdict of=verdict part="small-verdict" />
                    <EditSentence state />
                    <Prediction state />
                </div>
                <EditButtons state />
            </div>
        </article>
    }
}

#[component]
fn EditButtons(state: PageState) -> impl IntoView {
    let has_edit = Signal::derive(move || state.edit.with(Option::is_some));
    view! {
        <div class="edit-buttons">
            <Action is_ready=state.can_undo on_press=Callback::new(move |()| state.undo()) part="undo">{t!("small-undo")}</Action>
            <Action is_ready=has_edit on_press=Callback::new(move |()| state.reset_edit()) part="reset">{t!("small-restore")}</Action>
        </div>
    }
}

/// What the edit did, in one sentence; an invitation where there is none.
#[component]
fn EditSentence(state: PageState) -> impl IntoView {
    let response = move || {
        state.edit.with(|edit| {
            edit.as_ref()
                .and_then(|edit| edit.response)
                .map(response_name)
        })
    };
    let text = move || {
        state.edit.with(|edit| match edit {
            None => String::new(),
            Some(edit) if edit.sentence.is_empty() => {
                t!("change-writing", change = edit.label.clone())
            }
            Some(edit) => t!(
                "change-said",
                change = edit.label.clone(),
                sentence = edit.sentence.clone()
            ),
        })
    };
    view! { <p class="edit-sentence" data-part="edit-sentence" data-response=response aria-live="polite">{text}</p> }
}
