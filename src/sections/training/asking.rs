//! What the reinforcement adds to asking: the base, asked for notes, beside the model that was rewarded, in a sentence.

use syw_core::card::{ModelCard, Size};

use crate::components::format::{count, percent};
use crate::state::followed_seed;
use crate::t;

/// From this difference on, reinforcement is said to have added something: the line that docs/claims.toml draws.
const ADDED: f64 = 0.05;

/// How much the followed seed gains by being rewarded rather than asked, on the home rung. `None` while a card is missing.
pub fn asking(cards: &[ModelCard]) -> Option<String> {
    let seed = followed_seed(cards)?;
    let last = |arm: &str| {
        cards
            .iter()
            .filter(|card| card.size == Size::Small && card.seed == seed && card.arm == arm)
            .max_by_key(|card| card.step)
    };
    let base = last("chain_prompted")?.home.as_ref()?;
    let asked = base.rung.chain_accuracy?;
    let rewarded = last("chain_rl")?.home.as_ref()?.rung.accuracy;
    let figures = t!(
        "training-asked",
        asked = percent(asked),
        problems = count(base.rung.problems),
        modulus = base.modulus.to_string(),
        rewarded = percent(rewarded)
    );
    let finding = match rewarded - asked {
        gain if gain >= ADDED => t!("training-asked-less"),
        gain if gain > -ADDED => t!("training-asked-as-much"),
        _ => t!("training-asked-more"),
    };
    Some(format!("{figures} {finding}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn card(arm: &str, accuracy: f64, chain_accuracy: Option<f64>) -> ModelCard {
        let home = json!({"operands": 2, "modulus": 7, "problems": 1030, "accuracy": accuracy, "direct_accuracy": 0.2,
            "chain_accuracy": chain_accuracy});
        let card = json!({"id": arm, "size": "small", "arm": arm, "seed": 0, "step": 9, "parameters": 1, "bytes": 1,
            "sha256": "00", "held_out_problems": 3, "held_out_accuracy": 0.5, "held_out_accuracy_fp32": 0.5,
            "direct_accuracy": 0.2, "chain_accuracy": null, "chain_share": 0.0, "answers": "free", "layers": 2, "heads": 4,
            "width": 24, "head_width": 6, "max_length": 128, "vocabulary": [], "operands": [2], "home": home, "training": null});
        serde_json::from_value(card).unwrap()
    }

    #[track_caller]
    fn check(asked: f64, rewarded: f64, finding: &str) {
        let cards = [
            card("chain_prompted", 0.2, Some(asked)),
            card("chain_rl", rewarded, Some(rewarded)),
        ];
        let said = asking(&cards).unwrap();
        assert!(said.contains(&percent(asked)), "{said}");
        assert!(said.ends_with(finding), "{said}");
    }

    #[test]
    fn the_gain_can_come_out_in_every_way() {
        check(0.18, 0.99, "the reward found one that works.");
        check(0.97, 0.99, "taught it when to reason, not how.");
        check(0.97, 0.2, "than it is now.");
    }

    #[test]
    fn nothing_is_said_of_what_was_not_measured() {
        assert_eq!(asking(&[]), None);
        let cards = [
            card("chain_prompted", 0.2, None),
            card("chain_rl", 0.9, None),
        ];
        assert_eq!(asking(&cards), None);
    }
}
