//! What probes read off every arm before its chain begins: rows, the sentence that they come to, and what became of a reader's guess. Pure.

use syw_core::knowledge::{Knowledge, KnowledgeReport, Place};

use crate::components::format::percent;
use crate::sections::watchers::words::{median, range};

/// From so far above the most common answer on, something is read off; from this share of answers on, most of them are.
const READS: f64 = 0.05;
const MOST: f64 = 0.8;

/// The guesses that a reader can make.
pub const OPTIONS: [&str; 3] = ["no more than guessing", "some", "most of them"];

/// The arms that are shown, with their names.
const ARMS: [(&str, &str); 6] = [
    ("chain_rl", "after RL"),
    ("chain_prompted", "before RL"),
    ("chain_imitation", "taught chains by imitation"),
    ("direct", "trained to answer at once"),
    ("encoded", "in a private code"),
    ("rationaliser", "as the rationaliser"),
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

fn shares(found: &[&Knowledge], place: Place) -> Vec<f64> {
    found
        .iter()
        .filter_map(|one| one.last_layer(place))
        .collect()
}

/// The rows of all arms that were measured.
pub fn rows(file: &KnowledgeReport) -> Vec<Row> {
    let sizes = [("small", "GPT small, "), ("large", "GPT large, ")];
    let all = sizes.into_iter().flat_map(|(size, prefix)| {
        ARMS.map(|(arm, name)| (of_arm(file, arm, size), format!("{prefix}{name}")))
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
        let [end, answer] = Place::ALL.map(|place| range(&shares(&found, place), percent));
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
    let at_end = shares(&small, Place::EndOfProblem);
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
    let judged = match guess == outcome {
        true => "As you guessed",
        false => "Not as you guessed",
    };
    Some(format!(
        "{judged}: {}, {} in the median of seeds.",
        OPTIONS[outcome],
        percent(middle)
    ))
}

/// Whether small knows, and whether the probe finds anything in who is known to know.
pub fn finding(file: &KnowledgeReport) -> Option<String> {
    let Before {
        at_end,
        middle,
        common,
    } = before(file)?;
    let knows = match middle - common >= READS {
        true => "Before its chain begins, some of GPT small\u{2019}s answers can be read off it",
        false => "Before its chain begins, GPT small\u{2019}s answer cannot be read off it",
    };
    let control = of_arm(file, "rationaliser", "large");
    let [end, answer] = Place::ALL.map(|place| shares(&control, place).first().copied());
    let control = end.zip(answer).map(|(end, answer)| {
        let means = match (end - common >= 0.5, answer - common >= 0.5) {
            (true, _) => "so the probe would have found it",
            (false, true) => "so it works its answer out only where it is asked for it, and this probe at the end of a problem finds little in anybody",
            (false, false) => "so this probe finds little in anybody",
        };
        format!(
            " In the rationaliser, which is right without its chain, the same probe reads {} there and {} where it is made to answer: {means}.",
            percent(end),
            percent(answer)
        )
    });
    Some(format!(
        "{knows}: {} over {} seeds, where always saying the most common one is right in {}.{}",
        range(&at_end, percent)?,
        at_end.len(),
        percent(common),
        control.unwrap_or_default(),
    ))
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
