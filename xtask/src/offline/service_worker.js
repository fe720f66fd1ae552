// Keeps the page on this machine, so that it opens without a network. Above stand the build, every file of it with the start of its
// SHA-256, and the files without which the page cannot be used (CORE).
//
// Files are kept by digest, in one cache for every build: what two builds share is fetched once. A worker serves the files of its own build
// and no others. A newer worker is fetched beside it, with its own files, and takes its place once no page of the older one is open.

const SCOPE = self.registration.scope;
const CACHE = `show-your-work ${SCOPE}`;
const AT_ONCE = 6;

const key = (path) => `${SCOPE}?sha256=${FILES[path]}`;

const digest = async (bytes) => {
  const all = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...all].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

// A file from the network, whole, and whether it is the one of this build. Errors and what is not of this host are passed on as they are.
const fetchFile = async (path, request) => {
  const response = await fetch(request ?? SCOPE + path, { cache: "no-cache" });
  if (!response.ok || response.type !== "basic") {
    return { response, isOurs: false, isFile: false };
  }
  const bytes = await response.arrayBuffer();
  const headers = new Headers(response.headers);
  headers.delete("content-encoding");
  headers.set("content-length", bytes.byteLength);
  const isOurs = (await digest(bytes)).startsWith(FILES[path]);
  return { response: new Response(bytes, { headers }), isOurs, isFile: true };
};

// Keeps a file, unless it is kept.
const keep = async (path) => {
  const cache = await caches.open(CACHE);
  if ((await cache.match(key(path))) === undefined) {
    const { response, isOurs } = await fetchFile(path);
    if (!isOurs) {
      throw new Error(`${path} is not of build ${BUILD}`);
    }
    await cache.put(key(path), response);
  }
};

const keepAll = async (paths) => {
  const rest = [...paths];
  const one = async () => {
    for (let path = rest.pop(); path !== undefined; path = rest.pop()) {
      await keep(path);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
};

// The file of this build that an address means; null for anything else.
const pathOf = (address) => {
  const url = new URL(address);
  const start = new URL(SCOPE);
  if (url.origin !== start.origin || !url.pathname.startsWith(start.pathname)) {
    return null;
  }
  const below = url.pathname.slice(start.pathname.length);
  const path = below === "" || below.endsWith("/") ? `${below}index.html` : below;
  return Object.hasOwn(FILES, path) ? path : null;
};

const answer = async (path, request) => {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(key(path));
  if (kept !== undefined) {
    return kept;
  }
  const { response, isOurs, isFile } = await fetchFile(path, request.mode === "navigate" ? undefined : request);
  if (isOurs) {
    // A full disk is no reason not to answer.
    await cache.put(key(path), response.clone()).catch(() => {});
    return response;
  }
  // A document of another build is whole in itself; a part of one is not for this page.
  return isFile && request.mode !== "navigate" ? new Response(null, { status: 409, statusText: "of another build" }) : response;
};

addEventListener("install", (event) => event.waitUntil(keepAll(CORE)));

// No page of an older build is open: what only that one needed can go.
const forgetOthers = async () => {
  const ours = new Set(Object.keys(FILES).map(key));
  const cache = await caches.open(CACHE);
  const others = (await cache.keys()).filter((request) => !ours.has(request.url));
  await Promise.all(others.map((request) => cache.delete(request)));
};

addEventListener("activate", (event) => event.waitUntil(forgetOthers()));

addEventListener("fetch", (event) => {
  const path = event.request.method === "GET" ? pathOf(event.request.url) : null;
  if (path !== null) {
    event.respondWith(answer(path, event.request));
  }
});

// A page that was opened before its worker was there: where it is of this build, it is served from here on, and what it has fetched is kept.
addEventListener("message", (event) => {
  const { build, fetched } = event.data;
  if (build === BUILD) {
    const paths = fetched.map(pathOf).filter((path) => path !== null);
    event.waitUntil(Promise.all([self.clients.claim(), keepAll(paths)]));
  }
});
