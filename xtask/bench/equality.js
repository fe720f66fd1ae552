// Whether two engines say the same. The first difference is an error that names its problem.

/// How many tokens were written, or read, by `name` as by onnxruntime-web.
export function sameTokens({ name: workload, parts }, name, found, expected) {
  let n_tokens = 0;
  parts.forEach(({ model, problems }, part) => {
    problems.forEach((problem, place) => {
      const [mine, other] = [found[part][place], expected[part][place]].map((tokens) => tokens.join(" "));
      if (mine !== other) {
        throw new Error(`${workload}: ${model} on ${problem}: ${name} writes ${mine}; onnxruntime-web writes ${other}`);
      }
      n_tokens += found[part][place].length;
    });
  });
  return n_tokens;
}

/// An error that says how many texts differ.
export function assertSame({ name, parts }, found, expected) {
  const differs = parts.flatMap(({ problems }, part) =>
    problems.filter((_, place) => found[part][place].join() !== expected[part][place].join()),
  );
  if (differs.length > 0) {
    const nAll = parts.flatMap(({ problems }) => problems).length;
    throw new Error(`in ${name}, ${differs.length} of ${nAll} texts differ, the first for ${differs[0]}`);
  }
}

/// Compares what an engine finds probable with what onnxruntime-web does, at every place of the completions of some texts.
export async function sameProbs(engine, theirs, { parts, tolerance }) {
  let [largest_difference, n_places] = [0, 0];
  for (const { model, texts, problems, max_new } of parts) {
    for (const [place, text] of texts.entries()) {
      const { tokens } = await engine.complete(model, text, max_new);
      for (let n_read = 0; n_read < tokens.length; n_read++) {
        const prefix = [...text, ...tokens.slice(0, n_read)];
        const [mine, other] = [await engine.probs(model, prefix), await theirs.probs(model, prefix)];
        const difference = Math.max(...mine.map((prob, token) => Math.abs(prob - other[token])));
        if (!(difference <= tolerance) || best(mine) !== best(other)) {
          throw new Error(`${model} on ${problems[place]}: after ${prefix.length} tokens the probabilities differ by ${difference}`);
        }
        largest_difference = Math.max(largest_difference, difference);
        n_places++;
      }
    }
  }
  return { largest_difference, n_places, tolerance };
}

function best(probs) {
  return probs.indexOf(Math.max(...probs));
}
