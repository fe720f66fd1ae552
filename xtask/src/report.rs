//! A file of results that is measured entry by entry: written where an entry is missing or about another model, and checked by
//! measuring one entry again.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Serialize;
use serde_json::Value;
use syw_core::results::{self, ResultsFile};

/// How far a share may be off on a machine whose mathematical functions round otherwise: shares are rounded to four decimals.
const TOLERANCE: f64 = 2e-4;

/// The file as it stands; empty where there is none, or one that cannot be read any more.
pub fn read<T: ResultsFile + Default>(path: &Path) -> T {
    let text = fs::read_to_string(path).unwrap_or_default();
    results::parse(&text).unwrap_or_default()
}

/// Writes the file with its version, a line for every entry of its lists.
pub fn write<T: ResultsFile + Serialize>(path: &Path, file: &T) -> Result<()> {
    let Value::Object(lists) = serde_json::to_value(file)? else {
        bail!("{}: not an object of lists", path.display());
    };
    let list = |(name, entries): (String, Value)| {
        let entries = entries.as_array().cloned().unwrap_or_default();
        let lines: Vec<String> = entries.iter().map(Value::to_string).collect();
        format!("\"{name}\":[\n{}\n]", lines.join(",\n"))
    };
    let lists: Vec<String> = lists.into_iter().map(list).collect();
    let text = format!("{{\"version\":{},{}}}\n", T::VERSION, lists.join(","));
    fs::write(path, text).context(path.display().to_string())
}

/// Compares an entry with its measurement made again.
pub fn compare<T: Serialize>(what: &str, before: &T, again: &T) -> Result<()> {
    let differences = n_apart(
        &serde_json::to_value(before)?,
        &serde_json::to_value(again)?,
    );
    if differences > 0 {
        bail!("{what}: {differences} figures differ from the file");
    }
    eprintln!("{what}: agrees");
    Ok(())
}

fn n_apart(before: &Value, again: &Value) -> usize {
    match (before, again) {
        (Value::Object(before), Value::Object(again)) if before.len() == again.len() => before
            .iter()
            .map(|(key, value)| again.get(key).map_or(1, |other| n_apart(value, other)))
            .sum(),
        (Value::Array(before), Value::Array(again)) if before.len() == again.len() => {
            let pairs = before.iter().zip(again);
            pairs.map(|(before, again)| n_apart(before, again)).sum()
        }
        (Value::Number(before), Value::Number(again)) if before.is_f64() || again.is_f64() => {
            let apart = before
                .as_f64()
                .zip(again.as_f64())
                .map(|(x, y)| (x - y).abs());
            usize::from(apart.is_none_or(|apart| apart > TOLERANCE || apart.is_nan()))
        }
        _ => usize::from(before != again),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn counts_are_exact_and_shares_nearly() {
        let check = |before: Value, again: Value, expected| {
            assert_eq!(n_apart(&before, &again), expected, "{before} {again}");
        };
        check(json!({"n": 3, "s": 0.5}), json!({"n": 3, "s": 0.500_1}), 0);
        check(json!({"n": 3, "s": 0.5}), json!({"n": 4, "s": 0.6}), 2);
        check(json!([1, null]), json!([1]), 1);
        check(json!({"a": 1}), json!({"b": 1}), 1);
        check(json!({"s": null}), json!({"s": 0.5}), 1);
    }
}
