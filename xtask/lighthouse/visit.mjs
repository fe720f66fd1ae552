// A phone in headless Chromium, and what its main thread would do were it four times slower than this machine.

import puppeteer from "puppeteer-core";

export const SLOWER = 4;
/** A task so long keeps a reader waiting. */
export const LONG_MS = 50;
const PHONE = { width: 412, height: 823, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };
const TRACED = ["devtools.timeline", "disabled-by-default-devtools.timeline", "__metadata"];
// Long, because the machine may be busy.
export const DEADLINE_MS = 180_000;

/** A browser with an empty profile. */
export const start = (browser) =>
  puppeteer.launch({
    executablePath: browser,
    protocolTimeout: DEADLINE_MS,
    // Containers have little shared memory and run as root.
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--no-first-run"],
  });

/** A page on such a phone, as fast as this machine. Whatever it complains of is in `complaints`. */
export const phone = async (browser) => {
  const page = await browser.newPage();
  page.setDefaultTimeout(DEADLINE_MS);
  await page.setViewport(PHONE);
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.evaluateOnNewDocument(watchShifts);
  return { page, complaints };
};

/** Adds up how much the page moves by itself. */
const watchShifts = () => {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
};

export const shifted = (page) => page.evaluate(() => window.shifted);

/** Opens the page and waits until all of it lives and both models have answered. */
export const open = async (page, url) => {
  await page.goto(url, { waitUntil: "load" });
  await page.waitForSelector('#app[data-mounted="all"]');
  await page.waitForSelector('[data-part="engine-status"][data-status="live"]');
  await page.waitForSelector('[data-part="duel"][data-state="done"]');
};

/**
 * What the page's main thread did while `act` ran: for how many ms each task would compute on a machine so much slower. Its time on
 * the processor is multiplied, for the browser's own throttle also multiplies the time in which other programs had their turn.
 */
export const tasksOf = async (page, act) => {
  await page.tracing.start({ categories: TRACED });
  await act();
  const trace = JSON.parse(new TextDecoder().decode(await page.tracing.stop()));
  return tasks(trace.traceEvents, new URL(page.url()).origin);
};

const tasks = (events, origin) => {
  // The browser has renderers of its own beside the page's.
  const frames = events.flatMap(({ name, args }) =>
    name === "TracingStartedInBrowser" ? args.data.frames : name === "FrameCommittedInBrowser" ? [args.data] : [],
  );
  const processes = new Set(frames.filter(({ url }) => url?.startsWith(origin)).map(({ processId }) => processId));
  const main = new Set();
  for (const { name, args, pid, tid } of events) {
    if (name === "thread_name" && args.name === "CrRendererMain" && processes.has(pid)) main.add(`${pid} ${tid}`);
  }
  const onMain = events.filter(({ pid, tid }) => main.has(`${pid} ${tid}`)).sort((one, other) => one.ts - other.ts);
  const found = onMain.filter(({ name, ph }) => name === "RunTask" && ph === "X");
  if (found.length === 0) throw new Error("the trace has no task of the page");
  return found.map((task) => {
    const ms = slower(task);
    return { ms, inside: ms > LONG_MS ? inside(task, onMain) : "" };
  });
};

const slower = ({ dur, tdur }) => ((tdur ?? dur) * SLOWER) / 1000;

/** What took most of a task, by the names of the trace, and the file that had come last. */
const inside = (task, onMain) => {
  const took = {};
  for (const event of onMain) {
    if (event.ts < task.ts || event.ts >= task.ts + task.dur || event.ph !== "X" || event === task) continue;
    took[event.name] = (took[event.name] ?? 0) + slower(event);
  }
  const most = Object.entries(took).filter(([, ms]) => ms > 2);
  most.sort(([, one], [, other]) => other - one);
  const files = onMain.filter(({ name, ts }) => name === "ResourceReceiveResponse" && ts < task.ts + task.dur);
  const last = files.at(-1)?.args.data.url ?? onMain.filter(({ name, ts }) => name === "ResourceSendRequest" && ts < task.ts).at(-1)?.args.data.url;
  return `${most.map(([name, ms]) => `${name} ${Math.round(ms)}`).join(", ")}; after ${last?.split("/").at(-1) ?? "nothing"}`;
};

export const pause = (ms) => new Promise((done) => setTimeout(done, ms));
