//! Whether a model knows the answer before its chain begins: what linear probes read off it, for every arm.

pub mod words;

use leptos::prelude::*;
use syw_core::card::Size;
use syw_core::knowledge::KnowledgeReport;

use crate::components::{Near, Radios};
use crate::sections::export::TakeAway;
use crate::sections::failure::once_here;
use crate::sections::knowledge::words::{Row, finding, guessed, options, rows};
use crate::sections::provenance::Provenance;
use crate::state::PageState;
use crate::t;

/// The question, and the figure once a reader has guessed; a file that does not come says so at once.
#[component]
pub fn KnowledgeFigure(state: PageState) -> impl IntoView {
    let guess = RwSignal::<Option<usize>>::new(None);
    let outcome = move || {
        let guess = guess.get()?;
        with_file(state, |file| guessed(guess, file))
    };
    let has_guessed = Memo::new(move |_| guess.get().is_some());
    let figure = once_here(state, state.figures.knowledge, |state| {
        view! { <Figure state /> }.into_any()
    });
    let is_shown = Memo::new(move |_| {
        has_guessed.get()
            || state.needs_no_guess()
            || state
                .figures
                .knowledge
                .with(|file| file.failure().is_some())
    });
    let body = move || match is_shown.get() {
        true => figure(),
        false => view! { <p class="note">{t!("knowledge-shown-later")}</p> }.into_any(),
    };
    view! {
        <section class="wide knowledge" aria-labelledby="knowledge-title" data-part="knowledge">
            <h2 id="knowledge-title">{t!("knowledge-title")}</h2>
            <p class="measure">
                {t!("knowledge-question")}
            </p>
            <Radios
                legend=t!("knowledge-guess")
                part="knowledge-guess"
                options=options().to_vec()
                chosen=guess
                on_choose=Callback::new(move |idx| guess.set(Some(idx)))
            />
            <p class="measure" data-part="knowledge-guessed" role="status">{outcome}</p>
            <Near on_near=Callback::new(move |()| state.want_knowledge())>{body}</Near>
        </section>
    }
}

fn with_file<T>(state: PageState, read: impl FnOnce(&KnowledgeReport) -> Option<T>) -> Option<T> {
    state
        .figures
        .knowledge
        .with(|file| file.here().and_then(read))
}

/// A sentence and a table.
#[component]
fn Figure(state: PageState) -> impl IntoView {
    let said = move || with_file(state, finding);
    let body = move || {
        with_file(state, |file| {
            Some(rows(file).into_iter().map(row).collect_view())
        })
    };
    view! {
            <figure data-part="knowledge-figure" aria-labelledby="knowledge-finding" data-export="knowledge">
                <p class="finding" id="knowledge-finding" data-part="knowledge-finding">{said}</p>
                <div class="table-scroll" role="region" aria-label=t!("knowledge-table") tabindex="0">
                    <table data-part="knowledge-table">
                        <thead>
                            <tr>
                                <th scope="col">{t!("knowledge-head-model")}</th>
                                <th scope="col">{t!("knowledge-head-end")}</th>
                                <th scope="col">{t!("knowledge-head-answer")}</th>
                                <th scope="col">{t!("knowledge-head-shuffled")}</th>
                            </tr>
                        </thead>
                        <tbody>{body}</tbody>
                    </table>
                </div>
                <figcaption>
                    {t!("knowledge-caption")}" "
                    <a href="results/knowledge.json" download="knowledge.json">{t!("knowledge-data")}</a>
    <Provenance state file="knowledge.json" command="cargo xtask evaluate" arms=&[(Size::Small, "chain_rl"), (Size::Small, "chain_prompted"), (Size::Small, "chain_imitation"), (Size::Small, "direct"), (Size::Small, "encoded"), (Size::Large, "direct"), (Size::Large, "rationaliser")] />
    </figcaption>
                <TakeAway state name="knowledge" data="results/knowledge.json" />
            </figure>
        }
}

fn row(row: Row) -> impl IntoView {
    let cells = row.shares.map(|share| {
        view! { <td>{share.unwrap_or("\u{2013}".into())}</td> }
    });
    view! { <tr><th scope="row">{row.name}</th>{cells}</tr> }
}
