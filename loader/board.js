// The element of the board: lifecycle, and the reader of QR codes, which comes when it is asked for.
import { open, rescue } from "./glue.js";
import { bring } from "./modules.js";
import { show } from "./page.js";
import { know } from "./panel.js";
import { READER } from "./build.js";

const TAG = "ruimte-bord";

// Reads a picture of the camera: its grey pixels, width and height.
async function reader() {
  const reader = await bring(READER);
  await reader.begin();
  return (...picture) => {
    try {
      return reader.read(...picture);
    } catch {
      // It trapped on this picture, and starts afresh for the next one.
      reader.afresh();
    }
  };
}

class RuimteBord extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return; // moved, not new
    // The folder of the page, where the scan stands beside the board; a page that was opened by itself has none.
    const folder = new URL(".", location).href;
    const draw = (root) => open(root, folder.startsWith("http") ? folder : "", `${TAG}:${location.pathname}`, reader);
    const words = () => {
      const [heading, text, button] = rescue();
      return { heading, text, button, lang: "nl" };
    };
    show(this, draw, words).catch((error) => console.error(error));
  }
}

// The page of a board is of one program: whatever WebAssembly stops there is that one.
know("wasm://");
// Loading the script twice is harmless.
if (!customElements.get(TAG)) customElements.define(TAG, RuimteBord);
