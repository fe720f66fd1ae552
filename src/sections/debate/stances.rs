//! What the reader held before and after, against the verdicts.

use leptos::prelude::*;
use syw_core::debate::Debate;

use crate::components::Action;
use crate::sections::debate::told::claim_name;
use crate::sections::debate::words::{marked_verdict, stance_words};
use crate::stance::{AllStances, Stance};
use crate::state::PageState;
use crate::state::storage::is_kept;
use crate::t;

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
    view! {
        <div class="stances" data-part="stances">
            <p role="status" data-part="stances-words">{said}</p>
            {table}
            <Action is_ready=has_any on_press=Callback::new(move |()| state.forget_stances()) class="tool" part="stances-forget">
                {t!("stances-forget")}
            </Action>
        </div>
    }
    .into_any()
}

/// What the table is, and whether it outlasts the page.
fn table_words() -> String {
    match is_kept() {
        true => t!("stances-table"),
        false => t!("stances-table-unkept"),
    }
}

fn table(debate: &Debate, stances: &AllStances) -> Option<AnyView> {
    let rows = stances.iter().filter_map(|(id, held)| {
        let claim = debate.claim(id)?;
        let verdict = debate.verdict(claim);
        let after = held.after.map_or("\u{2013}".to_owned(), Stance::label);
        Some(view! {
            <tr>
                <th scope="row">{format!("{id}. ")}{claim_name(claim).view()}</th>
                <td>{held.before.label()}</td>
                <td>{after}</td>
                <td>{marked_verdict(verdict)}</td>
            </tr>
        })
    });
    let rows = rows.collect_view();
    Some(
        view! {
            <details>
                <summary>{table_words()}</summary>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{t!("stances-claim")}</th>
                            <th scope="col">{t!("stances-before")}</th>
                            <th scope="col">{t!("stances-after")}</th>
                            <th scope="col">{t!("stances-here")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </details>
        }
        .into_any(),
    )
}
