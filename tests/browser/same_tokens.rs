//! The same greedy tokens in every engine as natively: all shipped models, on problems of training and outside of it, to the bit.
//!
//! What is compared with is computed by this test, by the engine compiled for this machine. So engines that pass agree with each other.

use std::collections::BTreeMap;
use std::fs;

use serde_json::{Value, json};
use show_your_work::presets::Preset;
use show_your_work::proof::{Outcome, Proof};
use show_your_work::protocol::{Event, Request, WORKER_START};
use syw_core::card::{Answers, ModelCard};
use syw_core::decoding::{BatchModel, Completion};
use syw_core::prompt::{MAX_LENGTH, answer_of, prompt};
use syw_core::{Problem, Token};
use syw_engine::{OnnxModel, digest, load};

use crate::link::{COPY, copied};
use crate::page::{Page, Visit};
use crate::server::dist;

/// How many tokens the page takes of a model that answers at once.
const MAX_ANSWER: usize = 4;
/// Of each preset.
const N_PROBLEMS: u64 = 4;

fn problems() -> Vec<Problem> {
    let of = |preset: Preset| (0..N_PROBLEMS).map(move |seed| preset.draw(seed, &[1, 2]));
    Preset::all().flat_map(of).collect()
}

fn model(id: &str) -> (ModelCard, OnnxModel) {
    let folder = dist().join("models").join(id);
    let read = |name: &str| fs::read(folder.join(name)).expect("a file of a shipped model");
    let card: ModelCard = serde_json::from_slice(&read("card.json")).expect("a card");
    let model = load(&read("model.onnx"), &card).expect("a model");
    (card, model)
}

fn prefix(card: &ModelCard, problem: &Problem) -> Vec<Token> {
    [prompt(problem).as_slice(), card.answers.forced()].concat()
}

fn digest_of(completions: &[Completion]) -> String {
    let bytes = completions.iter().flat_map(|completion| {
        let tokens = completion.tokens.iter().map(|token| token.0);
        let probs = completion.probs.iter().flat_map(|prob| prob.to_le_bytes());
        tokens.chain(probs).collect::<Vec<u8>>()
    });
    digest(&bytes.collect::<Vec<u8>>())
}

/// Starts a worker of the page's as the page does, gives it each model in turn, and keeps what it answers.
const RUN: &str = r#"
const [start, runs] = arguments;
window.answered = {};
window.failed = null;
(async () => {
    const glue = await (await fetch("worker.js")).text();
    const module = await WebAssembly.compileStreaming(fetch("worker_bg.wasm"));
    const worker = new Worker(URL.createObjectURL(new Blob([glue, "\n", start], { type: "text/javascript" })));
    let heard;
    worker.onmessage = ({ data }) => heard(data[0]);
    worker.onerror = event => { window.failed = event.message; };
    const ask = (...message) => new Promise(resolve => { heard = resolve; worker.postMessage(...message); });
    await ask(module);
    for (const { id, load, complete } of runs) {
        const bytes = await (await fetch(`models/${id}/model.onnx`)).arrayBuffer();
        const loaded = await ask([load, bytes], [bytes]);
        if (!JSON.parse(loaded).Loaded) throw new Error(loaded);
        window.answered[id] = await ask([complete]);
    }
})().catch(error => { window.failed = String(error); });
"#;

#[test]
fn every_model_writes_the_tokens_of_the_native_engine() {
    let index = fs::read(dist().join("models/index.json")).expect("the list of models");
    let ids: Vec<String> = serde_json::from_slice(&index).expect("a list");
    let problems = problems();
    let mut runs = Vec::new();
    let mut expected = BTreeMap::new();
    for id in &ids {
        let (card, model) = model(id);
        let prefixes: Vec<_> = problems
            .iter()
            .map(|problem| prefix(&card, problem))
            .collect();
        let completions = model.complete(&prefixes, MAX_LENGTH);
        expected.insert(id.clone(), completions.expect("the model runs"));
        let text = |request: Request| serde_json::to_string(&request).expect("a request");
        let complete = Request::CompleteMany {
            id: 2,
            model: id.clone(),
            prefixes,
            max_new: MAX_LENGTH,
        };
        let card = Box::new(card);
        runs.push(json!({ "id": id, "load": text(Request::Load { id: 1, card }), "complete": text(complete) }));
    }

    let (page, _) = Page::live("");
    page.browser.eval(RUN, &[json!(WORKER_START), json!(runs)]);
    let look = "return [Object.keys(window.answered).length, window.failed]";
    page.browser.wait("an answer of every model", || {
        let found = page.browser.eval(look, &[]);
        assert_eq!(found[1], Value::Null, "{found}");
        match found[0] == json!(ids.len()) {
            true => Ok(()),
            false => Err(found.to_string()),
        }
    });
    let answered = page.browser.eval("return window.answered", &[]);
    let mut differing = Vec::new();
    for (id, expected) in &expected {
        let event = answered[id].as_str().expect("an event");
        let Ok(Event::Completed { completions, .. }) = serde_json::from_str(event) else {
            panic!("{id}: {event}");
        };
        assert_eq!(completions.len(), problems.len(), "{id}");
        let (found, expected) = (digest_of(&completions), digest_of(expected));
        if found != expected {
            differing.push(format!("{id}: {found} instead of {expected}"));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

/// What the page says in a link that it shared, by digests of models and tokens, is what the native engine comes to.
#[test]
fn a_shared_link_says_what_the_native_engine_computes() {
    let models = ["large-direct-s0", "small-chain_rl-s0"].map(model);
    for problem in ["67 × 89 mod 7", "37 × 58 mod 9", "6 + 2 mod 5"] {
        let problem: Problem = problem.parse().expect("a problem");
        let [large, small] = [&models[0], &models[1]].map(|(card, model)| {
            let max_new = match card.answers {
                Answers::Direct => MAX_ANSWER,
                Answers::Free => MAX_LENGTH,
            };
            let completion = model.complete(&[prefix(card, &problem)], max_new);
            let written = completion.expect("the model runs").swap_remove(0).tokens;
            let answer = answer_of(&[card.answers.forced(), &written].concat());
            Outcome::of(&card.sha256, answer, &written).expect("a digest")
        });
        let native = Proof {
            large,
            small,
            edited: None,
        };
        let page = Page::open(Visit {
            script: COPY,
            ..Visit::default()
        });
        page.settled();
        page.type_problem(&problem.to_string());
        page.settled_for(&problem.to_string());
        let link = copied(&page);
        let (_, linked) = link.split_once("v=").expect("a proof");
        assert_eq!(linked, native.to_string(), "{problem}");
    }
}
