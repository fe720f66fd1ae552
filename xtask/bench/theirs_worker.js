// Greedy decoding with onnxruntime-web, by the same loop as `crates/engine/src/batch.rs`: texts of equal length side by
// side, keys and values handed back as they came, a text that has ended leaves the batch.

import { fetchModel } from "./files.js";

/// As many rows as the engine runs side by side.
const N_ROWS = 128;
const MASKED = -1e9;

/// The option has onnxruntime fold the int8 weights to f32 when it loads a model, as our engine does. Without it this build
/// gives the same probabilities, and takes longer over a single token.
const OPTIONS = {
  executionProviders: ["wasm"],
  graphOptimizationLevel: "all",
  extra: { session: { disable_quant_qdq: "1" } },
};

let ort;
const models = new Map();

async function load(ids) {
  const files = ids.map(fetchModel);
  ort = await import("/ort/ort.wasm.bundle.min.mjs");
  ort.env.wasm.numThreads = 1;
  for (const file of files) {
    const { card, bytes } = await file;
    models.set(card.id, { card, session: await ort.InferenceSession.create(bytes, OPTIONS) });
  }
}

async function complete(id, text, maxNew) {
  const start = performance.now();
  const [tokens] = await completeRows(models.get(id), [text], maxNew);
  return { tokens, took_ms: performance.now() - start };
}

async function completeMany(id, texts, maxNew) {
  const start = performance.now();
  const model = models.get(id);
  const byLength = Map.groupBy(texts.keys(), (place) => texts[place].length);
  const completions = [];
  for (const members of byLength.values()) {
    for (let first = 0; first < members.length; first += N_ROWS) {
      const slice = members.slice(first, first + N_ROWS);
      const written = await completeRows(model, slice.map((place) => texts[place]), maxNew);
      slice.forEach((place, row) => (completions[place] = written[row]));
    }
  }
  return { completions, took_ms: performance.now() - start };
}

async function probs(id, text) {
  const { card, session } = models.get(id);
  const { logits } = await session.run(feeds(card, [text], startOf(card, 1)), ["logits"]);
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
  let past = startOf(card, texts.length);
  const last = Math.min(maxNew, card.max_length - texts[0].length);
  for (let n_written = 1; n_written <= last; n_written++) {
    const isLast = n_written === last;
    const found = await session.run(feeds(card, unread, past), isLast ? ["logits"] : session.outputNames);
    const chosen = lastBest(found.logits);
    const kept = [...chosen.keys()].filter((row) => chosen[row] !== end);
    chosen.forEach((token, row) => written[owners[row]].push(token));
    if (isLast || kept.length === 0) break;
    past = Object.keys(past).map((name) => [name, found[name.replace("past", "present")]]);
    if (kept.length < owners.length) past = past.map(([name, tensor]) => [name, keepRows(tensor, kept)]);
    past = Object.fromEntries(past);
    owners = kept.map((row) => owners[row]);
    unread = kept.map((row) => [chosen[row]]);
  }
  return written;
}

/// No keys and values yet, for so many rows.
function startOf({ layers, heads, head_width }, nRows) {
  const empty = () => new ort.Tensor("float32", new Float32Array(0), [nRows, heads, 0, head_width]);
  const ofLayer = (layer) => [[`past_k.${layer}`, empty()], [`past_v.${layer}`, empty()]];
  return Object.fromEntries([...Array(layers).keys()].flatMap(ofLayer));
}

/// The inputs for reading `unread`, texts of equal length, after `past`.
function feeds(card, unread, past) {
  const [nRows, nNew, before] = [unread.length, unread[0].length, past["past_k.0"].dims[2]];
  const nAll = before + nNew;
  const ids = new BigInt64Array(nRows * nNew);
  const positions = new BigInt64Array(nRows * nNew);
  const mask = new Float32Array(nRows * nNew * nAll);
  for (let row = 0; row < nRows; row++) {
    for (let at = 0; at < nNew; at++) {
      const place = row * nNew + at;
      ids[place] = BigInt(unread[row][at]);
      positions[place] = BigInt(before + at);
      mask.fill(MASKED, place * nAll + before + at + 1, (place + 1) * nAll);
    }
  }
  return {
    ids: new ort.Tensor("int64", ids, [nRows, nNew]),
    positions: new ort.Tensor("int64", positions, [nRows, nNew]),
    mask: new ort.Tensor("float32", mask, [nRows, 1, nNew, nAll]),
    ...past,
  };
}

/// The most probable token at the last place of each row; of equals, the lowest.
function lastBest({ data, dims: [nRows, nPlaces, nTokens] }) {
  return Array.from({ length: nRows }, (_, row) => {
    const start = ((row + 1) * nPlaces - 1) * nTokens;
    let best = start;
    for (let at = start + 1; at < start + nTokens; at++) if (data[at] > data[best]) best = at;
    return best - start;
  });
}

function keepRows({ data, dims }, kept) {
  const size = data.length / dims[0];
  const values = new Float32Array(kept.length * size);
  kept.forEach((row, at) => values.set(data.subarray(row * size, (row + 1) * size), at * size));
  return new ort.Tensor("float32", values, [kept.length, ...dims.slice(1)]);
}

const METHODS = { load, complete, completeMany, probs };

self.onmessage = async ({ data: { id, name, given } }) => {
  try {
    self.postMessage({ id, done: await METHODS[name](...given) });
  } catch (error) {
    self.postMessage({ id, failure: error?.message ?? String(error) });
  }
};
