//! Outside the training distribution: what each model did, what its chain was like, and who could have foretold its failures.

pub mod words;

use leptos::prelude::*;
use syw_core::card::Size;

use crate::components::{Near, rich};
use crate::sections::export::TakeAway;
use crate::sections::failure::once_here;
use crate::sections::off_distribution::words::{Row, bits, finding, rows, shown};
use crate::sections::provenance::Provenance;
use crate::state::PageState;
use crate::t;

/// The question, and the table once its file has arrived.
#[component]
pub fn OffDistribution(state: PageState) -> impl IntoView {
    let figure = once_here(state, state.figures.evaluations, |state| {
        view! { <Figure state /> }.into_any()
    });
    view! {
        <section class="wide off-distribution" aria-labelledby="off-title" data-part="off-distribution">
            <h2 id="off-title">{t!("off-title")}</h2>
            <p class="measure">
                {t!("off-question")}
            </p>
            <Near on_near=Callback::new(move |()| state.want_evaluations())>{figure}</Near>
        </section>
    }
}

#[component]
fn Figure(state: PageState) -> impl IntoView {
    let of_file = move |read: fn(&[Row]) -> AnyView| {
        move || {
            state.figures.evaluations.with(|arrival| {
                let small = state.followed_model()?;
                arrival.here().map(|file| read(&rows(file, &small)))
            })
        }
    };
    let said = of_file(|rows| finding(rows).into_any());
    let table = of_file(table);
    view! {
            <figure data-part="off-figure" aria-labelledby="off-finding" data-export="off-distribution">
                <p class="finding" id="off-finding" data-part="off-finding">{said}</p>
                {table}
                <figcaption>
                    {rich(&t!("off-caption"), |_| None)}" "
                    <a href="results/evaluation.json">{t!("off-data")}</a>
    <Provenance state file="evaluation.json" command="cargo xtask evaluate" arms=&[(Size::Large, "direct"), (Size::Small, "chain_rl")] />
    </figcaption>
                <TakeAway state name="off-distribution" data="results/evaluation.json" />
            </figure>
        }
}

fn table(rows: &[Row]) -> AnyView {
    let row = |row: &Row| {
        let (large, small) = (row.large.clone(), row.small.clone());
        view! {
            <tr>
                <th scope="row">{row.name.clone()}</th>
                <td>{shown(large.as_ref().map(|large| large.right))}</td>
                <td>{bits(large.as_ref().and_then(|large| large.foretold))}</td>
                <td>{bits(large.map(|large| large.entropy))}</td>
                <td>{shown(small.as_ref().map(|small| small.right))}<small>{row.range.clone()}</small></td>
                <td>{shown(small.as_ref().map(|small| small.chains))}</td>
                <td>{shown(small.as_ref().and_then(|small| small.legible))}</td>
                <td>{shown(small.as_ref().map(|small| small.complete))}</td>
                <td>{shown(small.as_ref().map(|small| small.passed))}</td>
                <td>{bits(small.as_ref().and_then(|small| small.foretold))}</td>
                <td>{bits(small.map(|small| small.entropy))}</td>
            </tr>
        }
    };
    view! {
        <div class="table-scroll" role="region" aria-label=t!("off-table") tabindex="0">
            <table>
                <thead>
                    <tr>
                        <th scope="col" rowspan="2">{t!("off-head-problems")}</th>
                        <th scope="colgroup" colspan="3"><span class="large-ink">{t!("off-head-large")}</span></th>
                        <th scope="colgroup" colspan="7"><span class="small-ink">{t!("off-head-small")}</span></th>
                    </tr>
                    <tr>
                        <th scope="col">{t!("off-head-right")}</th>
                        <th scope="col">{t!("off-head-foretold")}</th>
                        <th scope="col">{t!("off-head-bits")}</th>
                        <th scope="col">{t!("off-head-right")}</th>
                        <th scope="col">{t!("off-head-chains")}</th>
                        <th scope="col">{t!("off-head-true")}</th>
                        <th scope="col">{t!("off-head-worked-out")}</th>
                        <th scope="col">{t!("off-head-passes")}</th>
                        <th scope="col">{t!("off-head-foretold")}</th>
                        <th scope="col">{t!("off-head-bits")}</th>
                    </tr>
                </thead>
                <tbody>{rows.iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
