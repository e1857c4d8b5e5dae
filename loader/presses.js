// Presses by mouse, pen or finger. The second of a double press was meant for the screen that the first one changed: on
// the next screen it does nothing. Keys are never held back.

const SOON = 500; // milliseconds after the first press
const NEAR = { mouse: 24, pen: 24, touch: 44 }; // pixels from it; a finger comes down less precisely

export class Presses {
  #last; // the last press, until a key follows
  #changed; // the press that changed the screen, until another one follows
  #kind; // what presses
  #second = false; // the press that has begun is a second one

  constructor(root) {
    const on = (type, act) => root.addEventListener(type, (event) => event.isTrusted && act(event), { capture: true });
    on("pointerdown", (event) => {
      this.#kind = event.pointerType;
      this.#second = this.#follows(event);
    });
    on("keydown", () => (this.#last = undefined));
    // Else it would move the focus, or select a word.
    on("mousedown", (event) => this.#second && event.preventDefault());
    on("click", (event) => {
      if (event.detail === 0) return; // by a key, or by what reads the screen aloud
      if (this.#second || this.#follows(event)) {
        this.#second = false;
        event.preventDefault();
        event.stopImmediatePropagation();
      } else {
        this.#last = event;
        this.#changed = undefined;
      }
    });
  }

  // Another screen is there. If the last press did that, one soon after it is a second one.
  moved() {
    this.#changed = this.#last;
  }

  // Where on the screen: a page may scroll in between.
  #follows({ screenX, screenY, timeStamp }) {
    const first = this.#changed;
    if (!first || timeStamp - first.timeStamp >= SOON) return false;
    return Math.hypot(screenX - first.screenX, screenY - first.screenY) <= (NEAR[this.#kind] ?? NEAR.mouse);
  }
}
