//! `cargo run --release -p syw-engine --example speed -- public/models/<id>`: how fast a model loads and writes.

use std::error::Error;
use std::time::Instant;

use syw_core::card::ModelCard;
use syw_core::decoding::BatchModel;
use syw_core::prompt::prompt;
use syw_core::split::{Split, problems};
use syw_engine::load;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("name a model's folder")?;
    let card: ModelCard = serde_json::from_slice(&std::fs::read(format!("{folder}/card.json"))?)?;
    let bytes = std::fs::read(format!("{folder}/model.onnx"))?;
    let start = Instant::now();
    let model = load(&bytes, &card)?;
    println!("load: {:.1} ms", start.elapsed().as_secs_f64() * 1e3);
    let prompts: Vec<_> = problems(Split::HeldOut, 2).iter().map(prompt).collect();
    let report = |what: &str, n_tokens: usize, start: Instant| {
        let micros = start.elapsed().as_secs_f64() * 1e6;
        println!(
            "{what}: {n_tokens} tokens, {:.1} us each",
            micros / n_tokens as f64
        );
    };
    for _ in 0..2 {
        let start = Instant::now();
        for _ in 0..200 {
            model.logits(&prompts[0])?;
        }
        report("read a prompt", 200 * prompts[0].len(), start);
        let start = Instant::now();
        let mut n_tokens = 0;
        for prompt in &prompts[..50] {
            n_tokens += model.greedy(prompt, 50)?.tokens.len();
        }
        report("write one text", n_tokens, start);
        let start = Instant::now();
        let completions = model.complete(&prompts[..512], 50)?;
        report(
            "write 512 texts",
            completions
                .iter()
                .map(|completion| completion.tokens.len())
                .sum(),
            start,
        );
    }
    Ok(())
}
