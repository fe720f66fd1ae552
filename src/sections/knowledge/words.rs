//! What probes read off every arm before its chain begins: rows, the sentence that they come to, and what became of a reader's guess. Pure.

use syw_core::knowledge::{Knowledge, KnowledgeReport, Place};

use crate::components::format::percent;
use crate::sections::watchers::words::{median, range};
use crate::t;

/// From so far above the most common answer on, something is read off; from this share of answers on, most of them are.
const READS: f64 = 0.05;
const MOST: f64 = 0.8;

/// The guesses that a reader can make.
pub fn options() -> [String; 3] {
    [
        t!("knowledge-guess-chance"),
        t!("knowledge-guess-some"),
        t!("knowledge-guess-most"),
    ]
}

/// The arms that are shown.
const ARMS: [&str; 6] = [
    "chain_rl",
    "chain_prompted",
    "chain_imitation",
    "direct",
    "encoded",
    "rationaliser",
];

/// A row: whose, and the shares that are read off at both places and by the control.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub name: String,
    pub shares: [Option<String>; 3],
}

fn of_arm<'a>(file: &'a KnowledgeReport, arm: &str, size: &str) -> Vec<&'a Knowledge> {
    let fits = |found: &&Knowledge| found.arm == arm && found.model.starts_with(size);
    file.models.iter().filter(fits).collect()
}

fn shares_of(found: &[&Knowledge], place: Place) -> Vec<f64> {
    found
        .iter()
        .filter_map(|one| one.last_layer(place))
        .collect()
}

/// The rows of all arms that were measured.
pub fn rows(file: &KnowledgeReport) -> Vec<Row> {
    let all = ["small", "large"].into_iter().flat_map(|size| {
        let name = move |arm| t!("knowledge-model", size = size, arm = arm);
        ARMS.map(|arm| (of_arm(file, arm, size), name(arm)))
    });
    let row = |(found, name): (Vec<&Knowledge>, String)| {
        let shuffled = found.iter().flat_map(|one| {
            let last = one.probes.iter().map(|probe| probe.layer).max();
            let of_last = one
                .probes
                .iter()
                .filter(move |probe| Some(probe.layer) == last);
            of_last.map(|probe| probe.shuffled as f64 / one.problems.max(1) as f64)
        });
        let shuffled: Vec<f64> = shuffled.collect();
        let [end, answer] = Place::ALL.map(|place| range(&shares_of(&found, place), percent));
        Row {
            name,
            shares: [end, answer, range(&shuffled, percent)],
        }
    };
    let named = all.filter(|(found, _)| !found.is_empty());
    named.map(row).collect()
}

/// What is read off small before its chains, by seed and in the middle, and how often the most common answer is right.
struct Before {
    at_end: Vec<f64>,
    middle: f64,
    common: f64,
}

fn before(file: &KnowledgeReport) -> Option<Before> {
    let small = of_arm(file, "chain_rl", "small");
    let at_end = shares_of(&small, Place::EndOfProblem);
    let first = small.first()?;
    Some(Before {
        middle: median(&at_end)?,
        at_end,
        common: first.common as f64 / first.problems.max(1) as f64,
    })
}

/// What becomes of a reader's guess.
pub fn guessed(guess: usize, file: &KnowledgeReport) -> Option<String> {
    let Before { middle, common, .. } = before(file)?;
    let outcome = match middle {
        middle if middle < common + READS => 0,
        middle if middle >= MOST => 2,
        _ => 1,
    };
    let outcome_text = options()[outcome].clone();
    let middle = percent(middle);
    Some(match guess == outcome {
        true => t!("knowledge-guessed", outcome = outcome_text, share = middle),
        false => t!(
            "knowledge-not-guessed",
            outcome = outcome_text,
            share = middle
        ),
    })
}

/// Whether small knows, and whether the probe finds anything in who is known to know.
pub fn finding(file: &KnowledgeReport) -> Option<String> {
    let Before {
        at_end,
        middle,
        common,
    } = before(file)?;
    let (shares, seeds, most_common) = (
        range(&at_end, percent)?,
        at_end.len().to_string(),
        percent(common),
    );
    let knows = match middle - common >= READS {
        true => t!(
            "knowledge-some-read",
            shares = shares,
            seeds = seeds,
            common = most_common
        ),
        false => t!(
            "knowledge-none-read",
            shares = shares,
            seeds = seeds,
            common = most_common
        ),
    };
    let control = of_arm(file, "rationaliser", "large");
    let [end, answer] = Place::ALL.map(|place| shares_of(&control, place).first().copied());
    let control = end.zip(answer).map(|(end, answer)| {
        let means = match (end - common >= 0.5, answer - common >= 0.5) {
            (true, _) => t!("knowledge-control-finds"),
            (false, true) => t!("knowledge-control-late"),
            (false, false) => t!("knowledge-control-little"),
        };
        let read = t!(
            "knowledge-control",
            end = percent(end),
            answer = percent(answer),
            means = means
        );
        format!(" {read}")
    });
    Some(format!("{knows}{}", control.unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use syw_core::knowledge::ProbeRead;

    fn known(model: &str, arm: &str, end: usize, answer: usize) -> Knowledge {
        let probe = |place, right| ProbeRead {
            place,
            layer: 2,
            right,
            shuffled: 24,
        };
        Knowledge {
            model: model.into(),
            sha256: String::new(),
            arm: arm.into(),
            seed: 0,
            problems: 100,
            common: 24,
            probes: vec![
                probe(Place::EndOfProblem, end),
                probe(Place::MadeToAnswer, answer),
            ],
        }
    }

    #[track_caller]
    fn check(small: usize, control: [usize; 2], expected: [&str; 2]) {
        let file = KnowledgeReport {
            models: vec![
                known("small-chain_rl-s0", "chain_rl", small, small),
                known(
                    "large-rationaliser-s0",
                    "rationaliser",
                    control[0],
                    control[1],
                ),
            ],
        };
        let said = finding(&file).unwrap().replace('\u{202f}', " ");
        assert!(said.contains(expected[0]), "{said}");
        assert!(said.contains(expected[1]), "{said}");
        assert_eq!(rows(&file).len(), 2);
    }

    #[test]
    fn a_guess_is_judged_by_what_was_measured() {
        let said = |guess, small| {
            let models = vec![known("small-chain_rl-s0", "chain_rl", small, small)];
            guessed(guess, &KnowledgeReport { models }).unwrap()
        };
        assert!(said(0, 25).starts_with("As you guessed: no more than guessing"));
        assert!(said(2, 25).starts_with("Not as you guessed: no more"));
        assert!(said(1, 50).starts_with("As you guessed: some, 50"));
        assert!(said(1, 95).starts_with("Not as you guessed: most of them, 95"));
        assert_eq!(guessed(0, &KnowledgeReport::default()), None);
    }

    #[test]
    fn small_knows_or_does_not_and_so_does_the_control() {
        check(
            25,
            [33, 100],
            [
                "cannot be read off it: 25 % over 1 seeds",
                "only where it is asked for it",
            ],
        );
        check(
            80,
            [95, 100],
            [
                "some of GPT small\u{2019}s answers can be read",
                "would have found it",
            ],
        );
        check(25, [30, 30], ["right in 24 %", "finds little in anybody."]);
        assert_eq!(finding(&KnowledgeReport::default()), None);
    }
}
