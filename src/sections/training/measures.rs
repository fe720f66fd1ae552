//! Every measure of GPT small against the updates of its reinforcement learning: a small plot for each, titled by what it did.

use leptos::prelude::*;
use serde_json::{Value, json};
use syw_core::card::Size;
use syw_core::statistics::CONFIDENCE;

use crate::components::InTurn;
use crate::components::format::percent;
use crate::plots::CurvePlot;
use crate::plots::curves::{Curve, PointMark};
use crate::sections::battery::chosen::{Chosen, is_exact, set_name, set_words};
use crate::sections::battery::imitation::imitation;
use crate::sections::battery::of_chosen;
use crate::sections::export::{Exports, Table};
use crate::sections::provenance::Provenance;
use crate::sections::training::metrics::Metric;
use crate::sections::training::metrics_words::{History, Point, finding, histories, words};
use crate::state::PageState;
use crate::t;

/// The line of the seed that can be gone through.
fn curve(history: &History) -> Vec<Curve> {
    let points = history
        .points
        .iter()
        .map(|point| (point.update as f64, point.number.value));
    vec![Curve {
        class: "arm-rl curve-median".into(),
        points: points.collect(),
    }]
}

/// Its points, and the ends of the other seeds.
fn marks(history: &History) -> Vec<PointMark> {
    let mark = |class: &'static str, point: &Point| PointMark {
        class,
        x: point.update as f64,
        y: point.number.value,
        interval: point.number.interval().filter(|_| !history.is_exact),
        is_open: point.is_asked,
    };
    let others = history.others.iter().map(|point| PointMark {
        interval: None,
        ..mark("mark-other", point)
    });
    others
        .chain(history.points.iter().map(|point| mark("mark-own", point)))
        .collect()
}

/// The numbers of all panels, a line for each point.
fn table(chosen: Chosen<'_>) -> Table {
    let histories = histories(chosen);
    let row = |history: &History, point: &Point, is_followed: bool| -> Vec<Value> {
        let (counts, interval) = (
            point.number.counts,
            point.number.interval().filter(|_| !history.is_exact),
        );
        vec![
            json!(history.metric.name()),
            json!(set_name(chosen.set)),
            json!(point.update),
            json!(point.model),
            json!(is_followed),
            json!(point.number.value),
            json!(counts.map(|(part, _)| part)),
            json!(counts.map(|(_, whole)| whole)),
            json!(interval.map(|(low, _)| low)),
            json!(interval.map(|(_, high)| high)),
            json!(point.is_asked),
        ]
    };
    let rows = histories.iter().flat_map(|history| {
        let own = history
            .points
            .iter()
            .map(move |point| row(history, point, true));
        own.chain(
            history
                .others
                .iter()
                .map(move |point| row(history, point, false)),
        )
    });
    Table {
        said: histories.iter().map(finding).collect(),
        columns: vec![
            "measure",
            "problems",
            "update",
            "model",
            "followed_seed",
            "value",
            "count",
            "of",
            "low",
            "high",
            "chains_asked_for",
        ],
        rows: rows.collect(),
    }
}

/// The panels, for the problems that the battery is shown for.
#[component]
pub fn RlMeasures(state: PageState) -> impl IntoView {
    let found = of_chosen(state, histories);
    let all = Memo::new(move |_| found.get());
    let by_imitation = of_chosen(state, |chosen| imitation(chosen).unwrap_or_default());
    let of_problems = of_chosen(state, |chosen| {
        let problems = set_words(chosen.set);
        match is_exact(chosen.set) {
            true => t!("training-measures-exact", problems = problems),
            false => t!(
                "training-measures-sampled",
                problems = problems,
                level = percent(CONFIDENCE)
            ),
        }
    });
    let marked = Signal::derive(move || {
        let checkpoints = state.checkpoints();
        Some(checkpoints.get(state.checkpoint_idx())?.update as f64)
    });
    let has_any = Memo::new(move |_| all.with(|all| !all.is_empty()));
    let panels = move || {
        let panel = |(idx, metric): (usize, Metric)| {
            let history = Memo::new(move |_| all.with(|all| all.get(idx).cloned()));
            view! { <InTurn name=format!("measure-{}", metric.name())><Panel history metric marked /></InTurn> }
        };
        has_any.get().then(|| {
            Metric::ALL
                .into_iter()
                .enumerate()
                .map(panel)
                .collect_view()
        })
    };
    view! {
            <figure class="rl-measures" data-part="rl-measures" aria-labelledby="measures-title">
                <h3 id="measures-title">{t!("training-measures-title")}</h3>
                <p class="measure finding-more">
                    {of_problems}
                </p>
                <div class="measure-panels" data-export="rl-measures">{panels}</div>
                <p class="measure" data-part="rl-imitation">{by_imitation}</p>
                <figcaption>
                    {t!("training-measures-caption")}" "
                    <a href="results/evaluation.json">{t!("training-measures-data")}</a>
    <Provenance state file="evaluation.json" command="cargo xtask evaluate" arms=&[(Size::Small, "chain_prompted"), (Size::Small, "chain_rl")] />
    </figcaption>
                <Exports state name="rl-measures" table=of_chosen(state, table) />
            </figure>
        }
}

/// One measure: what it did, and the plot; without numbers, that there are none.
#[component]
fn Panel(
    history: Memo<Option<History>>,
    metric: Metric,
    marked: Signal<Option<f64>>,
) -> impl IntoView {
    let read = move |read: fn(&History) -> String| {
        Signal::derive(move || {
            history
                .with(|history| history.as_ref().map(read))
                .unwrap_or_default()
        })
    };
    let title = read(finding);
    let has_points = Memo::new(move |_| {
        history.with(|history| {
            history
                .as_ref()
                .is_some_and(|history| !history.points.is_empty())
        })
    });
    let curves = Signal::derive(move || {
        history
            .with(|history| history.as_ref().map(curve))
            .unwrap_or_default()
    });
    let marks = Signal::derive(move || {
        history
            .with(|history| history.as_ref().map(marks))
            .unwrap_or_default()
    });
    let summary = read(words);
    let is_share = Signal::stored(metric.is_share());
    let plot = move || {
        match has_points.get() {
        true => view! { <CurvePlot curves marks is_share x_name=t!("training-measures-axis") marked summary /> }.into_any(),
        false => view! { <p class="note measure-missing">{t!("training-measures-none")}</p> }.into_any(),
    }
    };
    view! {
        <div class="measure-panel" data-measure=metric.name() data-title=title>
            <p class="curve-title">{title}</p>
            <p class="panel-note">{metric.note()}</p>
            {plot}
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sections::battery::chosen::tests::on_home;
    use crate::sections::training::metrics_words::tests::example;

    #[test]
    fn the_table_has_a_line_for_each_point_that_is_drawn() {
        let file = example(json!({"reduce_then_add": 60}));
        let chosen = on_home(&file, 0);
        let table = table(chosen);
        let drawn = histories(chosen)
            .iter()
            .map(|history| marks(history).len())
            .sum::<usize>();
        assert_eq!(table.rows.len(), drawn);
        assert!(
            table
                .rows
                .iter()
                .all(|row| row.len() == table.columns.len())
        );
        assert_eq!(
            table.rows[0][..8],
            [
                json!("right"),
                json!("home"),
                json!(0),
                json!("base0"),
                json!(true),
                json!(0.2),
                json!(20),
                json!(100)
            ]
        );
    }

    #[test]
    fn the_line_is_the_seed_that_can_be_gone_through() {
        let file = example(json!({}));
        let right = &histories(on_home(&file, 4))[0];
        assert_eq!(
            curve(right)[0].points,
            [(0.0, 0.2), (10.0, 0.6), (100.0, 0.9)]
        );
        let classes: Vec<&str> = marks(right).iter().map(|mark| mark.class).collect();
        assert_eq!(
            classes,
            [
                "mark-other",
                "mark-other",
                "mark-own",
                "mark-own",
                "mark-own"
            ]
        );
        assert!(marks(right).iter().all(|mark| mark.interval.is_none()));
    }
}
