// Lighthouse on its own mobile profile, some times, each time in a browser with an empty profile. Called by `cargo xtask
// lighthouse` with the page's address, a browser and the number of runs; prints JSON.

import lighthouse from "lighthouse";

import { start } from "./visit.mjs";

const [url, executable, n_runs] = process.argv.slice(2);
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const METRICS = {
  first_contentful_paint_ms: "first-contentful-paint",
  largest_contentful_paint_ms: "largest-contentful-paint",
  total_blocking_time_ms: "total-blocking-time",
  speed_index_ms: "speed-index",
  layout_shift: "cumulative-layout-shift",
  transferred_bytes: "total-byte-weight",
};
// How much of what an audit found an error shows.
const SHOWN = 5;

/** What an audit found wrong, in words. */
const complaint = (audit) => {
  const of = (item) => item.node?.snippet ?? item.description ?? item.url ?? item.source ?? JSON.stringify(item);
  const items = (audit.details?.items ?? []).slice(0, SHOWN).map(of);
  return [audit.title, audit.displayValue, ...items].filter(Boolean).join("; ");
};

const run = async () => {
  const browser = await start(executable);
  try {
    const port = Number(new URL(browser.wsEndpoint()).port);
    const { lhr } = await lighthouse(url, { port, output: "json", logLevel: "error", onlyCategories: CATEGORIES });
    if (lhr.runtimeError) throw new Error(`${lhr.runtimeError.code}: ${lhr.runtimeError.message}`);
    const failed = (category) =>
      lhr.categories[category].auditRefs
        .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1)
        .map(({ id }) => `${id}: ${complaint(lhr.audits[id])}`);
    const each = (names, of) => Object.fromEntries(names.map((name) => [name, of(name)]));
    return {
      version: lhr.lighthouseVersion,
      scores: each(CATEGORIES, (name) => Math.round(lhr.categories[name].score * 100)),
      failed: each(CATEGORIES, failed),
      metrics: each(Object.keys(METRICS), (name) => lhr.audits[METRICS[name]].numericValue),
      requests: lhr.audits["network-requests"].details.items.map((item) => ({
        url: item.url,
        kind: item.resourceType ?? "",
        // Negative where the browser does not tell, as of a worker's script that the page made itself.
        bytes: Math.max(0, item.transferSize),
      })),
      console: lhr.audits["errors-in-console"].details.items.map((item) => `${item.source}: ${item.description}`),
    };
  } finally {
    await browser.close();
  }
};

const runs = [];
for (let n = 0; n < Number(n_runs); n += 1) runs.push(await run());
console.log(JSON.stringify({ runs }));
