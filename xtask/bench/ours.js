// The shipped engine: the worker in dist/, started as `src/session.rs` does and driven by `src/protocol.rs`.

import { fetched, fetchModel } from "./files.js";

export class Ours {
  #worker;
  #asked = new Map();
  #lastId = 0;

  static async start(models) {
    const [glue, start, module, ...files] = await Promise.all([
      fetched("/dist/worker.js").then((response) => response.text()),
      fetched("/src/worker_start.js").then((response) => response.text()),
      WebAssembly.compileStreaming(fetched("/dist/worker_bg.wasm")),
      ...models.map(fetchModel),
    ]);
    const engine = new Ours();
    const script = new Blob([glue, "\n", start], { type: "text/javascript" });
    engine.#worker = new Worker(URL.createObjectURL(script));
    engine.#worker.onmessage = ({ data }) => engine.#take(JSON.parse(data[0]));
    engine.#worker.onerror = (error) => engine.#fail(error.message);
    engine.#worker.postMessage(module);
    for (const { card, bytes } of files) await engine.#ask("Load", { card }, bytes);
    return engine;
  }

  async complete(model, prefix, max_new) {
    const events = await this.#ask("Complete", { model, prefix, sampling: "Greedy", max_new });
    const tokens = events.filter((event) => event.Token).map((event) => event.Token.token);
    return { tokens, took_ms: events.at(-1).Done.took_ms };
  }

  async completeMany(model, prefixes, max_new) {
    const events = await this.#ask("CompleteMany", { model, prefixes, max_new });
    const { completions, took_ms } = events.at(-1).Completed;
    return { completions: completions.map(({ tokens }) => tokens), took_ms };
  }

  /// The most probable token after every token of each text.
  async readMany(model, texts) {
    const events = await this.#ask("ReadMany", { model, texts });
    const { best, took_ms } = events.at(-1).Read;
    return { tokens: best, took_ms };
  }

  async probs(model, prefix) {
    const events = await this.#ask("Distribution", { model, prefix });
    return events.at(-1).Distribution.probs;
  }

  stop() {
    this.#worker.terminate();
  }

  /// Sends a request; the events with its id, once the last one is here.
  #ask(kind, fields, bytes) {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { events: [], resolve, reject });
      const json = JSON.stringify({ [kind]: { id, ...fields } });
      if (bytes) this.#worker.postMessage([json, bytes], [bytes]);
      else this.#worker.postMessage([json]);
    });
  }

  #take(event) {
    if (event === "Ready") return;
    if (event.Crashed) return this.#fail(event.Crashed.message);
    const [kind, fields] = Object.entries(event)[0];
    const asked = this.#asked.get(fields.id);
    asked.events.push(event);
    if (kind === "Token") return;
    this.#asked.delete(fields.id);
    if (kind === "Failed") asked.reject(new Error(fields.failure.message));
    else asked.resolve(asked.events);
  }

  #fail(message) {
    for (const { reject } of this.#asked.values()) reject(new Error(`the engine's worker: ${message}`));
    this.#asked.clear();
  }
}
