// The worker's end of `in_worker.js`.

/// Answers every message with what the method of its name returns, a failure included.
export function answerWith(methods) {
  self.onmessage = async ({ data: { id, name, given } }) => {
    try {
      self.postMessage({ id, done: await methods[name](...given) });
    } catch (error) {
      self.postMessage({ id, failure: error?.message ?? String(error) });
    }
  };
}
