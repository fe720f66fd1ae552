//! `cargo xtask bench`: chooses the problems that both engines are timed on. A binary of its own, because it needs the
//! language of the experiment, which the other commands do not.

use anyhow::Result;
use clap::Parser;
use serde_json::{Value, json};
use std::process::ExitCode;
use syw_core::Token;
use syw_core::card::Answers;
use syw_core::map::{N_CELLS, operands, problem_at};
use syw_core::problem::Problem;
use syw_core::prompt::{MAX_LENGTH, prompt};
use syw_core::split::{Split, problems};
use xtask::bench::bench;

const LARGE: &str = "large-direct-s0";
const SMALL: &str = "small-chain_rl-s0";

/// How many problems a workload has.
const N_ANSWERS: usize = 1024;
const N_CHAINS: usize = 512;
const N_SINGLE_CHAINS: usize = 24;
const N_MAP_CELLS: usize = 2000;
const MAP_MODULUS: i64 = 7;

/// Completions of each model whose probabilities are compared at every place.
const N_COMPARED: usize = 24;
/// How far a probability may be from onnxruntime-web's.
const TOLERANCE: f64 = 1e-3;

const ROUNDS: usize = 9;
const QUICK_ROUNDS: usize = 3;

#[derive(Parser)]
struct Options {
    /// Fewer rounds
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
    bench(&plan(rounds), rounds)
}

/// What the bench's page is to do, as it reads it.
fn plan(rounds: usize) -> Value {
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
    json!({
        "rounds": rounds,
        "models": [LARGE, SMALL],
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
        ],
    })
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
