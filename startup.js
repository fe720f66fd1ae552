// Says why the page's program did not start, which the program itself cannot say. What the build wrote stays readable.
(() => {
  "use strict";
  // A module with one function that splats a vector: valid only where WebAssembly has SIMD.
  const simd = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 8, 1, 6, 0, 65, 0, 253, 15, 11];

  const reason = () => {
    if (typeof WebAssembly !== "object") {
      return "This browser does not run WebAssembly, or it is switched off, so nothing can be tried out here. Please use a current Firefox, Chrome, Edge or Safari.";
    }
    if (!WebAssembly.validate(new Uint8Array(simd))) {
      return "This browser does not have WebAssembly SIMD, which the models need. Firefox 89, Chrome or Edge 91, Safari 16.4 and anything newer have it.";
    }
    return "The page\u2019s program did not arrive whole, so nothing can be tried out yet. What stands below was recorded.";
  };

  const say = () => {
    const app = document.getElementById("app");
    if (app === null || document.querySelector('[data-failure="page"]') !== null) {
      return;
    }
    const notice = document.createElement("div");
    notice.className = "notice";
    notice.setAttribute("role", "status");
    notice.dataset.part = "notice";
    notice.dataset.failure = "page";
    const message = document.createElement("p");
    message.textContent = reason();
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
