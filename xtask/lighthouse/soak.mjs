// A long visit in minutes: problems, edits, tampering, checkpoints, sweeps, one after the other as fast as the page takes them.
// Called by `cargo xtask lighthouse --soak` with the page's address, a browser and minutes; prints JSON.

import { readFileSync } from "node:fs";

import { open, pause, phone, start } from "./visit.mjs";

const [url, executable, minutes] = process.argv.slice(2);
const N_MEASUREMENTS = 8;
const SWEEP_MS = 1500;
// Before the first measurement, so that everything was done once.
const FIRST_MS = 10_000;

/** What a thread holds, after its garbage is collected. */
const heapOf = async (client) => {
  await client.send("HeapProfiler.enable");
  await client.send("HeapProfiler.collectGarbage");
  return client.send("Runtime.getHeapUsage");
};

/** What the visit holds in memory, after the garbage is collected. */
const measure = async (browser, page) => {
  const client = await page.createCDPSession();
  const heaps = [await heapOf(client)];
  for (const worker of page.workers()) {
    // A worker that has ended in the meantime holds nothing.
    const heap = await heapOf(worker.client).catch((error) => {
      if (page.workers().includes(worker)) throw error;
    });
    if (heap) heaps.push(heap);
  }
  const counters = await client.send("Memory.getDOMCounters");
  await client.detach();
  const sum = (of) => heaps.reduce((sum, heap) => sum + (of(heap) ?? 0), 0);
  return {
    script_bytes: sum((heap) => heap.usedSize),
    buffer_bytes: sum((heap) => heap.backingStorageSize),
    wasm_bytes: await page.evaluate(() => window.memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0)),
    process_bytes: await processBytes(browser),
    workers: page.workers().length,
    nodes: counters.nodes,
    listeners: counters.jsEventListeners,
  };
};

/** What the page's process has for itself, its workers included; `null` where the system does not tell. */
const processBytes = async (browser) => {
  const client = await browser.target().createCDPSession();
  const { processInfo } = await client.send("SystemInfo.getProcessInfo");
  await client.detach();
  const own = ({ type, id }) => {
    if (type !== "renderer") return 0;
    try {
      const found = /^RssAnon:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/status`, "utf8"));
      return Number(found?.[1] ?? 0) * 1024;
    } catch {
      return 0;
    }
  };
  // The page's renderer is the largest; others are spare.
  return Math.max(...processInfo.map(own)) || null;
};

/** Runs in the page for some time, from round `n` on: what was done, by name, and the next round. */
const live = async (n, ms, sweepMs) => {
  const until = performance.now() + ms;
  const done = {};
  const find = (css) => [...document.querySelectorAll(css)].filter((element) => !element.disabled && element.ariaDisabled !== "true");
  const turns = new MessageChannel();
  const turn = () =>
    new Promise((resolve) => {
      turns.port1.onmessage = resolve;
      turns.port2.postMessage(null);
    });
  const settled = async () => {
    do await turn();
    while (document.querySelector('[data-part="duel"]').dataset.state === "working");
  };
  const press = async (name, css, nth) => {
    const found = find(css);
    if (found.length === 0) return false;
    found[nth % found.length].click();
    done[name] = (done[name] ?? 0) + 1;
    await settled();
    return true;
  };
  const slide = async (css, nth) => {
    const slider = document.querySelector(css);
    if (!slider) return;
    const n_stops = Number(slider.max) + 1;
    slider.value = String(nth % n_stops);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    slider.dispatchEvent(new Event("change", { bubbles: true }));
    done["models chosen"] = (done["models chosen"] ?? 0) + 1;
    await settled();
  };
  for (; performance.now() < until; n += 1) {
    await press("problems", '[data-part="presets"] button', n);
    await press("problems", '[data-part$="-up"], [data-part$="-down"]', n);
    if (await press("tokens opened", '[data-part="small-chain"] [data-token-idx]', 3 * n)) {
      await press("edits", '[data-part="edit-popover"] [data-replace]', n);
    }
    await press("edits", '[data-part="interventions"] button', n);
    await press("edits taken back", '[data-part="undo"], [data-part="reset"]', n);
    if (n % 10 === 0) await slide('[data-part="checkpoint-slider"]', n / 10);
    if (n % 100 === 0) {
      await press("sweeps", '[data-part="map-sweep"]', 0);
      await new Promise((end) => setTimeout(end, sweepMs));
      await press("sweeps ended", '[data-part="map-cancel"]', 0);
    }
  }
  return { done, n };
};

const browser = await start(executable);
try {
  const { page, complaints } = await phone(browser);
  await page.evaluateOnNewDocument(() => {
    window.memories = [];
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...given) => {
      const made = await instantiate.apply(WebAssembly, given);
      window.memories.push(made.instance.exports.memory);
      return made;
    };
  });
  await open(page, url);
  // Every figure is there before the first measurement.
  for (let y = 0; y < (await page.evaluate(() => document.documentElement.scrollHeight)); y += 600) {
    await page.evaluate((y) => scrollTo(0, y), y);
    await pause(150);
  }
  const slice = (Number(minutes) * 60_000) / N_MEASUREMENTS;
  const done = {};
  const measured = [];
  let round = 0;
  for (let idx = 0; idx <= N_MEASUREMENTS; idx += 1) {
    const lived = await page.evaluate(live, round, idx === 0 ? FIRST_MS : slice, SWEEP_MS);
    round = lived.n;
    for (const [name, count] of Object.entries(lived.done)) done[name] = (done[name] ?? 0) + count;
    measured.push(await measure(browser, page));
  }
  console.log(JSON.stringify({ minutes: Number(minutes), done, measured, complaints }));
} finally {
  await browser.close();
}
