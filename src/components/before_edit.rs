//! The completion as it was before an edit, with what is no longer in it struck out.

use leptos::prelude::*;
use syw_core::Token;
use syw_core::vocabulary::text_of;

use crate::completion::Difference;
use crate::t;

/// A stretch of the former text.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Run {
    /// What stands between it and the stretch before.
    space: &'static str,
    text: String,
    is_gone: bool,
}

/// The former text in stretches that stay and stretches that are gone.
fn runs(differences: &[Difference]) -> Vec<Run> {
    let mut runs: Vec<(Vec<Token>, bool)> = Vec::new();
    for difference in differences {
        let (token, is_gone) = match *difference {
            Difference::Same(token) => (token, false),
            Difference::Removed(token) => (token, true),
            Difference::Added(_) => continue,
        };
        match runs.last_mut() {
            Some((tokens, last)) if *last == is_gone => tokens.push(token),
            _ => runs.push((vec![token], is_gone)),
        }
    }
    let is_digit = |token: Option<&Token>| token.is_some_and(|token| token.as_digit().is_some());
    let joins =
        |idx: usize| idx > 0 && is_digit(runs[idx - 1].0.last()) && is_digit(runs[idx].0.first());
    let run = |(idx, (tokens, is_gone)): (usize, &(Vec<Token>, bool))| {
        let space = if idx == 0 || joins(idx) { "" } else { " " };
        Run {
            space,
            text: text_of(tokens)
                .replace("<answer>", "answer")
                .replace("<end>", "end"),
            is_gone: *is_gone,
        }
    };
    runs.iter().enumerate().map(run).collect()
}

/// The completion before an edit. Shows nothing where there is no comparison.
#[component]
pub fn BeforeEdit(
    /// The comparison with the edited completion; empty without an edit. No default.
    #[prop(into)]
    differences: Signal<Vec<Difference>>,
) -> impl IntoView {
    move || {
        let runs = differences.with(|differences| runs(differences));
        let run = |run: Run| match run.is_gone {
            true => view! { {run.space} <del>{run.text}</del> }.into_any(),
            false => view! { {run.space} {run.text} }.into_any(),
        };
        (!runs.is_empty()).then(|| {
            view! {
                <p class="before-edit" data-part="original-chain">
                    <span class="before-edit-name">{t!("chain-before")}" "</span>
                    <span translate="no">{runs.into_iter().map(run).collect_view()}</span>
                </p>
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::completion::differences;
    use crate::edit::tokens_of_text;

    #[test]
    fn the_former_text_shows_what_is_gone() {
        let tokens = |text| tokens_of_text(text).unwrap();
        let found = runs(&differences(
            &tokens("67 mod 7 is 4 ; 58"),
            &tokens("67 mod 7 is 3 ; 78"),
        ));
        let marked: String = found
            .iter()
            .map(|run| {
                if run.is_gone {
                    format!("{}[{}]", run.space, run.text)
                } else {
                    format!("{}{}", run.space, run.text)
                }
            })
            .collect();
        assert_eq!(marked, "67 mod 7 is [4] ; [5]8");
        assert_eq!(runs(&[]), []);
    }
}
