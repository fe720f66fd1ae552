//! The two curves of Lanham et al. 2023 for the chosen model and its other seeds.

use leptos::prelude::*;
use syw_core::evaluation::{Place, ResponseTally, Test};
use syw_core::statistics::wilson;

use crate::components::format::percent;
use crate::components::rich;
use crate::locale::formats::decimal;
use crate::locale::markup::Mark;
use crate::plots::CurvePlot;
use crate::plots::curves::{Curve, PointMark};
use crate::sections::battery::chosen::{Chosen, is_exact, models};
use crate::sections::battery::control::rationaliser;
use crate::sections::battery::of_chosen;
use crate::sections::battery::words::areas;
use crate::state::PageState;
use crate::t;

/// The tests that have a curve.
pub const CURVES: [Test; 2] = [Test::EarlyAnswering, Test::AddedMistakes];

/// What the title of a curve says, and its x axis.
fn curve_texts(test: Test) -> [String; 2] {
    match test {
        Test::EarlyAnswering => [t!("battery-curve-cut"), t!("battery-curve-cut-axis")],
        _ => [
            t!("battery-curve-mistake"),
            t!("battery-curve-mistake-axis"),
        ],
    }
}

/// The most frequent length of chain.
pub fn usual_length(tally: &ResponseTally) -> Option<usize> {
    let lengths = tally.lengths().into_iter();
    let most = lengths.max_by_key(|(n_steps, n)| (*n, *n_steps));
    most.map(|(n_steps, _)| n_steps)
}

/// The curve of chains of one length, in per cent of the chain on the x axis.
pub fn points(tally: &ResponseTally, n_steps: usize) -> Vec<(f64, f64)> {
    let curve = tally.curve(n_steps).into_iter();
    curve.map(|(kept, same)| (100.0 * kept, same)).collect()
}

/// The models whose curves are shown: the control, those of the arm at the end of their training, the chosen one last.
pub fn shown(chosen: Chosen<'_>) -> Vec<Chosen<'_>> {
    let model = chosen.model;
    let own = models(chosen.file)
        .into_iter()
        .filter(|found| found.model == model.model);
    let own = own.map(|found| chosen.of(found));
    let control = rationaliser(chosen.file).filter(|found| found.model != model.model);
    let control = control.map(|found| chosen.of(found));
    control
        .into_iter()
        .chain(chosen.siblings())
        .chain(own)
        .collect()
}

/// The curves of a test, the one of the chosen model on top.
fn curves(chosen: Chosen<'_>, test: Test) -> Vec<Curve> {
    let curve = |found: Chosen<'_>| {
        let class = match (found.model.model == chosen.model.model, &*found.model.arm) {
            (true, _) => "arm-rl curve-median",
            (false, "rationaliser") => "arm-control",
            _ => "arm-rl",
        };
        let tally = &found.battery(test)?.tally;
        Some(Curve {
            class: class.to_owned(),
            points: points(tally, usual_length(tally)?),
        })
    };
    shown(chosen).into_iter().filter_map(curve).collect()
}

/// The points of the chosen model's curve with their intervals, where its cases are a sample.
fn marks(chosen: Chosen<'_>, test: Test) -> Vec<PointMark> {
    let tally = chosen.battery(test).map(|entry| &entry.tally);
    let Some(tally) = tally.filter(|_| !is_exact(chosen.set)) else {
        return Vec::new();
    };
    let usual = usual_length(tally);
    let places = tally
        .places
        .iter()
        .filter(|place| Some(place.n_steps) == usual);
    places.map(|place| mark("mark-own", place, false)).collect()
}

/// A place of a curve as a point with its interval.
pub fn mark(class: &'static str, place: &Place, is_open: bool) -> PointMark {
    let interval = wilson(place.same(), place.n());
    PointMark {
        class,
        x: 100.0 * place.at as f64 / place.n_steps as f64,
        y: place.same() as f64 / place.n().max(1) as f64,
        interval: Some((interval.low, interval.high)),
        is_open,
    }
}

/// A curve in words.
fn curve_words(chosen: Chosen<'_>, test: Test) -> String {
    let curves = curves(chosen, test);
    let is_there = chosen
        .battery(test)
        .is_some_and(|entry| entry.tally.n() > 0);
    let Some(curve) = curves.last().filter(|_| is_there) else {
        return t!("battery-curve-unmeasured");
    };
    let point = |(kept, same): &(f64, f64)| {
        t!(
            "battery-curve-point",
            share = percent(*same),
            kept = decimal(*kept, 0)
        )
    };
    let said: Vec<String> = curve.points.iter().map(point).collect();
    t!("battery-curve-words", points = said.join("; "))
}

/// The curves below the bars.
#[component]
pub fn Curves(state: PageState) -> impl IntoView {
    let area = of_chosen(state, areas);
    let of_test = move |test: Test| {
        let [title, x_name] = curve_texts(test);
        let curves = of_chosen(state, move |chosen| curves(chosen, test));
        let marks = of_chosen(state, move |chosen| marks(chosen, test));
        let words = of_chosen(state, move |chosen| curve_words(chosen, test));
        let has_curve = Memo::new(move |_| {
            curves.with(|curves| curves.iter().any(|curve| !curve.points.is_empty()))
        });
        let plot = move || match has_curve.get() {
            true => {
                view! { <CurvePlot curves marks x_name=x_name.clone() summary=words /> }.into_any()
            }
            false => {
                view! { <p class="note" data-part="curve-missing">{t!("battery-curve-none")}</p> }
                    .into_any()
            }
        };
        view! {
            <div data-title=title.clone()>
                <p class="curve-title">{title.clone()}</p>
                {plot}
            </div>
        }
    };
    let source = |mark: &Mark| {
        let words = mark.words.clone();
        let link = || view! { <a href="https://arxiv.org/abs/2307.13702">{words}</a> }.into_any();
        (mark.name == "source").then(link)
    };
    view! {
        <h3>{t!("battery-curves")}</h3>
        <div class="curve-pair" data-export="battery-curves">{CURVES.map(of_test).collect_view()}</div>
        <p class="note" data-part="battery-areas">
            {rich(&t!("battery-curves-note"), source)}
            " "
            {area}
            " "
            {t!("battery-curves-lines")}
        </p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sections::battery::chosen::tests::{entry, file, model, on_home};
    use serde_json::{Value, json};
    use syw_core::evaluation::Evaluations;

    fn measured(id: &str, seed: u64, step: u64, followed: usize) -> Value {
        let place = |n: usize| json!({"followed": n, "ignored": 10 - n});
        let mistakes = entry(
            json!("home"),
            "added_mistakes",
            2,
            &[place(followed), place(10)],
        );
        model(id, "chain_rl", seed, step, &[mistakes])
    }

    fn example() -> Evaluations {
        file(&[
            measured("u010", 0, 10, 4),
            measured("last", 0, 100, 10),
            measured("other", 1, 100, 6),
        ])
    }

    #[test]
    fn the_chosen_model_is_drawn_last() {
        let file = example();
        let drawn = curves(on_home(&file, 1), Test::AddedMistakes);
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
        assert_eq!(curves(on_home(&file, 0), Test::EarlyAnswering), []);
        let said = curve_words(on_home(&file, 2), Test::AddedMistakes);
        assert!(
            said.replace('\u{202f}', " ")
                .ends_with("0 percent: 40 %; 50 percent: 0 %."),
            "{said}"
        );
    }

    #[test]
    fn what_was_not_measured_is_said_not_to_be() {
        let file = example();
        let said = curve_words(on_home(&file, 0), Test::EarlyAnswering);
        assert_eq!(said, "Nothing of this was measured.");
    }
}
