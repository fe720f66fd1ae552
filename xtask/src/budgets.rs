//! The size budgets of the built page, in one table. 1 KB is 1000 bytes; compressed means brotli at its highest level.

use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;

use crate::{page, paths, single_file};

/// A limit on the size of some files of dist/, together or each.
struct Budget {
    name: &'static str,
    limit: u64,
    measure: Measure,
    /// Paths in dist/; one `*` stands for any characters but a slash. Each must match some file.
    files: &'static [&'static str],
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Measure {
    /// The sum of the compressed sizes.
    Compressed,
    /// The sum of the sizes as they are.
    Sum,
    /// The size of each file by itself, as it is.
    Each,
}

/// The models of the duel, without which there is no page.
pub const DUEL_MODELS: [&str; 2] = [
    "models/large-direct-s0/model.onnx",
    "models/small-chain_rl-s0/model.onnx",
];

const BUDGETS: [Budget; 7] = [
    Budget {
        name: "page readable",
        limit: 150_000,
        measure: Measure::Compressed,
        files: &["index.html", "*.css"],
    },
    Budget {
        name: "everything for the duel",
        limit: 3_000_000,
        measure: Measure::Compressed,
        files: &[
            "index.html",
            "*.css",
            "*.js",
            "*.wasm",
            DUEL_MODELS[0],
            DUEL_MODELS[1],
        ],
    },
    Budget {
        // Nobody waits for it to read: the first view is there before it. Every section of the cast is in it, the English words, sharing and lessons.
        name: "the page's program",
        limit: 900_000,
        measure: Measure::Compressed,
        files: &["show-your-work-*.js", "show-your-work-*_bg.wasm"],
    },
    Budget {
        name: "the engine's worker",
        limit: 150_000,
        measure: Measure::Compressed,
        files: &["worker.js", "worker_bg.wasm"],
    },
    Budget {
        name: "the page in one file",
        limit: single_file::LIMIT as u64,
        measure: Measure::Sum,
        files: &[single_file::PATH],
    },
    Budget {
        name: "all models together",
        limit: 12_000_000,
        measure: Measure::Sum,
        files: &["models/*/model.onnx"],
    },
    Budget {
        name: "each model file",
        limit: 3_000_000,
        measure: Measure::Each,
        files: &["models/*/model.onnx"],
    },
];

/// Prints the table and fails when a budget is exceeded.
pub fn check(dist: &Path) -> Result<()> {
    let mut files = Vec::new();
    page::files_below(dist, &mut files)?;
    let files: Vec<String> = files
        .iter()
        .map(|file| paths::display(file, dist))
        .collect();
    let mut exceeded = Vec::new();
    for budget in BUDGETS {
        let used = used(&budget, &files, |file| {
            let bytes = fs::read(dist.join(file)).with_context(|| file.to_owned())?;
            Ok(if budget.measure == Measure::Compressed {
                compressed_size(&bytes)?
            } else {
                bytes.len() as u64
            })
        })?;
        println!("{}", row(&budget, used));
        if used > budget.limit {
            exceeded.push(budget.name);
        }
    }
    if !exceeded.is_empty() {
        bail!("over budget: {}", exceeded.join(", "));
    }
    Ok(())
}

/// What the budget's files use by `size`: their sum, or the largest of them.
fn used(budget: &Budget, files: &[String], size: impl Fn(&str) -> Result<u64>) -> Result<u64> {
    let mut sizes = Vec::new();
    for pattern in budget.files {
        let matching: Vec<&String> = files.iter().filter(|file| matches(pattern, file)).collect();
        if matching.is_empty() {
            bail!(
                "the budget `{}` names {pattern}, but dist/ holds no such file",
                budget.name
            );
        }
        for file in matching {
            sizes.push(size(file)?);
        }
    }
    Ok(match budget.measure {
        Measure::Compressed | Measure::Sum => sizes.iter().sum(),
        Measure::Each => sizes.into_iter().max().unwrap_or(0),
    })
}

fn row(budget: &Budget, used: u64) -> String {
    let percent = used * 100 / budget.limit;
    let verdict = if used > budget.limit { "OVER" } else { "ok" };
    format!(
        "{:<24} {:>9} of {:>9} bytes {percent:>4} %  {verdict}",
        budget.name, used, budget.limit
    )
}

fn matches(pattern: &str, file: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == file,
        Some((start, end)) => file
            .strip_prefix(start)
            .and_then(|rest| rest.strip_suffix(end))
            .is_some_and(|middle| !middle.is_empty() && !middle.contains('/')),
    }
}

/// The size under brotli at its highest level.
pub fn compressed_size(bytes: &[u8]) -> Result<u64> {
    Ok(compress(bytes, HIGHEST)?.len() as u64)
}

/// Brotli's highest level.
pub(crate) const HIGHEST: i32 = 11;

/// The bytes under brotli.
pub(crate) fn compress(bytes: &[u8], quality: i32) -> std::io::Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality,
        lgwin: 22,
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &parameters)?;
    Ok(compressed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(measure: Measure, pattern: &'static str, expected: &str) {
        let files = [
            "index.html",
            "a.css",
            "models/x/model.onnx",
            "models/y/model.onnx",
        ]
        .map(str::to_owned);
        let budget = Budget {
            name: "test",
            limit: 20,
            measure,
            files: Box::leak(Box::new([pattern])),
        };
        let used = used(&budget, &files, |file| Ok(file.len() as u64));
        let found = used.map_or_else(|error| error.to_string(), |used| row(&budget, used));
        assert_eq!(
            found.split_whitespace().collect::<Vec<_>>().join(" "),
            expected
        );
    }

    #[test]
    fn budgets_are_rows_of_what_is_used() {
        check(
            Measure::Compressed,
            "index.html",
            "test 10 of 20 bytes 50 % ok",
        );
        check(Measure::Compressed, "*.css", "test 5 of 20 bytes 25 % ok");
        check(
            Measure::Compressed,
            "models/*/model.onnx",
            "test 38 of 20 bytes 190 % OVER",
        );
        check(
            Measure::Each,
            "models/*/model.onnx",
            "test 19 of 20 bytes 95 % ok",
        );
        check(
            Measure::Each,
            "*.wasm",
            "the budget `test` names *.wasm, but dist/ holds no such file",
        );
    }

    #[test]
    fn compression_is_measured() {
        assert!(compressed_size(&[7; 10_000]).unwrap() < 100);
    }
}
