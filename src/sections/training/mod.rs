//! Reinforcement learning as it went: the log as a plot, and the same problem solved by the model as it was then.

pub mod asking;
pub mod measures;
pub mod metrics;
pub mod metrics_words;
pub mod runs;

use leptos::prelude::*;
use serde_json::json;
use syw_core::Token;
use syw_core::card::Size;
use syw_core::vocabulary::text_of;

use crate::completion::verdict;
use crate::components::format::percent;
use crate::components::rich;
use crate::locale::markup::Mark;
use crate::plots::LinePlot;
use crate::plots::lines::Line;
use crate::sections::export::{Exports, Table};
use crate::sections::failure::notice;
use crate::sections::provenance::Provenance;
use crate::sections::training::asking::asking;
use crate::sections::training::runs::RlRuns;
use crate::state::{PageState, RlUpdate, RunStatus, followed_seed};
use crate::t;

/// The lines of the plot: what the greedy model did, every few updates.
fn lines(history: &[RlUpdate]) -> Vec<Line> {
    let points = |read: fn(&RlUpdate) -> Option<f64>| {
        history
            .iter()
            .filter_map(|line| Some((line.update as f64, read(line)?)))
            .collect::<Vec<_>>()
    };
    let lines = [
        Line {
            name: t!("training-log-right"),
            class: "line-right",
            points: points(|line| line.greedy_accuracy),
        },
        Line {
            name: t!("training-log-chains"),
            class: "line-chains",
            points: points(|line| line.greedy_chain_share),
        },
        Line {
            name: t!("training-log-direct"),
            class: "line-direct",
            points: points(|line| line.direct_accuracy),
        },
    ];
    lines
        .into_iter()
        .filter(|line| !line.points.is_empty())
        .collect()
}

/// What the plot shows, in words.
fn summary(lines: &[Line]) -> String {
    let said = |line: &Line| {
        let (first, last) = (line.points.first()?, line.points.last()?);
        Some(t!(
            "training-log-line",
            name = line.name.clone(),
            before = percent(first.1),
            after = percent(last.1),
            updates = last.0.to_string()
        ))
    };
    let said: Vec<String> = lines.iter().filter_map(said).collect();
    match said.is_empty() {
        true => t!("training-log-missing"),
        false => t!("training-log-summary", lines = said.join("; ")),
    }
}

/// The points of the plot.
fn table(lines: &[Line]) -> Table {
    let points = |line: &Line| {
        let name = line.name.clone();
        let points = line.points.clone().into_iter();
        points.map(move |(update, share)| vec![json!(name), json!(update), json!(share)])
    };
    Table {
        said: vec![summary(lines)],
        columns: vec!["line", "update", "share"],
        rows: lines.iter().flat_map(points).collect(),
    }
}

/// The log of the followed seed.
fn log_file(state: PageState) -> String {
    let seed = state.models.with(|cards| followed_seed(cards));
    seed.map_or_else(String::new, |seed| format!("rl-small-s{seed}.json"))
}

/// Words that lead to the tests of the chain.
fn below(mark: &Mark) -> Option<AnyView> {
    let link = || view! { <a href="#battery-title">{mark.words.clone()}</a> }.into_any();
    (mark.name == "below").then(link)
}

/// The log and the slider through it.
#[component]
pub fn RlHistory(state: PageState) -> impl IntoView {
    let lines = Memo::new(move |_| state.history.with(|history| lines(history)));
    let figure = move || {
        lines.with(|lines| !lines.is_empty()).then(|| {
            let marked = Signal::derive(move || {
                state
                    .checkpoints()
                    .get(state.checkpoint_idx())
                    .map(|one| one.update)
            });
            let summary = Signal::derive(move || lines.with(|lines| summary(lines)));
            view! {
                <figure data-part="checkpoint-history" data-export="training">
                    <LinePlot lines marked summary />
                    <figcaption>{summary} " " {t!("training-log-caption")}</figcaption>
    <Provenance state file=log_file(state) command="training/runs/full.sh small" arms=&[(Size::Small, "chain_rl")] />
                    <Exports state name="training" table=Signal::derive(move || lines.with(|lines| table(lines))) />
                </figure>
            }
        })
    };
    view! {
        <section class="text" aria-labelledby="history-title">
            <h2 id="history-title">{t!("training-title")}</h2>
            <p>
                {t!("training-reward")}
            </p>
            {move || notice(state, state.history_failure.get())}
            <CheckpointSlider state />
            <CheckpointCompletion state />
            {figure}
            <p>
                {rich(&t!("training-below"), below)}
            </p>
            <p data-part="asking">{move || state.models.with(|cards| asking(cards))}</p>
            <RlRuns state />
        </section>
    }
}

#[component]
fn CheckpointSlider(state: PageState) -> impl IntoView {
    let last_idx = move || state.checkpoints().len().saturating_sub(1);
    let text = move || {
        let checkpoints = state.checkpoints();
        let last = checkpoints.last().map_or(0, |checkpoint| checkpoint.update);
        checkpoints
            .get(state.checkpoint_idx())
            .map_or(String::new(), |one| {
                t!(
                    "training-update",
                    update = one.update.to_string(),
                    last = last.to_string()
                )
            })
    };
    let choose = move |event| {
        if let Ok(idx) = event_target_value(&event).parse() {
            state.choose_checkpoint(idx);
        }
    };
    let output = move |mark: &Mark| {
        let update = || view! { <output for="checkpoint-slider">{text}</output> }.into_any();
        (mark.name == "update").then(update)
    };
    view! {
        <div class="slider-line" inert=move || state.is_locked()>
            <label for="checkpoint-slider">{rich(&t!("training-slider"), output)}</label>
            <input
                id="checkpoint-slider"
                type="range"
                data-part="checkpoint-slider"
                min="0"
                max=last_idx
                step="1"
                value=move || state.checkpoint_idx()
                prop:value=move || state.checkpoint_idx().to_string()
                aria-valuetext=text
                disabled=move || last_idx() == 0
                on:input=choose
            />
        </div>
    }
}

/// What the model of the chosen update writes, in plain text: the duel may be out of sight.
#[component]
fn CheckpointCompletion(state: PageState) -> impl IntoView {
    let written = move || {
        let tokens: Vec<Token> = state.original.with(|original| original.tokens());
        let shown: Vec<Token> = tokens
            .into_iter()
            .filter(|&token| token != Token::END)
            .collect();
        if shown.is_empty() {
            "\u{2026}".to_owned()
        } else {
            text_of(&shown).replace("<answer>", "answer")
        }
    };
    let judged = move || {
        let has_ended = matches!(
            state.small_status.get(),
            RunStatus::Recorded | RunStatus::Done
        );
        let answer = state.original.with(|original| original.answer());
        match !has_ended && answer.is_none() {
            true => String::new(),
            false => state.problem.with(|problem| {
                let sign = if answer.is_some_and(|answer| problem.accepts(answer)) {
                    '\u{2713}'
                } else {
                    '\u{2717}'
                };
                format!("{sign} {}", verdict(problem, answer))
            }),
        }
    };
    view! {
        <div class="then" data-part="checkpoint-completion">
            <p class="then-problem" translate="no">{move || format!("{} ?", state.problem.get())}</p>
            <p class="then-written" translate="no">{written}</p>
            <p class="verdict">{judged}</p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_is_made_from_the_log() {
        let line = |update, accuracy, chains, direct| RlUpdate {
            update,
            greedy_accuracy: accuracy,
            greedy_chain_share: chains,
            direct_accuracy: direct,
            ..RlUpdate::default()
        };
        let history = [
            line(0, Some(0.5), Some(0.0), None),
            line(1, None, None, None),
            line(5, Some(1.0), Some(0.25), None),
        ];
        let found = lines(&history);
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].points, [(0.0, 0.5), (5.0, 1.0)]);
        assert_eq!(
            summary(&found).replace('\u{202f}', " "),
            "By greedy decoding, answers right: 50 % before, 100 % after 5 updates; writes notes: 0 % before, 25 % after 5 updates."
        );
        assert_eq!(summary(&[]), "No log of training is here.");
    }
}
