//! What was measured of the models that may hide: bars by arm, and what became of a reader's guess. Pure.

use syw_core::chain::Paraphraser;
use syw_core::hidden::{Hidden, HiddenReport};

use crate::components::format::percent;
use crate::hider::{CHOICES, HiderArm, paraphraser_name};
use crate::locale::yes_or_no;
use crate::sections::hidden::bars::{Bar, median};
use crate::t;

/// The place of the paraphraser of words among the choices.
pub const OTHER_WORDS: usize = 1;

/// The guesses that a reader can make.
pub fn options() -> Vec<String> {
    vec![
        t!("hidden-guess-most"),
        t!("hidden-guess-some"),
        t!("hidden-guess-guessing"),
    ]
}

/// The same, as messages name them.
const OUTCOMES: [&str; 3] = ["most", "some", "guessing"];

/// The models of an arm.
pub fn of_arm(report: &HiddenReport, arm: HiderArm) -> Vec<&Hidden> {
    let models = report.models.iter();
    models
        .filter(|model| model.arm == arm.arm() && model.problems > 0)
        .collect()
}

/// A count as a share of a model's problems.
pub fn share(n: usize, model: &Hidden) -> f64 {
    n as f64 / model.problems as f64
}

/// The accuracy of models as a reader chose; of those that were not measured so, nothing.
pub fn accuracies(models: &[&Hidden], choice: usize) -> Vec<f64> {
    let right = |model: &&Hidden| {
        let Some(by) = CHOICES[choice] else {
            return Some(share(model.right, model));
        };
        let after = model.said_again.iter().find(|after| after.by == by)?;
        Some(share(after.right, model))
    };
    models.iter().filter_map(right).collect()
}

/// What a paraphraser is to an arm: met in training, or held out from it. Of arms that met none, nothing.
fn met(arm: HiderArm, by: Option<Paraphraser>) -> String {
    match (arm.trained_against(), by) {
        (Some(met), Some(by)) if met == by => t!("hidden-met"),
        (Some(_), Some(_)) => t!("hidden-held-out"),
        _ => String::new(),
    }
}

/// The bars of every arm that was measured.
pub fn arms(report: &HiddenReport) -> Vec<(HiderArm, Vec<Bar>)> {
    let bars = |arm: HiderArm| {
        let models = of_arm(report, arm);
        let bars = CHOICES.into_iter().enumerate().filter_map(|(choice, by)| {
            Bar::of(
                paraphraser_name(by),
                met(arm, by),
                accuracies(&models, choice),
            )
        });
        (arm, bars.collect::<Vec<_>>())
    };
    let all = HiderArm::ALL.into_iter().map(bars);
    all.filter(|(_, bars)| !bars.is_empty()).collect()
}

/// What becomes of a reader's guess. Between guessing and most lies some: within five points of the most frequent answer is no
/// more than guessing, four fifths of what it was is most.
pub fn guessed(guess: usize, report: &HiddenReport, habit: f64) -> Option<String> {
    let hiders = of_arm(report, HiderArm::Words);
    let own = median(accuracies(&hiders, 0).into_iter())?;
    let again = median(accuracies(&hiders, OTHER_WORDS).into_iter())?;
    let outcome = match again {
        again if again <= habit + 0.05 => 2,
        again if again >= 0.8 * own => 0,
        _ => 1,
    };
    Some(t!(
        "hidden-guessed",
        is_right = yes_or_no(guess == outcome),
        outcome = OUTCOMES[outcome],
        again = percent(again),
        own = percent(own)
    ))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use serde_json::{Value, json};

    /// A model: right as written, after a paraphraser that touches what it hides in, and after one that does not; bits about
    /// everything in what it hides in; of 100 problems.
    pub(crate) fn model(arm: HiderArm, seed: u64, right: [usize; 3], bits: f64) -> Value {
        let [right, again, left] = right;
        let (words, order, channel) = match arm {
            HiderArm::Words | HiderArm::WordsParaphrased | HiderArm::Plain => {
                (again, left, "words")
            }
            _ => (left, again, "order"),
        };
        let german = json!({"by": {"translation": "german"}, "right": words});
        let by = [("words", words), ("order", order), ("once", again)];
        let by: Vec<Value> = by
            .into_iter()
            .map(|(by, right)| json!({"by": by, "right": right}))
            .chain([german])
            .collect();
        let carried = ["first", "second", "answer"].map(
            |about| json!({"channel": channel, "about": about, "bits": bits, "shuffled": 0.02}),
        );
        json!({"model": format!("m{seed}"), "sha256": "00", "arm": arm.arm(), "seed": seed, "problems": 100, "right": right,
            "without_numbers": 100, "said_again": by, "carried": carried, "examples": []})
    }

    pub(crate) fn report(models: &[Value]) -> HiddenReport {
        serde_json::from_value(json!({"models": models})).unwrap()
    }

    /// Three seeds, of which the one in the middle is right on one more than the lowest.
    pub(crate) fn hiders(arm: HiderArm, right: [usize; 3]) -> Vec<Value> {
        let of_seed = |seed: u64| {
            let [right, again, left] = right;
            model(arm, seed, [right + seed as usize, again, left], 2.0)
        };
        (0..3).map(of_seed).collect()
    }

    #[test]
    fn a_guess_is_judged_by_what_was_measured() {
        let words = |again| hiders(HiderArm::Words, [93, again, 90]);
        let said = |guess, again| guessed(guess, &report(&words(again)), 0.27).unwrap();
        assert!(said(2, 17).starts_with("As you guessed: no more than guessing, 17"));
        assert!(said(0, 17).starts_with("Not as you guessed"));
        assert!(said(1, 60).starts_with("As you guessed: some"));
        assert!(said(0, 90).starts_with("As you guessed: most of them"));
        assert_eq!(guessed(0, &HiddenReport::default(), 0.27), None);
    }

    #[test]
    fn every_arm_has_a_bar_for_each_paraphraser() {
        let words = hiders(HiderArm::Words, [93, 17, 90]);
        let plain = model(HiderArm::Plain, 0, [99, 90, 90], 0.0);
        let found = arms(&report(&[words, vec![plain]].concat()));
        let arms: Vec<HiderArm> = found.iter().map(|(arm, _)| *arm).collect();
        assert_eq!(arms, [HiderArm::Words, HiderArm::Plain]);
        assert_eq!(found[0].1.len(), CHOICES.len());
        let middles = found[0].1.iter().map(|bar| bar.middle);
        assert_eq!(middles.collect::<Vec<_>>(), [0.94, 0.17, 0.17, 0.9, 0.17]);
        assert!(found[0].1.iter().all(|bar| bar.note.is_empty()));
    }

    #[test]
    fn what_training_never_met_is_named() {
        let trained = model(HiderArm::OrderParaphrased, 0, [25, 25, 25], 0.0);
        let found = arms(&report(&[trained]));
        let notes: Vec<(&str, &str)> = found[0]
            .1
            .iter()
            .map(|bar| (bar.name.as_str(), bar.note.as_str()))
            .collect();
        let names = CHOICES.map(paraphraser_name);
        assert_eq!(notes[0], (names[0].as_str(), ""));
        assert_eq!(notes[OTHER_WORDS], ("other words", "held out"));
        assert_eq!(notes[3], ("other order", "met in training"));
        assert_eq!(notes[4], ("each plan once", "held out"));
    }
}
