// The element <ruimte-scan> and its life on a page: no rules, no words, no markup of the scan.
// This is the loader. It shows the first screen at once, and lets the program take over when it has come.
import { LANGUAGES, STYLES } from "./build.js";
import { First, paint } from "./first-screen.js";
import { know, knowFrames, onTrap, showPanel } from "./panel.js";
import { Presses } from "./presses.js";
import { code, data, linked, overlaid, program, runs, workshop } from "./programs.js";

const TAG = "ruimte-scan";
// The program's own language; like any other that is listed, with its first screens or with the module that has them.
const [OWN] = LANGUAGES;
const STORED = ["storage", "pageshow"];
const CONTACT = ["organisation", "contact-name", "contact-phone", "contact-url"];

class RuimteScan extends HTMLElement {
  static observedAttributes = ["lang", "start", "remember", "content", "workshop", ...CONTACT];
  #shadow; // stays for good: an element can have one only once
  #presses; // on all that is drawn in there
  #slot = document.createElement("slot"); // shows the fallback between the tags
  #opened = false; // true from the first moment until the element has left the page
  #turn = 0; // tells a start that was overtaken from the present one
  #language; // its first screens, and its content when it is not the program's own
  #first; // the first screen, until the program takes over
  #acts = []; // what the page asked of the app before it took over
  #stale = false; // an attribute changed, and it is not dealt with yet
  #coming = false; // the program is on its way to this element
  #early = []; // what the app said before it took over
  #link; // the workshop that the address names
  #root; // where the app draws
  #handle; // the app
  #key; // under which answers are kept: it stays the same while there are any, whatever becomes of the id
  #kept; // the latest answers, in memory only
  #resumed = false; // it goes on after a crash, and nothing was kept since
  #words; // the words of the rescue panel
  #panel;

  connectedCallback() {
    addEventListener("popstate", this.#popped);
    for (const type of STORED) addEventListener(type, this.#stored);
    if (this.#opened) return; // moved, not new: it keeps its state
    this.#opened = true;
    this.#link = linked();
    this.#shadow ??= this.attachShadow({ mode: "open" });
    this.#presses ??= new Presses(this.#shadow);
    this.#shadow.append(this.#slot);
    this.#open();
  }

  disconnectedCallback() {
    removeEventListener("popstate", this.#popped);
    for (const type of STORED) removeEventListener(type, this.#stored);
    // A move is a removal and an insertion at once: only later is it known which it was.
    queueMicrotask(() => {
      if (this.isConnected || !this.#opened) return;
      this.#opened = false;
      this.#kept = this.#words = undefined;
      this.#close();
    });
  }

  attributeChangedCallback(name, before, now) {
    if (!this.#opened || before === now || this.#stale) return;
    this.#stale = true;
    queueMicrotask(() => this.#change());
  }

  // For the next person.
  reset() {
    this.#kept = undefined;
    this.#ask((app) => app.reset());
  }

  open(screen) {
    this.#ask((app) => app.open(String(screen)));
  }

  // Has the app do something, once it is there.
  #ask(act) {
    if (!this.#opened) return;
    if (this.#handle && !this.#first) return act(this.#handle);
    this.#acts.push(act);
    if (this.#first) this.#first.want();
    else if (!this.#coming) this.#open(this.#kept);
  }

  // Until something is done everything begins anew. After that the sitting goes on, in another language when asked.
  #change() {
    if (!this.#opened || !this.#stale) return;
    if (this.#first ? !this.#first.used && this.#acts.length === 0 : !this.#handle && !this.#panel?.isConnected) {
      this.#close();
      this.#shadow.append(this.#slot);
      this.#open();
    } else if (this.#handle && !this.#first) {
      this.#stale = false;
      this.#speak((language) => {
        this.#language = language;
        this.#handle?.update(this.#settings());
      });
    }
  }

  #open(resume) {
    this.#turn += 1;
    this.#stale = false;
    this.#resumed = resume !== undefined;
    if (!this.#resumed) this.#key = `ruimtescan:${location.pathname}:${named(this)}`;
    this.#shadow.adoptedStyleSheets = sheets;
    this.#speak((language) => {
      this.#language = language;
      if (!this.#resumed) this.#draw();
      this.#arrive(resume);
    });
  }

  // Hands over the language that is asked for, at once where nothing has to come for it.
  #speak(act) {
    const asked = () => [this.#turn, this.lang, this.getAttribute("content")].join();
    const [before, id] = [asked(), this.getAttribute("content")];
    const name = (this.lang || OWN.name).toLowerCase().split("-")[0];
    // Of an unknown language the program says what is wrong.
    const language = LANGUAGES.find((listed) => listed.name === name) ?? { ...OWN, first: {} };
    if (language.first && id === null) return act(language);
    this.#hear(language, id).then(({ missed, ...language }) => {
      if (asked() !== before) return;
      act(language);
      if (missed) this.#emit("scan-problem", { problem: "arrival" });
    });
  }

  // One language or the other, never both; with what the page lays over it. What does not come is not waited for.
  async #hear(language, id) {
    let missed = false;
    const miss = (instead) => (error) => {
      console.warn(error);
      missed = true;
      return instead;
    };
    if (!language.first) language = { ...language, ...(await data(language.file).catch(miss(OWN))) };
    if (id !== null) language = await overlaid(language, id).catch(miss(language));
    return { ...language, missed };
  }

  // The first screen, for somebody who has nothing to go on with.
  #draw() {
    const [start, remember] = ["start", "remember"].map((name) => this.getAttribute(name));
    this.#first = First.for(this.#language.first, start, remember, () => this.#arrive(), () => this.#taken());
    if (!this.#first) return;
    this.#shadow.append(this.#first.root);
    this.#slot.remove();
    // Only the program knows how to name whom the page names, and whether a key is one.
    if (workshop(this.getAttribute("workshop") ?? undefined) !== undefined || CONTACT.some((name) => this.hasAttribute(name))) this.#first.want();
    if (remember !== "never" && keeps(this.#key)) this.#first.hold();
  }

  async #arrive(resume) {
    if (this.#coming || this.#handle) return;
    const turn = this.#turn;
    let app, root;
    this.#coming = true;
    try {
      app = await arrived();
    } catch (error) {
      if (turn === this.#turn) this.#missed(error);
      return;
    }
    try {
      this.#shadow.adoptedStyleSheets = sheets;
      await app.begin();
      if (turn !== this.#turn) return;
      // What crashed gets fresh memory; what it held is lost, and calls from there are refused.
      if (crashed) app.afresh();
      crashed = false;
      root = this.#root = document.createElement("div");
      this.#handle = app.mount(root, this.#settings(resume), this.#host(turn));
    } catch (error) {
      if (turn !== this.#turn) return;
      // A program that failed while it drew is not to be trusted with the next element.
      if (root) crash(String(error));
      return this.#giveUp();
    }
    this.#coming = false;
    running.add(this.#crashed);
    // The app draws when this task is done, or somewhat later when the program is busy.
    await null;
    while (this.#root === root && !root.firstChild) await new Promise((done) => setTimeout(done));
    if (this.#root !== root) return;
    if (this.#first) return this.#first.offer(root);
    this.#shadow.append(root);
    this.#taken();
  }

  #taken() {
    this.#first = undefined;
    // After what was done on the first screen, which is done again in this task.
    queueMicrotask(() => {
      for (const act of this.#handle ? this.#acts.splice(0) : []) act(this.#handle);
      this.#change();
    });
    for (const said of this.#early.splice(0)) this.#emit(...said);
    this.#panel?.remove();
    this.#slot.remove();
  }

  // The program did not come. Nobody needs to know before it is wanted: then it is asked for again.
  #missed(error) {
    this.#coming = false;
    if (!this.#first || !runs()) return this.#giveUp();
    if (!this.#first.waits) return;
    console.warn(error);
    this.#first.miss();
    this.#emit("scan-problem", { problem: "arrival" });
  }

  #close() {
    this.#turn += 1; // from here on nothing that is under way counts
    this.#first?.close();
    this.#first = undefined;
    this.#stop();
    this.#panel?.remove();
  }

  #stop() {
    this.#coming = false;
    running.delete(this.#crashed);
    const handle = this.#handle;
    this.#handle = undefined;
    try {
      if (!crashed) handle?.destroy();
    } catch {
      // It is gone, and the element is to be empty either way.
    }
    this.#root?.remove();
    this.#root = undefined;
    this.#early = [];
    this.#acts = [];
  }

  // No app: what stands between the tags, and with answers at stake also the way back to them.
  #giveUp() {
    const focused = this.#focused();
    this.#close();
    this.#shadow.append(this.#slot);
    if (this.#kept !== undefined && this.#words) this.#rescue(focused);
    this.#emit("scan-problem", { problem: "program" });
  }

  #crashed = () => {
    // It crashed for another element, and here nothing was done yet: it comes again when it is wanted.
    if (this.#first && !this.#first.waits && !this.#first.used) {
      this.#first.withdraw();
      return this.#stop();
    }
    // Crashed again before anything new was kept: going on may never work.
    if (!this.#words || this.#resumed) return this.#giveUp();
    const focused = this.#focused();
    this.#close();
    this.#rescue(focused);
    this.#emit("scan-problem", { problem: "crash" });
  };

  // Then the focus goes to the message; else the person may be at work elsewhere on the page.
  #focused() {
    return this.#shadow.activeElement !== null || document.activeElement === document.body;
  }

  #rescue(focused) {
    const [panel, heading] = showPanel(this.#shadow, this.#words, () => this.#open(this.#kept));
    this.#panel = panel;
    if (focused) heading.focus();
  }

  #settings(resume) {
    const key = this.#key;
    const attribute = (name) => this.getAttribute(name) ?? undefined;
    const { content, unknown, problems } = this.#language;
    return {
      attribute,
      // The program reads it before it draws.
      get key() {
        knowFrames();
        return key;
      },
      resume,
      content,
      unknown,
      problems,
      workshop: workshop(attribute("workshop")),
    };
  }

  // What the app may ask of the element. An app that is gone or broken is no longer heard.
  #host(turn) {
    const heard = (act) => (...given) => {
      if (turn === this.#turn && !crashed) act(...given);
    };
    return {
      // Nothing has started for a page while nobody has done anything.
      emit: heard((...said) => (this.#first ? this.#early.push(said) : this.#emit(...said))),
      keep: heard((text) => {
        this.#kept = text;
        this.#resumed = false;
      }),
      code: (turn, ...order) => code(order).then(heard((made) => this.#handle?.made(turn, made))),
      moved: heard(() => this.#presses.moved()),
      drawn: heard(() => paint().then(heard(() => this.#handle?.painted()))),
      rescue: heard((heading, text, button) => {
        const lang = this.#root.querySelector("[lang]")?.lang ?? this.lang;
        this.#words = { heading, text, button, lang };
      }),
    };
  }

  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  // Another tab wrote or wiped, also while this page was out of sight.
  #stored = () => this.#handle?.stored();

  // Another link to the same page comes without loading it.
  #popped = () => {
    this.attributeChangedCallback("workshop", this.#link, (this.#link = linked()));
    this.#handle?.popped(history.state);
  };
}

const running = new Set(); // what to do for each app when the program crashes: one program serves them all
const sheets = []; // the styles of all elements; those of the program come with it
let crashed = false;

// The program, with its styles and the address by which its frames are known.
let begun;
function arrived() {
  const app = program("scan");
  if (app !== begun) {
    begun = app;
    app.then(({ ours, styles }) => {
      know(ours());
      style(styles);
    }, () => {});
  }
  return app;
}

// Made by script, so a page needs no exception in its style-src.
function style(text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  sheets.push(sheet);
}

// The panels wait until the task is done in which it happened.
function crash(message) {
  if (crashed) return;
  crashed = true;
  console.error(message);
  queueMicrotask(() => {
    for (const tell of [...running]) tell();
  });
}

// An element by its id, or by its place among its kind. Inside a component of the page that is told only together with
// where the component stands.
function named(element) {
  const { id, localName } = element;
  const root = element.getRootNode();
  const own = id || [...root.querySelectorAll(localName)].indexOf(element);
  return root.host ? `${named(root.host)}.${root.host.localName}.${own}` : own;
}

// Something lies where answers are kept. What it is worth, and until when, the program knows.
function keeps(key) {
  try {
    return [sessionStorage, localStorage].some((shelf) => shelf.getItem(key) !== null);
  } catch {
    return false; // storage is closed to us
  }
}

// Loading the script twice is harmless.
if (!customElements.get(TAG)) {
  // Before those of the program, which may be there before the first element is.
  style(STYLES);
  // Also where an element comes later: the program is longest under way.
  arrived().catch(() => {});
  customElements.define(TAG, RuimteScan);
  onTrap(({ message }) => running.size > 0 && crash(message));
}
