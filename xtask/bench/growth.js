// How time grows: with the number of problems, with how many are handed over at once, with workers, and with the size of
// the model, the last beside onnxruntime-web.

import { sameProbs, sameTokens } from "./equality.js";
import { Ours } from "./ours.js";
import { peak } from "./peak.js";
import { flopOf } from "./reading.js";
import { Theirs } from "./theirs.js";

/// Everything of the plan's `growth`; each measurement is the best of `rounds`, for what is beside it only takes time.
export async function growth({ growth: plan }) {
  const ours = await Ours.start(plan.models);
  const problems = [];
  for (const { model, texts, max_new, counts } of plan.problems) {
    for (const count of counts) {
      const many = Array.from({ length: count }, (_, idx) => texts[idx % texts.length]);
      problems.push({ model, count, ms: await best(plan.rounds, () => ours.completeMany(model, many, max_new)) });
    }
  }
  const batch = [];
  for (const size of plan.batch.sizes) {
    const { model, texts, max_new } = plan.batch;
    const parts = Array.from({ length: texts.length / size }, (_, idx) => texts.slice(idx * size, (idx + 1) * size));
    const inTurn = async () => {
      for (const part of parts) await ours.completeMany(model, part, max_new);
    };
    batch.push({ size, n_texts: texts.length, ms: await best(plan.rounds, inTurn) });
  }
  const workers = [];
  const pool = [ours];
  for (const count of plan.workers.counts) {
    while (pool.length < count) pool.push(await Ours.start(plan.models));
    workers.push({ count, ms: await best(plan.rounds, () => shared(pool.slice(0, count), plan.workers)) });
  }
  const parameters = [];
  for (const size of plan.parameters) parameters.push(await ofSize(size, plan.rounds));
  return { problems, batch, workers, parameters, peak_gflops: await peak() };
}

/// Tiles of texts, each taken by the next worker that is free.
async function shared(pool, { model, texts, max_new, tile }) {
  const tiles = Array.from({ length: Math.ceil(texts.length / tile) }, (_, idx) => texts.slice(idx * tile, (idx + 1) * tile));
  const work = async (engine) => {
    for (let next = tiles.shift(); next; next = tiles.shift()) await engine.completeMany(model, next, max_new);
  };
  await Promise.all(pool.map(work));
}

/// One model in both engines, which must say the same.
async function ofSize({ model, parameters, flop, texts, max_new, equality }, rounds) {
  const engines = { ours: await Ours.start([model]), theirs: await Theirs.start([model]) };
  const completions = [];
  for (const engine of Object.values(engines)) completions.push([(await engine.completeMany(model, texts, max_new)).completions]);
  const part = { model, texts, problems: texts.map((_, idx) => `text ${idx}`) };
  const n_written = sameTokens({ name: "growth", parts: [part] }, "this engine", ...completions);
  await sameProbs(engines.ours, engines.theirs, { parts: [{ ...part, texts: texts.slice(0, 2), max_new }], ...equality });
  const whole = texts.map((text, idx) => [...text, ...completions[0][0][idx]]);
  const n_read = whole.reduce((sum, { length }) => sum + length, 0);
  const flop_per_token = flopOf(flop, whole.map(({ length }) => length)) / n_read;
  const found = { model, parameters, flop_per_token };
  for (const [name, engine] of Object.entries(engines)) {
    const alone = async () => (await engine.complete(model, texts[0], max_new)).took_ms;
    found[name] = {
      read_us: (1e3 * (await best(rounds, () => engine.readMany(model, whole)))) / n_read,
      decode_us: (1e3 * (await best(rounds, () => engine.completeMany(model, texts, max_new)))) / n_written,
      single_us: (1e3 * (await least(rounds, alone))) / completions[0][0][0].length,
    };
    engine.stop();
  }
  return found;
}

/// Milliseconds that the page waits for some work, at best.
function best(rounds, work) {
  return least(rounds, async () => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  });
}

async function least(rounds, measure) {
  let least = Infinity;
  // Once more, for the browser compiles for speed while it runs.
  for (let n = 0; n <= rounds; n++) least = Math.min(least, await measure());
  return least;
}
