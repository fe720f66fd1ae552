//! Alterations of JSON as a tree: values in the place of others, members left out, doubled, renamed and moved.

use rand::Rng;
use rand_pcg::Pcg64Mcg;
use serde_json::{Number, Value, json};

use super::bytes::NUMBERS;

/// One of the trees, altered up to four times, as text.
pub(super) fn make(trees: &[Value], rng: &mut Pcg64Mcg) -> Vec<u8> {
    let mut tree = trees[rng.random_range(0..trees.len())].clone();
    for _ in 0..rng.random_range(0..=4) {
        let other = &trees[rng.random_range(0..trees.len())];
        alter(&mut tree, other, rng);
    }
    serde_json::to_vec(&tree).unwrap_or_default()
}

/// Alters a tree once, somewhere in it.
fn alter(tree: &mut Value, other: &Value, rng: &mut Pcg64Mcg) {
    let (value, graft) = (descend(tree, rng), somewhere(other, rng));
    match (rng.random_range(0..8), value) {
        (0, Value::Array(items)) if !items.is_empty() => {
            let idx = rng.random_range(0..items.len());
            items.remove(idx);
        }
        (1, Value::Array(items)) if !items.is_empty() => {
            let item = items[rng.random_range(0..items.len())].clone();
            let n = 1_usize << rng.random_range(0..=8);
            items.extend(std::iter::repeat_n(item, n));
        }
        (0 | 1, Value::Object(members)) if !members.is_empty() => {
            let idx = rng.random_range(0..members.len());
            let key = members.keys().nth(idx).cloned().unwrap_or_default();
            let removed = members.remove(&key).unwrap_or_default();
            if rng.random() {
                members.insert(format!("{key}x"), removed);
            }
        }
        (2, value @ Value::String(_)) => {
            *value = Value::String("\u{fffd}".repeat(1 << rng.random_range(0..=14)))
        }
        (3 | 4, value) => *value = hostile(rng),
        (5, value) => *value = graft.clone(),
        (_, value @ Value::Number(_)) => *value = number(rng),
        (_, value @ Value::String(_)) => *value = Value::String(graft.to_string()),
        (_, value) => *value = hostile(rng),
    }
}

/// A place in a tree, the deeper ones as likely as the others.
fn descend<'a>(tree: &'a mut Value, rng: &mut Pcg64Mcg) -> &'a mut Value {
    let n = match tree {
        Value::Array(items) => items.len(),
        Value::Object(members) => members.len(),
        _ => 0,
    };
    if n == 0 || rng.random_ratio(1, 6) {
        return tree;
    }
    let idx = rng.random_range(0..n);
    let below = match tree {
        Value::Array(items) => items.get_mut(idx),
        Value::Object(members) => members.values_mut().nth(idx),
        _ => None,
    };
    descend(below.expect("there are so many"), rng)
}

fn somewhere<'a>(tree: &'a Value, rng: &mut Pcg64Mcg) -> &'a Value {
    let below: Vec<&Value> = match tree {
        Value::Array(items) => items.iter().collect(),
        Value::Object(members) => members.values().collect(),
        _ => Vec::new(),
    };
    if below.is_empty() || rng.random_ratio(1, 4) {
        return tree;
    }
    somewhere(below[rng.random_range(0..below.len())], rng)
}

fn number(rng: &mut Pcg64Mcg) -> Value {
    let text = NUMBERS[rng.random_range(0..NUMBERS.len())];
    text.parse::<Number>().map_or(json!(0.5), Value::Number)
}

fn hostile(rng: &mut Pcg64Mcg) -> Value {
    match rng.random_range(0..8) {
        0 => Value::Null,
        1 => json!(true),
        2 => json!([]),
        3 => json!({}),
        4 => json!(""),
        5 => json!([[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]),
        _ => number(rng),
    }
}
