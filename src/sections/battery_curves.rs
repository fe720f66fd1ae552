//! The two curves of Lanham et al. 2023 for the chosen model and its other seeds, and what reinforcement did to them.

use leptos::prelude::*;
use syw_core::evaluation::{Evaluation, Evaluations, ResponseTally, Set, Test, Way};
use syw_core::response::Response;

use super::battery::of_chosen;
use super::battery_words::{areas, models};
use crate::components::format::percent;
use crate::plots::curves::Curve;
use crate::plots::lines::Line;
use crate::plots::{CurvePlot, LinePlot};
use crate::state::PageState;

/// The curve of the most frequent length of chain, in per cent of the chain on the x axis.
fn points(tally: &ResponseTally) -> Vec<(f64, f64)> {
    let lengths = tally.lengths().into_iter();
    let most = lengths.max_by_key(|(n_steps, n)| (*n, *n_steps));
    let curve = most.map(|(n_steps, _)| tally.curve(n_steps));
    let curve = curve.unwrap_or_default().into_iter();
    curve.map(|(kept, same)| (100.0 * kept, same)).collect()
}

/// The curves of a test: those of the other models of its arm at the end of their training, and the chosen one on top.
fn curves(file: &Evaluations, model: &Evaluation, test: Test) -> Vec<Curve> {
    let is_shown = |found: &&Evaluation| {
        let is_other_seed = found.arm == model.arm && found.step == model.step;
        is_other_seed || found.model == model.model
    };
    let mut shown: Vec<&Evaluation> = models(file).into_iter().filter(is_shown).collect();
    shown.sort_by_key(|found| found.model == model.model);
    let curve = |found: &Evaluation| {
        let weight = if found.model == model.model {
            " curve-median"
        } else {
            ""
        };
        Some(Curve {
            class: format!("arm-rl{weight}"),
            points: points(&found.battery(test)?.tally),
        })
    };
    shown.into_iter().filter_map(curve).collect()
}

/// A curve in words.
fn curve_words(file: &Evaluations, model: &Evaluation, test: Test) -> String {
    let curves = curves(file, model, test);
    let said = curves.last().map(|curve| {
        let point = |(kept, same): &(f64, f64)| format!("{kept:.0} percent: {}", percent(*same));
        curve
            .points
            .iter()
            .map(point)
            .collect::<Vec<_>>()
            .join("; ")
    });
    format!(
        "Same answer as with the whole chain, by how much of it stands before. {}.",
        said.unwrap_or_default()
    )
}

/// The measurements of a run of reinforcement learning: its base and its checkpoints, by update.
fn history(file: &Evaluations, seed: u64) -> Vec<&Evaluation> {
    let is_of_run = |found: &&Evaluation| {
        found.seed == seed && ["chain_rl", "chain_prompted"].contains(&found.arm.as_str())
    };
    let mut found: Vec<&Evaluation> = models(file).into_iter().filter(is_of_run).collect();
    found.sort_by_key(|found| update(found));
    found.dedup_by_key(|found| update(found));
    found
}

fn update(evaluation: &Evaluation) -> u64 {
    match evaluation.arm.as_str() {
        "chain_prompted" => 0,
        _ => evaluation.step,
    }
}

/// What reinforcement did to the chains of a seed.
fn training_lines(file: &Evaluations, model: &Evaluation) -> Vec<Line> {
    let history = history(file, model.seed);
    let points = |read: &dyn Fn(&Evaluation) -> Option<f64>| {
        let point = |found: &&Evaluation| Some((update(found) as f64, read(found)?));
        history.iter().filter_map(point).collect::<Vec<_>>()
    };
    let followed = |found: &Evaluation| {
        let tally = &found.battery(Test::AddedMistakes)?.tally;
        (tally.n() > 0).then(|| tally.share(Response::Followed))
    };
    // The chains of the battery are come by in one way for each model; so are these.
    let answers = |found: &Evaluation| {
        let way = found
            .battery(Test::AddedMistakes)
            .map_or(Way::Own, |entry| entry.way);
        found.answers(Set::Home, way).cloned()
    };
    let lines = [
        ("follows mistakes", "line-right", points(&followed)),
        (
            "steps are true",
            "line-chains",
            points(&|found| answers(found)?.tally.legibility()),
        ),
        (
            "chain gives right",
            "line-direct",
            points(&|found| Some(answers(found)?.tally.accuracy())),
        ),
    ];
    let line = |(name, class, points)| Line {
        name,
        class,
        points,
    };
    lines
        .into_iter()
        .map(line)
        .filter(|line| line.points.len() > 1)
        .collect()
}

fn training_words(file: &Evaluations, model: &Evaluation) -> String {
    let said = training_lines(file, model).into_iter().filter_map(|line| {
        let (first, last) = (line.points.first()?, line.points.last()?);
        let (before, after) = (percent(first.1), percent(last.1));
        Some(format!(
            "{}: {before} before, {after} after {} updates",
            line.name, last.0
        ))
    });
    said.collect::<Vec<_>>().join("; ")
}

/// The curves below the bars.
#[component]
pub fn Curves(state: PageState) -> impl IntoView {
    let area = of_chosen(state, areas);
    let has_training = of_chosen(state, |file, model| training_lines(file, model).len());
    let training = of_chosen(state, training_lines);
    let training_summary = of_chosen(state, training_words);
    let part = move || {
        (has_training.get() > 0).then(|| {
            view! {
                <h3>"What reinforcement did to the chains"</h3>
                <LinePlot lines=training summary=training_summary />
                <p class="note">
                    "The same problems, asked for a chain where the model does not write one by itself: how often a wrong step is followed, how many of the "
                    "steps it writes are true, and how often the chain ends with the right answer."
                </p>
            }
        })
    };
    let of_test = |test: fn(&Evaluations, &Evaluation) -> Vec<Curve>,
                   words: fn(&Evaluations, &Evaluation) -> String| {
        (of_chosen(state, test), of_chosen(state, words))
    };
    let (early, early_words) = of_test(
        |file, model| curves(file, model, Test::EarlyAnswering),
        |file, model| curve_words(file, model, Test::EarlyAnswering),
    );
    let (mistakes, mistake_words) = of_test(
        |file, model| curves(file, model, Test::AddedMistakes),
        |file, model| curve_words(file, model, Test::AddedMistakes),
    );
    view! {
        <h3>"Same answer as with the whole chain"</h3>
        <div class="curve-pair">
            <div>
                <p class="curve-title">"Cut short after so much of it"</p>
                <CurvePlot curves=early x_name="% of the steps kept" summary=early_words />
            </div>
            <div>
                <p class="curve-title">"A mistake after so much of it"</p>
                <CurvePlot curves=mistakes x_name="% of the steps before the mistake" summary=mistake_words />
            </div>
        </div>
        <p class="note" data-part="battery-areas">
            "The two tests of "
            <a href="https://arxiv.org/abs/2307.13702">"Lanham et al. 2023"</a>
            ". The area over each curve is 0 where the answer does not depend on the chain at all. "
            {area}
            " The bold line is the chosen model, the thin ones other seeds."
        </p>
        {part}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn model(id: &str, arm: &str, seed: u64, step: u64, followed: usize) -> serde_json::Value {
        let place = |at: usize, n: usize| {
            json!({"n_steps": 2, "at": at, "right_before": 0, "right_after": 0,
            "responses": {"followed": n, "ignored": 10 - n}})
        };
        json!({"model": id, "sha256": "00", "size": "small", "arm": arm, "seed": seed, "step": step, "answers": [],
            "battery": [{"test": "added_mistakes", "way": "own", "tally": {"without_chain": 0, "not_applicable": 0,
                "places": [place(0, followed), place(1, 10)]}}]})
    }

    fn file() -> Evaluations {
        let models = [
            model("base", "chain_prompted", 0, 0, 2),
            model("u010", "chain_rl", 0, 10, 4),
            model("last", "chain_rl", 0, 100, 10),
            model("other", "chain_rl", 1, 100, 6),
        ];
        serde_json::from_value(json!({"version": 1, "language": "", "models": models})).unwrap()
    }

    #[test]
    fn the_chosen_model_is_drawn_last() {
        let file = file();
        let drawn = curves(&file, &file.models[2], Test::AddedMistakes);
        let drawn: Vec<_> = drawn
            .iter()
            .map(|curve| (&*curve.class, curve.points.clone()))
            .collect();
        assert_eq!(
            drawn,
            [
                ("arm-rl", vec![(0.0, 0.4), (50.0, 0.0)]),
                ("arm-rl curve-median", vec![(0.0, 0.0), (50.0, 0.0)]),
            ]
        );
        assert_eq!(curves(&file, &file.models[0], Test::EarlyAnswering), []);
        let said = curve_words(&file, &file.models[3], Test::AddedMistakes);
        assert!(
            said.replace('\u{202f}', " ")
                .ends_with("0 percent: 40 %; 50 percent: 0 %."),
            "{said}"
        );
    }

    #[test]
    fn training_goes_from_the_base_to_the_last_update() {
        let file = file();
        let lines = training_lines(&file, &file.models[2]);
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0].points, [(0.0, 0.6), (10.0, 0.7), (100.0, 1.0)]);
        assert_eq!(
            training_words(&file, &file.models[2]).replace('\u{202f}', " "),
            "follows mistakes: 60 % before, 100 % after 100 updates"
        );
        assert!(training_lines(&file, &file.models[3]).is_empty());
    }
}
