//! What an answer is worth: a sign and words, never a colour alone.

use leptos::prelude::*;
use syw_core::Problem;

use crate::completion::verdict;
use crate::t;

/// What a [`Verdict`] is about.
#[derive(Debug, Clone, PartialEq)]
pub struct VerdictOf {
    pub problem: Problem,
    pub answer: Option<i64>,
    /// The model has not ended, or could not run: there is nothing to judge.
    pub is_pending: bool,
}

/// The verdict on an answer.
#[component]
pub fn Verdict(
    /// The answer and its problem. No default.
    #[prop(into)]
    of: Signal<VerdictOf>,
    /// The name in `data-part`. No default.
    part: &'static str,
) -> impl IntoView {
    let is_correct = move || {
        of.with(|of| {
            (!of.is_pending).then(|| {
                of.answer
                    .is_some_and(|answer| of.problem.accepts(answer))
                    .to_string()
            })
        })
    };
    let text = move || {
        of.with(|of| {
            if of.is_pending {
                return t!("answer-pending");
            }
            let said = verdict(&of.problem, of.answer);
            let is_right = of.answer.is_some_and(|answer| of.problem.accepts(answer));
            format!("{} {said}", if is_right { '\u{2713}' } else { '\u{2717}' })
        })
    };
    view! { <p class="verdict" data-part=part data-correct=is_correct>{text}</p> }
}
