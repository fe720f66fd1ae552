//! Who foretells failures, and what users are told: two tables.

use leptos::prelude::*;
use syw_core::Family;
use syw_core::evaluation::{Evaluations, Set, Way};
use syw_core::watchers::{Counts, FailureProbe, Judge, System, Told, WatchersReport, What};

use crate::components::format::percent;
use crate::locale::formats::decimal;
use crate::locale::named;
use crate::sections::watchers::face::system_name;
use crate::sections::watchers::words::{median, of_system, range, shares};
use crate::state::PageState;
use crate::t;

const JUDGES: [Judge; 5] = [
    Judge::Monitor,
    Judge::Surprise,
    Judge::Checker,
    Judge::Length,
    Judge::Answer,
];

fn judge_name(judge: Judge) -> String {
    match judge {
        Judge::Monitor => t!("watchers-judge-monitor"),
        Judge::Surprise => t!("watchers-judge-surprise"),
        Judge::Checker => t!("watchers-judge-checker"),
        Judge::Length => t!("watchers-judge-length"),
        Judge::Answer => t!("watchers-judge-answer"),
    }
}

/// A row: what is told apart, the judges' areas, and the areas of large's own confidence and of a probe inside it.
#[derive(Debug, Clone, PartialEq)]
struct Row {
    name: String,
    areas: Vec<Option<f64>>,
    of_large: [Option<f64>; 2],
}

fn rows(file: &WatchersReport, evaluations: Option<&Evaluations>) -> Vec<Row> {
    let mistakes = (What::Mistakes, t!("watchers-row-mistakes"));
    let failures = Family::ALL.map(|family| {
        let name = t!(
            "watchers-row-failures",
            family = named("family", family.name())
        );
        (What::Failures(family), name)
    });
    let row = |(what, name): (What, String)| {
        let areas = JUDGES.map(|judge| {
            let judged = file.monitors.iter().flat_map(|monitor| &monitor.judged);
            let of_it = judged.filter(|judged| (judged.what, judged.judge) == (what, judge));
            median(&of_it.filter_map(|judged| judged.auroc).collect::<Vec<_>>())
        });
        let confidence = match what {
            What::Mistakes => None,
            What::Failures(family) => evaluations.and_then(|file| {
                let entry = file.large()?.answers(Set::Family(family), Way::Own)?;
                entry.foretold.confidence_auroc
            }),
        };
        let of_family = |probe: &&FailureProbe| What::Failures(probe.family) == what;
        let probes = file.probes.iter().filter(of_family);
        let probes: Vec<f64> = probes.filter_map(|probe| probe.auroc).collect();
        Row {
            name,
            areas: areas.to_vec(),
            of_large: [confidence, median(&probes)],
        }
    };
    let all = [mistakes].into_iter().chain(failures).map(row);
    let is_told = |row: &Row| row.areas.iter().chain(&row.of_large).any(Option::is_some);
    all.filter(is_told).collect()
}

fn area(area: Option<f64>) -> String {
    area.map_or("\u{2013}".into(), |area| decimal(area, 2))
}

/// Who foretells failures.
#[component]
pub fn Table(state: PageState) -> impl IntoView {
    let body = move || {
        let evaluations = state.figures.evaluations.get();
        let rows = state.watchers.file.with(|file| {
            file.here()
                .map(|file| rows(file, evaluations.here()))
                .unwrap_or_default()
        });
        let row = |row: Row| {
            let areas = row.areas.into_iter().chain(row.of_large);
            let areas = areas.map(|found| view! { <td>{area(found)}</td> });
            view! { <tr><th scope="row">{row.name}</th>{areas.collect_view()}</tr> }
        };
        rows.into_iter().map(row).collect_view()
    };
    let heads = JUDGES.map(|judge| view! { <th scope="col">{judge_name(judge)}</th> });
    view! {
        <div class="table-scroll" role="region" aria-label=t!("watchers-table") tabindex="0">
            <table data-part="watchers-table">
                <thead><tr><th scope="col">{t!("watchers-table-what")}</th>{heads}<th scope="col">{t!("watchers-large-confidence")}</th><th scope="col">{t!("watchers-large-probe")}</th></tr></thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
}

type Column = (String, fn(&Told) -> &Counts, fn(&Counts) -> usize);

/// What users are told.
fn columns() -> [Column; 4] {
    [
        (
            t!("watchers-told-marked-number"),
            |told| &told.marked,
            Counts::told_a_number,
        ),
        (
            t!("watchers-told-marked-stated"),
            |told| &told.marked,
            |counts| counts.stated,
        ),
        (
            t!("watchers-told-others-right"),
            |told| &told.unmarked,
            |counts| counts.right,
        ),
        (
            t!("watchers-told-others-withheld"),
            |told| &told.unmarked,
            |counts| counts.withheld,
        ),
    ]
}

/// What the three systems told, over seeds.
#[component]
pub fn Systems(state: PageState) -> impl IntoView {
    let body = move || {
        state.watchers.file.with(|file| {
            let row = |system: System| {
                let told = file
                    .here()
                    .map(|file| of_system(file, system))
                    .unwrap_or_default();
                let cells = columns().map(|(_, of, n)| {
                    let said = range(&shares(&told, of, n), percent).unwrap_or("\u{2013}".into());
                    view! { <td>{said}</td> }
                });
                view! { <tr><th scope="row">{system_name(system)}</th>{cells}</tr> }
            };
            System::ALL.map(row).collect_view()
        })
    };
    let heads = columns().map(|(name, ..)| view! { <th scope="col">{name}</th> });
    view! {
        <div class="table-scroll" role="region" aria-label=t!("watchers-face-label") tabindex="0">
            <table data-part="told-table">
                <thead><tr><th scope="col">{t!("watchers-told-system")}</th>{heads}</tr></thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use syw_core::watchers::{Judged, Watched};

    #[test]
    fn a_row_has_the_median_of_the_seeds() {
        let monitor = |auroc| Watched {
            model: String::new(),
            sha256: String::new(),
            seed: 0,
            watches: String::new(),
            reads: String::new(),
            judged: vec![Judged {
                what: What::Mistakes,
                judge: Judge::Monitor,
                good: 1,
                bad: 1,
                auroc: Some(auroc),
                found: None,
            }],
            flagged: Vec::new(),
        };
        let file = WatchersReport {
            monitors: [0.7, 0.9, 0.8].map(monitor).to_vec(),
            told: Vec::new(),
            probes: vec![FailureProbe {
                model: String::new(),
                sha256: String::new(),
                family: Family::Subtraction,
                good: 1,
                bad: 1,
                auroc: Some(0.6),
                shuffled: None,
            }],
        };
        let rows = rows(&file, None);
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[0].of_large, [None, None]);
        assert_eq!(rows[1].of_large, [None, Some(0.6)]);
        assert_eq!(rows[0].areas, [Some(0.8), None, None, None, None]);
        assert_eq!(area(rows[0].areas[0]), "0.80");
        assert_eq!(area(None), "\u{2013}");
    }
}
