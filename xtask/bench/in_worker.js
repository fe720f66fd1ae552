// An engine in a worker of its own, with the methods that `ours.js` has: each is a message to the worker and its answer
// (`answer.js`).

export class InWorker {
  #worker;
  #name;
  #asked = new Map();
  #lastId = 0;

  /// Starts `script` and has it load the models; `name` is for messages.
  static async start(script, name, models) {
    const engine = new InWorker();
    engine.#name = name;
    engine.#worker = new Worker(script, { type: "module" });
    engine.#worker.onmessage = ({ data: { id, failure, done } }) => {
      const { resolve, reject } = engine.#asked.get(id);
      engine.#asked.delete(id);
      if (failure) reject(new Error(`${name}: ${failure}`));
      else resolve(done);
    };
    engine.#worker.onerror = (error) => engine.#fail(error.message);
    await engine.#ask("load", models);
    return engine;
  }

  complete(model, prefix, maxNew) {
    return this.#ask("complete", model, prefix, maxNew);
  }

  completeMany(model, prefixes, maxNew) {
    return this.#ask("completeMany", model, prefixes, maxNew);
  }

  /// The most probable token after every token of each text.
  readMany(model, texts) {
    return this.#ask("readMany", model, texts);
  }

  probs(model, prefix) {
    return this.#ask("probs", model, prefix);
  }

  stop() {
    this.#worker.terminate();
  }

  #ask(name, ...given) {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject });
      this.#worker.postMessage({ id, name, given });
    });
  }

  #fail(message) {
    for (const { reject } of this.#asked.values()) reject(new Error(`${this.#name}'s worker: ${message}`));
    this.#asked.clear();
  }
}
