// The lifecycle of the board: its program is unpacked as the scan's is, and drawn in the shadow root of the element.
import { begin } from "./begin.js";
import { bring } from "./lens.js";
import { open, rescue } from "the glue";
import { STYLES } from "the build";

const TAG = "ruimte-bord";

class RuimteBord extends HTMLElement {
  #shadow;

  connectedCallback() {
    if (this.#shadow) return; // moved, not new
    this.#shadow = this.attachShadow({ mode: "open" });
    // What stands between the tags shows until the program is there, and when it cannot run.
    this.#shadow.append(document.createElement("slot"));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    this.#shadow.adoptedStyleSheets = [sheet];
    this.#start().catch((error) => console.error(error));
  }

  async #start() {
    await begin();
    const words = rescue();
    const trapped = ({ error, reason = error }) => {
      if (reason instanceof WebAssembly.RuntimeError) this.#fail(words);
    };
    addEventListener("error", trapped);
    addEventListener("unhandledrejection", trapped);
    const root = document.createElement("div");
    this.#shadow.replaceChildren(root);
    // The folder of the page, where the scan stands beside the board; a page that was opened by itself has none.
    const folder = new URL(".", location).href;
    open(root, folder.startsWith("http") ? folder : "", `${TAG}:${location.pathname}`, bring);
  }

  // The program stopped. All that was collected is kept, and comes back with the page.
  #fail([heading, text, button]) {
    const panel = document.createElement("div");
    panel.className = "rescue";
    panel.setAttribute("role", "alert");
    panel.lang = "nl";
    const add = (tag, said) => Object.assign(panel.appendChild(document.createElement(tag)), { textContent: said });
    this.#shadow.replaceChildren(panel);
    add("h2", heading);
    add("p", text);
    Object.assign(add("button", button), { type: "button" }).addEventListener("click", () => location.reload());
  }
}

// Loading the script twice is harmless.
if (!customElements.get(TAG)) customElements.define(TAG, RuimteBord);