//! The families of problems outside the training distribution as rows of a table, and what they say together.

use syw_core::Family;
use syw_core::card::Size;
use syw_core::evaluation::{AnswersEntry, Evaluation, Evaluations, Set, Way};

use crate::components::format::percent;
use crate::locale::formats::{self, decimal, quoted};
use crate::locale::named;
use crate::t;

/// From this share of true steps on, a chain reads as sound.
const READS_WELL: f64 = 0.9;
/// Up to this share of worked-out problems, a family is not what the chains are about.
const SELDOM: f64 = 0.1;

/// What one model did with one set of problems. Shares, 0 to 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Did {
    pub right: f64,
    /// Answered by a chain.
    pub chains: f64,
    /// Steps that are true, of those written; `None` without any.
    pub legible: Option<f64>,
    /// Problems of which the chain, read without its answer, comes to a right one.
    pub complete: f64,
    /// Problems whose chain the checker passes.
    pub passed: f64,
    /// How well failures are foretold: by the checker for small, where most answers have a chain; by its confidence for large.
    pub foretold: Option<f64>,
    /// Of the outcomes by name, in bits.
    pub entropy: f64,
}

/// A row: a set of problems, and what the two models did.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub name: String,
    pub is_outside: bool,
    pub large: Option<Did>,
    pub small: Option<Did>,
    /// The accuracies of small over its seeds.
    pub range: Option<String>,
}

fn did(size: Size, entry: &AnswersEntry) -> Did {
    let tally = &entry.tally;
    let share = |n: usize| n as f64 / tally.problems.max(1) as f64;
    Did {
        right: tally.accuracy(),
        chains: share(tally.chains),
        legible: tally.legibility(),
        complete: share(tally.complete),
        passed: share(tally.passed),
        foretold: match size {
            Size::Small => entry.foretold.checker_auroc,
            Size::Large => entry.foretold.confidence_auroc,
        },
        entropy: tally.outcome_entropy(),
    }
}

/// The rows: the problems as in training first, then every family. `small` is the model that the page follows, by id.
pub fn rows(file: &Evaluations, small: &str) -> Vec<Row> {
    let small = file.of(small);
    let large = file.large();
    let is_sibling = |found: &&Evaluation| small.is_some_and(|small| found.is_trained_like(small));
    let siblings: Vec<&Evaluation> = file.models.iter().filter(is_sibling).collect();
    let row = |(name, set): (String, Set)| {
        let of = |found: &Evaluation| {
            let entry = found.answers(set, Way::Own)?;
            Some(did(found.size, entry))
        };
        let rights: Vec<f64> = siblings
            .iter()
            .filter_map(|found| Some(of(found)?.right))
            .collect();
        Row {
            name,
            is_outside: set != Set::HeldOut,
            large: large.and_then(of),
            small: small.and_then(of),
            range: range(&rights),
        }
    };
    let families = Family::ALL.map(|family| (named("family", family.name()), Set::Family(family)));
    let sets = [(t!("off-as-in-training"), Set::HeldOut)].into_iter();
    sets.chain(families)
        .map(row)
        .filter(|row| row.large.is_some() || row.small.is_some())
        .collect()
}

fn range(rights: &[f64]) -> Option<String> {
    let low = rights.iter().copied().fold(f64::INFINITY, f64::min);
    let high = rights.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    (rights.len() > 1).then(|| formats::from_to(percent(low), percent(high)))
}

/// A share, or a dash where there is none.
pub fn shown(share: Option<f64>) -> String {
    share.map_or("\u{2013}".into(), percent)
}

/// A figure of two decimals, or a dash where there is none.
pub fn bits(figure: Option<f64>) -> String {
    figure.map_or("\u{2013}".into(), |figure| decimal(figure, 2))
}

/// What the families say together.
pub fn finding(rows: &[Row]) -> String {
    let outside: Vec<&Row> = rows.iter().filter(|row| row.is_outside).collect();
    let n_families = outside.len();
    let (mut n_large, mut n_small) = (0, 0);
    for row in &outside {
        let right = |did: &Option<Did>| did.as_ref().map_or(0.0, |did| did.right);
        n_large += usize::from(right(&row.large) > right(&row.small));
        n_small += usize::from(right(&row.small) > right(&row.large));
    }
    let best = outside
        .iter()
        .flat_map(|row| {
            [("large", &row.large), ("small", &row.small)]
                .map(|(size, did)| (size, row.name.clone(), did))
        })
        .filter_map(|(size, name, did)| Some((size, name, did.as_ref()?.right)))
        .max_by(|(.., x), (.., y)| x.total_cmp(y));
    let who = match best {
        None => t!(
            "off-more-often",
            families = n_families,
            large = n_large,
            small = n_small
        ),
        Some((size, name, right)) => t!(
            "off-more-often-most",
            families = n_families,
            large = n_large,
            small = n_small,
            most = percent(right),
            size = size,
            family = name
        ),
    };
    let fluent = outside.iter().filter(|row| {
        let small = row.small.as_ref();
        small.is_some_and(|small| {
            small.legible.is_some_and(|legible| legible >= READS_WELL) && small.complete <= SELDOM
        })
    });
    let fluent: Vec<String> = fluent.map(|row| quoted(row.name.clone())).collect();
    match fluent.is_empty() {
        true => who,
        false => {
            let warning = t!("off-true-not-right", families = fluent.join(", "));
            format!("{who} {warning}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn answers(
        set: serde_json::Value,
        right: usize,
        valid: usize,
        complete: usize,
        chains: usize,
    ) -> serde_json::Value {
        json!({"set": set, "way": "own", "foretold": {"confidence_auroc": 0.75, "checker_auroc": 0.5},
            "tally": {"problems": 100, "right": right, "by_modulus": {}, "outcomes": {"right": right, "other": 100 - right},
                "tokens": 0, "chains": chains, "steps": 4 * chains, "valid_steps": valid, "malformed": 0,
                "right_with_a_wrong_step": 0, "complete": complete, "passed": complete}})
    }

    fn model(id: &str, size: &str, seed: u64, answers: &[serde_json::Value]) -> serde_json::Value {
        json!({"model": id, "sha256": "00", "size": size, "arm": if size == "small" { "chain_rl" } else { "direct" },
            "seed": seed, "step": 100, "answers": answers, "battery": []})
    }

    fn rows_of(small_right: usize, valid: usize) -> Vec<Row> {
        let family = json!({"family": "three_digit_operand"});
        let file: Evaluations = serde_json::from_value(json!({"version": 1, "language": "", "models": [
            model("large", "large", 0, &[answers(json!("held_out"), 100, 0, 0, 0), answers(family.clone(), 50, 0, 0, 0)]),
            model("s0", "small", 0, &[answers(json!("held_out"), 99, 400, 99, 100), answers(family.clone(), small_right, valid, 0, 100)]),
            model("s1", "small", 1, &[answers(family, 30, valid, 0, 100)]),
        ]}))
        .unwrap();
        rows(&file, "s0")
    }

    #[test]
    fn a_row_tells_the_three_things_apart() {
        let rows = rows_of(40, 390);
        let names: Vec<&str> = rows.iter().map(|row| &*row.name).collect();
        assert_eq!(names, ["as in training, held out", "three digits"]);
        assert_eq!(
            rows[1].range.as_deref().unwrap().replace('\u{202f}', " "),
            "30 % to 40 %"
        );
        let (large, small) = (
            rows[1].large.clone().unwrap(),
            rows[1].small.clone().unwrap(),
        );
        assert_eq!(
            (large.right, large.legible, large.foretold),
            (0.5, None, Some(0.75))
        );
        assert_eq!(
            (small.legible, small.complete, small.foretold),
            (Some(0.975), 0.0, Some(0.5))
        );
        assert_eq!((large.entropy, small.chains), (1.0, 1.0));
    }

    #[track_caller]
    fn check(small_right: usize, valid: usize, expected: &str) {
        let said = finding(&rows_of(small_right, valid)).replace('\u{202f}', " ");
        assert!(said.contains(expected), "{said}");
    }

    #[test]
    fn the_finding_can_come_out_in_every_way() {
        check(
            40,
            390,
            "right in 1, GPT small in 0; the most that is reached is 50 %, by GPT large (\u{201c}three digits\u{201d}). A true chain is not",
        );
        check(
            60,
            390,
            "right in 0, GPT small in 1; the most that is reached is 60 %, by GPT small",
        );
        assert!(finding(&rows_of(60, 100)).ends_with("(\u{201c}three digits\u{201d})."));
        assert_eq!(bits(None), "\u{2013}");
    }
}
