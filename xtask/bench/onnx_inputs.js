// The inputs of a shipped ONNX file, as `training/syw/onnx_writer.py` describes them. `tensor` makes one from a type, values
// and dimensions.

const MASKED = -1e9;

/// No keys and values yet, for so many rows.
export function startOf(tensor, { layers, heads, head_width }, nRows) {
  const empty = () => tensor("float32", new Float32Array(0), [nRows, heads, 0, head_width]);
  const ofLayer = (layer) => [[`past_k.${layer}`, empty()], [`past_v.${layer}`, empty()]];
  return Object.fromEntries([...Array(layers).keys()].flatMap(ofLayer));
}

/// The inputs for reading `unread`, texts of equal length, after `past`.
export function feeds(tensor, unread, past) {
  const [nRows, nNew, before] = [unread.length, unread[0].length, past["past_k.0"].dims[2]];
  const nAll = before + nNew;
  const ids = new BigInt64Array(nRows * nNew);
  const positions = new BigInt64Array(nRows * nNew);
  const mask = new Float32Array(nRows * nNew * nAll);
  for (let row = 0; row < nRows; row++) {
    for (let at = 0; at < nNew; at++) {
      const place = row * nNew + at;
      ids[place] = BigInt(unread[row][at]);
      positions[place] = BigInt(before + at);
      mask.fill(MASKED, place * nAll + before + at + 1, (place + 1) * nAll);
    }
  }
  return {
    ids: tensor("int64", ids, [nRows, nNew]),
    positions: tensor("int64", positions, [nRows, nNew]),
    mask: tensor("float32", mask, [nRows, 1, nNew, nAll]),
    ...past,
  };
}

/// The most probable token by the logits from `start` on; of equals, the lowest.
export function bestFrom(logits, start, nTokens) {
  let best = start;
  for (let at = start + 1; at < start + nTokens; at++) if (logits[at] > logits[best]) best = at;
  return best - start;
}
