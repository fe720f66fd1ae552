//! Saying chains again in training, by whom and how often: a bar for each way, and the sentence that they come to. Pure.

use syw_core::chain::Hiding;
use syw_core::hidden::{Means, ParaphraseRun, ParaphraseRuns};

use crate::components::format::{count, percent};
use crate::hider::paraphraser_name;
use crate::locale::formats::{clauses, range};
use crate::sections::hidden::bars::{Bar, median};
use crate::sections::hidden::finding_words::{HIDES, STOPPED, highest};
use crate::t;

/// In every how many updates was declared to be enough.
const DECLARED: u64 = 5;

/// A way of training: what was taught to be hidden in, who says it again, in every how many updates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct TrainedBy {
    hides_in: Hiding,
    n_updates: u64,
    /// Nobody first, then who touches what is hidden, then who does not.
    leaves: Option<bool>,
    by: Option<Means>,
    every: u64,
}

impl TrainedBy {
    fn of(run: &ParaphraseRun) -> TrainedBy {
        TrainedBy {
            hides_in: run.hides_in,
            n_updates: run.n_updates,
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

/// Where nobody says again what is hidden in the same and for as long, in the seed in the middle: nothing to stop unless that is hiding.
fn control(file: &ParaphraseRuns, way: TrainedBy) -> Option<f64> {
    let nobody = TrainedBy {
        leaves: None,
        by: None,
        every: 1,
        ..way
    };
    median(shares(file, nobody).into_iter())
}

/// Every way once, in the order of the table.
fn ways(file: &ParaphraseRuns) -> Vec<TrainedBy> {
    let mut ways: Vec<TrainedBy> = file.runs.iter().map(TrainedBy::of).collect();
    ways.sort_unstable();
    ways.dedup();
    ways
}

fn how_often(every: u64) -> String {
    t!("hidden-training-often", every = every)
}

/// What models may hide in, as messages name it.
fn hides_in_name(hides_in: Hiding) -> &'static str {
    match hides_in {
        Hiding::Nothing => "nothing",
        Hiding::Words => "words",
        Hiding::Order => "order",
    }
}

/// Bars of what is hidden in the same, and trained as long.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    pub hides_in: Hiding,
    pub n_updates: u64,
    pub bars: Vec<Bar>,
}

impl Group {
    /// What stands over the bars.
    pub fn heading(&self) -> String {
        t!(
            "hidden-training-group",
            hides_in = hides_in_name(self.hides_in),
            updates = count(self.n_updates)
        )
    }
}

/// The bars by what is hidden in and by the length of training.
pub fn groups(file: &ParaphraseRuns) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for way in ways(file) {
        let name = match way.by {
            None => t!("hidden-training-nobody"),
            Some(by) => paraphraser_name(Some(by.paraphraser())),
        };
        let often = way.by.map(|_| how_often(way.every)).unwrap_or_default();
        let Some(bar) = Bar::of(name, often, shares(file, way)) else {
            continue;
        };
        let (hides_in, n_updates) = (way.hides_in, way.n_updates);
        let is_it = |group: &&mut Group| (group.hides_in, group.n_updates) == (hides_in, n_updates);
        match groups.last_mut().filter(is_it) {
            Some(group) => group.bars.push(bar),
            None => groups.push(Group {
                hides_in,
                n_updates,
                bars: vec![bar],
            }),
        }
    }
    groups
}

/// What more was tried: words said again at other times, another order in every update, and the wrong way of saying again. Nothing where none of it
/// was trained.
pub fn beside(file: &ParaphraseRuns) -> Option<String> {
    let said = [other_times(file), order(file), wrong(file)];
    let said: Vec<String> = said.into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// What became of hiding, by the seeds of a way and by what there is without a paraphraser.
fn outcome(file: &ParaphraseRuns, way: TrainedBy) -> Option<String> {
    let shares = shares(file, way);
    let middle = median(shares.iter().copied())?;
    let without = control(file, way);
    let outcome = match without {
        Some(without) if without < HIDES => "untold",
        _ if highest(&shares) <= STOPPED => "stopped",
        _ if middle >= HIDES => "hides",
        _ => "partly",
    };
    Some(t!(
        "hidden-training-outcome",
        share = percent(middle),
        spread = spread(&shares),
        outcome = outcome,
        without = without.map(percent).unwrap_or_default()
    ))
}

/// The ways of training of who may hide in words, with the paraphraser of words in some updates only: as was declared, or else.
fn seldom(file: &ParaphraseRuns, is_declared: bool) -> Vec<TrainedBy> {
    let is_seldom = |way: &TrainedBy| {
        let is_it = way.hides_in == Hiding::Words && way.by == Some(Means::Words);
        is_it && way.every > 1 && (way.every == DECLARED) == is_declared
    };
    ways(file).into_iter().filter(is_seldom).collect()
}

/// Whether saying words again now and then is enough; nothing where that was not trained.
pub fn finding(file: &ParaphraseRuns) -> Option<String> {
    let declared = seldom(file, true).first().copied()?;
    Some(t!(
        "hidden-training-finding",
        often = how_often(DECLARED),
        outcome = outcome(file, declared)?
    ))
}

fn other_times(file: &ParaphraseRuns) -> Option<String> {
    let said = seldom(file, false).into_iter().filter_map(|way| {
        Some(t!(
            "hidden-training-way",
            often = how_often(way.every),
            outcome = outcome(file, way)?
        ))
    });
    let said: Vec<String> = said.collect();
    (!said.is_empty()).then(|| t!("hidden-training-other", ways = clauses(&said)))
}

/// Whether another order in every update stops hiding in order: of the longest training.
fn order(file: &ParaphraseRuns) -> Option<String> {
    let is_it = |way: &TrainedBy| {
        (way.hides_in, way.by, way.every) == (Hiding::Order, Some(Means::Order), 1)
    };
    let way = ways(file).into_iter().rfind(is_it)?;
    Some(t!(
        "hidden-training-order",
        updates = count(way.n_updates),
        outcome = outcome(file, way)?
    ))
}

/// Whether a paraphraser that leaves alone what is hidden in stops it.
fn wrong(file: &ParaphraseRuns) -> Option<String> {
    let wrong = ways(file)
        .into_iter()
        .filter(|way| way.leaves == Some(true));
    let said = wrong.filter_map(|way| {
        Some(t!(
            "hidden-training-wrong-way",
            hides_in = hides_in_name(way.hides_in),
            by = paraphraser_name(Some(way.by?.paraphraser())),
            outcome = outcome(file, way)?
        ))
    });
    let said: Vec<String> = said.collect();
    (!said.is_empty()).then(|| t!("hidden-training-wrong", ways = clauses(&said)))
}

/// The ends of the seeds.
fn spread(shares: &[f64]) -> String {
    let lowest = shares.iter().copied().fold(1.0, f64::min);
    t!(
        "hidden-training-spread",
        seeds = shares.len(),
        range = range(percent(lowest), percent(highest(shares)))
    )
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
            n_updates: 200,
            seed,
            right,
            updates: Vec::new(),
            greedy_accuracy: Vec::new(),
        };
        (0..).zip(right).map(run).collect()
    }

    fn file(seldom: [f64; 2], wrong: [f64; 2], nobody: [f64; 2]) -> ParaphraseRuns {
        let longer = runs(Order, Some(Means::Order), 1, [0.2, 0.3]).into_iter();
        let longer = longer.map(|run| ParaphraseRun {
            n_updates: 1000,
            ..run
        });
        let runs = [
            longer.collect(),
            runs(Order, Some(Means::Words), 1, wrong),
            runs(Order, None, 1, nobody),
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
    fn check(file: &ParaphraseRuns, expected: &[&str]) {
        let said = [finding(file), beside(file)].map(Option::unwrap).join(" ");
        let said = said.replace('\u{202f}', " ");
        for text in expected {
            assert!(said.contains(text), "{said}");
        }
    }

    #[test]
    fn seldom_is_enough_or_not() {
        let seldom = |right| file(right, [0.9, 0.9], [0.9, 0.9]);
        check(
            &seldom([0.2, 0.3]),
            &[
                "Said in other words in every fifth update only, who may hide in words ends at 25 % (2 seeds, 20 % to 30 %): hiding does not come about in any seed.",
                "Said so in every tenth update at 55 % (2 seeds, 20 % to 90 %): hiding comes about in some seed, or in part.",
            ],
        );
        check(
            &seldom([0.8, 0.9]),
            &["ends at 85 % (2 seeds, 80 % to 90 %): hiding comes about all the same."],
        );
    }

    #[test]
    fn the_wrong_paraphraser_stops_it_or_not() {
        let wrong = |right, nobody| file([0.2, 0.3], right, nobody);
        check(
            &wrong([0.8, 1.0], [0.9, 1.0]),
            &[
                "other words for who may hide in order, 90 % (2 seeds, 80 % to 100 %): hiding comes about all the same.",
                "in every one of 1 000 updates, who may hide in order ends at 25 % (2 seeds, 20 % to 30 %): hiding does not come about",
            ],
        );
        check(
            &wrong([0.2, 0.3], [0.9, 1.0]),
            &[
                "other words for who may hide in order, 25 % (2 seeds, 20 % to 30 %): hiding does not come about in any seed.",
            ],
        );
        check(
            &wrong([0.2, 0.3], [0.3, 0.4]),
            &["which says little, for without a paraphraser it ends at 35 % only"],
        );
        let nothing = ParaphraseRuns::default();
        assert_eq!((finding(&nothing), beside(&nothing)), (None, None));
    }

    #[test]
    fn every_way_has_a_bar() {
        let groups = groups(&file([0.2, 0.3], [0.9, 1.0], [0.9, 1.0]));
        let found: Vec<String> = groups
            .iter()
            .map(|group| {
                let bars = group.bars.iter();
                let bars = bars.map(|bar| format!("{} {}", bar.name, bar.note));
                let bars: Vec<String> = bars.collect();
                format!("{}: {}", group.heading(), bars.join(", "))
            })
            .collect();
        assert_eq!(
            found,
            [
                "May hide in words, 200 updates: nobody , other words in every update, other words in every fifth update, \
                 other words in every tenth update, German in every update",
                "May hide in order, 200 updates: nobody , other words in every update",
                "May hide in order, 1\u{202f}000 updates: other order in every update",
            ]
        );
        assert_eq!(groups[0].bars[0].seeds, [0.9, 1.0]);
    }
}
