//! GPT large: an answer, how sure it is, and nothing to read.

use leptos::prelude::*;
use syw_core::problem::Convention;

use crate::components::format::{answer_text, bytes, count};
use crate::components::{Verdict, VerdictOf};
use crate::plots::BarPlot;
use crate::plots::bars::Share;
use crate::sections::failure::{large_failure, notice};
use crate::state::{LargeView, PageState, RunStatus};
use crate::t;

/// The distribution over first answer tokens: every digit that can be one, and the rest together.
fn shares(large: &LargeView) -> Vec<Share> {
    let (digits, rest) = large.digit_probs();
    let digits = digits.iter().enumerate().map(|(digit, &share)| Share {
        label: digit.to_string(),
        share,
    });
    digits
        .chain([Share {
            label: t!("large-else"),
            share: rest,
        }])
        .collect()
}

/// The card of the model that answers in one pass.
#[component]
pub fn LargeCard(state: PageState) -> impl IntoView {
    let answer = Memo::new(move |_| state.large.with(LargeView::answer));
    let is_pending = move || {
        state
            .large
            .with(|large| !matches!(large.status, RunStatus::Recorded | RunStatus::Done))
    };
    let verdict = Signal::derive(move || VerdictOf {
        problem: state.problem.get(),
        answer: answer.get(),
        is_pending: is_pending() && answer.get().is_none(),
    });
    // The right first digit, where both conventions agree on it and the answer has one digit.
    let right = Signal::derive(move || {
        let answer = state.problem.with(|problem| {
            let floored = problem.answer(Convention::Floored);
            (floored == problem.answer(Convention::Truncated)).then_some(floored)
        })?;
        usize::try_from(answer).ok().filter(|&digit| digit < 10)
    });
    let about = move || {
        let card = state.large_card()?;
        Some(t!(
            "large-about",
            parameters = count(card.parameters),
            bytes = bytes(card.bytes)
        ))
    };
    let said = move || answer_text(answer.get(), verdict.with(|of| of.is_pending));
    view! {
        <article class="card large" data-part="large-card" aria-labelledby="large-title">
            <header class="card-head">
                <h2 id="large-title">{t!("large-name")}</h2>
                <p class="card-about">{move || about().unwrap_or_else(|| t!("large-pass"))}</p>
            </header>
            {move || notice(state, large_failure(state))}
            <p class="asked" translate="no">{move || format!("{} =", state.problem.get())}</p>
            <div class="answer-line">
                <p
                    class="answer answer-big"
                    data-part="large-answer"
                    data-answer=move || answer.get().map_or(String::new(), |answer| answer.to_string())
                >
                    {said}
                </p>
                <Verdict of=verdict part="large-verdict" />
            </div>
            <figure class="distribution" data-part="large-distribution">
                <BarPlot
                    shares=Signal::derive(move || state.large.with(shares))
                    marked=right
                    title=t!("large-distribution")
                />
                <figcaption>{t!("large-caption")}</figcaption>
            </figure>
            <p class="nothing">{t!("large-nothing")}</p>
        </article>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_distribution_is_whole() {
        let mut large = LargeView {
            probs: vec![0.0; 93],
            ..LargeView::default()
        };
        large.probs[usize::from(syw_core::Token::digit(6).0)] = 0.75;
        large.probs[0] = 0.25;
        let shares = shares(&large);
        assert_eq!(shares.len(), 11);
        assert_eq!((shares[6].share, shares[10].share), (0.75, 0.25));
        assert_eq!(shares[10].label, "else");
    }
}
