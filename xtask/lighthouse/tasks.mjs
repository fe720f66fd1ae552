// What the main thread does on a slow phone while the page loads, is read to its end, and sweeps a map; and how long a tap in
// the duel takes to be seen. Called by `cargo xtask lighthouse` with the page's address and a browser; prints JSON.

import { DEADLINE_MS, LONG_MS, SLOWER, open, pause, phone, shifted, start, tasksOf } from "./visit.mjs";

const [url, executable] = process.argv.slice(2);
const N_TAPS = 10;
const STEP = 600;
const SWEPT_MS = 8000;
// A tap that changes nothing for so long changes nothing at all.
const UNSEEN_MS = 5000;
const SETTLING_MS = 500;

const summary = (phase, tasks) => {
  const long = tasks.filter(({ ms }) => ms > LONG_MS);
  for (const { ms, inside } of long) console.error(`${phase}: ${Math.round(ms)} ms: ${inside}`);
  return {
    tasks: tasks.length,
    long: long.length,
    longest_ms: tasks.reduce((most, { ms }) => Math.max(most, ms), 0),
  };
};

/** Reads the page to its end, a step at a time, so that every figure is fetched and drawn. */
const read = async (page) => {
  for (let y = 0; y < (await page.evaluate(() => document.documentElement.scrollHeight)); y += STEP) {
    await page.evaluate((y) => scrollTo(0, y), y);
    await page.waitForNetworkIdle({ idleTime: 200, concurrency: 0 });
  }
};

/** Lets the map be swept for a while. */
const sweep = async (page) => {
  const button = '[data-part="map-sweep"]';
  await page.locator(button).scroll();
  await page.locator(button).click();
  await page.waitForFunction(() => document.querySelector('[data-part="map-sweep-panel"]').dataset.done > 0);
  await pause(SWEPT_MS);
  await page.locator('[data-part="map-cancel"]').click();
};

/** From a tap until the first frame after it, which shows that something in `part` has changed, in ms; `null` where nothing changes. */
const tap = async (page, selector, part) => {
  await page.evaluate((selector, part, unseen) => {
    document.querySelector(selector).scrollIntoView({ block: "center" });
    window.seen = new Promise((resolve) => {
      let isChanged = false;
      const changes = new MutationObserver(() => (isChanged = true));
      changes.observe(document.querySelector(part), { subtree: true, childList: true, attributes: true, characterData: true });
      const taps = new PerformanceObserver((list) => {
        const found = list.getEntries().filter((entry) => entry.interactionId > 0 && entry.name === "click");
        if (found.length === 0) return;
        taps.disconnect();
        changes.disconnect();
        resolve(isChanged ? Math.max(...found.map((entry) => entry.duration)) : null);
      });
      taps.observe({ type: "event", durationThreshold: 16 });
      setTimeout(() => resolve(null), unseen);
    });
  }, selector, part, UNSEEN_MS);
  // What scrolling sets off is no part of it.
  await page.waitForNetworkIdle({ idleTime: SETTLING_MS, concurrency: 0 });
  await page.tap(selector);
  return page.evaluate(() => window.seen);
};

const DUEL = "#duel";
const CARDS = '[data-part="duel"]';
const settled = (page) => page.waitForSelector(`${CARDS}[data-state="done"]`, { timeout: DEADLINE_MS });

/** Each thing that a reader does in the duel, by the element that is tapped. */
const ACTIONS = [
  ["another problem", (n) => `[data-part="presets"] button:nth-of-type(${(n % 3) + 1})`],
  ["one more", () => '[data-part$="-up"]'],
  ["open a token", (n) => `[data-part="small-chain"] [data-token-idx="${3 + (n % 4)}"]`, '[data-part="edit-close"]'],
  ["alter the chain", (n) => `[data-part="interventions"] button:nth-of-type(${(n % 4) + 1})`],
];

const taps = async (page) => {
  const found = {};
  for (const [name, selector, after] of ACTIONS) {
    found[name] = [];
    for (let n = 0; n < N_TAPS; n += 1) {
      await settled(page);
      found[name].push(await tap(page, selector(n), DUEL));
      if (after) await page.tap(after);
    }
  }
  return found;
};

const browser = await start(executable);
try {
  const { page, complaints } = await phone(browser);
  const load = await tasksOf(page, async () => {
    await open(page, url);
    await pause(1000);
  });
  const shift = await shifted(page);
  const reading = await tasksOf(page, () => read(page));
  const sweeping = await tasksOf(page, () => sweep(page));
  await page.emulateCPUThrottling(SLOWER);
  const tapped = await taps(page);
  const phases = {
    load: summary("load", load),
    reading: summary("reading", reading),
    sweeping: summary("sweeping", sweeping),
  };
  console.log(JSON.stringify({ slower: SLOWER, phases, shift, taps: tapped, complaints }));
} finally {
  await browser.close();
}
