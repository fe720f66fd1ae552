//! Whether the premise of the thought experiment holds for these models: that small cannot do the task in one pass.
//!
//! Told from the cards of the declared pair and, once it is here, from the sweep, in which small was given more.

use syw_core::card::{ModelCard, Size};
use syw_core::frontier::{Arm, ENOUGH, Frontier, Run};

use crate::components::format::{count, percent};
use crate::t;

/// "Cannot" is at most this share of the held-out problems of the home rung.
const CANNOT: f64 = 0.5;
/// "Can" is this close to large.
const AS_GOOD: f64 = 0.02;

/// Accuracy on the held-out problems of the home rung, or on all of them where the card names none.
fn home_accuracy(card: &ModelCard) -> f64 {
    card.home
        .as_ref()
        .map_or(card.held_out_accuracy, |home| home.rung.accuracy)
}

/// What the sweep found for one pass of a card's size on its home rung: the best of its runs and what it is right on.
fn in_the_sweep<'a>(card: &ModelCard, frontier: &'a Frontier) -> Option<(&'a Run, f64)> {
    let home = card.home.as_ref()?;
    let mut shapes = frontier.shapes.iter();
    let shape = shapes.find(|shape| shape.parameters == card.parameters)?;
    let run = frontier.best(&shape.name, Arm::Direct, home.operands)?;
    Some((run, run.accuracy(Some(home.modulus))?))
}

/// The figures and what follows from them. `None` while a card of either size is missing; without the sweep, no verdict.
///
/// Of several seeds of small the best counts: it is the baseline.
pub fn premise(cards: &[ModelCard], frontier: Option<&Frontier>) -> Option<String> {
    let direct = |size: Size| {
        cards
            .iter()
            .filter(move |card| card.size == size && card.arm == "direct")
    };
    let best = |a: &&ModelCard, b: &&ModelCard| home_accuracy(a).total_cmp(&home_accuracy(b));
    let small = direct(Size::Small).max_by(best)?;
    let large = direct(Size::Large).next()?;
    let n_seeds = direct(Size::Small).count();
    let home = small.home.as_ref();
    let text = |number: Option<String>| number.unwrap_or_default();
    let figures = t!(
        "premise-figures",
        small = count(small.parameters),
        small_share = percent(home_accuracy(small)),
        rung = if home.is_some() { "some" } else { "none" },
        operands = text(home.map(|home| count(home.operands as u64))),
        modulus = text(home.map(|home| home.modulus.to_string())),
        seeds = n_seeds as f64,
        large = count(large.parameters),
        large_share = percent(home_accuracy(large))
    );
    let verdict = frontier.map(|frontier| verdict(small, large, in_the_sweep(small, frontier)));
    Some(
        [figures]
            .into_iter()
            .chain(verdict)
            .collect::<Vec<_>>()
            .join(" "),
    )
}

fn verdict(small: &ModelCard, large: &ModelCard, longer: Option<(&Run, f64)>) -> String {
    let of_large = home_accuracy(large);
    let as_good = |share: f64| share >= of_large - AS_GOOD;
    let declared = home_accuracy(small);
    match longer {
        _ if as_good(declared) => t!("premise-fails"),
        _ if declared > CANNOT => t!("premise-in-part"),
        Some((run, share)) if share > CANNOT => t!(
            "premise-for-a-while",
            steps = count(run.steps),
            share = percent(share),
            finding = if share >= ENOUGH { "cheaper" } else { "worse" }
        ),
        Some((run, _)) => t!("premise-holds", steps = count(run.steps)),
        None => t!("premise-untried"),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::sections::frontier::words::tests::{frontier, run};

    fn card(size: &str, parameters: u64, accuracy: f64) -> ModelCard {
        let home = json!({"operands": 2, "modulus": 7, "problems": 1030, "accuracy": accuracy, "direct_accuracy": accuracy,
            "chain_accuracy": null});
        let card = json!({"id": size, "size": size, "arm": "direct", "seed": 0, "step": 9, "parameters": parameters, "bytes": 1,
            "sha256": "00", "held_out_problems": 3, "held_out_accuracy": 0.5, "held_out_accuracy_fp32": 0.5,
            "direct_accuracy": 0.2, "chain_accuracy": null, "chain_share": 0.0, "answers": "direct", "layers": 2, "heads": 4,
            "width": 24, "head_width": 6, "max_length": 128, "vocabulary": [], "operands": [2], "home": home, "training": null});
        serde_json::from_value(card).unwrap()
    }

    /// `longer`: what the sweep came to modulo 7.
    #[track_caller]
    fn check(declared: f64, large: f64, longer: Option<f64>, expected: &str) {
        let cards = [card("small", 7712, declared), card("large", 452_160, large)];
        let runs: Vec<Run> = longer
            .into_iter()
            .map(|share| run("s", Arm::Direct, 2, share * 2.0))
            .collect();
        let said = premise(&cards, Some(&frontier(&runs))).unwrap();
        assert!(said.replace('\u{202f}', " ").contains(expected), "{said}");
    }

    #[test]
    fn the_premise_can_come_out_in_every_way() {
        check(
            0.38,
            1.0,
            Some(0.45),
            "It holds here, and no longer training that was tried, up to 5 000 steps,",
        );
        check(
            0.38,
            1.0,
            Some(0.98),
            "Given 5 000 steps of it, a model of small\u{2019}s size is right on 98 % in one pass: for these problems notes are the cheaper way",
        );
        check(0.38, 1.0, Some(0.75), "75 % in one pass: it does worse");
        check(0.38, 1.0, None, "It holds here, as far as it was tried.");
        check(0.99, 1.0, Some(0.4), "It does not hold here");
        check(0.80, 1.0, Some(0.4), "It holds in part");
    }

    #[test]
    fn without_the_sweep_there_are_figures_and_no_verdict() {
        let cards = [card("small", 7712, 0.38), card("large", 452_160, 1.0)];
        let said = premise(&cards, None).unwrap().replace('\u{202f}', " ");
        assert!(said.ends_with("is right on 38 % of the held-out problems of 2 numbers modulo 7, GPT large (452 160 parameters) on 100 %."), "{said}");
        assert_eq!(premise(&cards[..1], None), None);
    }
}
