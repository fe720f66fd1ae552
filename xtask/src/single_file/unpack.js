// In the page in one file, what a server does elsewhere: hands out the files that lie packed in elements of this document.
// `showYourWorkFile(name)` promises a Response, or undefined for a file that is not inside.
globalThis.showYourWorkFile = (() => {
  "use strict";
  const TYPES = { css: "text/css", js: "text/javascript", json: "application/json", wasm: "application/wasm", ftl: "text/plain" };

  // All files of a pack: the first piece of each, then the second of each, and so on.
  const unpack = async (text, { piece, files }) => {
    const packed = await fetch(`data:application/gzip;base64,${text}`);
    const stream = packed.body.pipeThrough(new DecompressionStream("gzip"));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    const whole = new Map(files.map(([name, length]) => [name, new Uint8Array(length)]));
    const longest = Math.max(...files.map(([, length]) => length));
    let taken = 0;
    for (let start = 0; start < longest; start += piece) {
      for (const file of whole.values()) {
        const part = bytes.subarray(taken, taken + Math.max(0, Math.min(piece, file.length - start)));
        file.set(part, Math.min(start, file.length));
        taken += part.length;
      }
    }
    return whole;
  };

  // Each pack is unpacked once, when the first of its files is asked for. The elements stand behind all that a reader sees, so
  // they are looked for only then.
  let packs = null;
  const find = (name) => {
    packs ??= [...document.querySelectorAll("script[data-pack]")].map((element) => {
      const how = JSON.parse(element.dataset.pack);
      return { element, how, names: new Set(how.files.map(([name]) => name)), whole: null };
    });
    return packs.find((pack) => pack.names.has(name));
  };

  return async (name) => {
    const pack = find(name);
    if (pack === undefined) {
      return undefined;
    }
    pack.whole ??= unpack(pack.element.textContent, pack.how);
    const bytes = (await pack.whole).get(name);
    const type = TYPES[name.split(".").pop()] ?? "application/octet-stream";
    return new Response(bytes, { headers: { "content-type": type, "content-length": bytes.length } });
  };
})();
