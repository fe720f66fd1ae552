//! The tests of a claim: each with its line, every seed as a dot, and what came of it.

use leptos::prelude::*;
use syw_core::debate::{Comparison, Evidence, live_measure};

use crate::plots::LineDotsPlot;
use crate::sections::debate::with_chosen;
use crate::sections::debate::words::{arms_of, dots_summary, number, numbers, outcome_name};
use crate::state::PageState;

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
                    <summary>"Beside it: tests that do not count for this claim"</summary>
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
    let outcome = outcome_name(one.outcome);
    let speaks = match (one.speaks_for, one.failed_control) {
        (Some(true), _) => "speaks for the claim".to_owned(),
        (Some(false), _) => "speaks against the claim".to_owned(),
        (None, Some(control)) => format!(
            "does not count, since its control was not reached: {}",
            control.test
        ),
        (None, None) => "does not decide".to_owned(),
    };
    let late = criterion
        .late
        .then_some(" This line was drawn after it had been measured.");
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
    let (id, says, test) = (
        criterion.id.clone(),
        criterion.says.clone(),
        criterion.test.clone(),
    );
    let published = numbers(&criterion, &criterion.values);
    let line = number(criterion.unit, threshold);
    let plotted = criterion.clone();
    let plot = move || {
        let here = here.get();
        let summary = dots_summary(&plotted, &here);
        view! { <LineDotsPlot values=plotted.values.clone() here threshold is_at_least summary /> }
    };
    let said_here = move || {
        let here = here.get();
        (!here.is_empty()).then(|| format!("Run here: {}.", numbers(&criterion, &here)))
    };
    view! {
        <li data-criterion=id data-outcome=outcome>
            <p><strong>{says}</strong>" "{speaks}"."{late}</p>
            {plot}
            <p class="note">
                {format!("Test: {test}. Line: {line}. Published, a number a seed: {published}. {}{}.", outcome[..1].to_uppercase(), &outcome[1..])}
                " "
                {arms}
                " "
                <span data-part="run-here">{said_here}</span>
            </p>
        </li>
    }
    .into_any()
}
