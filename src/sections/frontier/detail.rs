//! More about one mark of the frontier: its runs, how they learned, and a problem of its kind to try.

use leptos::prelude::*;
use syw_core::frontier::{Run, Shape};

use crate::components::format::{count, percent};
use crate::plots::CurvePlot;
use crate::plots::curves::Curve;
use crate::sections::frontier::panel::Cell;
use crate::sections::frontier::words::{
    accuracy, arm_name, capitalised, numbers, rest, share_or_none, with_numbers,
};
use crate::state::PageState;
use crate::t;

/// The mark that was pointed at last.
#[component]
pub fn Detail(
    state: PageState,
    looked_at: RwSignal<Option<Cell>>,
    on_choose: Callback<Cell>,
) -> impl IntoView {
    let shown = move || {
        let cell = looked_at.get()?;
        let modulus = state.figures.frontier_modulus.get();
        state.figures.frontier.with(|arrival| {
            let (shape, best, runs) = cell.runs(arrival.here()?)?;
            Some(of_cell(cell, shape, best, &runs, modulus, on_choose))
        })
    };
    let hint = move || {
        looked_at.get().is_none().then(|| {
            view! { <p class="hint">{t!("frontier-hint")}</p> }
        })
    };
    view! { <div class="frontier-detail" data-part="frontier-detail" role="group" aria-label=t!("frontier-detail")>{hint}{shown}</div> }
}

fn of_cell(
    cell: Cell,
    shape: &Shape,
    best: &Run,
    runs: &[&Run],
    modulus: Option<i64>,
    on_choose: Callback<Cell>,
) -> AnyView {
    let summary = summary(runs);
    let curves = curves(runs);
    let row = |run: &&Run| {
        let right = share_or_none(run, modulus);
        let class = if run.best { "run-best" } else { "" };
        let mark = run.best.then(|| t!("frontier-run-best"));
        view! {
            <tr class=class>
                <td>{run.lr.to_string()}</td>
                <td>{run.seed}</td>
                <td>{count(run.steps)}</td>
                <td>{run.moduli.clone().unwrap_or_else(|| t!("frontier-moduli-all"))}</td>
                <td>{percent(run.trained)}</td>
                <td>{right}<span class="hidden">{mark.map(|mark| format!(" {mark}"))}</span></td>
            </tr>
        }
    };
    let rows = runs.iter().map(row).collect_view();
    let said = format!(
        "{}, {}",
        capitalised(&arm_name(cell.arm())),
        numbers(cell.operands)
    );
    let size = t!(
        "frontier-size",
        parameters = count(shape.parameters),
        layers = shape.layers.to_string(),
        width = shape.width.to_string()
    );
    view! {
        <p class="detail-title" data-part="frontier-cell" data-operands=cell.operands data-shape=shape.name.clone()>{said}</p>
        <p>{size}</p>
        <p class="detail-accuracy">{accuracy(best, modulus)}</p>
        <p>{rest(best)}</p>
        <button type="button" class="button" data-part="frontier-try" on:click=move |_| on_choose.run(cell)>
            {t!("frontier-try", with = with_numbers(cell.operands))}
        </button>
        <CurvePlot curves=Signal::stored(curves) x_name=t!("frontier-steps-of-training") summary=Signal::stored(summary) />
        <table class="runs">
            <caption>{t!("frontier-runs")}</caption>
            <thead>
                <tr>
                    <th scope="col">{t!("frontier-runs-lr")}</th>
                    <th scope="col">{t!("frontier-runs-seed")}</th>
                    <th scope="col">{t!("frontier-runs-steps")}</th>
                    <th scope="col">{t!("frontier-runs-moduli")}</th>
                    <th scope="col">{t!("frontier-runs-trained")}</th>
                    <th scope="col">{t!("frontier-runs-held-out")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// The curves of all runs, the best one on top.
fn curves(runs: &[&Run]) -> Vec<Curve> {
    let mut sorted = runs.to_vec();
    sorted.sort_by_key(|run| run.best);
    let curve = |run: &Run| Curve {
        class: if run.best { "curve-best" } else { "curve-run" }.to_owned(),
        points: run
            .curve
            .iter()
            .map(|&(step, share)| (step as f64, share))
            .collect(),
    };
    sorted.into_iter().map(curve).collect()
}

/// The curves in words.
fn summary(runs: &[&Run]) -> String {
    let said = |run: &&Run| {
        let first = run.curve.first()?;
        Some(t!(
            "frontier-curve",
            first = percent(first.1),
            first_steps = count(first.0),
            last = percent(run.trained),
            last_steps = count(run.steps)
        ))
    };
    let said: Vec<String> = runs.iter().filter_map(said).collect();
    t!("frontier-curves", curves = said.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sections::frontier::words::tests;
    use syw_core::frontier::Arm;

    fn run(best: bool, trained: f64) -> Run {
        Run {
            best,
            trained,
            steps: 1000,
            curve: vec![(500, 0.25), (1000, trained)],
            ..tests::run("s", Arm::Direct, 2, 0.5)
        }
    }

    #[test]
    fn the_best_run_is_drawn_on_top() {
        let (best, other) = (run(true, 0.75), run(false, 0.5));
        let curves = curves(&[&best, &other]);
        let classes: Vec<&str> = curves.iter().map(|curve| &*curve.class).collect();
        assert_eq!(classes, ["curve-run", "curve-best"]);
        assert_eq!(curves[1].points, [(500.0, 0.25), (1000.0, 0.75)]);
    }

    #[test]
    fn the_curves_are_told_in_words() {
        let (best, other) = (run(true, 0.75), run(false, 0.5));
        assert_eq!(
            summary(&[&best, &other]).replace('\u{202f}', " "),
            "Right on training problems, run by run: 25 % after 500 steps, 75 % after 1 000; \
             25 % after 500 steps, 50 % after 1 000."
        );
    }
}
