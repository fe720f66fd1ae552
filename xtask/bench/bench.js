// Runs the part of the bench that the address names and posts what it found to the server, a failure included.

import { sameProbs, sameTokens } from "./equality.js";
import { Ours } from "./ours.js";
import { PEERS, withPeers } from "./peers.js";
import { Theirs } from "./theirs.js";

/// A browser that has just started is busy with itself for a while.
const SETTLING_MS = 1500;
const ENGINES = { ours: Ours, theirs: Theirs, ...PEERS };

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

/// Every workload through all engines in turn, after it has been made sure that they say the same.
async function compare(plan) {
  const engines = { ours: await Ours.start(plan.models), theirs: await Theirs.start(plan.models) };
  const workloads = {};
  const written = {};
  for (const workload of plan.workloads) {
    const [ours, theirs] = [await run(engines.ours, workload), await run(engines.theirs, workload)];
    const n_tokens = sameTokens(workload, "this engine", ours.completions, theirs.completions);
    workloads[workload.name] = { n_tokens, scale: workload.scale };
    written[workload.name] = theirs.completions;
  }
  const equality = await sameProbs(engines.ours, engines.theirs, plan.equality);
  const { timed, peers } = await withPeers(plan, engines, written, run);
  for (let round = 0; round < plan.rounds; round++) {
    for (const { workload, among } of timed) {
      for (const [name, engine] of Object.entries(among)) {
        const { wall_ms, compute_ms } = await run(engine, workload);
        const found = (workloads[workload.name] ??= { n_tokens: workload.n_tokens });
        (found[name] ??= []).push({ wall_ms, compute_ms });
      }
    }
  }
  return { cores: navigator.hardwareConcurrency, browser: navigator.userAgent, equality, workloads, peers };
}

/// Computes every part of a workload. `wall_ms` is what the page waited, `compute_ms` what the worker computed.
async function run(engine, { parts, one_by_one, reads }) {
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
    } else if (reads) {
      const done = await engine.readMany(model, texts);
      completions.push(done.tokens);
      compute_ms += done.took_ms;
    } else {
      const done = await engine.completeMany(model, texts, max_new);
      completions.push(done.completions);
      compute_ms += done.took_ms;
    }
  }
  return { completions, compute_ms, wall_ms: performance.now() - start };
}
