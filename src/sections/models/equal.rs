//! Whether the two are equally capable, which the thought experiment supposes: problem by problem, for every seed of small.

use syw_core::evaluation::{Evaluation, Evaluations, Set, Way, bits_of};
use syw_core::statistics::{CONFIDENCE, Interval, Paired, holm, paired_bootstrap};

use crate::components::format::{count, percent};
use crate::locale::formats::decimal;
use crate::t;

/// Equal within this: the line that docs/claims.toml draws.
const MARGIN: f64 = 0.02;
/// The level of the tests, corrected for their number.
const LEVEL: f64 = 0.05;
/// A probability below this is not told by number.
const SMALLEST: f64 = 0.001;

/// No rung has as many problems. The comparison takes the square of their number, so that a damaged file could ask for hours.
const MOST_PROBLEMS: usize = 10_000;

/// Whether each problem of the home rung was answered rightly.
fn home(found: &Evaluation) -> Option<Vec<bool>> {
    let entry = found.answers(Set::Home, Way::Own)?;
    let n = Some(entry.tally.problems).filter(|n| *n <= MOST_PROBLEMS)?;
    bits_of(entry.right.as_deref()?, n)
}

/// The comparison of the model that the page follows with large, and how many of its seeds are equal to it. `None` while
/// something is missing.
pub fn equal_capability(file: &Evaluations, followed: &str) -> Option<String> {
    let small = file.of(followed)?;
    let large = file.large()?;
    let large_right = home(large)?;
    let compared: Vec<(bool, Paired)> = file
        .models
        .iter()
        .filter(|found| found.is_trained_like(small))
        .filter_map(|found| {
            let paired = Paired::of(&large_right, &home(found)?);
            Some((found.model == followed, paired))
        })
        .collect();
    let p_values: Vec<f64> = compared
        .iter()
        .map(|(_, paired)| paired.mcnemar())
        .collect();
    let corrected = holm(&p_values);
    let intervals: Vec<(f64, Interval)> = compared
        .iter()
        .map(|(_, paired)| paired_bootstrap(*paired))
        .collect();
    let is_equal = |interval: &Interval| interval.low > -MARGIN && interval.high < MARGIN;
    let n_equal = intervals
        .iter()
        .filter(|(_, interval)| is_equal(interval))
        .count();
    let n_different = corrected.iter().filter(|p| **p < LEVEL).count();
    let idx = compared.iter().position(|(is_followed, _)| *is_followed)?;
    let ((_, paired), (difference, interval), p) = (compared[idx], intervals[idx], corrected[idx]);
    let points = |share: f64| {
        let sign = if share.is_sign_negative() {
            '\u{2212}'
        } else {
            '+'
        };
        format!("{sign}{}", decimal(100.0 * share.abs(), 1))
    };
    let (tail, p) = match p {
        p if p < SMALLEST => ("below", SMALLEST),
        p => ("exact", p),
    };
    Some(t!(
        "equal-capability",
        problems = count(large_right.len() as u64),
        large = count(paired.only_first as u64),
        small = count(paired.only_second as u64),
        difference = points(difference),
        level = percent(CONFIDENCE),
        low = points(interval.low),
        high = points(interval.high),
        verdict = if is_equal(&interval) { "equal" } else { "open" },
        margin = percent(MARGIN)
            .trim_end_matches(['%', '\u{202f}'])
            .to_owned(),
        seeds = compared.len().to_string(),
        equal = n_equal.to_string(),
        different = n_different.to_string(),
        tail = tail,
        p = decimal(p, 3)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use syw_core::evaluation::hex_of;

    fn model(id: &str, size: &str, n_right: usize) -> serde_json::Value {
        let right: Vec<bool> = (0..1000).map(|idx| idx < n_right).collect();
        json!({"model": id, "sha256": "00", "size": size, "arm": if size == "large" { "direct" } else { "chain_rl" }, "seed": 0, "step": 100, "battery": [],
            "answers": [{"set": "home", "way": "own", "foretold": {}, "right": hex_of(&right),
                "tally": {"problems": 1000, "right": n_right, "by_modulus": {}, "outcomes": {}, "tokens": 0, "chains": 0,
                    "steps": 0, "valid_steps": 0, "malformed": 0, "right_with_a_wrong_step": 0, "complete": 0, "passed": 0}}]})
    }

    #[track_caller]
    fn check(rights: [usize; 2], expected: &[&str]) {
        let models = [
            model("large", "large", 1000),
            model("s0", "small", rights[0]),
            model("s1", "small", rights[1]),
        ];
        let file = json!({"version": 1, "language": "", "models": models});
        let file: Evaluations = serde_json::from_value(file).unwrap();
        let said = equal_capability(&file, "s0")
            .unwrap()
            .replace('\u{202f}', " ");
        for text in expected {
            assert!(said.contains(text), "{said}");
        }
    }

    #[test]
    fn equality_can_come_out_in_every_way() {
        check(
            [995, 870],
            &[
                "alone is right on 5, GPT small alone on 0: +0.5 points apart",
                "equal within the margin of 2 points. Of 2 seeds of GPT small 1 are equal within it, and 1 differ",
                "(this one: p = 0.062)",
            ],
        );
        check(
            [870, 995],
            &[
                "+13.0 points apart",
                "not shown to be equal",
                "(this one: p below 0.001)",
            ],
        );
        check(
            [1000, 1000],
            &[
                "+0.0 points apart (95 % +0.0 to +0.0",
                "2 are equal within it, and 0 differ",
                "(this one: p = 1.000)",
            ],
        );
    }

    #[test]
    fn nothing_is_said_while_something_is_missing() {
        let file = Evaluations::empty();
        assert_eq!(equal_capability(&file, "s0"), None);
    }

    #[test]
    fn nothing_is_said_of_more_problems_than_there_can_be() {
        let n = 4_000_000;
        let many = |id, size| {
            let mut model = model(id, size, 1000);
            model["answers"][0]["tally"]["problems"] = json!(n);
            model["answers"][0]["right"] = json!("f".repeat(n / 4));
            model
        };
        let models = [many("large", "large"), many("s0", "small")];
        let file = json!({"version": 1, "language": "", "models": models});
        let file: Evaluations = serde_json::from_value(file).unwrap();
        assert_eq!(equal_capability(&file, "s0"), None);
    }
}
