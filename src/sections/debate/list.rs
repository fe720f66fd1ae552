//! The claims as a list: the same as the picture, in words.

use leptos::prelude::*;
use syw_core::debate::{Claim, RelationKind};

use crate::sections::debate::is_revealed;
use crate::sections::debate::words::{verdict_mark, verdict_name};
use crate::state::PageState;

/// Every claim with its verdict and what it hangs together with.
#[component]
pub fn ClaimList(state: PageState) -> impl IntoView {
    let rows = move || {
        state.debate.file.with(|file| {
            let debate = file.here()?;
            let row = |claim: &Claim| {
                let verdict = debate.verdict(claim);
                let shown = match is_revealed(state, &claim.id) {
                    true => format!("{} {}", verdict_mark(verdict), verdict_name(verdict)),
                    false => "?".to_owned(),
                };
                let of = debate.relations_of(&claim.id).map(|relation| {
                    let says = match relation.kind {
                        RelationKind::Supports => "supports",
                        RelationKind::Opposes => "opposes",
                        RelationKind::Crux => "parts from",
                    };
                    format!("{} {says} {}", relation.from, relation.to)
                });
                let relations = of.collect::<Vec<_>>().join("; ");
                let (id, shown_id) = (claim.id.clone(), claim.id.clone());
                let choose = {
                    let id = id.clone();
                    move |_| state.choose_claim(id.clone())
                };
                view! {
                    <tr>
                        <th scope="row">
                            <button type="button" class="link-button" data-list-claim=id on:click=choose>{shown_id}</button>
                        </th>
                        <td>{claim.says.clone()}</td>
                        <td>{shown}</td>
                        <td>{relations}</td>
                    </tr>
                }
            };
            Some(debate.claims.iter().map(row).collect_view())
        })
    };
    view! {
        <details class="debate-list" data-part="debate-list">
            <summary>"All claims as a list"</summary>
            <div class="table-scroll" role="region" aria-label="All claims" tabindex="0">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">"Claim"</th>
                            <th scope="col">"Says"</th>
                            <th scope="col">"Here"</th>
                            <th scope="col">"Hangs together"</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}
