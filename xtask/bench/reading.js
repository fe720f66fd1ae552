// The workload `teacher_forced_batch`: chains that were written before are read with their prompts, in one pass each.

import { assertSame } from "./equality.js";

/// Multiplications and additions in products of matrices and in attention, while texts are read: each token sees those before
/// it and itself.
export function flopOf({ per_token, per_seen }, lengths) {
  const ofText = (length) => per_token * length + (per_seen * length * (length + 1)) / 2;
  return lengths.reduce((sum, length) => sum + ofText(length), 0);
}

/// What is read where `workload` was written: the workload, its tokens, its operations, and `check`, which has an engine
/// read it and compares what it would have written after each token with what was `written`.
export function readingOf({ name, parts }, written, flop, run) {
  const withCompletions = parts.map((part, idx) => {
    const texts = part.texts.map((text, place) => [...text, ...written[name][idx][place]]);
    return { ...part, texts };
  });
  const lengths = withCompletions.flatMap(({ texts }) => texts.map(({ length }) => length));
  const sum = (numbers) => numbers.reduce((a, b) => a + b);
  const workload = { name: "teacher_forced_batch", parts: withCompletions, reads: true };
  // What is told after the last token of the prompt is the first of the completion. Digits of a prompt can be as good as
  // equally probable, so what is told within prompts is not compared.
  const afterPrompts = (read) =>
    read.map((ofPart, idx) => ofPart.map((tokens, place) => tokens.slice(parts[idx].texts[place].length - 1, -1)));
  return {
    workload,
    n_tokens: sum(lengths),
    flop: flopOf(flop, lengths),
    async check(engine) {
      const { completions } = await run(engine, workload);
      assertSame(workload, afterPrompts(completions), written[name]);
    },
  };
}
