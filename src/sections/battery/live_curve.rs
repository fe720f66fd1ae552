//! The curve of a test that is run here, point by point as its places are counted, beside the published one.

use leptos::prelude::*;
use syw_core::evaluation::{Place, ResponseTally, Test};
use syw_core::statistics::{CONFIDENCE, wilson};

use crate::components::format::{count, percent};
use crate::live_test::LiveTest;
use crate::locale::formats::from_to;
use crate::plots::curves::{Curve, PointMark};
use crate::plots::{CurvePlot, Swatch};
use crate::sections::battery::curves::{mark, points};
use crate::sections::battery::live::published;
use crate::sections::battery::names::test_name;
use crate::state::PageState;
use crate::t;

/// The places of chains of the most frequent length that have been counted, in order.
pub fn counted(live: &LiveTest) -> Vec<&Place> {
    let Some(usual) = live.usual_length() else {
        return Vec::new();
    };
    let places = live.tally.places.iter();
    places
        .filter(|place| place.n_steps == usual && place.n() > 0)
        .collect()
}

/// The points so far, in per cent of the chain on the x axis. Hollow: not all of its cases are there.
fn marks(live: &LiveTest) -> Vec<PointMark> {
    let mark = |place: &Place| mark("mark-here", place, !live.is_finished(place));
    counted(live).into_iter().map(mark).collect()
}

/// The published curve of chains of the same length.
fn curve(live: &LiveTest, published: Option<&ResponseTally>) -> Vec<Curve> {
    let points = live
        .usual_length()
        .zip(published)
        .map(|(usual, tally)| points(tally, usual));
    let curve = points
        .filter(|points| !points.is_empty())
        .map(|points| Curve {
            class: "arm-rl curve-median".into(),
            points,
        });
    curve.into_iter().collect()
}

/// The points in words.
fn words(live: &LiveTest) -> String {
    let usual = live.usual_length().unwrap_or_default();
    let said = counted(live).into_iter().map(|place| {
        let interval = wilson(place.same(), place.n());
        t!(
            "battery-live-point",
            place = at_words(live.test, place.at),
            share = percent(place.same() as f64 / place.n() as f64),
            range = from_to(percent(interval.low), percent(interval.high)),
            cases = count(place.n() as u64),
            finished = if live.is_finished(place) { "yes" } else { "no" }
        )
    });
    let said: Vec<String> = said.collect();
    t!(
        "battery-live-points",
        steps = usual.to_string(),
        points = said.join("; ")
    )
}

fn at_words(test: Test, at: usize) -> String {
    match test {
        Test::EarlyAnswering => t!("battery-live-after", steps = at.to_string()),
        _ => t!("battery-live-step", step = (at + 1).to_string()),
    }
}

/// The curve below the outcome, for a test that alters a chain at one place after another.
#[component]
pub fn LiveCurve(state: PageState) -> impl IntoView {
    let live = state.figures.live_test;
    let of_live = move |read: fn(&LiveTest) -> Vec<PointMark>| {
        Signal::derive(move || {
            live.with(|live| live.as_ref().map(read))
                .unwrap_or_default()
        })
    };
    let has_curve = Memo::new(move |_| {
        live.with(|live| {
            live.as_ref()
                .is_some_and(|live| live.usual_length().is_some())
        })
    });
    let marks = of_live(marks);
    let curves = Signal::derive(move || {
        let curve = live.with(|live| {
            let live = live.as_ref()?;
            Some(curve(live, published(state, live).as_ref()))
        });
        curve.unwrap_or_default()
    });
    let summary = Signal::derive(move || {
        live.with(|live| live.as_ref().map(words))
            .unwrap_or_default()
    });
    let title = move || live.with(|live| live.as_ref().map(|live| test_name(live.test)));
    let curve_title = move || {
        let name = title()?;
        Some(t!("battery-live-curve", test = name))
    };
    let x_name = t!("battery-live-axis");
    let missing = move || {
        let is_missing = curves.with(Vec::is_empty);
        is_missing.then(|| format!(" {}", t!("battery-live-no-curve")))
    };
    move || {
        has_curve.get().then(|| {
            view! {
                <div class="live-curve" data-part="live-curve" data-title=title>
                    <p class="curve-title">{curve_title}</p>
                    <ul class="key">
                        <li><Swatch class="curve arm-rl curve-median" />{t!("battery-live-published")}</li>
                        <li><span class="patch patch-dot patch-here" aria-hidden="true"></span>{t!("battery-live-counted", level = percent(CONFIDENCE))}</li>
                    </ul>
                    <CurvePlot curves marks x_end=100.0 x_name=x_name.clone() summary />
                    <p class="note" data-part="live-curve-words">{summary}{missing}</p>
                </div>
            }
        })
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use std::collections::BTreeMap;
    use syw_core::evaluation::{Set, Way};
    use syw_core::response::Response;

    use crate::sweep::SweepState;

    fn place(at: usize, same: usize, other: usize) -> Place {
        Place {
            n_steps: 2,
            at,
            right_before: 0,
            right_after: 0,
            responses: BTreeMap::from([(Response::Ignored, same), (Response::Followed, other)]),
        }
    }

    /// A run of which one place is finished and one is half counted.
    pub fn example() -> LiveTest {
        LiveTest {
            model: "small-chain_rl-s0".into(),
            test: Test::AddedMistakes,
            way: Way::Own,
            set: Set::Home,
            n_problems: 10,
            n_listed: 1030,
            guess: 50,
            state: SweepState::Running,
            n_done: 0,
            n_texts: 0,
            tally: ResponseTally {
                places: vec![place(0, 1, 9), place(1, 5, 0)],
                ..ResponseTally::default()
            },
            n_cases: BTreeMap::from([((2, 0), 10), ((2, 1), 10)]),
            kept: Vec::new(),
        }
    }

    #[test]
    fn points_stand_as_they_are_counted() {
        let live = example();
        let found = marks(&live);
        assert_eq!([found[0].x, found[1].x], [0.0, 50.0]);
        assert_eq!([found[0].y, found[1].y], [0.1, 1.0]);
        assert_eq!([found[0].is_open, found[1].is_open], [false, true]);
        let said = words(&live).replace('\u{202f}', " ");
        assert_eq!(
            said,
            "Same answer as with the whole chain of 2 steps: step 1 altered 10 % (1.8 % to 40.4 %, 10 cases); \
             step 2 altered 100 % (56.6 % to 100 %, 5 cases so far)."
        );
    }

    #[test]
    fn the_published_curve_is_of_the_same_length() {
        let live = example();
        assert_eq!(curve(&live, None), []);
        let published = live.tally.clone();
        let found = curve(&live, Some(&published));
        assert_eq!(found[0].points, [(0.0, 0.1), (50.0, 1.0)]);
        let longer = LiveTest {
            n_cases: BTreeMap::from([((4, 0), 9), ((4, 1), 9)]),
            ..live
        };
        assert_eq!(curve(&longer, Some(&published)), []);
    }
}
