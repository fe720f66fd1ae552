//! What a short program foretells of the models, in sentences and rows.

use syw_core::card::Size;
use syw_core::evaluation::Set;
use syw_core::inside::{
    Digits, Inside, ModelReport, Modulus, Numbers, Operators, Rule, SetReport, Sign, Simulator,
};

use crate::components::format::{count, percent};
use crate::locale::formats::{clauses, decimal, range};
use crate::locale::{named, yes_or_no};
use crate::t;

/// What was declared of small's wrong answers (docs/claims.toml, P5): at least so many are told by its chain.
const TOLD: f64 = 0.9;
/// And of the two (P5_large): so much more than of large's by the best short rule.
const LESS: f64 = 0.2;

/// What a reader can guess: of whom it can be told from the inside what it will answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guess {
    Small,
    Large,
    Neither,
}

impl Guess {
    pub const ALL: [Guess; 3] = [Guess::Small, Guess::Large, Guess::Neither];

    /// The name in attributes.
    pub fn name(self) -> &'static str {
        match self {
            Guess::Small => "small",
            Guess::Large => "large",
            Guess::Neither => "neither",
        }
    }

    pub fn label(self) -> String {
        named("inside-guess", self.name())
    }
}

/// The shares of wrong answers that were told: of small by its chain, in the order of seeds, and of large by its rule.
fn told(file: &Inside) -> Option<(Vec<f64>, f64)> {
    let small = small_chains(file);
    let small: Vec<f64> = small
        .filter_map(|found| found.errors_told(Simulator::Chain))
        .collect();
    let large = file.large()?.errors_told(Simulator::Rule)?;
    (!small.is_empty()).then_some((small, large))
}

fn small_chains(file: &Inside) -> impl Iterator<Item = &ModelReport> {
    let models = file.models.iter();
    models.filter(|found| found.size == Size::Small && found.arm == "chain_rl")
}

/// The one in the middle; of an even number the lower.
fn median(shares: &[f64]) -> f64 {
    let mut sorted = shares.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[(sorted.len() - 1) / 2]
}

/// What came of the guess.
pub fn came_out(file: &Inside, guess: Guess) -> Option<String> {
    let (small, large) = told(file)?;
    let apart = median(&small) - large;
    let right = match apart {
        apart if apart >= LESS => Guess::Small,
        apart if apart <= -LESS => Guess::Large,
        _ => Guess::Neither,
    };
    Some(t!(
        "inside-came-out",
        guess = guess.label(),
        is_right = yes_or_no(guess == right),
        right = right.label()
    ))
}

/// The number that the claim needs, with what was declared.
pub fn finding(file: &Inside) -> Option<String> {
    let (small, large) = told(file)?;
    let middle = median(&small);
    let low = small.iter().copied().fold(f64::INFINITY, f64::min);
    let high = small.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let of_small = t!(
        "inside-finding-small",
        share = percent(middle),
        seeds = small.len(),
        range = range(percent(low), percent(high)),
        declared = percent(TOLD),
        reached = yes_or_no(middle >= TOLD)
    );
    let of_large = t!(
        "inside-finding-large",
        rules = Rule::all().len(),
        share = percent(large),
        apart = decimal((middle - large) * 100.0, 0),
        declared = decimal(LESS * 100.0, 0),
        reached = yes_or_no(middle - large >= LESS)
    );
    Some(format!("{of_small} {of_large}"))
}

/// What lies behind the number: answers without notes, and the control whose notes decide nothing.
pub fn behind(file: &Inside, small: &str) -> Option<String> {
    let small = file.of(small)?;
    let after_chain = |found: &ModelReport| {
        let n = found.n_chain_errors();
        (n > 0).then(|| (n, found.foretold(Simulator::Chain).errors as f64 / n as f64))
    };
    let (n_with, share) = after_chain(small)?;
    let n_errors = small.n_errors();
    let other = small.errors_told(Simulator::OtherChain)?;
    let mut said = vec![t!(
        "inside-behind",
        errors = count(n_errors as u64),
        without = count((n_errors - n_with) as u64),
        share = percent(share),
        other = percent(other)
    )];
    let control = file.models.iter().find(|found| found.arm == "rationaliser");
    if let Some((_, share)) = control.and_then(after_chain) {
        said.push(t!("inside-behind-rationaliser", share = percent(share)));
    }
    let large = file.large()?;
    let of_all = |found: &ModelReport, by| {
        percent(found.foretold(by).all as f64 / found.n_problems().max(1) as f64)
    };
    said.push(t!(
        "inside-behind-all",
        notes = of_all(small, Simulator::Chain),
        notes_true = of_all(small, Simulator::Residue),
        rule = of_all(large, Simulator::Rule),
        rule_true = of_all(large, Simulator::Residue)
    ));
    Some(said.join(" "))
}

/// A set of problems: how many a model gets wrong, and how many of these were told, as shares of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub name: String,
    pub large_errors: usize,
    pub large_rule: Option<f64>,
    pub small_errors: usize,
    pub small_chain: Option<f64>,
    pub small_rule: Option<f64>,
}

/// The rows, for one small model; the last row is all of them together.
pub fn rows(file: &Inside, small: &str) -> Vec<Row> {
    let (Some(large), Some(small)) = (file.large(), file.of(small)) else {
        return Vec::new();
    };
    let share = |told: usize, n: usize| (n > 0).then(|| told as f64 / n as f64);
    let row = |of_large: &SetReport| {
        let of_small = small
            .sets
            .iter()
            .find(|report| report.set == of_large.set)?;
        let of = |report: &SetReport, by| share(report.by(by).errors, report.errors);
        Some(Row {
            name: match of_large.set {
                Set::Family(family) => named("family", family.name()),
                _ => t!("inside-row-home"),
            },
            large_errors: of_large.errors,
            large_rule: of(of_large, Simulator::Rule),
            small_errors: of_small.errors,
            small_chain: of(of_small, Simulator::Chain),
            small_rule: of(of_small, Simulator::Rule),
        })
    };
    let all = Row {
        name: t!("inside-row-all"),
        large_errors: large.n_errors(),
        large_rule: large.errors_told(Simulator::Rule),
        small_errors: small.n_errors(),
        small_chain: small.errors_told(Simulator::Chain),
        small_rule: small.errors_told(Simulator::Rule),
    };
    large.sets.iter().filter_map(row).chain([all]).collect()
}

/// A rule, as it would be told to somebody who knows remainders.
pub fn rule_words(rule: Rule) -> String {
    let sign = match rule.sign {
        Sign::Kept => None,
        Sign::Truncated => Some(t!("inside-rule-cut")),
        Sign::Dropped => Some(t!("inside-rule-drop-signs")),
    };
    let operators = match rule.operators {
        Operators::Written => None,
        Operators::Times => Some(t!("inside-rule-multiply")),
        Operators::Usual => Some(t!("inside-rule-usual")),
    };
    let numbers = match rule.numbers {
        Numbers::All => None,
        Numbers::First => Some(t!("inside-rule-first-numbers")),
        Numbers::Last => Some(t!("inside-rule-last-numbers")),
    };
    let digits = match rule.digits {
        Digits::All => None,
        Digits::First => Some(t!("inside-rule-first-digits")),
        Digits::Last => Some(t!("inside-rule-last-digits")),
    };
    let modulus = match rule.modulus {
        Modulus::Written => None,
        Modulus::First => Some(t!("inside-rule-first-of-modulus")),
        Modulus::Last => Some(t!("inside-rule-last-of-modulus")),
        Modulus::Below => Some(t!("inside-rule-modulus-below")),
        Modulus::Above => Some(t!("inside-rule-modulus-above")),
    };
    let parts = [numbers, digits, sign, operators, modulus];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    match parts.is_empty() {
        true => t!("inside-rule-true"),
        false => clauses(&parts),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn model(id: &str, size: &str, arm: &str, told: (usize, usize)) -> Value {
        let (chain, rule) = told;
        let set = json!({"set": "home", "problems": 200, "errors": 100, "chains": 90, "chain_errors": 80,
            "foretold": {"residue": {"all": 100, "errors": 0}, "chain": {"all": 150, "errors": chain}, "rule": {"all": 120, "errors": rule},
                "other_chain": {"all": 20, "errors": 10}}});
        json!({"model": id, "sha256": "00", "size": size, "arm": arm, "seed": 0, "rule": Rule::default(), "sets": [set]})
    }

    fn file(small: [usize; 2], large: usize) -> Inside {
        let models = [
            model("large", "large", "direct", (0, large)),
            model("control", "large", "rationaliser", (40, 0)),
            model("s0", "small", "chain_rl", (small[0], 20)),
            model("s1", "small", "chain_rl", (small[1], 20)),
        ];
        serde_json::from_value(json!({"version": 1, "models": models})).unwrap()
    }

    fn plain(text: Option<String>) -> String {
        text.unwrap().replace('\u{202f}', " ")
    }

    #[test]
    fn the_finding_can_come_out_in_every_way() {
        let said = plain(finding(&file([95, 92], 30)));
        assert!(said.starts_with("When GPT small is wrong, the last step of its notes is the answer in 92 % of cases (median of 2 seeds; 92 % to 95 %); 90 % or more had been declared beforehand: reached."), "{said}");
        assert!(
            said.ends_with("62 points apart; 20 or more had been declared: reached."),
            "{said}"
        );
        let said = plain(finding(&file([60, 70], 50)));
        assert!(
            said.contains("beforehand: not reached.") && said.ends_with("declared: not reached."),
            "{said}"
        );
    }

    #[test]
    fn a_guess_is_compared_with_what_came_out() {
        let said = |file: &Inside, guess| came_out(file, guess).unwrap();
        let (small, none) = (file([95, 92], 30), file([60, 70], 50));
        assert!(said(&small, Guess::Small).ends_with("That is what came out here."));
        assert!(said(&small, Guess::Large).ends_with("otherwise: GPT small, by its notes."));
        assert!(said(&none, Guess::Neither).ends_with("That is what came out here."));
        assert!(
            said(&file([10, 10], 90), Guess::Neither)
                .ends_with("otherwise: GPT large, by a short rule.")
        );
    }

    #[test]
    fn what_lies_behind_it_is_told() {
        let said = plain(behind(&file([72, 60], 30), "s0"));
        assert!(
            said.starts_with("Of the 100 wrong answers of this GPT small, 20 came at once"),
            "{said}"
        );
        assert!(
            said.contains("their last step told 90 %.")
                && said.contains("would have told 10 % of all."),
            "{said}"
        );
        assert!(
            said.contains("they tell 50 % of its wrong answers. Of all answers, right ones included, the notes tell 75 % (the true remainder 50 %), and GPT large\u{2019}s rule 60 %"),
            "{said}"
        );
        let rows = rows(&file([72, 60], 30), "s0");
        assert_eq!(rows.len(), 2);
        assert_eq!(
            (rows[0].large_rule, rows[1].small_chain),
            (Some(0.3), Some(0.72))
        );
    }

    #[test]
    fn rules_are_told_in_words() {
        assert_eq!(rule_words(Rule::default()), "the true remainder");
        let rule = Rule {
            sign: Sign::Dropped,
            operators: Operators::Times,
            ..Rule::default()
        };
        assert_eq!(
            rule_words(rule),
            "drop minus signs of numbers; multiply, whatever the operator"
        );
    }
}
