//! One line above the cards, for who came by a link that says what came out.

use leptos::prelude::*;

use crate::components::format::answer_text;
use crate::proof::Difference;
use crate::state::{Comparison, PageState};
use crate::t;

/// Where the comparison stands, as a name in attributes.
fn name(comparison: &Comparison) -> &'static str {
    match comparison {
        Comparison::Waiting => "waiting",
        Comparison::Compared(differences) if differences.is_empty() => "reproduced",
        Comparison::Compared(_) => "differs",
    }
}

/// What is said of it.
fn sentence(comparison: &Comparison) -> String {
    match comparison {
        Comparison::Waiting => t!("proof-waiting"),
        Comparison::Compared(differences) if differences.is_empty() => t!("proof-reproduced"),
        Comparison::Compared(differences) => {
            let said: Vec<String> = differences.iter().map(difference).collect();
            t!("proof-differs", differences = said.join(" "))
        }
    }
}

fn difference(difference: &Difference) -> String {
    match *difference {
        Difference::Model { run } => t!("proof-model", run = run.name()),
        Difference::Answer { run, linked, found } => t!(
            "proof-answer",
            run = run.name(),
            linked = answer_text(linked, false),
            found = answer_text(found, false)
        ),
        Difference::Tokens { run } => t!("proof-tokens", run = run.name()),
        Difference::Missing { run } => t!("proof-missing", run = run.name()),
    }
}

/// The line; nothing without such a link, or once the duel is about something else.
#[component]
pub fn ProofLine(
    /// The page's state. No default.
    state: PageState,
) -> impl IntoView {
    let comparison = Memo::new(move |_| state.comparison());
    move || {
        comparison.get().map(|comparison| {
            view! {
                <p class="proof" data-part="proof" data-proof=name(&comparison) role="status">
                    {sentence(&comparison)}
                </p>
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proof::Run;

    #[track_caller]
    fn check(differences: &[Difference], expected: &str) {
        assert_eq!(
            sentence(&Comparison::Compared(differences.to_vec())),
            expected
        );
    }

    #[test]
    fn what_differs_is_said() {
        check(
            &[],
            "Reproduced: your browser has computed everything that this link says again, and every token is the same.",
        );
        check(
            &[Difference::Model { run: Run::Small }],
            "Not reproduced. GPT small is another model here than where the link was made, so its results cannot be compared.",
        );
        check(
            &[
                Difference::Answer {
                    run: Run::Large,
                    linked: Some(4),
                    found: Some(-5),
                },
                Difference::Tokens { run: Run::Edited },
            ],
            "Not reproduced. The same GPT large answered 4 where the link was made and \u{2212}5 here. After the change, GPT small gives the \
             same answer, but not word for word the same chain.",
        );
        check(
            &[Difference::Missing { run: Run::Edited }],
            "Not reproduced. The change was made where the link was made or here, but not in both.",
        );
    }
}
