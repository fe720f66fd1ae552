// Further engines beside onnxruntime-web: how each is started, and whether it says the same as onnxruntime-web, without
// which its times count for nothing.

import { assertSame, sameProbs } from "./equality.js";
import { InWorker } from "./in_worker.js";

const STARTED = {
  rten: "crate_worker.js?crate=rten",
  candle: "crate_worker.js?crate=candle",
  onnxruntime_web_int8: "theirs_worker.js?form=dynamic_int8",
  transformers_js: "transformers_worker.js",
};

/// Each peer as something with the method `start` of `Ours`.
export const PEERS = Object.fromEntries(
  Object.entries(STARTED).map(([name, script]) => [name, { start: (models) => InWorker.start(script, name, models) }]),
);

/// Of these the peers are not timed: they are chains and answers once more.
const NOT_FOR_PEERS = ["full_maps", "edit_to_answer", "first_tiles"];

/// What is timed, each workload with the engines that take part in it, once the peers of the plan have joined; and of each
/// peer how far it is from onnxruntime-web, or why it does not take part. `written` has what onnxruntime-web writes.
export async function withPeers(plan, engines, written, reading, run) {
  const peers = {};
  const admitted = {};
  for (const name of plan.peers) {
    let engine;
    try {
      engine = await PEERS[name].start(plan.models);
      for (const workload of plan.workloads.filter(({ name }) => !NOT_FOR_PEERS.includes(name))) {
        const { completions } = await run(engine, workload);
        assertSame(workload, completions, written[workload.name]);
      }
      await reading.check(engine);
      peers[name] = await sameProbs(engine, engines.theirs, plan.equality);
      admitted[name] = engine;
    } catch (error) {
      engine?.stop();
      peers[name] = { refused: error.message };
    }
  }
  const timed = plan.workloads.map((workload) => {
    const among = NOT_FOR_PEERS.includes(workload.name) ? engines : { ...engines, ...admitted };
    return { workload, among };
  });
  timed.push({ workload: reading.workload, among: { ...engines, ...admitted } });
  return { timed, peers };
}
