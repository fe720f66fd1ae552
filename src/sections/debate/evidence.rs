//! The tests of a claim: each with its line, every seed as a dot, and what came of it.

use leptos::prelude::*;
use syw_core::debate::{Comparison, Evidence, live_measure};

use crate::components::rich;
use crate::plots::LineDotsPlot;
use crate::sections::debate::live_words::arms_of;
use crate::sections::debate::told::{criterion_says, criterion_test};
use crate::sections::debate::with_chosen;
use crate::sections::debate::words::{dots_summary, here_words, number, numbers, outcome_key};
use crate::state::PageState;
use crate::t;

/// The tests that count, then those that stand beside them.
#[component]
pub fn EvidenceRows(state: PageState) -> impl IntoView {
    let rows = move |wants_counted: bool| {
        with_chosen(state, |debate, claim| {
            let evidence = debate.evidence(claim);
            let wanted = evidence
                .iter()
                .filter(|one| (one.is_counted || one.failed_control.is_some()) == wants_counted);
            let rows: Vec<AnyView> = wanted.map(|one| row(state, one)).collect();
            (!rows.is_empty()).then_some(rows)
        })
        .flatten()
    };
    let beside = move || {
        rows(false).map(|rows| {
            view! {
                <details data-part="claim-beside">
                    <summary>{t!("evidence-beside")}</summary>
                    <ul class="evidence">{rows}</ul>
                </details>
            }
        })
    };
    view! {
        <ul class="evidence" data-part="claim-evidence">{move || rows(true)}</ul>
        {beside}
    }
    .into_any()
}

fn row(state: PageState, one: &Evidence<'_>) -> AnyView {
    let criterion = one.criterion.clone();
    let outcome = outcome_key(one.outcome);
    let speaks = match (one.speaks_for, one.failed_control) {
        (Some(true), _) => t!("evidence-for"),
        (Some(false), _) => t!("evidence-against"),
        (None, Some(_)) => t!("evidence-spoiled"),
        (None, None) => t!("evidence-open"),
    };
    let control = one.failed_control.map(criterion_test);
    let speaks = rich(&speaks, |mark| {
        let control = control.clone().filter(|_| mark.name == "control")?;
        Some(control.view().into_any())
    });
    let late = criterion.late.then(|| t!("evidence-late"));
    let measure = live_measure(&criterion.measure);
    let arms = measure.as_ref().map(arms_of);
    let here = Memo::new(move |_| {
        let of_run = |run: &Option<_>| {
            let run: &crate::claim_run::ClaimRun = run.as_ref()?;
            run.values(&measure?)
        };
        state.debate.run.with(of_run).unwrap_or_default()
    });
    let (threshold, is_at_least) = (
        criterion.threshold,
        criterion.comparison == Comparison::AtLeast,
    );
    let (id, says) = (criterion.id.clone(), criterion_says(&criterion).view());
    let test = criterion_test(&criterion);
    let note = t!(
        "evidence-note",
        line = number(criterion.unit, threshold),
        published = numbers(&criterion, &criterion.values),
        outcome = outcome
    );
    let note = rich(&note, |mark| {
        (mark.name == "test").then(|| test.clone().view().into_any())
    });
    let models = arms.map(|arms| {
        rich(&t!("evidence-models"), |mark| {
            let arms = arms.clone();
            (mark.name == "models").then(|| view! { <span translate="no">{arms}</span> }.into_any())
        })
    });
    let plotted = criterion.clone();
    let plot = move || {
        let here = here.get();
        let summary = dots_summary(&plotted, &here);
        view! { <LineDotsPlot values=plotted.values.clone() here threshold is_at_least summary /> }
    };
    let said_here = move || here_words(&criterion, &here.get());
    view! {
        <li data-criterion=id data-outcome=outcome>
            <p><strong>{says}</strong>" "{speaks}" "{late}</p>
            {plot}
            <p class="note">{note}" "{models}" "<span data-part="run-here">{said_here}</span></p>
        </li>
    }
    .into_any()
}
