//! The numbers of the battery's figures as tables to take away.

use serde_json::{Value, json};
use syw_core::evaluation::{Place, ResponseTally};
use syw_core::statistics::wilson;

use crate::live_test::LiveTest;
use crate::sections::battery::chosen::{Chosen, is_exact, set_name};
use crate::sections::battery::curves::{CURVES, shown, usual_length};
use crate::sections::battery::live_curve::counted;
use crate::sections::battery::live_words::live_words;
use crate::sections::battery::names::test_name;
use crate::sections::battery::rows::{Row, rows};
use crate::sections::battery::words::{areas, finding, reservations};
use crate::sections::export::Table;

const BARS: [&str; 15] = [
    "source",
    "model",
    "problems",
    "test",
    "cases",
    "implied",
    "kept",
    "other",
    "no_answer",
    "implied_share",
    "as_needed_share",
    "as_needed_low",
    "as_needed_high",
    "other_seeds_cut_at",
    "finished",
];

/// One bar; an interval only where the cases are a sample.
fn bar(source: &str, model: &str, problems: &str, row: &Row, is_finished: bool) -> Vec<Value> {
    let [implied, kept, other, nothing] = row.counts;
    let interval = row.interval();
    let others: Vec<String> = row
        .others
        .iter()
        .map(|other| format!("{other:.4}"))
        .collect();
    vec![
        json!(source),
        json!(model),
        json!(problems),
        json!(test_name(row.test)),
        json!(row.n),
        json!(implied),
        json!(kept),
        json!(other),
        json!(nothing),
        json!(row.shares()[0]),
        json!(row.as_needed()),
        json!(interval.map(|interval| interval.low)),
        json!(interval.map(|interval| interval.high)),
        json!(others.join(" ")),
        json!(is_finished),
    ]
}

/// The bars of the chosen model.
pub fn bar_table(chosen: Chosen<'_>) -> Table {
    let problems = set_name(chosen.set);
    let bar = |row: &Row| bar("published", &chosen.model.model, &problems, row, true);
    Table {
        said: vec![finding(chosen), reservations(chosen)],
        columns: BARS.to_vec(),
        rows: rows(chosen).iter().map(bar).collect(),
    }
}

/// One point of a curve: how many answers are the same as before.
fn point(
    source: &str,
    model: &str,
    problems: &str,
    test: &str,
    place: &Place,
    is_exact: bool,
) -> Vec<Value> {
    let interval = (!is_exact).then(|| wilson(place.same(), place.n()));
    vec![
        json!(source),
        json!(model),
        json!(problems),
        json!(test),
        json!(place.n_steps),
        json!(place.at),
        json!(place.n()),
        json!(place.same()),
        json!(place.same() as f64 / place.n().max(1) as f64),
        json!(interval.map(|interval| interval.low)),
        json!(interval.map(|interval| interval.high)),
    ]
}

/// The curves that are drawn, point by point, the chosen model last.
pub fn curve_table(chosen: Chosen<'_>) -> Table {
    let problems = set_name(chosen.set);
    let mut rows = Vec::new();
    for test in CURVES {
        for found in shown(chosen) {
            let Some(entry) = found.battery(test) else {
                continue;
            };
            let usual = usual_length(&entry.tally);
            let places = entry
                .tally
                .places
                .iter()
                .filter(|place| Some(place.n_steps) == usual);
            let (model, name) = (&found.model.model, test_name(test));
            rows.extend(places.map(|place| {
                point(
                    "published",
                    model,
                    &problems,
                    &name,
                    place,
                    is_exact(chosen.set),
                )
            }));
        }
    }
    Table {
        said: vec![areas(chosen)],
        columns: vec![
            "source",
            "model",
            "problems",
            "test",
            "steps",
            "at",
            "cases",
            "same_answer",
            "same_share",
            "low",
            "high",
        ],
        rows,
    }
}

/// A run here beside what is published: the bars first, then the points of the curve, in the columns of both.
pub fn live_table(live: &LiveTest, published: Option<&ResponseTally>) -> Table {
    let problems = set_name(live.set);
    let is_over = !live.state.is_under_way();
    let here = Row::of(
        live.test,
        &live.tally,
        live.is_exhaustive() && is_exact(live.set),
    );
    let mut bars = vec![bar("here", &live.model, &problems, &here, is_over)];
    let mut points: Vec<(&str, &Place, bool, bool)> = Vec::new();
    points.extend(
        counted(live)
            .into_iter()
            .map(|place| ("here", place, false, live.is_finished(place))),
    );
    if let Some(tally) = published {
        let beside = Row::of(live.test, tally, is_exact(live.set));
        bars.push(bar("published", &live.model, &problems, &beside, true));
        let places = tally
            .places
            .iter()
            .filter(|place| Some(place.n_steps) == live.usual_length());
        points.extend(places.map(|place| ("published", place, is_exact(live.set), true)));
    }
    let n_bar = BARS.len();
    let own: [&str; 7] = [
        "steps",
        "at",
        "point_cases",
        "same_answer",
        "same_share",
        "low",
        "high",
    ];
    let widened = bars
        .into_iter()
        .map(|bar| [bar, vec![Value::Null; own.len()]].concat());
    let of_place = |(source, place, is_exact, is_finished): (&str, &Place, bool, bool)| {
        let point = point(
            source,
            &live.model,
            &problems,
            &test_name(live.test),
            place,
            is_exact,
        );
        let mut row = vec![Value::Null; n_bar];
        row[..4].clone_from_slice(&point[..4]);
        row[n_bar - 1] = json!(is_finished);
        row.extend_from_slice(&point[4..]);
        row
    };
    Table {
        said: vec![live_words(live, published)],
        columns: BARS.into_iter().chain(own).collect(),
        rows: widened.chain(points.into_iter().map(of_place)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sections::battery::chosen::tests::{file, on_home};
    use crate::sections::battery::live_curve::tests::example;
    use crate::sections::battery::words::tests::measured;

    #[track_caller]
    fn value<'a>(table: &'a Table, row: usize, column: &str) -> &'a Value {
        let idx = table
            .columns
            .iter()
            .position(|found| *found == column)
            .expect(column);
        &table.rows[row][idx]
    }

    #[test]
    fn the_tables_hold_what_is_drawn() {
        let file = file(&[measured("a", 0, 80, 20, 90), measured("b", 1, 60, 40, 90)]);
        let chosen = on_home(&file, 0);
        let bars = bar_table(chosen);
        assert_eq!(bars.rows.len(), 3);
        assert_eq!(value(&bars, 0, "implied"), &json!(80));
        assert_eq!(value(&bars, 0, "as_needed_share"), &json!(0.8));
        assert_eq!(value(&bars, 0, "as_needed_low"), &Value::Null);
        assert_eq!(value(&bars, 0, "other_seeds_cut_at"), "0.6000");
        let curves = curve_table(chosen);
        assert_eq!(curves.rows.len(), 2 * 3 + 2);
        assert_eq!(value(&curves, 7, "model"), "a");
        assert_eq!(value(&curves, 7, "same_share"), &json!(0.2));
        for table in [bars, curves] {
            assert!(
                table
                    .rows
                    .iter()
                    .all(|row| row.len() == table.columns.len())
            );
        }
    }

    #[test]
    fn a_run_here_stands_beside_what_is_published() {
        let live = example();
        let table = live_table(&live, Some(&live.tally));
        assert!(
            table
                .rows
                .iter()
                .all(|row| row.len() == table.columns.len())
        );
        let sources: Vec<&Value> = (0..6).map(|row| value(&table, row, "source")).collect();
        assert_eq!(
            sources,
            [
                "here",
                "published",
                "here",
                "here",
                "published",
                "published"
            ]
        );
        assert_eq!(value(&table, 0, "cases"), &json!(15));
        assert_eq!(value(&table, 0, "finished"), &json!(false));
        assert_eq!(
            [value(&table, 2, "finished"), value(&table, 3, "finished")],
            [&json!(true), &json!(false)]
        );
        assert_eq!(value(&table, 3, "same_share"), &json!(1.0));
        assert_eq!(value(&table, 4, "low"), &Value::Null);
        assert_eq!(live_table(&live, None).rows.len(), 3);
    }
}
