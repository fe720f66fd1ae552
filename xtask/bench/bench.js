// Runs the part of the bench that the address names and posts what it found to the server, a failure included.

import { sameProbs, sameTokens } from "./equality.js";
import { growth } from "./growth.js";
import { Ours } from "./ours.js";
import { peak } from "./peak.js";
import { PEERS, withPeers } from "./peers.js";
import { readingOf } from "./reading.js";
import { Theirs } from "./theirs.js";

/// A browser that has just started is busy with itself for a while.
const SETTLING_MS = 1500;
const ENGINES = { ours: Ours, theirs: Theirs, ...PEERS };

try {
  const plan = await (await fetch("/plan.json")).json();
  const asked = new URL(location).searchParams;
  const engine = ENGINES[asked.get("engine")];
  if (engine) await post(await coldStart(engine, plan));
  else if (asked.has("growth")) await post(await growth(plan));
  else await post(await compare(plan));
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
    const n_texts = workload.parts.reduce((sum, { texts }) => sum + texts.length, 0);
    workloads[workload.name] = { n_tokens, n_texts, scale: workload.scale };
    written[workload.name] = theirs.completions;
  }
  const decoding = plan.workloads.find(({ name }) => name === "kv_decode_batch");
  const reading = readingOf(decoding, written, plan.flop, run);
  for (const engine of Object.values(engines)) await reading.check(engine);
  workloads[reading.workload.name] = { n_tokens: reading.n_tokens, flop: reading.flop };
  const equality = await sameProbs(engines.ours, engines.theirs, plan.equality);
  const { timed, peers } = await withPeers(plan, engines, written, reading, run);
  const peak_gflops = [];
  for (let round = 0; round < plan.rounds; round++) {
    for (const { workload, among } of timed) {
      for (const [name, engine] of Object.entries(among)) {
        const { wall_ms, compute_ms } = await run(engine, workload);
        (workloads[workload.name][name] ??= []).push({ wall_ms, compute_ms });
      }
    }
    peak_gflops.push(await peak());
  }
  const cores = navigator.hardwareConcurrency;
  return { cores, browser: navigator.userAgent, equality, workloads, peers, peak_gflops };
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
