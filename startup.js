// Sets what the page may load and run, and says why its program did not start, which the program itself cannot say. What the build wrote stays readable.
(() => {
  "use strict";
  // What this page may load and run, before anything else is. It holds for what stands behind it, and is only read until then
  // (`xtask/src/guard.rs`): in a frame without an origin WebKit takes 'self' for nobody, so the host is named there.
  const unset = document.querySelector("head > noscript");
  if (unset !== null) {
    const [, allowed] = unset.textContent.match(/content="([^"]*)"/);
    const { protocol, origin } = new URL(document.baseURI);
    const isHost = self.origin === "null" && protocol.startsWith("http");
    const policy = document.createElement("meta");
    policy.httpEquiv = "Content-Security-Policy";
    policy.content = isHost ? allowed.replaceAll("'self'", `'self' ${origin}`) : allowed;
    unset.replaceWith(policy);
  }

  // A module with one function that splats a vector: valid only where WebAssembly has SIMD.
  const simd = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 8, 1, 6, 0, 65, 0, 253, 15, 11];

  // The looks that the address asks for, before the first paint; the program reads the address anew.
  const asked = new URLSearchParams(location.search);
  const theme = asked.get("theme");
  if (["light", "dark", "projector"].includes(theme)) {
    document.documentElement.dataset.theme = theme;
  }
  const embed = asked.get("embed");
  if (embed !== null) {
    document.documentElement.dataset.embed = embed.split(":")[0];
  }

  // All that ever becomes HTML is what the framework makes of its own views, and no such view has a script, a handler or a frame in it;
  // all that ever runs in a worker is what the page has fetched, or its own service worker.
  if (typeof trustedTypes === "object") {
    const runs = /<(script|iframe|object|embed|base|meta|link)\b|<[^>]*\s(on\w+|srcdoc)\s*=|<[^>]*=\s*["']?\s*javascript:/i;
    const refuse = (what) => {
      throw new TypeError(`this page runs no ${what}`);
    };
    trustedTypes.createPolicy("default", {
      createHTML: (html) => (runs.test(html) ? refuse("script in HTML") : html),
      createScriptURL: (address) => {
        const url = new URL(address, location.href);
        const own = url.protocol === "blob:" || url.href.split("?")[0] === new URL("service-worker.js", location.href).href;
        return own ? address : refuse(`script from ${address}`);
      },
    });
  }

  // The program is fetched once what the build wrote is seen: both at once would keep a slow network from either. Where nothing is
  // painted, as in a frame out of sight, it does not wait for ever.
  window.painted = new Promise((resolve) => {
    if (document.hidden || typeof PerformanceObserver !== "function") return resolve();
    const paints = new PerformanceObserver((list) => {
      if (list.getEntriesByName("first-contentful-paint").length > 0) resolve();
    });
    paints.observe({ type: "paint", buffered: true });
    addEventListener("DOMContentLoaded", () => setTimeout(resolve, 500));
  });

  const RECORDED = "What stands below was recorded.";

  // Whether the server answers for this page's own document, and lets a page without an origin read the answer.
  const answers = (mode) => fetch(location.href, { mode }).then(() => true, () => false);

  const reason = async () => {
    if (typeof WebAssembly !== "object") {
      return "This browser does not run WebAssembly, or it is switched off, so nothing can be tried out here. Please use a current Firefox, Chrome, Edge or Safari.";
    }
    if (!WebAssembly.validate(new Uint8Array(simd))) {
      return "This browser does not have WebAssembly SIMD, which the models need. Firefox 89, Chrome or Edge 91, Safari 16.4 and anything newer have it.";
    }
    const isWhole = document.querySelector("script[data-pack]") !== null;
    if (isWhole) {
      return typeof DecompressionStream === "function"
        ? `The page\u2019s program did not start, so nothing can be tried out here. ${RECORDED}`
        : `This browser cannot unpack what is in this file. Firefox 113, Chrome or Edge 80, Safari 16.4 and anything newer can. ${RECORDED}`;
    }
    if (location.protocol === "file:") {
      return `A browser takes no program from the files beside a page on a disk. Put the folder on a web server, or open show-your-work.html, which has everything in one file. ${RECORDED}`;
    }
    if (self.origin === "null" && (await answers("no-cors")) && !(await answers("cors"))) {
      return `This page stands in a frame without an origin of its own. There a browser takes its program only from a server that sends the header \u201cAccess-Control-Allow-Origin: *\u201d, which this one does not. Open the page by itself instead: ${location.href.split("#")[0]} ${RECORDED}`;
    }
    return `The page\u2019s program did not arrive whole, so nothing can be tried out yet. ${RECORDED}`;
  };

  const notice = (failure, text) => {
    const app = document.getElementById("app");
    if (app === null && document.readyState === "loading") {
      // What stands for it has not been read yet.
      return addEventListener("DOMContentLoaded", () => notice(failure, text));
    }
    if (app === null || document.querySelector(`[data-failure="${failure}"]`) !== null) {
      return;
    }
    const said = document.createElement("div");
    said.className = "notice";
    said.setAttribute("role", "status");
    said.dataset.part = "notice";
    said.dataset.failure = failure;
    const message = document.createElement("p");
    message.textContent = text;
    const retry = document.createElement("button");
    retry.type = "button";
    retry.className = "button";
    retry.dataset.part = "retry";
    retry.textContent = "Try again";
    retry.addEventListener("click", async () => {
      // WebKit keeps a script that did not come as one that does not, and would not ask for it again.
      const files = [...document.querySelectorAll("link[integrity]")];
      await Promise.allSettled(files.map(({ href }) => fetch(href, { cache: "reload" })));
      location.reload();
    });
    said.append(message, retry);
    app.before(said);
  };
  const say = async () => notice("page", await reason());

  // The looks are no part of the program: without them everything works.
  const looks = (sheet) => {
    if (self.origin === "null") {
      // A page without an origin cannot check them where the server does not let it read them, and has nothing to lose.
      const unchecked = document.createElement("link");
      unchecked.rel = "stylesheet";
      unchecked.href = sheet.href;
      sheet.replaceWith(unchecked);
    } else {
      notice("looks", "The looks of this page did not arrive whole, so it is bare. Everything works as it stands.");
    }
  };
  const isSheet = (target) => target instanceof HTMLLinkElement && target.rel === "stylesheet";
  addEventListener("error", ({ target }) => isSheet(target) && target.integrity !== "" && looks(target), true);

  // A script that does not come says so itself. Firefox calls it an error to fetch a module early that an import map checks.
  const stopped = ({ target }) => target instanceof HTMLLinkElement || say();
  addEventListener("error", stopped, true);
  addEventListener("unhandledrejection", say);
  // From its start on, the program speaks for itself.
  addEventListener("TrunkApplicationStarted", () => {
    removeEventListener("error", stopped, true);
    removeEventListener("unhandledrejection", say);
  });
})();
