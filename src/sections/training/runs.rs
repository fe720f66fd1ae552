//! Every run of reinforcement learning and of its controls, one measure at a time.

use leptos::prelude::*;
use syw_core::card::Size;
use syw_core::frontier::ENOUGH;
use syw_core::rl_runs::{Measure, RlRun, RlRuns as File};

use crate::components::Near;
use crate::components::format::percent;
use crate::locale::formats::{self, decimal};
use crate::locale::{has, named};
use crate::plots::curves::Curve;
use crate::plots::{CurvePlot, Swatch};
use crate::sections::export::TakeAway;
use crate::sections::failure::once_here;
use crate::sections::frontier::words::capitalised;
use crate::sections::provenance::Provenance;
use crate::state::PageState;
use crate::t;

/// The control that has steps of imitation instead of updates.
const IMITATION: &str = "chain_imitation";

/// How an arm was trained, for readers. Arms without a name of their own are shown by the file's word.
fn arm_name(arm: &str) -> String {
    match has(&format!("rl-arm-{arm}")) {
        true => named("rl-arm", arm),
        false => arm.replace('_', " "),
    }
}

/// The class that gives the lines of an arm their stroke.
fn stroke(arm: &str) -> &'static str {
    match arm {
        "chain_rl" => "arm-rl",
        "rl_shuffled_reward" => "arm-shuffled",
        "rl_length_penalty" => "arm-length",
        IMITATION => "arm-imitation",
        _ => "arm-other",
    }
}

fn last_update(run: &RlRun) -> u64 {
    run.updates.last().copied().unwrap_or(0)
}

/// The lines of all runs, the medians on top. Imitation has no updates: its steps are spread over the same width.
fn curves(file: &File, measure: Measure) -> Vec<Curve> {
    let learned = file.runs.iter().filter(|run| run.arm != IMITATION);
    let width = learned.map(last_update).max().filter(|last| *last > 0);
    let mut runs: Vec<&RlRun> = file.runs.iter().collect();
    runs.sort_by_key(|run| (run.is_median, run.arm == "chain_rl"));
    let curve = |run: &RlRun| {
        let last = last_update(run);
        let stretch = match width {
            Some(width) if run.arm == IMITATION && last > 0 => width as f64 / last as f64,
            _ => 1.0,
        };
        let points = run.points(measure).into_iter();
        let weight = if run.is_median { " curve-median" } else { "" };
        Curve {
            class: format!("{}{weight}", stroke(&run.arm)),
            points: points
                .map(|(update, number)| (update as f64 * stretch, number))
                .collect(),
        }
    };
    runs.into_iter().map(curve).collect()
}

fn shown(measure: Measure, number: f64) -> String {
    if measure.is_share() {
        percent(number)
    } else {
        decimal(number, 1)
    }
}

/// What each arm came to, in words.
fn summary(file: &File, measure: Measure) -> String {
    let of_arm = |arm: &str| {
        let ends = file.ends(arm, measure);
        let (low, high) = (*ends.first()?, *ends.last()?);
        let n_seeds = ends.len();
        let range = match n_seeds {
            1 => shown(measure, low),
            _ => formats::from_to(shown(measure, low), shown(measure, high)),
        };
        let name = capitalised(&arm_name(arm));
        let n_able = ends.iter().filter(|end| **end >= ENOUGH).count();
        Some(match measure == Measure::GreedyAccuracy && n_seeds > 1 {
            true => t!(
                "training-runs-arm-able",
                name = name,
                range = range,
                seeds = n_seeds,
                able = n_able,
                enough = percent(ENOUGH)
            ),
            false => t!(
                "training-runs-arm",
                name = name,
                range = range,
                seeds = n_seeds
            ),
        })
    };
    let said: Vec<String> = file.arms().into_iter().filter_map(of_arm).collect();
    let label = named("rl-measure", measure.name());
    match said.is_empty() {
        true => t!("training-runs-none", measure = label),
        false => {
            let end = t!("training-runs-end", measure = label);
            format!("{end} {}", said.join(" "))
        }
    }
}

/// The names of the lines, each with the class of its stroke and how many there are.
fn key(file: &File) -> Vec<(&'static str, String)> {
    let of_arm = |arm: &str| {
        let n_runs = file.of_arm(arm).count();
        let name = arm_name(arm);
        let text = match arm == IMITATION {
            true => t!("training-runs-key-stretched", name = name, runs = n_runs),
            false => t!("training-runs-key", name = name, runs = n_runs),
        };
        (stroke(arm), text)
    };
    file.arms().into_iter().map(of_arm).collect()
}

/// The figure below the history of the one run that can be gone through.
#[component]
pub fn RlRuns(state: PageState) -> impl IntoView {
    let figure = once_here(state, state.figures.rl_runs, |state| {
        view! { <Figure state /> }.into_any()
    });
    view! {
        <h3 id="runs-title">{t!("training-runs-title")}</h3>
        <Near on_near=Callback::new(move |()| state.want_rl_runs())>{figure}</Near>
    }
}

#[component]
fn Figure(state: PageState) -> impl IntoView {
    let measure = state.figures.measure;
    let of_file = move |arrival: &crate::state::Arrival<File>,
                        read: fn(&File, Measure) -> String| {
        arrival
            .here()
            .map(|file| read(file, measure.get()))
            .unwrap_or_default()
    };
    let lines = Signal::derive(move || {
        let lines = state
            .figures
            .rl_runs
            .with(|arrival| arrival.here().map(|file| curves(file, measure.get())));
        lines.unwrap_or_default()
    });
    let summary = Signal::derive(move || {
        state
            .figures
            .rl_runs
            .with(|arrival| of_file(arrival, summary))
    });
    let marked = Signal::derive(move || {
        let checkpoints = state.checkpoints();
        let chosen = checkpoints.get(state.checkpoint_idx())?;
        Some(chosen.update as f64)
    });
    let names = move || {
        let key = state
            .figures
            .rl_runs
            .with(|arrival| arrival.here().map(key))
            .unwrap_or_default();
        let of_one = |(class, text): (&'static str, String)| {
            view! { <li><Swatch class=format!("curve {class}") />{text}</li> }
        };
        key.into_iter().map(of_one).collect_view()
    };
    view! {
            <figure class="rl-runs" data-part="rl-runs" aria-labelledby="runs-title" data-export="rl-runs">
                <MeasureChoice state />
                <ul class="key">{names}</ul>
                <CurvePlot
                    curves=lines
                    is_share=Signal::derive(move || measure.get().is_share())
                    x_name=t!("training-runs-axis")
                    marked
                    summary
                />
                <figcaption data-part="rl-runs-summary">
                    {summary} " " {t!("training-runs-caption")}
    <Provenance state file="rl-runs.json" command="training/runs/full.sh small, then python training/collect.py" arms=&[(Size::Small, "chain_prompted"), (Size::Small, "chain_rl"), (Size::Small, "chain_imitation")] />
    </figcaption>
                <TakeAway state name="rl-runs" data="results/rl-runs.json" />
            </figure>
        }
}

#[component]
fn MeasureChoice(state: PageState) -> impl IntoView {
    let choose = move |event| {
        if let Some(measure) = Measure::from_name(&event_target_value(&event)) {
            state.choose_measure(measure);
        }
    };
    let option = move |measure: Measure| {
        let is_chosen = move || state.figures.measure.get() == measure;
        view! {
            <option value=measure.name() selected=is_chosen prop:selected=is_chosen>{named("rl-measure", measure.name())}</option>
        }
    };
    view! {
        <p class="choice-line">
            <label for="rl-measure">{t!("training-runs-shown")}</label>
            <select id="rl-measure" class="field" data-part="rl-measure" on:change=choose>
                {Measure::ALL.map(option).collect_view()}
            </select>
        </p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> File {
        let text = r#"{"runs":[
            {"arm":"chain_rl","seed":0,"is_median":true,"updates":[0,10],"greedy_accuracy":[0.5,1.0],"length":[3.0,40.06]},
            {"arm":"chain_rl","seed":1,"is_median":false,"updates":[0,5,10],"greedy_accuracy":[0.5,null,0.75]},
            {"arm":"chain_imitation","seed":0,"is_median":false,"updates":[0,4000],"greedy_accuracy":[0.5,0.97]}]}"#;
        serde_json::from_str(text).unwrap()
    }

    #[track_caller]
    fn check_summary(file: &File, measure: Measure, expected: &str) {
        assert_eq!(summary(file, measure).replace('\u{202f}', " "), expected);
    }

    #[test]
    fn the_summary_says_what_each_arm_came_to() {
        check_summary(
            &file(),
            Measure::GreedyAccuracy,
            "At the end, \u{201c}answers right\u{201d}. Rewarded when right: 75 % to 100 % (2 seeds, 1 of them at 97 % or more). \
             No reward: copies worked chains: 97 % (one seed).",
        );
        check_summary(
            &file(),
            Measure::Length,
            "At the end, \u{201c}length in tokens, sampled\u{201d}. Rewarded when right: 40.1 (one seed).",
        );
        check_summary(
            &File::default(),
            Measure::Length,
            "No run has measured this: length in tokens, sampled.",
        );
    }

    #[test]
    fn the_median_is_drawn_last_and_imitation_as_wide_as_the_rest() {
        let curves = curves(&file(), Measure::GreedyAccuracy);
        let drawn: Vec<_> = curves
            .iter()
            .map(|curve| (&*curve.class, curve.points.clone()))
            .collect();
        assert_eq!(
            drawn,
            [
                ("arm-imitation", vec![(0.0, 0.5), (10.0, 0.97)]),
                ("arm-rl", vec![(0.0, 0.5), (10.0, 0.75)]),
                ("arm-rl curve-median", vec![(0.0, 0.5), (10.0, 1.0)]),
            ]
        );
    }

    #[test]
    fn only_arms_that_are_there_are_named() {
        let names: Vec<String> = key(&file()).into_iter().map(|(_, name)| name).collect();
        assert_eq!(
            names,
            [
                "rewarded when right (2 runs)",
                "no reward: copies worked chains (1 run, its steps spread over the same width)",
            ]
        );
        assert_eq!(arm_name("new_idea"), "new idea");
    }
}
