// Greedy decoding with onnxruntime-web, by the same loop as `crates/engine/src/batch.rs`: texts of equal length side by
// side, keys and values handed back as they came, a text that has ended leaves the batch. With `?form=dynamic_int8` in its
// address the worker runs the form that `dynamic_int8.js` makes of the file.

import { answerWith } from "./answer.js";
import { fetchModel } from "./files.js";
import { bestFrom, feeds, startOf } from "./onnx_inputs.js";

/// Enough rows to fill its kernels: of 32 to 512, none is clearly faster.
const N_ROWS = 128;

/// The option has onnxruntime fold the int8 weights to f32 when it loads a model, as our engine does. Without it this build
/// gives the same probabilities, and takes longer over a single token.
const OPTIONS = {
  executionProviders: ["wasm"],
  graphOptimizationLevel: "all",
  extra: { session: { disable_quant_qdq: "1" } },
};

let ort;
const tensor = (type, values, dims) => new ort.Tensor(type, values, dims);
const models = new Map();

async function load(ids) {
  const files = ids.map(fetchModel);
  ort = await import("/ort/ort.wasm.bundle.min.mjs");
  ort.env.wasm.numThreads = 1;
  const form = await formOf(new URL(location).searchParams.get("form"));
  for (const file of files) {
    const { card, bytes } = await file;
    models.set(card.id, { card, session: await ort.InferenceSession.create(form(bytes), OPTIONS) });
  }
}

/// What is made of a file before it is loaded.
async function formOf(name) {
  return name ? (await import(`./${name}.js`)).converted : (bytes) => bytes;
}

async function complete(id, text, maxNew) {
  const start = performance.now();
  const [tokens] = await completeRows(models.get(id), [text], maxNew);
  return { tokens, took_ms: performance.now() - start };
}

async function completeMany(id, texts, maxNew) {
  const start = performance.now();
  const completions = await byLength(texts, (rows) => completeRows(models.get(id), rows, maxNew));
  return { completions, took_ms: performance.now() - start };
}

/// The most probable token after every token of each text.
async function readMany(id, texts) {
  const start = performance.now();
  const { card, session } = models.get(id);
  const nTokens = card.vocabulary.length;
  const tokens = await byLength(texts, async (rows) => {
    const { logits } = await session.run(feeds(tensor, rows, startOf(tensor, card, rows.length)), ["logits"]);
    return rows.map((text, row) => text.map((_, at) => bestFrom(logits.data, (row * text.length + at) * nTokens, nTokens)));
  });
  return { tokens, took_ms: performance.now() - start };
}

/// Calls `run` with batches of equally long texts and puts what it returns in the order of the texts.
async function byLength(texts, run) {
  const lists = [];
  for (const members of Map.groupBy(texts.keys(), (place) => texts[place].length).values()) {
    for (let first = 0; first < members.length; first += N_ROWS) {
      const slice = members.slice(first, first + N_ROWS);
      const found = await run(slice.map((place) => texts[place]));
      slice.forEach((place, row) => (lists[place] = found[row]));
    }
  }
  return lists;
}

async function probs(id, text) {
  const { card, session } = models.get(id);
  const { logits } = await session.run(feeds(tensor, [text], startOf(tensor, card, 1)), ["logits"]);
  const last = logits.data.slice(-card.vocabulary.length);
  const most = Math.max(...last);
  const powers = Array.from(last, (logit) => Math.exp(logit - most));
  const sum = powers.reduce((a, b) => a + b);
  return powers.map((power) => power / sum);
}

async function completeRows({ card, session }, texts, maxNew) {
  const end = card.vocabulary.indexOf("<end>");
  const written = texts.map(() => []);
  let owners = [...texts.keys()];
  let unread = texts;
  let past = startOf(tensor, card, texts.length);
  const last = Math.min(maxNew, card.max_length - texts[0].length);
  for (let n_written = 1; n_written <= last; n_written++) {
    const isLast = n_written === last;
    const found = await session.run(feeds(tensor, unread, past), isLast ? ["logits"] : session.outputNames);
    const chosen = lastBest(found.logits);
    const kept = [...chosen.keys()].filter((row) => chosen[row] !== end);
    chosen.forEach((token, row) => written[owners[row]].push(token));
    if (isLast || kept.length === 0) break;
    past = Object.keys(past).map((name) => [name, found[name.replace("past", "present")]]);
    if (kept.length < owners.length) past = past.map(([name, value]) => [name, keepRows(value, kept)]);
    past = Object.fromEntries(past);
    owners = kept.map((row) => owners[row]);
    unread = kept.map((row) => [chosen[row]]);
  }
  return written;
}

/// The most probable token at the last place of each row.
function lastBest({ data, dims: [nRows, nPlaces, nTokens] }) {
  return Array.from({ length: nRows }, (_, row) => bestFrom(data, ((row + 1) * nPlaces - 1) * nTokens, nTokens));
}

function keepRows({ data, dims }, kept) {
  const size = data.length / dims[0];
  const values = new Float32Array(kept.length * size);
  kept.forEach((row, at) => values.set(data.subarray(row * size, (row + 1) * size), at * size));
  return tensor("float32", values, [kept.length, ...dims.slice(1)]);
}

answerWith({ load, complete, completeMany, readMany, probs });
