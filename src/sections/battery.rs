//! The battery: every chain of the home rung altered in every way, and what the answers then did.

use leptos::prelude::*;
use syw_core::evaluation::{Evaluation, Evaluations};

use super::battery_curves::Curves;
use super::battery_live::LivePanel;
use super::battery_names::{Kind, test_name, test_note};
use super::battery_words::{Row, finding, model_name, models, reservations, rows};
use super::failure::once_here;
use crate::components::Near;
use crate::components::format::percent;
use crate::plots::StackPlot;
use crate::state::PageState;

/// The question, and the figure once its file has arrived.
#[component]
pub fn Battery(state: PageState) -> impl IntoView {
    let figure = once_here(state, state.figures.evaluations, |state| {
        view! { <Figure state /> }.into_any()
    });
    view! {
        <section class="wide battery" aria-labelledby="battery-title" data-part="battery">
            <h2 id="battery-title">"Does the answer follow from the chain?"</h2>
            <p class="measure">
                "What can be done to one chain above was done to all of them: every held-out problem of the home rung, every step. A chain that "
                "carries the computation takes the answer along when a step is altered, and loses it when the chain is taken away; a story told "
                "afterwards does neither. After every change the model reads the altered text anew."
            </p>
            <Near on_near=Callback::new(move |()| state.want_evaluations())>{figure}</Near>
        </section>
    }
}

/// What `read` makes of the file and the chosen model; the default while either is missing.
pub(super) fn of_chosen<T: Default + Send + Sync + 'static>(
    state: PageState,
    read: fn(&Evaluations, &Evaluation) -> T,
) -> Signal<T> {
    Signal::derive(move || {
        state
            .figures
            .evaluations
            .with(|arrival| {
                let file = arrival.here()?;
                let chosen = state.figures.battery_model.get();
                let chosen = chosen.or_else(|| state.followed_model());
                let model = chosen.as_deref().and_then(|id| file.of(id));
                let model = model.or_else(|| models(file).first().copied())?;
                Some(read(file, model))
            })
            .unwrap_or_default()
    })
}

#[component]
fn Figure(state: PageState) -> impl IntoView {
    let said = of_chosen(state, |file, model| {
        finding(file, model).unwrap_or_default()
    });
    let more = of_chosen(state, reservations);
    let drawn = of_chosen(state, rows);
    let has_others = move || drawn.with(|rows| rows.iter().any(|row| !row.others.is_empty()));
    view! {
        <figure data-part="battery-figure" aria-labelledby="battery-finding">
            <ModelChoice state />
            <p class="finding" id="battery-finding" data-part="battery-finding">{said}</p>
            <p class="measure finding-more" data-part="battery-reservations">{more}</p>
            <ul class="key">
                {Kind::ALL.map(|kind| view! {
                    <li><span class=format!("patch {}", kind.class()) aria-hidden="true"></span>{kind.label()}</li>
                }).collect_view()}
                {move || has_others().then(|| view! {
                    <li><span class="patch patch-dot" aria-hidden="true"></span>"where this bar is cut with another seed"</li>
                })}
            </ul>
            <ul class="battery-rows">{move || drawn.get().into_iter().map(row_view).collect_view()}</ul>
            <figcaption>
                "The number at the end of each bar: how many do what a model does that needs its chain. Greedy, 8-bit file, no sampling: these are counts, not estimates. Chains that are cut, emptied or shuffled look like nothing the model has "
                "read in training, so a lost answer there says less than a followed mistake. "
                <a href="results/evaluation.json">"The data"</a>
            </figcaption>
            <LivePanel state />
            <Curves state />
        </figure>
    }
}

fn row_view(row: Row) -> impl IntoView {
    let shares = row.shares.into_iter().zip(Kind::ALL);
    let shares = shares.map(|(share, kind)| (share, kind.class())).collect();
    let name = test_name(row.test);
    view! {
        <li class="battery-row" data-test=name.clone()>
            <div class="battery-name">
                <strong>{name.clone()}</strong>
                <small>{test_note(row.test)}</small>
            </div>
            <StackPlot shares others=row.others.clone() summary=format!("{name}. {}", row.summary()) />
            <span class="battery-number">{percent(row.as_needed())}</span>
        </li>
    }
}

#[component]
fn ModelChoice(state: PageState) -> impl IntoView {
    let names = of_chosen(state, |file, _| {
        let name = |found: &Evaluation| (found.model.clone(), model_name(found));
        models(file).into_iter().map(name).collect::<Vec<_>>()
    });
    let chosen = of_chosen(state, |_, model| model.model.clone());
    let option = move |(id, name): (String, String)| {
        let is_chosen = {
            let id = id.clone();
            move || chosen.with(|chosen| *chosen == id)
        };
        view! { <option value=id selected=is_chosen.clone() prop:selected=is_chosen>{name}</option> }
    };
    let choose = move |event| state.choose_battery_model(event_target_value(&event));
    view! {
        <p class="choice-line">
            <label for="battery-model">"GPT small"</label>
            <select id="battery-model" class="field" data-part="battery-model" on:change=choose>
                {move || names.get().into_iter().map(option).collect_view()}
            </select>
        </p>
    }
}
