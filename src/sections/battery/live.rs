//! Running a test of the battery here: guess, run, compare with what is published, and look at single cases.

use leptos::prelude::*;
use syw_core::card::{Answers, ModelCard};
use syw_core::evaluation::{self, ResponseTally, Test, Way};

use crate::components::format::{count, percent};
use crate::components::{Heard, RunButton, rich, start_and_end};
use crate::live_test::{KeptCase, LiveTest};
use crate::place::go_to;
use crate::plots::StackPlot;
use crate::sections::battery::chosen::{Chosen, is_exact, set_words};
use crate::sections::battery::export::live_table;
use crate::sections::battery::live_curve::LiveCurve;
use crate::sections::battery::live_words::{case_words, live_words};
use crate::sections::battery::names::{Kind, test_id, test_name};
use crate::sections::battery::of_chosen;
use crate::sections::battery::rows::Row;
use crate::sections::export::Exports;
use crate::state::{EngineStatus, LiveRequest, PageState};
use crate::sweep::SweepState;
use crate::t;

/// How many problems a reader can choose; the last stands for all.
const SIZES: [usize; 3] = [40, 200, usize::MAX];

fn from_value(text: &str) -> Option<Test> {
    Test::ALL.into_iter().find(|test| test_id(*test) == text)
}

/// The chosen model: its id, and how its chains are come by, which is the same for every set of problems.
fn model_and_way(chosen: Chosen<'_>) -> Option<(String, Way)> {
    let entry = chosen.model.battery.first()?;
    Some((chosen.model.model.clone(), entry.way))
}

/// What is published of a test that was run here.
pub(in crate::sections) fn published(state: PageState, live: &LiveTest) -> Option<ResponseTally> {
    state.figures.evaluations.with(|arrival| {
        let found = arrival.here()?.of(&live.model)?;
        let entry = found.battery(live.set, live.test)?;
        Some(entry.tally.clone())
    })
}

/// How many problems there are to choose from in a set: as many for each model with the same operands and home.
fn n_listed(cards: &[ModelCard], id: &str, set: evaluation::Set) -> Option<usize> {
    let card = cards
        .iter()
        .find(|card| card.id == id && card.answers == Answers::Free)?;
    Some(set.n_altered(card))
}

/// A choice of problems where there are `n_listed`: as many as there are, or more, are all of them.
fn clamped(size: usize, n_listed: Option<usize>) -> usize {
    match n_listed {
        Some(n_listed) if size >= n_listed => usize::MAX,
        _ => size,
    }
}

fn size_name(size: usize, n_listed: Option<usize>) -> String {
    match (size, n_listed) {
        (usize::MAX, Some(n_listed)) => {
            t!("battery-live-all-of", all = count(n_listed as u64))
        }
        (usize::MAX, None) => t!("battery-live-all"),
        (size, _) => size.to_string(),
    }
}

/// The panel below the bars.
#[component]
pub fn LivePanel(state: PageState) -> impl IntoView {
    let test = RwSignal::new(Test::ALL[0]);
    let size = RwSignal::new(SIZES[0]);
    let guess = RwSignal::new(50_u32);
    let live = state.figures.live_test;
    let chosen = of_chosen(state, model_and_way);
    let n_listed = Memo::new(move |_| {
        let (id, _) = chosen.get()?;
        let set = state.battery_set();
        state.models.with(|cards| n_listed(cards, &id, set))
    });
    let is_under_way = Memo::new(move |_| {
        live.with(|live| live.as_ref().is_some_and(|live| live.state.is_under_way()))
    });
    let is_ready = move || state.engine.get() == EngineStatus::Live;
    let start = move || {
        if let Some((model, way)) = chosen.get_untracked() {
            state.start_live_test(LiveRequest {
                model,
                set: untrack(|| state.battery_set()),
                n_problems: size.get_untracked(),
                test: test.get_untracked(),
                way,
                guess: guess.get_untracked(),
            });
        }
    };
    let bar = move || {
        is_under_way.get().then(|| {
            let number = move |read: fn(&LiveTest) -> usize| {
                move || live.with(|live| live.as_ref().map_or(1, read))
            };
            view! {
                <progress max=number(|live| live.n_texts.max(1)) value=number(|live| live.n_done) aria-label=t!("battery-live-progress")></progress>
            }
        })
    };
    let heard = move || {
        live.with(|live| {
            let is_under_way = live.as_ref().map(|live| live.state.is_under_way());
            let words = |live: &LiveTest| live_words(live, published(state, live).as_ref());
            start_and_end(is_under_way, || {
                live.as_ref().map(words).unwrap_or_default()
            })
        })
    };
    let outcome = move || live.with(|live| live.as_ref().map(|live| outcome_view(state, live)));
    let has_outcome =
        Memo::new(move |_| live.with(|live| live.as_ref().is_some_and(|live| live.tally.n() > 0)));
    let exports = move || {
        has_outcome.get().then(|| {
            let table = Signal::derive(move || {
                let table = live.with(|live| {
                    let live = live.as_ref()?;
                    Some(live_table(live, published(state, live).as_ref()))
                });
                table.unwrap_or_default()
            });
            view! { <Exports state name="battery-live" table /> }
        })
    };
    let state_name =
        move || live.with(|live| live.as_ref().map_or("none", |live| live.state.name()));
    view! {
        <div class="live-test" data-part="live-test" data-export="battery-live" data-state=state_name>
            <h3>{t!("battery-live-title")}</h3>
            <div class="live-form">
                <label>
                    {t!("battery-live-test")}
                    <select class="field" data-part="live-choice" on:change=move |event| {
                        if let Some(chosen) = from_value(&event_target_value(&event)) {
                            test.set(chosen);
                        }
                    }>
                        {Test::ALL.map(|test| view! { <option value=test_id(test)>{test_name(test)}</option> }).collect_view()}
                    </select>
                </label>
                <label>
                    {move || t!("battery-live-size", problems = set_words(state.battery_set()))}
                    <select class="field" data-part="live-size" on:change=move |event| {
                        let idx = event_target_value(&event).parse::<usize>().ok();
                        if let Some(chosen) = idx.and_then(|idx| SIZES.get(idx)) {
                            size.set(*chosen);
                        }
                    }>
                        {SIZES.into_iter().enumerate().map(|(idx, number)| {
                            let name = move || size_name(number, n_listed.get());
                            let is_too_many = move || n_listed.get().is_some_and(|n_listed| number != usize::MAX && number >= n_listed);
                            let is_chosen = move || clamped(size.get(), n_listed.get()) == number;
                            view! {
                                <option value=idx.to_string() disabled=is_too_many selected=is_chosen prop:selected=is_chosen>{name}</option>
                            }
                        }).collect_view()}
                    </select>
                </label>
                <label class="live-guess">
                    {move || t!("battery-live-guess", guess = guess.get().to_string())}
                    <input
                        type="range"
                        min="0"
                        max="100"
                        data-part="live-guess"
                        prop:value=move || guess.get().to_string()
                        on:input=move |event| if let Ok(chosen) = event_target_value(&event).parse() { guess.set(chosen) }
                    />
                </label>
                <RunButton
                    is_under_way
                    is_ready=Signal::derive(is_ready)
                    parts=("live-run", "live-cancel")
                    label=t!("battery-live-run")
                    on_run=Callback::new(move |()| start())
                    on_cancel=Callback::new(move |()| state.cancel_live_test())
                />
                {bar}
            </div>
            {outcome}
            <Heard text=Signal::derive(heard) part="live-heard" />
            <LiveCurve state />
            {exports}
        </div>
    }
    .into_any()
}

fn outcome_view(state: PageState, live: &LiveTest) -> AnyView {
    let row = Row::of(live.test, &live.tally, is_exact(live.set));
    let published = published(state, live);
    let words = live_words(live, published.as_ref());
    let is_over = !live.state.is_under_way();
    let beside = published.map(|tally| Row::of(live.test, &tally, is_exact(live.set)));
    let beside = beside.filter(|beside| beside.n > 0);
    let bars = (row.n > 0).then(|| {
        let bars = [Some(("here", row)), beside.map(|row| ("published", row))];
        let bars = bars
            .into_iter()
            .flatten()
            .map(|(name, row)| bar_view(name, &row));
        view! { <ul class="live-bars">{bars.collect_view()}</ul> }
    });
    let cases = (is_over && live.way == Way::Own && !live.kept.is_empty())
        .then(|| cases_view(state, live.model.clone(), live.kept.clone()));
    let failed = matches!(live.state, SweepState::Failed(_));
    view! {
        <div class="live-outcome">
            {bars}
            <p data-part="live-words" class:field-error=failed>{words}</p>
            {cases}
        </div>
    }
    .into_any()
}

/// One of the two bars: the run here, and what is published.
fn bar_view(id: &'static str, row: &Row) -> AnyView {
    let name = match id {
        "here" => t!("battery-live-here"),
        _ => t!("battery-live-published"),
    };
    let shares = row.shares().into_iter().zip(Kind::ALL);
    let shares = shares.map(|(share, kind)| (share, kind.class())).collect();
    let number = percent(row.shares()[0]);
    let title = format!("{}, {name}: {number}", test_name(row.test));
    view! {
        <li data-title=title>
            <span>{name.clone()}</span>
            <StackPlot shares summary=format!("{name}: {}", row.summary()) />
            <span class="battery-number" data-part=format!("live-number-{id}")>{number}</span>
        </li>
    }
    .into_any()
}

/// A case in words, its problem as the models read it.
fn case_view(case: &KeptCase) -> Vec<AnyView> {
    let problem = case.problem.to_string();
    rich(&case_words(case), |mark| {
        let problem = || view! { <span translate="no">{problem.clone()}</span> }.into_any();
        (mark.name == "problem").then(problem)
    })
}

fn cases_view(state: PageState, model: String, kept: Vec<KeptCase>) -> AnyView {
    let item = |case: KeptCase| {
        let (words, model) = (case_view(&case), model.clone());
        let open = move |_| {
            state.show_case(model.clone(), case.clone());
            go_to("duel");
        };
        view! { <li><button type="button" class="chip" data-part="live-case" on:click=open>{words}</button></li> }
    };
    view! {
        <p class="curve-title">{t!("battery-live-cases")}</p>
        <ul class="live-cases">{kept.into_iter().map(item).collect_view()}</ul>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use syw_core::vocabulary::Dialect;

    #[test]
    fn as_many_as_there_are_is_all() {
        assert_eq!(
            [40, 200, usize::MAX].map(|size| clamped(size, Some(100))),
            [40, usize::MAX, usize::MAX]
        );
        assert_eq!(clamped(200, None), 200);
        assert_eq!(size_name(usize::MAX, Some(100)), "all 100");
    }

    #[test]
    fn every_test_has_a_value_of_its_own() {
        for test in Test::ALL {
            assert_eq!(from_value(&test_id(test)), Some(test));
        }
        assert_eq!(from_value("nonsense"), None);
        assert_eq!(
            test_id(Test::Translate(Dialect::German)),
            "translate_german"
        );
    }
}
