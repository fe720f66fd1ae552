// transformers.js on the shipped ONNX file, for a cold start alone: from there on it computes with onnxruntime-web, and its
// own loop takes files with the inputs of the models that it knows. It loads the file as a model of a kind of its own,
// which makes the session; that is run once with the inputs that the file has.

import { answerWith } from "./answer.js";
import { bestFrom, feeds, startOf } from "./onnx_inputs.js";
import { fetched } from "./files.js";

let transformers;
const models = new Map();
const tensor = (type, values, dims) => new transformers.Tensor(type, values, dims).ort_tensor;

async function load(ids) {
  const cards = ids.map((id) => fetched(`/dist/models/${id}/card.json`).then((response) => response.json()));
  transformers = await import("/transformers/transformers.min.js");
  const { env, AutoModel } = transformers;
  Object.assign(env, { allowRemoteModels: false, allowLocalModels: true, localModelPath: "/dist/models/" });
  Object.assign(env, { useBrowserCache: false, useWasmCache: false });
  const { wasm } = env.backends.onnx;
  wasm.numThreads = 1;
  wasm.wasmPaths = { wasm: new URL("/transformers_ort/ort-wasm-simd-threaded.asyncify.wasm", location).href };
  const options = { config: { model_type: "custom" }, device: "wasm", dtype: "fp32", subfolder: "" };
  for (const card of await Promise.all(cards)) {
    const model = await AutoModel.from_pretrained(card.id, options);
    models.set(card.id, { card, session: model.sessions.model });
  }
}

/// One token, which is all that a cold start writes.
async function complete(id, text) {
  const { card, session } = models.get(id);
  const { logits } = await session.run(feeds(tensor, [text], startOf(tensor, card, 1)), ["logits"]);
  const nTokens = card.vocabulary.length;
  return { tokens: [bestFrom(logits.data, logits.data.length - nTokens, nTokens)] };
}

answerWith({ load, complete });
