//! The claims as boxes and threads, for a wide and for a narrow view.

use leptos::prelude::*;
use syw_core::debate::{Debate, RelationKind, Side, Verdict};

use crate::plots::threads::Thread;
use crate::plots::{Node, ThreadsPlot};
use crate::sections::debate::told::claim_name;
use crate::sections::debate::words::{verdict_mark, verdict_name, wrapped};
use crate::sections::debate::{chosen_claim, is_revealed};
use crate::state::PageState;
use crate::t;

/// Letters of a line in a box.
const LINE: usize = 18;
/// What stands for a verdict that a reader has not asked for.
const HIDDEN_MARK: &str = "?";

/// Both pictures; the style sheet shows one.
#[component]
pub fn Picture(state: PageState) -> impl IntoView {
    let chosen = Memo::new(move |_| {
        let chosen = state.debate.chosen.get();
        let of = |debate: &Debate| chosen_claim(debate, chosen.as_deref()).map(|it| it.id.clone());
        let id = state.debate.file.with(|file| file.here().and_then(of));
        id.unwrap_or_default()
    });
    let on_choose = Callback::new(move |id: String| state.choose_claim(id));
    let plots = move || {
        state.debate.file.with(|file| {
            let debate = file.here()?;
            let nodes = nodes(debate, |id| is_revealed(state, id));
            let threads = threads(debate);
            let plot = |is_wide| {
                view! {
                    <ThreadsPlot
                        nodes=nodes.clone()
                        threads=threads.clone()
                        is_wide
                        chosen
                        on_choose
                        summary=t!("debate-summary")
                    />
                }
            };
            Some(view! { <div data-part="debate-picture">{plot(true)}{plot(false)}</div> })
        })
    };
    let legend = Verdict::ALL.map(|verdict| {
        view! { <li><span aria-hidden="true">{verdict_mark(verdict)}</span>" "{verdict_name(verdict)}</li> }
    });
    view! {
        {plots}
        <ul class="debate-legend">
            {legend}
            <li><span aria-hidden="true">{HIDDEN_MARK}</span>" "{t!("debate-guess-first")}</li>
        </ul>
    }
    .into_any()
}

/// The boxes. The verdict on a claim is in its box where it may be seen.
fn nodes(debate: &Debate, is_revealed: impl Fn(&str) -> bool) -> Vec<Node> {
    let node = |claim: &syw_core::debate::Claim| {
        let verdict = debate.verdict(claim);
        let (mark, said) = match is_revealed(&claim.id) {
            true => (verdict_mark(verdict), verdict_name(verdict)),
            false => (HIDDEN_MARK, t!("debate-hidden")),
        };
        let name = claim_name(claim);
        Node {
            id: claim.id.clone(),
            lines: wrapped(&name.text, LINE),
            lang: name.lang,
            mark,
            said,
            is_below: claim.side == Side::Against,
        }
    };
    debate.claims.iter().map(node).collect()
}

fn threads(debate: &Debate) -> Vec<(Thread, &'static str)> {
    let place = |id: &str| debate.claims.iter().position(|claim| claim.id == id);
    let thread = |relation: &syw_core::debate::Relation| {
        let class = match relation.kind {
            RelationKind::Supports => "thread-supports",
            RelationKind::Opposes => "thread-opposes",
            RelationKind::Crux => "thread-crux",
        };
        let thread = Thread {
            from: place(&relation.from)?,
            to: place(&relation.to)?,
            is_support: relation.kind == RelationKind::Supports,
        };
        Some((thread, class))
    };
    debate.relations.iter().filter_map(thread).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sections::debate::words::tests::debate;

    #[test]
    fn a_verdict_is_in_its_box_once_it_may_be_seen() {
        let debate = debate(&[0.9], 1.0);
        let marks = |is_revealed: bool| -> Vec<&str> {
            let nodes = nodes(&debate, |_| is_revealed);
            nodes.iter().map(|node| node.mark).collect()
        };
        assert_eq!(marks(false), ["?", "?"]);
        assert_eq!(marks(true), ["\u{25cf}", "\u{2013}"]);
        assert_eq!(threads(&debate)[0].1, "thread-crux");
    }
}
