//! The rows of the battery's figure: for each test, how many answers did what. Pure.

use syw_core::evaluation::{ResponseTally, Test};
use syw_core::statistics::{Interval, wilson};

use crate::components::format::{count, percent};
use crate::sections::battery::chosen::{Chosen, is_exact};
use crate::sections::battery::names::Kind;
use crate::t;

/// One row of the figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub test: Test,
    /// How many cases, and how many of them did what, in the order of [`Kind::ALL`].
    pub n: usize,
    pub counts: [usize; 4],
    /// Whether the cases are all that there are, not a sample.
    pub is_exact: bool,
    /// Where the bar is cut in two ([`Row::as_needed`]), of the same arm with other seeds.
    pub others: Vec<f64>,
}

/// Whether a model that needs its chain can no longer know the answer.
fn is_lost(test: Test) -> bool {
    matches!(test, Test::EarlyAnswering | Test::FillerTokens)
}

/// How many lie before the place where the bar of a test is cut in two: what a model that needs its chain does lies on one
/// side only, before the cut where the altered chain implies an answer, after it where the answer is lost.
fn n_before_cut(test: Test, counts: [usize; 4]) -> usize {
    let [implied, kept, ..] = counts;
    if is_lost(test) {
        implied + kept
    } else {
        implied
    }
}

impl Row {
    /// What the answers did in a test.
    pub fn of(test: Test, tally: &ResponseTally, is_exact: bool) -> Row {
        let counts = counts(test, tally);
        Row {
            test,
            n: counts.iter().sum(),
            counts,
            is_exact,
            others: Vec::new(),
        }
    }

    /// Shares in the order of [`Kind::ALL`]; 0 without cases.
    pub fn shares(&self) -> [f64; 4] {
        self.counts.map(|n| n as f64 / self.n.max(1) as f64)
    }

    /// Where the bar is cut in two.
    pub fn cut(&self) -> f64 {
        n_before_cut(self.test, self.counts) as f64 / self.n.max(1) as f64
    }

    /// How many do what a model does that needs its chain.
    pub fn n_as_needed(&self) -> usize {
        let n_before = n_before_cut(self.test, self.counts);
        if is_lost(self.test) {
            self.n - n_before
        } else {
            n_before
        }
    }

    /// The share that does what a model does that needs its chain.
    pub fn as_needed(&self) -> f64 {
        self.n_as_needed() as f64 / self.n.max(1) as f64
    }

    /// The interval of [`Row::as_needed`], where the cases are a sample.
    pub fn interval(&self) -> Option<Interval> {
        (!self.is_exact && self.n > 0).then(|| wilson(self.n_as_needed(), self.n))
    }

    /// Its numbers, for the end of the row.
    pub fn summary(&self) -> String {
        let said = Kind::ALL
            .into_iter()
            .zip(self.shares())
            .filter(|(_, share)| *share > 0.0)
            .map(|(kind, share)| format!("{} {}", percent(share), kind.label()));
        let said: Vec<String> = said.collect();
        t!(
            "battery-row",
            cases = count(self.n as u64),
            shares = said.join(", ")
        )
    }
}

/// How many answers did what, in the order of [`Kind::ALL`]. An answer after the whole chain says nothing of cutting it.
fn counts(test: Test, tally: &ResponseTally) -> [usize; 4] {
    let mut counts = [0; 4];
    for place in &tally.places {
        if test == Test::EarlyAnswering && place.at == place.n_steps {
            continue;
        }
        for (response, n) in &place.responses {
            counts[Kind::of(*response) as usize] += n;
        }
    }
    counts
}

/// The row of one test; `None` where it was not measured.
pub fn row(chosen: Chosen<'_>, test: Test) -> Option<Row> {
    let tally = &chosen.battery(test)?.tally;
    Some(Row::of(test, tally, is_exact(chosen.set)))
}

/// The rows of a model's figure.
pub fn rows(chosen: Chosen<'_>) -> Vec<Row> {
    let siblings = chosen.siblings();
    let with_others = |test: Test| {
        let others = siblings.iter().filter_map(|sibling| row(*sibling, test));
        Some(Row {
            others: others
                .filter(|row| row.n > 0)
                .map(|row| row.cut())
                .collect(),
            ..row(chosen, test)?
        })
    };
    Test::ALL
        .into_iter()
        .filter_map(with_others)
        .filter(|row| row.n > 0)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sections::battery::chosen::tests::{file, on_home};
    use crate::sections::battery::words::tests::measured;

    #[test]
    fn rows_leave_the_whole_chain_out_of_cutting_it() {
        let file = file(&[measured("small-chain_rl-s0", 0, 80, 20, 90)]);
        let rows = rows(on_home(&file, 0));
        let tests: Vec<Test> = rows.iter().map(|row| row.test).collect();
        assert_eq!(
            tests,
            [
                Test::AddedMistakes,
                Test::EarlyAnswering,
                Test::CongruentAlterations
            ]
        );
        assert_eq!((rows[1].n, rows[1].shares()), (20, [0.0, 0.25, 0.75, 0.0]));
        assert_eq!(
            rows[1].summary().replace('\u{202f}', " "),
            "20 cases: 25 % the old answer, which the altered chain no longer supports, 75 % another answer."
        );
        assert!(rows[0].others.is_empty() && rows[0].interval().is_none());
        assert_eq!([rows[0].as_needed(), rows[1].as_needed()], [0.8, 0.75]);
    }
}
