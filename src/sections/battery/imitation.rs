//! Whether it was the reward that made the chains what they are: the same bases, taught by imitation instead. Pure.

use syw_core::card::Size;
use syw_core::evaluation::{Evaluation, Evaluations, Test};

use crate::components::format::{count, percent};
use crate::locale::formats::{decimal, from_to};
use crate::sections::battery::chosen::Chosen;
use crate::sections::battery::rows::row;
use crate::t;

/// From how far apart on the two ways count as different.
const APART: f64 = 0.05;

/// What imitation made of the bases, beside what the reward did; nothing where there is no such pair.
pub(in crate::sections) fn imitation(chosen: Chosen<'_>) -> Option<String> {
    let pairs: Vec<[f64; 2]> = last_of(chosen.file, "chain_rl")
        .into_iter()
        .filter_map(|rewarded| {
            let imitating = last_of(chosen.file, "chain_imitation");
            let same_seed = |found: &&&Evaluation| found.seed == rewarded.seed;
            let imitator = *imitating.iter().find(same_seed)?;
            Some([
                followed(chosen.of(rewarded))?,
                followed(chosen.of(imitator))?,
            ])
        })
        .collect();
    let apart = pairs
        .iter()
        .map(|[rewarded, imitator]| (rewarded - imitator).abs())
        .reduce(f64::max)?;
    let ends = |way: usize| {
        let values = pairs.iter().map(|pair| pair[way]);
        let (low, high) = values.fold((f64::MAX, f64::MIN), |(low, high), value| {
            (low.min(value), high.max(value))
        });
        from_to(percent(low), percent(high))
    };
    Some(t!(
        "battery-imitation",
        bases = count(pairs.len() as u64),
        imitated = ends(1),
        apart = decimal(100.0 * apart, 1),
        rewarded = ends(0),
        alike = if apart < APART { "yes" } else { "no" }
    ))
}

/// The last checkpoint of every seed of an arm of small.
fn last_of<'a>(file: &'a Evaluations, arm: &str) -> Vec<&'a Evaluation> {
    let of_arm = |found: &&Evaluation| found.size == Size::Small && found.arm == arm;
    let all: Vec<&Evaluation> = file.models.iter().filter(of_arm).collect();
    let last = all.iter().map(|found| found.step).max();
    all.into_iter()
        .filter(|found| Some(found.step) == last && !found.model.contains("-u"))
        .collect()
}

fn followed(chosen: Chosen<'_>) -> Option<f64> {
    let row = row(chosen, Test::AddedMistakes).filter(|row| row.n > 0)?;
    Some(row.shares()[0])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sections::battery::chosen::tests::{entry, file, model, on_home};
    use serde_json::{Value, json};

    fn measured(arm: &str, seed: u64, followed: usize) -> Value {
        let counts = json!({"followed": followed, "broke": 100 - followed});
        let mistakes = entry(json!("home"), "added_mistakes", 4, &[counts]);
        model(&format!("{arm}-{seed}"), arm, seed, 100, &[mistakes])
    }

    #[track_caller]
    fn check(imitators: [usize; 2], expected: &str) {
        let file = file(&[
            measured("chain_rl", 0, 88),
            measured("chain_rl", 1, 99),
            measured("chain_imitation", 1, imitators[1]),
            measured("chain_imitation", 0, imitators[0]),
        ]);
        let said = imitation(on_home(&file, 0))
            .unwrap()
            .replace('\u{202f}', " ");
        assert!(said.contains(expected), "{said}");
    }

    #[test]
    fn the_reward_can_have_done_it_or_not() {
        check(
            [89, 98],
            "the same 2 bases follow a mistake in 89 % to 98 % of cases, seed by seed within 1.0 points of what the reward made of them (88 % to 99 %): so it is not",
        );
        check([99, 99], "within 11.0 points");
        check([99, 99], "so the reward did something");
    }

    #[test]
    fn without_imitators_nothing_is_said() {
        let file = file(&[measured("chain_rl", 0, 88)]);
        assert_eq!(imitation(on_home(&file, 0)), None);
    }
}
