// Runs the part of the bench that the address names and posts what it found to the server, a failure included.

import { Ours } from "./ours.js";
import { Theirs } from "./theirs.js";

/// A browser that has just started is busy with itself for a while.
const SETTLING_MS = 1500;
const ENGINES = { ours: Ours, theirs: Theirs };

try {
  const plan = await (await fetch("/plan.json")).json();
  const asked = new URL(location).searchParams;
  const engine = ENGINES[asked.get("engine")];
  await post(engine ? await coldStart(engine, plan) : await compare(plan));
} catch (error) {
  await post({ error: error?.message ?? String(error) });
}

async function post(body) {
  await fetch("/result", { method: "POST", body: JSON.stringify(body) });
}

/// From nothing to the first answer: engine and model are fetched, the engine is compiled, one problem is answered.
async function coldStart(Engine, { cold }) {
  await new Promise((resolve) => setTimeout(resolve, SETTLING_MS));
  const start = performance.now();
  const engine = await Engine.start([cold.model]);
  const { tokens } = await engine.complete(cold.model, cold.text, 1);
  return { wall_ms: performance.now() - start, tokens };
}

/// Every workload through both engines in turn, after it has been made sure that both say the same.
async function compare(plan) {
  const engines = { ours: await Ours.start(plan.models), theirs: await Theirs.start(plan.models) };
  const workloads = {};
  for (const workload of plan.workloads) {
    const [ours, theirs] = [await run(engines.ours, workload), await run(engines.theirs, workload)];
    const n_tokens = sameTokens(workload, ours.completions, theirs.completions);
    workloads[workload.name] = { n_tokens, scale: workload.scale, ours: [], theirs: [] };
  }
  const equality = await sameProbs(engines, plan.equality);
  for (let round = 0; round < plan.rounds; round++) {
    for (const workload of plan.workloads) {
      for (const [name, engine] of Object.entries(engines)) {
        const { wall_ms, compute_ms } = await run(engine, workload);
        workloads[workload.name][name].push({ wall_ms, compute_ms });
      }
    }
  }
  return { cores: navigator.hardwareConcurrency, browser: navigator.userAgent, equality, workloads };
}

/// Computes every part of a workload. `wall_ms` is what the page waited, `compute_ms` what the worker computed.
async function run(engine, { parts, one_by_one }) {
  const completions = [];
  let compute_ms = 0;
  const start = performance.now();
  for (const { model, texts, max_new } of parts) {
    if (one_by_one) {
      const ofPart = [];
      for (const text of texts) {
        const done = await engine.complete(model, text, max_new);
        ofPart.push(done.tokens);
        compute_ms += done.took_ms;
      }
      completions.push(ofPart);
    } else {
      const done = await engine.completeMany(model, texts, max_new);
      completions.push(done.completions);
      compute_ms += done.took_ms;
    }
  }
  return { completions, compute_ms, wall_ms: performance.now() - start };
}

/// How many tokens were written. The first text on which the engines differ is an error that names its problem.
function sameTokens({ name, parts }, ours, theirs) {
  let n_tokens = 0;
  parts.forEach(({ model, problems }, part) => {
    problems.forEach((problem, place) => {
      const [mine, other] = [ours[part][place], theirs[part][place]].map((tokens) => tokens.join(" "));
      if (mine !== other) {
        throw new Error(`${name}: ${model} on ${problem}: this engine writes ${mine}; onnxruntime-web writes ${other}`);
      }
      n_tokens += ours[part][place].length;
    });
  });
  return n_tokens;
}

/// Compares what each engine finds probable, at every place of the completions of the given texts.
async function sameProbs({ ours, theirs }, { parts, tolerance }) {
  let [largest_difference, n_places] = [0, 0];
  for (const { model, texts, problems, max_new } of parts) {
    for (const [place, text] of texts.entries()) {
      const { tokens } = await ours.complete(model, text, max_new);
      for (let n_read = 0; n_read < tokens.length; n_read++) {
        const prefix = [...text, ...tokens.slice(0, n_read)];
        const [mine, other] = [await ours.probs(model, prefix), await theirs.probs(model, prefix)];
        const difference = Math.max(...mine.map((prob, token) => Math.abs(prob - other[token])));
        if (!(difference <= tolerance) || best(mine) !== best(other)) {
          throw new Error(`${model} on ${problems[place]}: after ${prefix.length} tokens the probabilities differ by ${difference}`);
        }
        largest_difference = Math.max(largest_difference, difference);
        n_places++;
      }
    }
  }
  return { largest_difference, n_places, tolerance };
}

function best(probs) {
  return probs.indexOf(Math.max(...probs));
}
