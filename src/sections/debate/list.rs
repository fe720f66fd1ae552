//! The claims as a list: the same as the picture, in words.

use leptos::prelude::*;
use syw_core::debate::Claim;

use crate::sections::debate::is_revealed;
use crate::sections::debate::told::claim_says;
use crate::sections::debate::words::{marked_verdict, relation_words};
use crate::state::PageState;
use crate::t;

/// Every claim with its verdict and what it hangs together with.
#[component]
pub fn ClaimList(state: PageState) -> impl IntoView {
    let rows = move || {
        state.debate.file.with(|file| {
            let debate = file.here()?;
            let row = |claim: &Claim| {
                let verdict = debate.verdict(claim);
                let shown = match is_revealed(state, &claim.id) {
                    true => marked_verdict(verdict),
                    false => "?".to_owned(),
                };
                let of = debate.relations_of(&claim.id).map(|relation| {
                    relation_words(&relation.from, relation.kind, &relation.to)
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
                        <td>{claim_says(claim).view()}</td>
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
            <summary>{t!("debate-list")}</summary>
            <div class="table-scroll" role="region" aria-label=t!("debate-list-label") tabindex="0">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{t!("debate-list-claim")}</th>
                            <th scope="col">{t!("debate-list-says")}</th>
                            <th scope="col">{t!("debate-list-here")}</th>
                            <th scope="col">{t!("debate-list-relations")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}
