//! What `cargo xtask evaluate` measures inside the models, and what a short program foretells of them:
//! public/results/inside.json. `--check` makes a random tenth of it again.
//!
//! The residual streams are measured here and not in the page: ten thousand problems for each modulus are tens of seconds of
//! GPT large in a browser.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, bail};
use serde_json::Value;
use syw_core::Token;
use syw_core::card::{Answers, ModelCard, Size};
use syw_core::decoding::BatchModel;
use syw_core::evaluation::{Answered, Set, Way, spread};
use syw_core::family::TRAINED_MODULI;
use syw_core::inside::{
    Circle, Copied, Heads, Inside, ModelReport, Rule, SetReport, VERSION, best_rule, circle,
    copies, foretell, operands_of_all, orders, other_problems, sets,
};
use syw_core::problem::{Convention, Problem};
use syw_core::prompt::{MAX_LENGTH, direct_prompt, prompt};
use syw_engine::OnnxModel;

use crate::{parallel, paths, random, shipped};

/// The models that are measured: those of the claim, and the controls.
const ARMS: [&str; 4] = ["direct", "chain_rl", "replication", "rationaliser"];
/// How many chains are looked into for the heads.
const N_CHAINS: usize = 300;
/// How far a share may be off where it was rounded to four decimals.
const TOLERANCE: f64 = 2e-4;

/// Something that is measured by itself.
#[derive(Debug, Clone, Copy)]
enum Part {
    Rule,
    Set(Set),
    Heads,
    /// Of one modulus.
    Circles(i64),
}

fn parts_of(card: &ModelCard) -> Vec<Part> {
    let mut parts = vec![Part::Rule];
    parts.extend(sets().into_iter().map(Part::Set));
    if card.answers == Answers::Free {
        parts.push(Part::Heads);
    } else if card.size == Size::Large {
        parts.extend(TRAINED_MODULI.map(Part::Circles));
    }
    parts
}

/// Measures what is missing, or checks a random tenth. `only` names models; empty for all.
pub fn run(only: &[String], is_check: bool, seed: u64) -> Result<()> {
    let cards: Vec<ModelCard> = cards()?;
    let wanted = cards
        .iter()
        .filter(|card| only.is_empty() || only.contains(&card.id));
    let wanted: Vec<&ModelCard> = wanted.collect();
    let path = paths::results().join("inside.json");
    let file = match fs::read_to_string(&path) {
        Ok(text) => serde_json::from_str(&text).ok().filter(Inside::is_current),
        Err(_) => None,
    };
    if is_check {
        let file = file.context(
            "public/results/inside.json is missing or of another version: run cargo xtask evaluate",
        )?;
        return check(&file, &wanted, seed);
    }
    let known: BTreeMap<String, ModelReport> = file
        .into_iter()
        .flat_map(|file| file.models)
        .map(|found| (found.model.clone(), found))
        .collect();
    let reports = parallel::map(&wanted, |card| match known.get(&card.id) {
        Some(found) if found.sha256 == card.sha256 => Ok(found.clone()),
        _ => {
            eprintln!("{}: looking inside", card.id);
            measure(card)
        }
    });
    let mut found = known;
    for report in reports {
        let report = report?;
        found.insert(report.model.clone(), report);
    }
    let models = cards.iter().filter_map(|card| found.remove(&card.id));
    let lines: Result<Vec<String>, _> = models.map(|found| serde_json::to_string(&found)).collect();
    let text = format!(
        "{{\"version\":{VERSION},\"models\":[\n{}\n]}}\n",
        lines?.join(",\n")
    );
    Ok(fs::write(path, text)?)
}

/// The cards of the models that are measured: the last of each training, in page order.
fn cards() -> Result<Vec<ModelCard>> {
    let mut cards = shipped::cards()?;
    cards.retain(|card| {
        let is_pair = card.size == Size::Small || card.arm != "chain_rl";
        shipped::is_last(card) && is_pair && ARMS.contains(&card.arm.as_str())
    });
    Ok(cards)
}

fn measure(card: &ModelCard) -> Result<ModelReport> {
    let model = shipped::open(card)?;
    let mut report = ModelReport::new(card);
    for part in parts_of(card) {
        match part {
            Part::Rule => report.rule = rule(&model, card)?,
            Part::Set(set) => report
                .sets
                .push(set_report(&model, card, set, report.rule)?),
            Part::Heads => report.heads = heads(&model, card)?,
            Part::Circles(modulus) => report.circles.extend(circles(&model, modulus)?),
        }
    }
    Ok(report)
}

/// Lets a model answer in its own way.
fn answer(model: &OnnxModel, card: &ModelCard, problems: Vec<Problem>) -> Result<Vec<Answered>> {
    let forced = Way::Own.forced(card.answers);
    let asked = |problem| [prompt(problem), forced.clone()].concat();
    let prefixes: Vec<Vec<Token>> = problems.iter().map(asked).collect();
    let written = model.complete(&prefixes, MAX_LENGTH)?;
    let answered = problems.into_iter().zip(written);
    Ok(answered
        .map(|(problem, written)| Answered::new(problem, &forced, &written))
        .collect())
}

fn rule(model: &OnnxModel, card: &ModelCard) -> Result<Rule> {
    let others = sets().into_iter().flat_map(|set| other_problems(set, card));
    Ok(best_rule(&answer(model, card, others.collect())?))
}

fn set_report(model: &OnnxModel, card: &ModelCard, set: Set, rule: Rule) -> Result<SetReport> {
    Ok(foretell(
        set,
        rule,
        &answer(model, card, set.problems(card))?,
    ))
}

/// What the heads read, over chains for held-out problems of the home rung.
fn heads(model: &OnnxModel, card: &ModelCard) -> Result<Vec<Heads>> {
    let listed = Set::Home.problems(card);
    let places = spread(N_CHAINS, listed.len()).into_iter();
    let answered = answer(model, card, places.map(|idx| listed[idx].clone()).collect())?;
    let mut texts = Vec::new();
    for one in answered {
        let prompt = prompt(&one.problem);
        let fetches = copies(&one.completion, prompt.len());
        texts.push((model.explain(&[prompt, one.completion].concat())?, fetches));
    }
    Ok([Copied::Operand, Copied::Answer]
        .map(|what| Heads::of(what, &texts))
        .into())
}

fn circles(model: &OnnxModel, modulus: i64) -> Result<Vec<Circle>> {
    let problems = operands_of_all(modulus);
    let texts: Vec<Vec<Token>> = problems.iter().map(direct_prompt).collect();
    let residues: Vec<i64> = problems
        .iter()
        .map(|problem| problem.answer(Convention::Floored))
        .collect();
    let streams = model.last_streams(&texts)?;
    let n_layers = streams.first().map_or(0, Vec::len);
    let mut found = Vec::new();
    for order in orders(modulus) {
        for layer in 0..n_layers {
            let vectors: Vec<Vec<f32>> =
                streams.iter().map(|layers| layers[layer].clone()).collect();
            found.push(circle(modulus, layer, &order, &vectors, &residues));
        }
    }
    Ok(found)
}

/// Measures a random tenth of all parts again.
fn check(file: &Inside, cards: &[&ModelCard], seed: u64) -> Result<()> {
    let mut wrong = Vec::new();
    let mut parts = Vec::new();
    for card in cards {
        match file.of(&card.id) {
            Some(found) if found.sha256 == card.sha256 => {
                parts.extend(parts_of(card).into_iter().map(|part| (*card, found, part)));
            }
            _ => wrong.push(format!("{}: it is missing, or of another file", card.id)),
        }
    }
    let mut state = seed;
    let mut is_chosen = |_: &(&ModelCard, &ModelReport, Part)| {
        state = random::mix(state.wrapping_add(0x9e37_79b9_7f4a_7c15));
        state.is_multiple_of(10)
    };
    parts.retain(&mut is_chosen);
    let compared = parallel::map(&parts, |(card, found, part)| -> Result<Option<String>> {
        let model = shipped::open(card)?;
        let [before, again] = match *part {
            Part::Rule => [
                serde_json::to_value(found.rule),
                serde_json::to_value(rule(&model, card)?),
            ],
            Part::Set(set) => {
                let before = found.sets.iter().find(|report| report.set == set);
                let again = set_report(&model, card, set, found.rule)?;
                [serde_json::to_value(before), serde_json::to_value(again)]
            }
            Part::Heads => [
                serde_json::to_value(&found.heads),
                serde_json::to_value(heads(&model, card)?),
            ],
            Part::Circles(modulus) => {
                let of_modulus = found
                    .circles
                    .iter()
                    .filter(|circle| circle.modulus == modulus);
                let before: Vec<&Circle> = of_modulus.collect();
                [
                    serde_json::to_value(before),
                    serde_json::to_value(circles(&model, modulus)?),
                ]
            }
        };
        Ok((!is_same(&before?, &again?)).then(|| format!("{} {part:?}", card.id)))
    });
    let n = compared.len();
    for result in compared {
        wrong.extend(result?);
    }
    if !wrong.is_empty() {
        bail!("not as in public/results/inside.json: {}", wrong.join("; "));
    }
    eprintln!("{n} parts agree with public/results/inside.json, seed {seed}");
    Ok(())
}

/// Whether two values are the same: counts and names exactly, shares as far as they are written.
fn is_same(before: &Value, again: &Value) -> bool {
    match (before, again) {
        (Value::Object(before), Value::Object(again)) => {
            before.len() == again.len()
                && before
                    .iter()
                    .all(|(key, value)| again.get(key).is_some_and(|other| is_same(value, other)))
        }
        (Value::Array(before), Value::Array(again)) => {
            before.len() == again.len()
                && before
                    .iter()
                    .zip(again)
                    .all(|(one, other)| is_same(one, other))
        }
        (Value::Number(one), Value::Number(other)) if one.is_f64() || other.is_f64() => {
            let apart = one
                .as_f64()
                .zip(other.as_f64())
                .map(|(one, other)| (one - other).abs());
            apart.is_some_and(|apart| apart <= TOLERANCE)
        }
        _ => before == again,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn counts_are_the_same_exactly_and_shares_nearly() {
        let before = json!({"n": 3, "shares": [0.5, 0.25]});
        for (again, expected) in [
            (json!({"n": 3, "shares": [0.5001, 0.25]}), true),
            (json!({"n": 4, "shares": [0.5, 0.25]}), false),
            (json!({"n": 3, "shares": [0.5, 0.26]}), false),
            (json!({"n": 3, "shares": [0.5]}), false),
            (json!({"n": 3}), false),
        ] {
            assert_eq!(is_same(&before, &again), expected, "{again}");
        }
    }
}
