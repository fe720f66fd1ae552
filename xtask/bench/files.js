// The files of a model.

/// The card of a model and the bytes of its file.
export async function fetchModel(id) {
  const folder = id.startsWith("random-") ? `/random/${id}/` : `/dist/models/${id}/`;
  const [card, bytes] = await Promise.all([fetched(`${folder}card.json`), fetched(`${folder}model.onnx`)]);
  return { card: await card.json(), bytes: await bytes.arrayBuffer() };
}

/// A file, which must be there.
export async function fetched(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: status ${response.status}`);
  return response;
}
