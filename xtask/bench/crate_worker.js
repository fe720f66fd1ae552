// A peer that is a Rust crate in `peers/`: its module is the one that `?crate=` in the worker's address names.

import { answerWith } from "./answer.js";
import { fetchModel } from "./files.js";

const models = new Map();

async function load(ids) {
  const name = new URL(location).searchParams.get("crate");
  const files = ids.map(fetchModel);
  const module = await import(`/peers/${name}/peer_${name}.js`);
  await module.default();
  for (const file of files) {
    const { card, bytes } = await file;
    const { layers, heads, head_width, max_length, vocabulary } = card;
    const numbers = [layers, heads, head_width, vocabulary.length, max_length, vocabulary.indexOf("<end>")];
    models.set(card.id, module.load(new Uint8Array(bytes), ...numbers));
  }
}

function complete(id, text, maxNew) {
  const start = performance.now();
  const [tokens] = unpacked(models.get(id).completeMany(packed([text]), maxNew));
  return { tokens, took_ms: performance.now() - start };
}

function completeMany(id, texts, maxNew) {
  const start = performance.now();
  const completions = unpacked(models.get(id).completeMany(packed(texts), maxNew));
  return { completions, took_ms: performance.now() - start };
}

function readMany(id, texts) {
  const start = performance.now();
  const tokens = unpacked(models.get(id).readMany(packed(texts)));
  return { tokens, took_ms: performance.now() - start };
}

function probs(id, text) {
  return Array.from(models.get(id).probs(Uint32Array.from(text)));
}

/// Many texts as one list: the length of each before its tokens.
function packed(texts) {
  return Uint32Array.from(texts.flatMap((text) => [text.length, ...text]));
}

function unpacked(list) {
  const texts = [];
  for (let at = 0; at < list.length; at += list[at] + 1) texts.push(Array.from(list.subarray(at + 1, at + 1 + list[at])));
  return texts;
}

answerWith({ load, complete, completeMany, readMany, probs });
