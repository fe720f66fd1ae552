//! Outside the training distribution: what each model did, what its chain was like, and who could have foretold its failures.

pub mod words;

use leptos::prelude::*;
use syw_core::card::Size;

use crate::components::Near;
use crate::sections::failure::once_here;
use crate::sections::off_distribution::words::{Row, bits, finding, rows, shown};
use crate::sections::provenance::Provenance;
use crate::state::PageState;

/// The question, and the table once its file has arrived.
#[component]
pub fn OffDistribution(state: PageState) -> impl IntoView {
    let figure = once_here(state, state.figures.evaluations, |state| {
        view! { <Figure state /> }.into_any()
    });
    view! {
        <section class="wide off-distribution" aria-labelledby="off-title" data-part="off-distribution">
            <h2 id="off-title">"Outside what they were trained on"</h2>
            <p class="measure">
                "Both read minus signs, larger numbers and remainders by 6 in the text that they began with, but never in a problem with an answer; a modulus of 2, "
                "or above 9, they have not met at all. What do they do with such problems, and does the chain of thought warn a reader who cannot do the sum?"
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
            <figure data-part="off-figure" aria-labelledby="off-finding">
                <p class="finding" id="off-finding" data-part="off-finding">{said}</p>
                {table}
                <figcaption>
                    "Greedy, 8-bit files. Right under either convention for remainders of negative numbers; a range is over the seeds of GPT small. "
                    <em>"Chains"</em>": answered by one. "
                    <em>"Steps true"</em>": of the steps written, those right as they stand. "
                    <em>"Worked out"</em>": the steps, read without the answer, come to a right one. "
                    <em>"Passes"</em>": every step is true and about numbers that are there, to the end, and the answer is what they come to; such a chain cannot be wrong. "
                    <em>"Foretold"</em>
                    ": how often a right answer is ranked above a wrong one (area under the ROC curve; 0.50 is guessing), by GPT large\u{2019}s confidence in its answer and by "
                    "the step checker\u{2019}s verdict. A checker that passes nothing ranks nothing, and warns of everything; where most answers have no chain it has nothing to read. "
                    <em>"Bits"</em>": the entropy of what the answers did, by name. "
                    <a href="results/evaluation.json">"The data"</a>
    <Provenance state file="evaluation.json" command="cargo xtask evaluate" arms=&[(Size::Large, "direct"), (Size::Small, "chain_rl")] />
    </figcaption>
            </figure>
        }
}

fn table(rows: &[Row]) -> AnyView {
    let row = |row: &Row| {
        let (large, small) = (row.large.clone(), row.small.clone());
        view! {
            <tr>
                <th scope="row">{row.name}</th>
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
        <div class="table-scroll" role="region" aria-label="Outside the training distribution" tabindex="0">
            <table>
                <thead>
                    <tr>
                        <th scope="col" rowspan="2">"Problems"</th>
                        <th scope="colgroup" colspan="3"><span class="large-ink">"GPT large"</span></th>
                        <th scope="colgroup" colspan="7"><span class="small-ink">"GPT small"</span></th>
                    </tr>
                    <tr>
                        <th scope="col">"Right"</th>
                        <th scope="col">"Foretold"</th>
                        <th scope="col">"Bits"</th>
                        <th scope="col">"Right"</th>
                        <th scope="col">"Chains"</th>
                        <th scope="col">"Steps true"</th>
                        <th scope="col">"Worked out"</th>
                        <th scope="col">"Passes"</th>
                        <th scope="col">"Foretold"</th>
                        <th scope="col">"Bits"</th>
                    </tr>
                </thead>
                <tbody>{rows.iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
