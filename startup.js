// Says why the page's program did not start, which the program itself cannot say. What the build wrote stays readable.
(() => {
  "use strict";
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

  let isSaid = false;
  const say = async () => {
    const app = document.getElementById("app");
    if (app === null || isSaid || document.querySelector('[data-failure="page"]') !== null) {
      return;
    }
    isSaid = true;
    const notice = document.createElement("div");
    notice.className = "notice";
    notice.setAttribute("role", "status");
    notice.dataset.part = "notice";
    notice.dataset.failure = "page";
    const message = document.createElement("p");
    message.textContent = await reason();
    const retry = document.createElement("button");
    retry.type = "button";
    retry.className = "button";
    retry.dataset.part = "retry";
    retry.textContent = "Try again";
    retry.addEventListener("click", () => location.reload());
    notice.append(message, retry);
    app.before(notice);
  };

  addEventListener("error", say, true);
  addEventListener("unhandledrejection", say);
  // From its start on, the program speaks for itself.
  addEventListener("TrunkApplicationStarted", () => {
    removeEventListener("error", say, true);
    removeEventListener("unhandledrejection", say);
  });
})();
