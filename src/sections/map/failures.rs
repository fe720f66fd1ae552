//! The map in numbers, for readers who want them or do not see it: right answers by region, and a list of failures.

use leptos::prelude::*;
use syw_core::card::Size;
use syw_core::map::{Region, operands, problem_at};

use crate::competence::Competence;
use crate::components::format::{count, percent};
use crate::sections::map::Board;
use crate::sections::map::words::{SIZES, name, region_name, signed, told};
use crate::t;

/// How many failures of each model are listed.
const N_LISTED: usize = 12;

/// The numbers behind the picture, folded away.
#[component]
pub fn Failures(board: Board) -> impl IntoView {
    let table = move || board.published(of_regions);
    let lists = move || {
        board.published(|both| {
            SIZES
                .map(|size| list(board, both, size))
                .into_iter()
                .collect_view()
        })
    };
    view! {
        <details data-part="map-failures">
            <summary>{t!("map-numbers")}</summary>
            {table}
            {lists}
        </details>
    }
    .into_any()
}

fn of_regions(both: &Competence) -> AnyView {
    let row = |region: Region| {
        let n = both.tally(Size::Large, region).n;
        let cell = |size: Size| {
            let tally = both.tally(size, region);
            view! {
                <td>{count(tally.right as u64)}<small>{percent(tally.share())}</small></td>
            }
        };
        view! {
            <tr>
                <th scope="row">{region_name(region)}</th>
                <td>{count(n as u64)}</td>
                {SIZES.map(cell).into_iter().collect_view()}
            </tr>
        }
    };
    view! {
        <div class="table-scroll" role="region" aria-label=t!("map-regions") tabindex="0">
            <table>
                <thead>
                    <tr>
                        <th scope="col">{t!("map-head-region")}</th>
                        <th scope="col">{t!("map-head-problems")}</th>
                        <th scope="col">{t!("map-head-large")}</th>
                        <th scope="col">{t!("map-head-small")}</th>
                    </tr>
                </thead>
                <tbody>{Region::ALL.map(row).into_iter().collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The first failures of a model with numbers as in training.
fn list(board: Board, both: &Competence, size: Size) -> AnyView {
    let tally = both.tally(size, Region::TrainingSquare);
    let n_failures = tally.n - tally.right;
    let item = |idx: usize| {
        let (a, b) = operands(idx);
        let problem = problem_at(a, b, both.modulus).map(|problem| problem.to_string());
        let (judged, how) = told(both.cell(size, idx), (a, b), both.modulus);
        let text = format!(": {judged} ({how})");
        view! {
            <li>
                <button
                    type="button"
                    class="tool"
                    aria-label=t!("map-set", a = signed(a), b = signed(b))
                    on:click=move |_| board.choose((a, b))
                >
                    {t!("map-set-short")}
                </button>
                <span translate="no">{problem}</span>
                {text}
            </li>
        }
    };
    let failures = both.failures(size, N_LISTED);
    let (model, problems) = (name(size), count(n_failures as u64));
    let head = match n_failures {
        0 => t!("map-no-failures", model = model),
        n if n > failures.len() => t!(
            "map-first-failures",
            model = model,
            problems = problems,
            first = failures.len().to_string()
        ),
        _ => t!("map-all-failures", model = model, problems = problems),
    };
    view! {
        <p class="map-list-head">{head}</p>
        <ul class="map-list">{failures.into_iter().map(item).collect_view()}</ul>
    }
    .into_any()
}
