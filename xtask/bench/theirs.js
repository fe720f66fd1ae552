// onnxruntime-web, in `theirs_worker.js`.

import { InWorker } from "./in_worker.js";

export const Theirs = {
  start: (models) => InWorker.start("theirs_worker.js", "onnxruntime-web", models),
};
