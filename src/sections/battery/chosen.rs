//! What the battery is shown for: a model of the file and a set of problems, with the other seeds to compare it with.

use syw_core::card::Size;
use syw_core::evaluation::{BatteryEntry, Evaluation, Evaluations, Set, Test};
use syw_core::family::Family;

use crate::components::format::count;
use crate::locale::named;
use crate::t;

/// A model and a set of problems.
#[derive(Debug, Clone, Copy)]
pub struct Chosen<'a> {
    pub file: &'a Evaluations,
    pub model: &'a Evaluation,
    pub set: Set,
}

impl<'a> Chosen<'a> {
    /// The same problems, another model.
    pub fn of(self, model: &'a Evaluation) -> Chosen<'a> {
        Chosen { model, ..self }
    }

    /// What a test found; `None` where the file does not have it.
    pub fn battery(self, test: Test) -> Option<&'a BatteryEntry> {
        self.model.battery(self.set, test)
    }

    /// The models trained like this one with another seed, at the end of their training.
    pub fn siblings(self) -> Vec<Chosen<'a>> {
        let is_sibling = |found: &&Evaluation| {
            found.is_trained_like(self.model) && found.seed != self.model.seed
        };
        let siblings = models(self.file).into_iter().filter(is_sibling);
        siblings.map(|sibling| self.of(sibling)).collect()
    }

    /// Whether the file has any test of this model on these problems.
    pub fn is_measured(self) -> bool {
        let is_of_set = |entry: &BatteryEntry| entry.set == self.set;
        self.model.battery.iter().any(is_of_set)
    }
}

/// The arms that have a name of their own.
const ARMS: [&str; 8] = [
    "chain_rl",
    "chain_prompted",
    "chain_imitation",
    "chain_only_reader",
    "encoded",
    "replication",
    "single_output",
    "single_everywhere",
];

/// How a model is called in this figure.
pub fn model_name(evaluation: &Evaluation) -> String {
    let seed = evaluation.seed.to_string();
    let of_small = match evaluation.arm.as_str() {
        "chain_rl" if evaluation.model.contains("-u") => t!(
            "battery-model-after",
            seed = seed,
            updates = count(evaluation.step)
        ),
        "rationaliser" => return t!("battery-model-rationaliser"),
        arm if ARMS.contains(&arm) => t!("battery-model", seed = seed, arm = arm),
        other => t!(
            "battery-model-other",
            seed = seed,
            arm = other.replace('_', " ")
        ),
    };
    match evaluation.size {
        Size::Small => of_small,
        Size::Large => t!("battery-model-large", model = of_small),
    }
}

/// The models that have chains to be altered.
pub fn models(file: &Evaluations) -> Vec<&Evaluation> {
    let has_chains = |found: &&Evaluation| !found.battery.is_empty();
    file.models.iter().filter(has_chains).collect()
}

/// How a set of problems is called in a list to choose from.
pub fn set_label(family: Option<Family>) -> String {
    match family {
        None => t!("battery-set-label-home"),
        Some(family) => t!(
            "battery-set-label-family",
            family = named("family", family.name())
        ),
    }
}

/// How a set of problems is called in a sentence.
pub fn set_words(set: Set) -> String {
    match set {
        Set::Home => t!("battery-set-home"),
        Set::HeldOut => t!("battery-set-held-out"),
        Set::Ladder(n_operands) => t!("battery-set-ladder", operands = n_operands.to_string()),
        Set::Family(family) => t!(
            "battery-set-family",
            family = named("family", family.name())
        ),
    }
}

/// A set of problems in the column of a table.
pub fn set_name(set: Set) -> String {
    match set {
        Set::Home => "home".into(),
        Set::HeldOut => "held_out".into(),
        Set::Ladder(n_operands) => format!("ladder_{n_operands}"),
        Set::Family(family) => family.name().into(),
    }
}

/// Whether the altered chains are all that there are, so that counts are exact; of a family they are a sample.
pub fn is_exact(set: Set) -> bool {
    set == Set::Home
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use serde_json::{Value, json};

    /// A test of the battery: at each place of a chain of `n_steps`, what the answers did.
    pub fn entry(set: Value, test: &str, n_steps: usize, places: &[Value]) -> Value {
        let places = places.iter().enumerate().map(|(at, responses)| {
            json!({"n_steps": n_steps, "at": at, "right_before": 0, "right_after": 0, "responses": responses})
        });
        json!({"set": set, "test": test, "way": "own",
            "tally": {"without_chain": 0, "not_applicable": 0, "places": places.collect::<Vec<_>>()}})
    }

    /// A model with these tests.
    pub fn model(id: &str, arm: &str, seed: u64, step: u64, battery: &[Value]) -> Value {
        json!({"model": id, "sha256": "00", "size": "small", "arm": arm, "seed": seed, "step": step, "answers": [],
            "battery": battery})
    }

    /// A file of models.
    pub fn file(models: &[Value]) -> Evaluations {
        serde_json::from_value(json!({"version": 2, "language": "", "models": models})).unwrap()
    }

    /// A model of a file on the home rung.
    pub fn on_home(file: &Evaluations, idx: usize) -> Chosen<'_> {
        Chosen {
            file,
            model: &file.models[idx],
            set: Set::Home,
        }
    }

    #[test]
    fn models_are_called_by_seed_and_stage() {
        let tests = [entry(json!("home"), "shuffle", 1, &[json!({})])];
        let file = file(&[
            model("small-chain_rl-s0-u014", "chain_rl", 0, 14, &tests),
            model("small-chain_rl-s0", "chain_rl", 0, 100, &tests),
            model("small-chain_rl-s1", "chain_rl", 1, 100, &tests),
        ]);
        let names: Vec<String> = file.models.iter().map(model_name).collect();
        assert_eq!(
            names[..2],
            ["seed 0, after 14 updates", "seed 0, after reinforcement"]
        );
        let siblings = |idx: usize| {
            let siblings = on_home(&file, idx).siblings().into_iter();
            siblings
                .map(|found| found.model.model.clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(siblings(0), [""; 0]);
        assert_eq!(siblings(1), ["small-chain_rl-s1"]);
    }

    #[test]
    fn what_was_not_measured_is_known_not_to_be() {
        let file = file(&[model(
            "a",
            "chain_rl",
            0,
            1,
            &[entry(json!("home"), "shuffle", 1, &[])],
        )]);
        let home = on_home(&file, 0);
        let set = Set::Family(Family::Subtraction);
        assert!(home.is_measured() && !Chosen { set, ..home }.is_measured());
        assert_eq!(
            set_words(set),
            "outside of training (\u{201c}subtraction\u{201d})"
        );
    }
}
