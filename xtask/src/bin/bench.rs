//! `cargo xtask bench`: chooses the problems that both engines are timed on. A binary of its own, because it needs the
//! language of the experiment, which the other commands do not.

use anyhow::{Context, Result};
use clap::Parser;
use serde_json::{Value, json};
use std::fs;
use std::process::ExitCode;
use syw_core::Token;
use syw_core::card::{Answers, ModelCard};
use syw_core::chain::{Strategy, Style, render, solve};
use syw_core::map::{Area, N_CELLS, operands, order, problem_at};
use syw_core::problem::Problem;
use syw_core::prompt::{MAX_LENGTH, prompt};
use syw_core::split::{Split, problems};
use syw_core::vocabulary::vocabulary;
use xtask::bench::{SIZES, bench};
use xtask::paths;

const LARGE: &str = "large-direct-s0";
const SMALL: &str = "small-chain_rl-s0";

/// How many problems a workload has.
const N_ANSWERS: usize = 1024;
const N_CHAINS: usize = 512;
const N_SINGLE_CHAINS: usize = 24;
const N_MAP_CELLS: usize = 2000;
const MAP_MODULUS: i64 = 7;
/// As many cells as the page hands to a worker at once.
const N_TILE: usize = 128;

/// How time grows: numbers of problems, chains shared out among workers, texts and new tokens for models of each size.
const N_PROBLEMS: [usize; 4] = [100, 1000, 10_000, 100_000];
const N_POOLED: usize = 4096;
const N_OF_SIZE: usize = 64;
const N_WRITTEN: usize = 40;

/// Completions of each model whose probabilities are compared at every place.
const N_COMPARED: usize = 24;
/// How far a probability may be from onnxruntime-web's.
const TOLERANCE: f64 = 1e-3;

const ROUNDS: usize = 9;
const QUICK_ROUNDS: usize = 3;

#[derive(Parser)]
struct Options {
    /// Fewer rounds, not how time grows, and nothing is written
    #[arg(long)]
    quick: bool,
}

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> Result<()> {
    let rounds = if options.quick { QUICK_ROUNDS } else { ROUNDS };
    bench(&plan(rounds)?, rounds, !options.quick)
}

/// What the bench's page is to do, as it reads it.
fn plan(rounds: usize) -> Result<Value> {
    let held_out = problems(Split::HeldOut, 2);
    let held_out = |n| evenly(held_out.len(), n).map(|idx| held_out[idx].clone());
    let cells: Vec<Problem> = evenly(N_CELLS, N_MAP_CELLS)
        .map(operands)
        .filter_map(|(a, b)| problem_at(a, b, MAP_MODULUS))
        .collect();
    let scale = N_CELLS as f64 / cells.len() as f64;
    let large = |problems: Vec<Problem>, max_new| part(LARGE, Answers::Direct, &problems, max_new);
    let small = |problems: Vec<Problem>| part(SMALL, Answers::Free, &problems, MAX_LENGTH);
    let workload = |name: &str, parts: Vec<Value>, one_by_one: bool, scale: f64| json!({ "name": name, "parts": parts, "one_by_one": one_by_one, "scale": scale });
    let cold = held_out(1).next().expect("some problems are held out");
    let tile: Vec<Problem> = order(&Area::all())
        .map(operands)
        .filter_map(|(a, b)| problem_at(a, b, MAP_MODULUS))
        .take(N_TILE)
        .collect();
    let small_card = card(SMALL)?;
    Ok(json!({
        "rounds": rounds,
        "models": [LARGE, SMALL],
        "flop": flop(small_card.layers, small_card.width),
        "cold": { "model": LARGE, "text": text(Answers::Direct, &cold) },
        "equality": {
            "tolerance": TOLERANCE,
            "parts": [large(held_out(N_COMPARED).collect(), 1), small(held_out(N_COMPARED).collect())],
        },
        "workloads": [
            workload("direct_batch", vec![large(held_out(N_ANSWERS).collect(), 1)], false, 1.0),
            workload("kv_decode_batch", vec![small(held_out(N_CHAINS).collect())], false, 1.0),
            workload("single_token", vec![small(held_out(N_SINGLE_CHAINS).collect())], true, 1.0),
            workload("full_maps", vec![large(cells.clone(), MAX_LENGTH), small(cells)], false, scale),
            workload("first_tiles", vec![large(tile.clone(), MAX_LENGTH), small(tile)], false, 1.0),
            workload("edit_to_answer", vec![edits(held_out(N_SINGLE_CHAINS).collect())], true, 1.0),
        ],
        "growth": growth()?,
    }))
}

/// How time grows: with the number of problems, with how many are handed over at once, with workers, with parameters.
fn growth() -> Result<Value> {
    let held_out = problems(Split::HeldOut, 2);
    let held_out = |n| evenly(held_out.len(), n).map(|idx| held_out[idx].clone());
    let small: Vec<Problem> = held_out(N_CHAINS).collect();
    let counted = |mut part: Value| {
        part["counts"] = json!(N_PROBLEMS);
        part
    };
    let mut batch = part(SMALL, Answers::Free, &small, MAX_LENGTH);
    batch["sizes"] = json!((0..10).map(|power| 1 << power).collect::<Vec<usize>>());
    let pooled: Vec<Problem> = held_out(N_POOLED).collect();
    let mut workers = part(SMALL, Answers::Free, &pooled, MAX_LENGTH);
    workers["counts"] = json!([1, 2, 3, 4]);
    workers["tile"] = json!(N_TILE);
    let few: Vec<Problem> = held_out(N_OF_SIZE).collect();
    let of_size = |model: &str, layers: usize, width: usize| {
        let mut of = part(model, Answers::Free, &few, N_WRITTEN);
        let n_norms = (2 * layers + 1) * width;
        of["parameters"] = json!(n_weights(layers, width) + n_norms);
        of["flop"] = flop(layers, width);
        of["equality"] = json!({ "tolerance": TOLERANCE });
        of
    };
    let mut parameters = Vec::new();
    for id in [SMALL, LARGE] {
        let card = card(id)?;
        parameters.push(of_size(id, card.layers, card.width));
    }
    for size in SIZES {
        let parts: Vec<usize> = size.split('x').map(str::parse).collect::<Result<_, _>>()?;
        parameters.push(of_size(&format!("random-{size}"), parts[0], parts[2]));
    }
    parameters.sort_by_key(|of| of["parameters"].as_u64());
    Ok(json!({
        "rounds": 3,
        "models": [SMALL, LARGE],
        "problems": [
            counted(part(SMALL, Answers::Free, &small, MAX_LENGTH)),
            counted(part(LARGE, Answers::Direct, &small, 1)),
        ],
        "batch": batch,
        "workers": workers,
        "parameters": parameters,
    }))
}

/// Multiplications and additions for each token that is read: in products of matrices, and in attention for each token that
/// it sees.
fn flop(layers: usize, width: usize) -> Value {
    json!({ "per_token": 2 * n_weights(layers, width), "per_seen": 4 * layers * width })
}

/// Elements of all matrices; the embedding is multiplied by as well, at the end.
fn n_weights(layers: usize, width: usize) -> usize {
    12 * layers * width * width + vocabulary().len() * width
}

fn card(id: &str) -> Result<ModelCard> {
    let file = paths::models().join(id).join("card.json");
    let text = fs::read(&file).with_context(|| file.display().to_string())?;
    serde_json::from_slice(&text).with_context(|| file.display().to_string())
}

/// Chains up to their middle, where the last digit is another one.
fn edits(problems: Vec<Problem>) -> Value {
    let mut edits = part(SMALL, Answers::Free, &problems, MAX_LENGTH);
    let texts: Vec<Vec<Token>> = problems
        .iter()
        .map(|problem| {
            let chain = render(
                &solve(problem, Strategy::ReduceThenAdd),
                &Style::canonical(),
            );
            let mut digits = (0..chain.len() / 2).filter(|&at| chain[at].as_digit().is_some());
            let at = digits.next_back().unwrap_or(0);
            let digit = chain[at].as_digit().map_or(0, |digit| (digit + 1) % 10);
            [&prompt(problem), &chain[..at], &[Token::digit(digit)]].concat()
        })
        .collect();
    edits["texts"] = json!(texts);
    edits
}

/// `n` of the numbers below `n_all`, at equal distances.
fn evenly(n_all: usize, n: usize) -> impl Iterator<Item = usize> {
    (0..n).map(move |idx| idx * n_all / n)
}

/// Problems for one model, each with the text that it is given.
fn part(model: &str, answers: Answers, problems: &[Problem], max_new: usize) -> Value {
    let names: Vec<String> = problems.iter().map(Problem::to_string).collect();
    let texts: Vec<Vec<Token>> = problems
        .iter()
        .map(|problem| text(answers, problem))
        .collect();
    json!({ "model": model, "problems": names, "texts": texts, "max_new": max_new })
}

fn text(answers: Answers, problem: &Problem) -> Vec<Token> {
    [&prompt(problem), answers.forced()].concat()
}
