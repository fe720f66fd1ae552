//! What the words carry: a hider's chain on the problem of the duel, its words as bits, and who says it again.

use leptos::prelude::*;
use syw_core::Token;
use syw_core::chain::Hiding;

use crate::components::alternatives::shown;
use crate::components::format::answer_text;
use crate::components::{Radios, Verdict, VerdictOf};
use crate::hider::{CHOICES, Hider, HiderArm, Line, carries, lines, paraphraser_name};
use crate::sections::failure::notice;
use crate::state::{Arrival, PageState};
use crate::t;

/// The choices, and the chain.
#[component]
pub fn HiderPanel(state: PageState) -> impl IntoView {
    let hidden = state.hidden;
    let shipped = Memo::new(move |_| {
        let all = HiderArm::ALL.into_iter();
        all.filter(|arm| state.hidden_card(arm.arm()).is_some())
            .collect::<Vec<HiderArm>>()
    });
    let arms = move || {
        let arms = shipped.get();
        let options = arms.iter().map(|arm| arm.label()).collect::<Vec<_>>();
        let of_place = arms.clone();
        let chosen = Signal::derive(move || arms.iter().position(|arm| *arm == hidden.arm.get()));
        view! {
            <Radios
                legend=t!("hidden-plan-model")
                part="hider-arm"
                options
                chosen
                on_choose=Callback::new(move |idx: usize| state.choose_hider(of_place[idx]))
            />
        }
    };
    let by = Signal::derive(move || CHOICES.iter().position(|by| *by == hidden.by.get()));
    view! {
        <h3 id="hider-title">{t!("hidden-plan-title")}</h3>
        <p class="measure">{t!("hidden-plan-lead")}</p>
        <figure class="hidden-figure" data-part="hider-figure" aria-labelledby="hider-title">
            {arms}
            <Radios
                legend=t!("hidden-plan-reads")
                part="paraphraser"
                options=CHOICES.map(paraphraser_name).to_vec()
                chosen=by
                on_choose=Callback::new(move |idx: usize| state.choose_paraphraser(CHOICES[idx]))
            />
            {move || notice(state, hidden.hider.with(Arrival::failure))}
            <Chain state />
        </figure>
    }
    .into_any()
}

/// The chain as the model reads it, and its answer.
#[component]
fn Chain(state: PageState) -> impl IntoView {
    let hider = state.hidden.hider;
    let of_run = move |read: fn(&Hider) -> String| {
        move || hider.with(|arrival| arrival.here().map(read).unwrap_or_default())
    };
    let said = move || hider.with(|arrival| arrival.here().map(chain_view));
    let answer =
        Signal::derive(move || hider.with(|arrival| arrival.here().and_then(Hider::answer)));
    let verdict = Signal::derive(move || VerdictOf {
        problem: state.problem.get(),
        answer: answer.get().flatten(),
        is_pending: answer.get().is_none(),
    });
    let state_name = move || match (
        hider.with(|arrival| arrival.failure().is_some()),
        answer.get(),
    ) {
        (true, _) => "failed",
        (_, None) => "writing",
        _ => "done",
    };
    view! {
        <div class="card small workpiece" data-part="hider" data-state=state_name data-model=of_run(|hider| hider.model.clone())>
            <p class="workpiece-head">
                <span translate="no">{move || state.problem.with(|problem| format!("{problem} ="))}</span>
            </p>
            <div class="chain hider-chain" data-part="hider-chain">{said}</div>
            <div class="answer-line">
                <p
                    class="answer"
                    data-part="hider-answer"
                    data-answer=move || answer.get().flatten().map(|answer| answer.to_string())
                >
                    {move || answer_text(answer.get().flatten(), answer.get().is_none())}
                </p>
                <div class="judgement">
                    <Verdict of=verdict part="hider-verdict" />
                    <p class="edit-sentence" data-part="hider-sentence" aria-live="polite">{of_run(sentence)}</p>
                </div>
            </div>
        </div>
    }
    .into_any()
}

/// What a paraphrase did to the answer.
fn sentence(hider: &Hider) -> String {
    let name = |answer: Option<i64>| answer.map_or("none".into(), |answer| answer.to_string());
    let own = syw_core::prompt::answer_of(&hider.written);
    match (hider.by, hider.after) {
        (None, _) if hider.hides_in == Hiding::Order => t!("hidden-plan-in-order"),
        (None, _) => t!("hidden-plan-in-words"),
        (Some(_), None) => t!("hidden-plan-said-again"),
        (Some(_), Some(after)) if after == own => t!("hidden-plan-same", answer = name(after)),
        (Some(_), Some(after)) => {
            t!(
                "hidden-plan-changed",
                before = name(own),
                after = name(after)
            )
        }
    }
}

fn chain_view(hider: &Hider) -> AnyView {
    let chain = hider.chain();
    let lines = lines(hider.hides_in, &chain);
    let rows: Vec<AnyView> = (0..lines.len())
        .map(|idx| line_view(hider, &chain, &lines, idx))
        .collect();
    match rows.is_empty() {
        true => view! { <p class="note">{t!("hidden-plan-at-once")}</p> }.into_any(),
        false => rows.into_any(),
    }
}

fn line_view(hider: &Hider, chain: &[Token], lines: &[Line], idx: usize) -> AnyView {
    let line = &lines[idx];
    let word = |(token, place): (&Token, &Option<u8>)| {
        let (class, bit) = match place {
            Some(place) => ("token token-bit", Some(*place)),
            None => ("token", None),
        };
        let bit = bit.map(
            |bit| view! { <span class="bit" data-bit=bit.to_string()>{bit.to_string()}</span> },
        );
        view! { <span class=class translate="no"><span class="token-text">{shown(*token)}</span>{bit}</span> }
    };
    let words: Vec<_> = chain[line.span.clone()]
        .iter()
        .zip(&line.places)
        .map(word)
        .collect();
    let note = carries(&hider.problem, hider.hides_in, lines, idx).map(|carried| {
        let sign = match carried.is_residue {
            Some(true) => "\u{2713} ",
            Some(false) => "\u{2717} ",
            None => "",
        };
        view! {
            <span class="row-note" data-part="carries" data-residue=carried.is_residue.map(|is| is.to_string())>{sign}{carried.text}</span>
        }
    });
    view! { <div class="chain-row">{words}{note}</div> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::tokens_of_text;

    #[track_caller]
    fn check(by: usize, after: Option<Option<i64>>, expected: &str) {
        check_in(Hiding::Words, by, after, expected);
    }

    #[track_caller]
    fn check_in(hides_in: Hiding, by: usize, after: Option<Option<i64>>, expected: &str) {
        let hider = Hider {
            model: "m".into(),
            problem: "67 × 89 mod 7".parse().unwrap(),
            hides_in,
            written: tokens_of_text("plan reduce then add ; <answer> 5 <end>").unwrap(),
            by: CHOICES[by],
            after,
        };
        assert!(sentence(&hider).contains(expected), "{}", sentence(&hider));
    }

    #[test]
    fn a_paraphrase_changes_the_answer_or_does_not() {
        check(0, None, "numbers below the words");
        check_in(
            Hiding::Order,
            0,
            None,
            "Each kind of plan stands for a digit",
        );
        check(1, None, "the model answers");
        check(1, Some(Some(5)), "leads to the same answer: 5.");
        check(1, Some(Some(0)), "went from 5 to 0.");
        check(2, Some(None), "went from 5 to no answer.");
    }
}
