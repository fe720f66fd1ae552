// <show-your-work view="plane"></show-your-work> puts one figure of Show Your Work into a page. Attributes, all optional:
// view (duel, map, battery, plane, debate, claim:P3, ...; else the whole page), theme (auto, light, dark, projector), lang,
// hide, lock, hash (the settings: what stands after # in a link), base (the page's address; else that of this script).
// Nothing is asked for before the figure is near the view. The frame tells its height; the element fires "state" with the
// settings that a reader has come to. What stands inside the element is shown where this script does not run.
(() => {
  "use strict";
  const home = new URL(".", document.currentScript?.src || location.href).href;
  const ASKED = ["theme", "lang", "hide", "lock"];
  const HEIGHTS = [100, 5000];
  const FIRST = 520;
  const NEAR = "200px";

  class ShowYourWork extends HTMLElement {
    static observedAttributes = ["view", "theme", "hash", "lang", "hide", "lock", "base"];
    #frame = null;
    #watch = null;
    #hear = (event) => this.#listen(event);

    // The address of the frame.
    #address() {
      const url = new URL(this.getAttribute("base") || home, location.href);
      const view = this.getAttribute("view");
      if (view) {
        url.searchParams.set("embed", view);
      }
      for (const name of ASKED) {
        if (this.hasAttribute(name)) {
          url.searchParams.set(name, this.getAttribute(name) || "1");
        }
      }
      url.hash = this.getAttribute("hash") || "";
      return url.href;
    }

    connectedCallback() {
      addEventListener("message", this.#hear);
      const root = this.shadowRoot || this.attachShadow({ mode: "open" });
      const frame = document.createElement("iframe");
      frame.title = this.getAttribute("title") || "Show Your Work";
      frame.loading = "lazy";
      frame.allow = "clipboard-write; fullscreen";
      frame.sandbox = "allow-scripts allow-same-origin allow-downloads allow-popups allow-popups-to-escape-sandbox";
      frame.style.cssText = `display: block; inline-size: 100%; block-size: ${FIRST}px; border: 0`;
      this.style.display ||= "block";
      root.replaceChildren(frame);
      this.#frame = frame;
      const load = () => {
        this.#watch?.disconnect();
        this.#watch = null;
        frame.src = this.#address();
      };
      if (!("IntersectionObserver" in window)) {
        return load();
      }
      this.#watch = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && load(), { rootMargin: NEAR });
      this.#watch.observe(this);
    }

    disconnectedCallback() {
      removeEventListener("message", this.#hear);
      this.#watch?.disconnect();
      this.#frame = null;
    }

    attributeChangedCallback(name, before, now) {
      if (this.#frame === null || !this.#frame.src || before === now) {
        return;
      }
      if (name === "theme") {
        this.#frame.contentWindow?.postMessage({ target: "show-your-work", type: "theme", theme: now || "auto" }, "*");
      } else {
        // With other settings and the rest the same, the figure is not loaded anew.
        this.#frame.src = this.#address();
      }
    }

    // Only our own frame is heard; its origin says nothing where it is sandboxed.
    #listen({ source, data }) {
      if (this.#frame === null || source !== this.#frame.contentWindow || data?.source !== "show-your-work") {
        return;
      }
      if (data.type === "height" && Number.isFinite(data.height)) {
        const [least, most] = HEIGHTS;
        this.#frame.style.blockSize = `${Math.min(Math.max(Math.ceil(data.height), least), most)}px`;
      } else if (data.type === "ready" || data.type === "state") {
        this.dispatchEvent(new CustomEvent(data.type, { detail: data.type === "state" ? String(data.hash) : String(data.figure) }));
      }
    }
  }

  if (!customElements.get("show-your-work")) {
    customElements.define("show-your-work", ShowYourWork);
  }
})();
