//! What the reader held before and after, against the verdicts.

use leptos::prelude::*;
use syw_core::debate::Debate;

use crate::sections::debate::words::{stance_words, verdict_mark, verdict_name};
use crate::stance::AllStances;
use crate::state::PageState;

/// A sentence and a table; nothing before the first stance.
#[component]
pub fn StanceSummary(state: PageState) -> impl IntoView {
    let with_both = move |read: fn(&Debate, &AllStances) -> Option<AnyView>| {
        state.debate.file.with(|file| {
            let debate = file.here()?;
            state.debate.stances.with(|stances| read(debate, stances))
        })
    };
    let said =
        move || with_both(|debate, stances| stance_words(debate, stances).map(IntoAny::into_any));
    let has_any = Memo::new(move |_| state.debate.stances.with(|stances| !stances.is_empty()));
    let table = move || has_any.get().then(|| with_both(table)).flatten();
    let forget = move || {
        has_any.get().then(|| {
            view! {
                <button type="button" class="tool" data-part="stances-forget" on:click=move |_| state.forget_stances()>
                    "Forget what I said"
                </button>
            }
        })
    };
    view! {
        <div class="stances" data-part="stances">
            <p role="status" data-part="stances-words">{said}</p>
            {table}
            {forget}
        </div>
    }
    .into_any()
}

fn table(debate: &Debate, stances: &AllStances) -> Option<AnyView> {
    let rows = stances.iter().filter_map(|(id, held)| {
        let claim = debate.claim(id)?;
        let verdict = debate.verdict(claim);
        let after = held.after.map_or("\u{2013}", |after| after.label());
        Some(view! {
            <tr>
                <th scope="row">{format!("{id}. {}", claim.name)}</th>
                <td>{held.before.label()}</td>
                <td>{after}</td>
                <td>{format!("{} {}", verdict_mark(verdict), verdict_name(verdict))}</td>
            </tr>
        })
    });
    let rows = rows.collect_view();
    Some(
        view! {
            <details>
                <summary>"What you said, beside what came out. Kept on this machine only."</summary>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">"Claim"</th>
                            <th scope="col">"Before"</th>
                            <th scope="col">"After"</th>
                            <th scope="col">"Here"</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </details>
        }
        .into_any(),
    )
}
