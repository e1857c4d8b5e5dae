// The first screen as the build drew it, with the program's own components: there before the program is.
// It has no rules and no words of its own. What is done on it is noted, and done again on the program's screen.

const SVG = "http://www.w3.org/2000/svg";
// How long a press may wait before something is said about it, in milliseconds.
const PATIENCE = 500;

// What is on the page now has been painted. A page that nobody looks at paints nothing.
export function paint() {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 100);
  });
}

// The first screen comes before all that can wait.
export const painted = paint();

// Made element by element: a page may forbid markup that is made from text. What a fold hides can wait.
function draw([name, attributes, ...children], within) {
  const space = name === "svg" ? SVG : within;
  const element = space ? document.createElementNS(space, name) : document.createElement(name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  const fill = (some) => element.append(...some.map((one) => (typeof one === "string" ? one : draw(one, space))));
  if (name === "details") painted.then(() => fill(children.splice(0)));
  fill(name === "details" ? children.splice(0, 1) : children);
  return element;
}

// What this element is on the program's screen: of the same kind, with the same id and words.
function twin(element, root) {
  const same = (other) => other.id === element.id && other.textContent === element.textContent;
  return [...root.querySelectorAll(element.localName)].find(same);
}

export class First {
  root = document.createElement("div");
  #notes = []; // what was chosen or typed: events, and the elements they are about
  #press; // the last press that leads on; pressing again while nothing happens is the same wish
  #wanted; // told when something is done, and nobody is here to do it
  #taken; // told when the program's screen has taken over
  #program; // that screen, drawn and waiting
  #soon = false; // the program is to take over as soon as it can
  waits = false; // somebody waits for the program, and may be told so
  #down; // the last finger, mouse button or key that went down, until it is up
  #up; // told when none is any more
  #sign; // the timer of what is said
  #gone = new AbortController();

  // The screen for these attributes, of those of a language; undefined when only the program can draw it.
  static for({ screens, of }, start, remember, wanted, taken) {
    const screen = screens?.[of[`${start ?? ""} ${remember ?? ""}`]];
    return screen && new First(JSON.parse(screen), wanted, taken);
  }

  constructor(screen, wanted, taken) {
    this.#wanted = wanted;
    this.#taken = taken;
    this.root.append(draw(screen));
    const on = (target, types, act) => {
      for (const type of types) target.addEventListener(type, act, { capture: true, signal: this.#gone.signal });
    };
    on(this.root, ["click", "change", "keydown"], (event) => this.#note(event));
    on(this.root, ["pointerdown", "keydown"], (event) => (this.#down = event));
    on(window, ["pointerup", "pointercancel", "keyup"], () => this.#release());
    on(window, ["blur"], ({ target }) => target === window && this.#release());
  }

  // Something was done that is to be done again.
  get used() {
    return this.#notes.length > 0 || this.#press !== undefined;
  }

  // Done before anything else is: the program's screen is wanted, and nobody needs to be told.
  want() {
    this.#soon = true;
    if (this.#program) this.#takeOver();
    else this.#wanted();
  }

  // From here on the program alone knows what can be pressed.
  hold() {
    this.root.className = "held";
    this.#wait();
  }

  // Says that the program did not come, with a way to ask for it again.
  miss() {
    this.#say("missed");
  }

  // The program's screen is drawn on `root`. It takes over at the first thing that is done: the screen changes
  // then anyway. Where something waits it takes over now, but never under a finger, which would lose the press.
  async offer(root) {
    while (this.#due && this.#down) await new Promise((up) => (this.#up = up));
    if (this.#gone.signal.aborted) return;
    this.#program = root;
    if (this.#due) this.#takeOver();
  }

  get #due() {
    return this.waits || this.used || this.#soon;
  }

  // The program has gone again before anything was done.
  withdraw() {
    this.#program = undefined;
  }

  close() {
    this.#gone.abort();
    clearTimeout(this.#sign);
    this.root.remove();
  }

  // What comes of letting go, such as a click, comes first.
  #release() {
    const down = this.#down;
    setTimeout(() => {
      if (this.#down !== down) return;
      this.#down = undefined;
      this.#up?.();
    });
  }

  #note(event) {
    const { type, target } = event;
    const element = type === "click" ? target.closest("button") : target;
    // The second click of a double click says nothing new.
    if (event.detail > 1 || !element || (type === "keydown" && !typed(event))) return;
    if (type === "click" && element.closest(".arrival")) return this.#askAgain();
    if (type === "click" || event.key === "Enter") this.#press = [event, element];
    else this.#notes.push([event, element]);
    if (this.#program) return this.#takeOver();
    // The browser itself shows what was chosen; anything else waits to be seen.
    if (type !== "change") this.#wait();
    this.#wanted();
  }

  #wait() {
    this.waits = true;
    this.#sign ??= setTimeout(() => this.#say("arriving"), PATIENCE);
  }

  #askAgain() {
    // The button goes, and the focus may not go with it.
    this.root.querySelector(".arrival").focus();
    this.#say("arriving");
    this.#wanted();
  }

  #say(name) {
    clearTimeout(this.#sign);
    this.#sign = undefined;
    for (const part of this.root.querySelector(".arrival").children) part.hidden = part.className !== name;
  }

  // All at once, before anything else is painted or pressed. The press comes last: what was chosen while it waited
  // was chosen on this screen.
  #takeOver() {
    const root = this.#program;
    const focused = this.root.getRootNode().activeElement;
    const focus = this.root.contains(focused) && (twin(focused, root) ?? root.querySelector("h2"));
    for (const fold of this.root.querySelectorAll("details[open]")) {
      const same = twin(fold, root);
      if (same) same.open = true;
    }
    this.root.replaceWith(root);
    if (focus) focus.focus({ preventScroll: true });
    this.close();
    this.#taken();
    for (const [event, from] of this.#press ? [...this.#notes, this.#press] : this.#notes) {
      const to = twin(from, root);
      // What the program's screen does not have cannot be done there.
      if (!to) continue;
      if (from.files?.length) to.files = from.files;
      if (from.checked) to.checked = true;
      const again = new event.constructor(event.type, event);
      to.dispatchEvent(again);
      if (again.defaultPrevented) event.preventDefault();
    }
  }
}

// A key that a screen may have a meaning for; the others are the browser's, and so is Enter on what opens or goes.
function typed({ key, ctrlKey, altKey, metaKey, target }) {
  if (ctrlKey || altKey || metaKey) return false;
  return key === "Enter" ? !target.closest("button, summary, a") : key.length === 1 && key !== " ";
}
