// The lifecycle of <ruimte-scan>, and nothing more: no rules, no words, no markup of the scan.
// The build puts this file behind the glue of the program, in one module, and drops the imports.
import { __wbg_reset_state, initSync, mount, start } from "the glue";
import { PROGRAM, STYLES } from "the build";

const TAG = "ruimte-scan";

// What to do for each running app when the program crashes: one program serves them all.
const running = new Set();
let program;
let crashed = false;
let styles;

// Unpacked from text in this very file: no request, so a page may forbid every connection.
async function unpack() {
  const packed = Uint8Array.from(atob(PROGRAM), (char) => char.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return WebAssembly.compile(await new Response(stream).arrayBuffer());
}

// Compiles once per page, however many elements ask.
function ready() {
  program ??= unpack().then((module) => {
    initSync({ module });
    start(crash);
  });
  return program;
}

// A program that crashed gets fresh memory; what it held is lost, and its calls are refused.
function revive() {
  if (!crashed) return;
  __wbg_reset_state();
  start(crash);
  crashed = false;
}

// Called by the panic hook, with the program still on the stack: the panels wait until it is gone.
function crash(message) {
  if (crashed) return;
  crashed = true;
  console.error(message);
  queueMicrotask(() => {
    for (const tell of [...running]) tell();
  });
}

// A trap without a panic (no memory left, for one) is only seen here. The stack tells it from the
// traps of other programs on the page: there our frames bear the name of this file or, in
// Chromium, a name that only a call from the program shows.
const ours = new Set([import.meta.url]);
function trapped({ error, reason = error }) {
  const trap = ["RuntimeError", "RangeError", "InternalError"].includes(reason?.name);
  if (!trap || running.size === 0) return;
  if ([...ours].some((name) => reason.stack?.includes(name))) crash(reason.message);
}
function learnFrames() {
  const name = /wasm:\/\/[^:\s]+/.exec(new Error().stack)?.[0];
  if (name) ours.add(name);
}

class RuimteScan extends HTMLElement {
  #shadow; // stays for good: an element can have one only once
  #slot = document.createElement("slot"); // shows the fallback between the tags
  #opened = false; // true from the first moment until the element has left the page
  #turn = 0; // tells a start that was overtaken from the present one
  #root; // where the app draws
  #handle; // the app
  #kept; // the latest answers, in memory only
  #resumed = false; // it goes on after a crash, and nothing was kept since
  #words; // the words of the rescue panel
  #panel;

  connectedCallback() {
    addEventListener("popstate", this.#popped);
    if (this.#opened) return; // moved, not new: it keeps its state
    this.#opened = true;
    this.#shadow ??= this.attachShadow({ mode: "open" });
    this.#shadow.append(this.#slot);
    this.#open();
  }

  disconnectedCallback() {
    removeEventListener("popstate", this.#popped);
    // A move is a removal and an insertion at once: only later is it known which it was.
    queueMicrotask(() => {
      if (this.isConnected || !this.#opened) return;
      this.#opened = false;
      this.#kept = this.#words = undefined;
      this.#close();
    });
  }

  async #open(resume) {
    const turn = ++this.#turn;
    this.#resumed = resume !== undefined;
    let root;
    try {
      this.#dress();
      await ready();
      if (turn !== this.#turn) return;
      revive();
      root = this.#root = document.createElement("div");
      this.#shadow.append(root);
      this.#handle = mount(root, this.#settings(resume), this.#host(turn));
    } catch (error) {
      if (turn !== this.#turn) return;
      // A program that failed while it drew is not to be trusted with the next element.
      if (root) crash(String(error));
      this.#giveUp(this.#focused());
      return;
    }
    running.add(this.#crashed);
    this.#panel?.remove();
    this.#slot.remove();
  }

  #close() {
    this.#turn += 1; // from here on nothing that is under way counts
    running.delete(this.#crashed);
    const handle = this.#handle;
    this.#handle = undefined;
    try {
      if (!crashed) handle?.destroy();
    } catch {
      // The panic hook has told it, and the element is to be empty either way.
    }
    this.#root?.remove();
    this.#panel?.remove();
  }

  // No app: what stands between the tags, and with answers at stake also the way back to them.
  #giveUp(focused) {
    this.#close();
    this.#shadow.append(this.#slot);
    if (this.#kept !== undefined && this.#words) {
      const heading = this.#rescue();
      if (focused) heading.focus();
    }
    this.#emit("scan-problem", { problem: "program" });
  }

  #crashed = () => {
    const focused = this.#focused();
    // Crashed again before anything new was kept: going on may never work.
    if (!this.#words || this.#resumed) return this.#giveUp(focused);
    this.#close();
    const heading = this.#rescue();
    if (focused) heading.focus();
    this.#emit("scan-problem", { problem: "crash" });
  };

  // Then the focus goes to the message; else the person may be at work elsewhere on the page.
  #focused() {
    return this.#shadow.activeElement !== null || document.activeElement === document.body;
  }

  #rescue() {
    const add = (tag, text) => {
      const part = this.#panel.appendChild(document.createElement(tag));
      part.textContent = text;
      return part;
    };
    this.#panel = document.createElement("div");
    this.#panel.className = "rescue";
    this.#panel.setAttribute("part", "rescue");
    this.#panel.setAttribute("role", "alert");
    this.#panel.lang = this.#words.lang;
    // In the page before it is filled: only then is an alert read aloud.
    this.#shadow.prepend(this.#panel);
    const heading = add("h2", this.#words.heading);
    heading.tabIndex = -1;
    add("p", this.#words.text);
    const button = add("button", this.#words.button);
    button.type = "button";
    button.addEventListener("click", () => this.#open(this.#kept));
    return heading;
  }

  // One sheet for all elements. Made by script, so a page needs no exception in its style-src.
  #dress() {
    if (!styles) {
      styles = new CSSStyleSheet();
      styles.replaceSync(STYLES);
    }
    this.#shadow.adoptedStyleSheets = [styles];
  }

  #settings(resume) {
    const place = this.id || [...document.querySelectorAll(TAG)].indexOf(this);
    return {
      key: `${location.pathname}:${place}`,
      resume,
      page: this.hasAttribute("page"),
      remember: this.getAttribute("remember") ?? undefined,
    };
  }

  // What the app may ask of the element. An app that is gone or broken is no longer heard.
  #host(turn) {
    const heard = (act) => (...given) => {
      if (turn === this.#turn && !crashed) act(...given);
    };
    return {
      emit: heard((name, detail) => this.#emit(name, detail)),
      keep: heard((text) => {
        this.#kept = text;
        this.#resumed = false;
      }),
      rescue: heard((heading, text, button) => {
        learnFrames();
        const lang = this.#root.querySelector("[lang]")?.lang ?? this.lang;
        this.#words = { heading, text, button, lang };
      }),
    };
  }

  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  #popped = () => this.#handle?.popped(history.state);
}

// Loading the script twice is harmless.
if (!customElements.get(TAG)) {
  customElements.define(TAG, RuimteScan);
  addEventListener("error", trapped);
  addEventListener("unhandledrejection", trapped);
}
