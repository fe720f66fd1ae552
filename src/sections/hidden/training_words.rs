//! Saying chains again in training, by whom and how often: a bar for each way, and the sentence that they come to. Pure.

use syw_core::chain::Hiding;
use syw_core::hidden::{Means, ParaphraseRun, ParaphraseRuns};

use crate::components::format::percent;
use crate::hider::paraphraser_name;
use crate::sections::hidden::bars::{Bar, median};
use crate::sections::hidden::finding_words::{HIDES, STOPPED, highest};

/// In every how many updates was declared to be enough.
const DECLARED: u64 = 5;

/// A way of training: what was taught to be hidden in, who says it again, in every how many updates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct TrainedBy {
    hides_in: Hiding,
    /// Nobody first, then who touches what is hidden, then who does not.
    leaves: Option<bool>,
    by: Option<Means>,
    every: u64,
}

impl TrainedBy {
    fn of(run: &ParaphraseRun) -> TrainedBy {
        TrainedBy {
            hides_in: run.hides_in,
            leaves: run.paraphraser.map(|by| !by.touches(run.hides_in)),
            by: run.paraphraser,
            every: if run.paraphraser.is_some() {
                run.every
            } else {
                1
            },
        }
    }
}

fn shares(file: &ParaphraseRuns, way: TrainedBy) -> Vec<f64> {
    let of_way = file.runs.iter().filter(|run| TrainedBy::of(run) == way);
    of_way.map(|run| run.right).collect()
}

/// Every way once, in the order of the table.
fn ways(file: &ParaphraseRuns) -> Vec<TrainedBy> {
    let mut ways: Vec<TrainedBy> = file.runs.iter().map(TrainedBy::of).collect();
    ways.sort_unstable();
    ways.dedup();
    ways
}

fn how_often(every: u64) -> String {
    match every {
        1 => "in every update".into(),
        2 => "in every second update".into(),
        5 => "in every fifth update".into(),
        10 => "in every tenth update".into(),
        n => format!("once in {n} updates"),
    }
}

/// What models may hide in, as the heading of their bars.
pub fn heading(hides_in: Hiding) -> &'static str {
    match hides_in {
        Hiding::Nothing => "Nothing to hide",
        Hiding::Words => "May hide in words",
        Hiding::Order => "May hide in order",
    }
}

/// The bars by what is hidden in.
pub fn groups(file: &ParaphraseRuns) -> Vec<(Hiding, Vec<Bar>)> {
    let mut groups: Vec<(Hiding, Vec<Bar>)> = Vec::new();
    for way in ways(file) {
        let name = match way.by {
            None => "nobody",
            Some(by) => paraphraser_name(Some(by.paraphraser())),
        };
        let often = way.by.map(|_| how_often(way.every)).unwrap_or_default();
        let Some(bar) = Bar::of(name, &often, shares(file, way)) else {
            continue;
        };
        match groups.last_mut() {
            Some((hides_in, bars)) if *hides_in == way.hides_in => bars.push(bar),
            _ => groups.push((way.hides_in, vec![bar])),
        }
    }
    groups
}

/// Whether to say words again now and then is enough, and whether it has to be the right way of saying them again. Nothing where neither was
/// trained.
pub fn finding(file: &ParaphraseRuns) -> Option<String> {
    let said = [seldom(file), wrong(file)];
    let said: Vec<String> = said.into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// How seldom is enough: of who may hide in words, with the paraphraser of words.
fn seldom(file: &ParaphraseRuns) -> Option<String> {
    let is_seldom = |way: &TrainedBy| {
        way.hides_in == Hiding::Words && way.by == Some(Means::Words) && way.every > 1
    };
    let seldom: Vec<(u64, Vec<f64>)> = ways(file)
        .into_iter()
        .filter(is_seldom)
        .map(|way| (way.every, shares(file, way)))
        .collect();
    let (_, declared) = seldom.iter().find(|(every, _)| *every == DECLARED)?;
    let is_enough = |shares: &[f64]| highest(shares) <= STOPPED;
    let enough = match is_enough(declared) {
        true => "which is enough: hiding does not come about in any seed",
        false => "which is not enough: hiding comes about in some seed at least",
    };
    let others = seldom.iter().filter(|(every, _)| *every != DECLARED);
    let others = others.filter_map(|(every, shares)| {
        Some(format!(
            "{} {} ({})",
            how_often(*every),
            if is_enough(shares) {
                "is enough"
            } else {
                "is not"
            },
            percent(median(shares.iter().copied())?)
        ))
    });
    let others: Vec<String> = others.collect();
    let others = match others.is_empty() {
        true => String::new(),
        false => format!(" Of what else was tried, {}.", others.join("; ")),
    };
    Some(format!(
        "Said in other words {} only, who may hide in words ends at {} ({}): {enough}.{others}",
        how_often(DECLARED),
        percent(median(declared.iter().copied())?),
        spread(declared),
    ))
}

/// Whether a paraphraser that leaves alone what is hidden in stops it.
fn wrong(file: &ParaphraseRuns) -> Option<String> {
    let wrong = ways(file)
        .into_iter()
        .filter(|way| way.leaves == Some(true));
    let said = wrong.filter_map(|way| {
        let shares = shares(file, way);
        let middle = median(shares.iter().copied())?;
        let came = match (middle >= HIDES, highest(&shares) <= STOPPED) {
            (true, _) => "hiding comes about all the same",
            (_, true) => "hiding does not come about either, in any seed",
            _ => "hiding comes about in part",
        };
        let by = paraphraser_name(Some(way.by?.paraphraser()));
        let who = heading(way.hides_in).to_lowercase();
        Some(format!(
            "{by} for who {who}, {} ({}): {came}",
            percent(middle),
            spread(&shares)
        ))
    });
    let said: Vec<String> = said.collect();
    (!said.is_empty()).then(|| {
        format!(
            "With the wrong paraphraser, one that leaves what is hidden in alone: {}.",
            said.join("; ")
        )
    })
}

/// The ends of the seeds.
fn spread(shares: &[f64]) -> String {
    let lowest = shares.iter().copied().fold(1.0, f64::min);
    match shares {
        [_] => "one seed".into(),
        _ => format!(
            "{} seeds, {} to {}",
            shares.len(),
            percent(lowest),
            percent(highest(shares))
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Hiding::{Order, Words};

    fn runs(
        hides_in: Hiding,
        by: Option<Means>,
        every: u64,
        right: [f64; 2],
    ) -> Vec<ParaphraseRun> {
        let run = |(seed, right)| ParaphraseRun {
            hides_in,
            paraphraser: by,
            every,
            seed,
            right,
            updates: Vec::new(),
            greedy_accuracy: Vec::new(),
        };
        (0..).zip(right).map(run).collect()
    }

    fn file(seldom: [f64; 2], wrong: [f64; 2]) -> ParaphraseRuns {
        let runs = [
            runs(Order, Some(Means::Words), 1, wrong),
            runs(Words, Some(Means::Words), 10, [0.2, 0.9]),
            runs(Words, Some(Means::Words), 5, seldom),
            runs(Words, None, 1, [0.9, 1.0]),
            runs(Words, Some(Means::German), 1, [0.2, 0.3]),
            runs(Words, Some(Means::Words), 1, [0.2, 0.3]),
        ];
        ParaphraseRuns {
            runs: runs.concat(),
        }
    }

    #[track_caller]
    fn check(seldom: [f64; 2], wrong: [f64; 2], expected: &[&str]) {
        let said = finding(&file(seldom, wrong))
            .unwrap()
            .replace('\u{202f}', " ");
        for text in expected {
            assert!(said.contains(text), "{said}");
        }
    }

    #[test]
    fn seldom_is_enough_or_not() {
        check(
            [0.2, 0.3],
            [0.9, 0.9],
            &[
                "Said in other words in every fifth update only, who may hide in words ends at 25 % (2 seeds, 20 % to 30 %): which is enough",
                "Of what else was tried, in every tenth update is not (55 %).",
            ],
        );
        check([0.2, 0.9], [0.9, 0.9], &["which is not enough"]);
    }

    #[test]
    fn the_wrong_paraphraser_stops_it_or_not() {
        check(
            [0.2, 0.3],
            [0.8, 1.0],
            &[
                "other words for who may hide in order, 90 % (2 seeds, 80 % to 100 %): hiding comes about all the same.",
            ],
        );
        check([0.2, 0.3], [0.2, 0.3], &["does not come about either"]);
        check([0.2, 0.3], [0.2, 0.9], &["comes about in part"]);
        assert_eq!(finding(&ParaphraseRuns::default()), None);
    }

    #[test]
    fn every_way_has_a_bar() {
        let groups = groups(&file([0.2, 0.3], [0.9, 1.0]));
        let found: Vec<(Hiding, Vec<(&str, &str)>)> = groups
            .iter()
            .map(|(hides_in, bars)| {
                let bars = bars
                    .iter()
                    .map(|bar| (bar.name.as_str(), bar.note.as_str()));
                (*hides_in, bars.collect())
            })
            .collect();
        assert_eq!(
            found,
            [
                (
                    Words,
                    vec![
                        ("nobody", ""),
                        ("other words", "in every update"),
                        ("other words", "in every fifth update"),
                        ("other words", "in every tenth update"),
                        ("German", "in every update"),
                    ]
                ),
                (Order, vec![("other words", "in every update")]),
            ]
        );
        assert_eq!(groups[0].1[0].seeds, [0.9, 1.0]);
    }
}
