//! What reinforcement did to GPT small, measure by measure: the numbers at every update that is shipped, and what each
//! measure did on the way, in words.

use syw_core::card::Size;
use syw_core::evaluation::{Evaluation, Evaluations, Test, Way};

use crate::sections::battery::chosen::{Chosen, is_exact, models};
use crate::sections::training::metrics::{Metric, Number};
use crate::t;

/// Below this part of its scale a change is none to speak of.
const SLIGHT: f64 = 0.05;

/// A number at an update.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    pub update: u64,
    pub model: String,
    pub number: Number,
    /// Whether the chains that it is about had to be asked for.
    pub is_asked: bool,
}

/// A measure along the training of one seed, and where the other seeds begin and end.
#[derive(Debug, Clone, PartialEq)]
pub struct History {
    pub metric: Metric,
    /// In order of update.
    pub points: Vec<Point>,
    pub others: Vec<Point>,
    /// Whether the numbers are of all problems that there are.
    pub is_exact: bool,
}

/// How many updates a model has seen: none before them. `None` for a model of another arm, or of the other size.
fn update(evaluation: &Evaluation) -> Option<u64> {
    match (evaluation.size, evaluation.arm.as_str()) {
        (Size::Small, "chain_prompted") => Some(0),
        (Size::Small, "chain_rl") => Some(evaluation.step),
        _ => None,
    }
}

/// The seed with the most updates to be gone through; of several, the lowest.
fn followed_seed(file: &Evaluations) -> Option<u64> {
    let is_rl = |found: &&Evaluation| update(found).is_some();
    let seeds: Vec<u64> = models(file)
        .into_iter()
        .filter(is_rl)
        .map(|found| found.seed)
        .collect();
    let n_models = |seed: u64| seeds.iter().filter(|&&other| other == seed).count();
    let all = seeds.iter().copied();
    all.max_by_key(|&seed| (n_models(seed), std::cmp::Reverse(seed)))
}

/// Every measure that the file has on the chosen problems, whatever model is chosen.
pub fn histories(chosen: Chosen<'_>) -> Vec<History> {
    let Some(seed) = followed_seed(chosen.file) else {
        return Vec::new();
    };
    let history = |metric: Metric| {
        let mut points: Vec<(u64, Point)> = Vec::new();
        for model in models(chosen.file) {
            let Some(update) = update(model) else {
                continue;
            };
            let of_model = chosen.of(model);
            let Some(number) = metric.of(of_model) else {
                continue;
            };
            let way = of_model.battery(Test::FillerTokens).map(|entry| entry.way);
            let point = Point {
                update,
                model: model.model.clone(),
                number,
                is_asked: metric.is_of_chains() && way == Some(Way::Chain),
            };
            points.push((model.seed, point));
        }
        points.sort_by_key(|(seed, point)| (point.update, *seed));
        let (own, others): (Vec<_>, Vec<_>) = points.into_iter().partition(|(of, _)| *of == seed);
        let points = |of: Vec<(u64, Point)>| of.into_iter().map(|(_, point)| point).collect();
        History {
            metric,
            points: points(own),
            others: points(others),
            is_exact: is_exact(chosen.set),
        }
    };
    Metric::ALL.into_iter().map(history).collect()
}

/// What a measure did on the way.
pub fn finding(history: &History) -> String {
    let measure = history.metric;
    let (label, numbers) = (measure.label(), &history.points);
    let (Some(first), Some(last)) = (numbers.first(), numbers.last()) else {
        return t!("training-metric-missing", label = label);
    };
    let values = || numbers.iter().map(|point| point.number.value);
    let low = values().fold(f64::INFINITY, f64::min);
    let high = values().fold(f64::NEG_INFINITY, f64::max);
    let scale = match measure {
        Metric::Gap => 100.0,
        Metric::Length => high.abs().max(1.0),
        _ => 1.0,
    };
    let shown = |value: f64| measure.shown(value);
    let (from, to) = (first.number.value, last.number.value);
    if high - low < SLIGHT * scale {
        return match shown(low) == shown(high) {
            true => t!("training-metric-flat", label = label, value = shown(low)),
            false => t!(
                "training-metric-between",
                label = label,
                low = shown(low),
                high = shown(high)
            ),
        };
    }
    let slight = 0.1 * (high - low);
    let extreme = |value: f64| numbers.iter().find(|point| point.number.value == value);
    let turn = match (to - from >= 0.0, high - to.max(from), from.min(to) - low) {
        (_, above, below) if above > slight && above >= below => {
            extreme(high).map(|point| ("up", point))
        }
        (_, _, below) if below > slight => extreme(low).map(|point| ("down", point)),
        _ => None,
    };
    if let Some((way, point)) = turn {
        return t!(
            "training-metric-turned",
            label = label,
            way = way,
            from = shown(from),
            turn = shown(point.number.value),
            update = point.update.to_string(),
            to = shown(to)
        );
    }
    let way = if to > from { "up" } else { "down" };
    let half = (from + to) / 2.0;
    let is_past = |point: &&Point| (point.number.value >= half) == (to > from);
    let half_at = numbers
        .iter()
        .find(is_past)
        .map_or(last.update, |point| point.update);
    t!(
        "training-metric-moved",
        label = label,
        way = way,
        from = shown(from),
        to = shown(to),
        update = half_at.to_string()
    )
}

/// A measure at every update, in words.
pub fn words(history: &History) -> String {
    let point = |point: &Point| {
        format!(
            "{}: {}",
            point.update,
            history.metric.shown(point.number.value)
        )
    };
    let said = |points: &[Point]| points.iter().map(point).collect::<Vec<_>>().join("; ");
    let (label, note) = (history.metric.label(), history.metric.note());
    let points = said(&history.points);
    match history.others.is_empty() {
        true => t!(
            "training-metric-words",
            label = label,
            note = note,
            points = points
        ),
        false => t!(
            "training-metric-words-others",
            label = label,
            note = note,
            points = points,
            others = said(&history.others)
        ),
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::sections::battery::chosen::tests::{entry, file, model, on_home};
    use serde_json::{Value, json};

    fn answers(way: &str, right: usize, strategies: Value) -> Value {
        json!({"set": "home", "way": way, "foretold": {}, "tally": {"problems": 100, "right": right, "by_modulus": {},
            "outcomes": {}, "tokens": 3 * right, "chains": 80, "steps": 200, "valid_steps": 150, "malformed": 0,
            "right_with_a_wrong_step": right / 2, "complete": 40, "passed": 0, "strategies": strategies}})
    }

    fn measured(id: &str, arm: &str, seed: u64, step: u64, right: usize, plans: Value) -> Value {
        let filler = entry(
            json!("home"),
            "filler_tokens",
            4,
            &[json!({"changed": 100})],
        );
        let mistakes = entry(
            json!("home"),
            "added_mistakes",
            4,
            &[json!({"followed": right, "ignored": 100 - right})],
        );
        let mut model = model(id, arm, seed, step, &[filler, mistakes]);
        model["answers"] = json!([
            answers("own", right, plans),
            answers("direct", 10, json!({}))
        ]);
        model
    }

    /// Two seeds, of which one can be gone through.
    pub fn example(plans: Value) -> Evaluations {
        file(&[
            measured("base0", "chain_prompted", 0, 8000, 20, plans.clone()),
            measured("base1", "chain_prompted", 1, 8000, 30, plans.clone()),
            measured("u010", "chain_rl", 0, 10, 60, plans.clone()),
            measured("last0", "chain_rl", 0, 100, 90, plans.clone()),
            measured("last1", "chain_rl", 1, 100, 80, plans),
        ])
    }

    #[track_caller]
    fn of(file: &Evaluations, metric: Metric) -> History {
        let mut found = histories(on_home(file, 0)).into_iter();
        found
            .find(|history| history.metric == metric)
            .expect("every measure is there")
    }

    fn numbers(points: &[Point]) -> Vec<(u64, f64)> {
        points
            .iter()
            .map(|point| (point.update, point.number.value))
            .collect()
    }

    #[test]
    fn a_history_goes_from_the_base_to_the_last_update() {
        let file = example(json!({"reduce_then_add": 60}));
        let right = of(&file, Metric::Right);
        assert_eq!(numbers(&right.points), [(0, 0.2), (10, 0.6), (100, 0.9)]);
        assert_eq!(numbers(&right.others), [(0, 0.3), (100, 0.8)]);
        assert_eq!(
            words(&right).replace('\u{202f}', " "),
            "Right answers, of all problems, left alone, by update. 0: 20 %; 10: 60 %; 100: 90 %. Other seeds: 0: 30 %; 100: 80 %."
        );
        assert_eq!(numbers(&of(&file, Metric::Gap).points)[2], (100, 80.0));
        assert_eq!(numbers(&of(&file, Metric::TrueSteps).points)[0], (0, 0.75));
        let plan = of(
            &file,
            Metric::Plan(syw_core::chain::Strategy::ReduceThenAdd),
        );
        assert_eq!(numbers(&plan.points)[0], (0, 0.75));
    }

    #[test]
    fn what_the_file_does_not_have_is_said_not_to_be_there() {
        let file = example(json!({}));
        let plan = of(
            &file,
            Metric::Plan(syw_core::chain::Strategy::ReduceThenAdd),
        );
        assert_eq!(
            finding(&plan),
            "Plan: reduce each number first: not in the file of results"
        );
        assert_eq!(of(&file, Metric::Congruent).points, []);
        let empty =
            crate::sections::battery::chosen::tests::file(&[model("a", "direct", 0, 1, &[])]);
        assert_eq!(histories(on_home(&empty, 0)), []);
    }

    #[track_caller]
    fn check(values: &[f64], expected: &str) {
        let point = |(update, value): (usize, &f64)| Point {
            update: 10 * update as u64,
            model: String::new(),
            number: Number {
                value: *value,
                counts: None,
            },
            is_asked: false,
        };
        let history = History {
            metric: Metric::Right,
            points: values.iter().enumerate().map(point).collect(),
            others: Vec::new(),
            is_exact: true,
        };
        assert_eq!(finding(&history).replace('\u{202f}', " "), expected);
    }

    #[test]
    fn a_title_says_what_the_measure_did() {
        check(
            &[0.2, 0.3, 0.8, 0.9],
            "Right answers: from 20 % up to 90 %, half of the way by update 20",
        );
        check(
            &[0.9, 0.8, 0.3, 0.2],
            "Right answers: from 90 % down to 20 %, half of the way by update 20",
        );
        check(
            &[0.2, 0.9, 0.4],
            "Right answers: from 20 % up to 90 % at update 10, and 40 % in the end",
        );
        check(
            &[0.9, 0.1, 0.8],
            "Right answers: from 90 % down to 10 % at update 10, and 80 % in the end",
        );
        check(
            &[0.5, 0.52, 0.51],
            "Right answers: between 50 % and 52 % throughout",
        );
        check(&[0.5, 0.5], "Right answers: 50 % throughout");
        check(&[], "Right answers: not in the file of results");
    }
}
