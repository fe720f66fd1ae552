// onnxruntime-web in a worker of its own (`theirs_worker.js`), with the methods that `ours.js` has.

export class Theirs {
  #worker;
  #asked = new Map();
  #lastId = 0;

  static async start(models) {
    const engine = new Theirs();
    engine.#worker = new Worker("theirs_worker.js", { type: "module" });
    engine.#worker.onmessage = ({ data: { id, failure, done } }) => {
      const { resolve, reject } = engine.#asked.get(id);
      engine.#asked.delete(id);
      if (failure) reject(new Error(`onnxruntime-web: ${failure}`));
      else resolve(done);
    };
    engine.#worker.onerror = (error) => {
      for (const { reject } of engine.#asked.values()) reject(new Error(`onnxruntime-web's worker: ${error.message}`));
    };
    await engine.#ask("load", models);
    return engine;
  }

  complete(model, prefix, maxNew) {
    return this.#ask("complete", model, prefix, maxNew);
  }

  completeMany(model, prefixes, maxNew) {
    return this.#ask("completeMany", model, prefixes, maxNew);
  }

  probs(model, prefix) {
    return this.#ask("probs", model, prefix);
  }

  #ask(name, ...given) {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject });
      this.#worker.postMessage({ id, name, given });
    });
  }
}
