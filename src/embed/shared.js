// What all elements of a page share: the program, its languages, the styles, and how a crash is known.
import { bring } from "./modules.js";
import { runs } from "./runs.js";

const PROGRAM = "ruimtescan-app.js";
const PLAIN = "ruimtescan.nowasm.js";

// What to do for each running app when the program crashes: one program serves them all.
export const running = new Set();
let program; // on its way, or here
let crashed = false;
const languages = {}; // the others than the program's own, on their way or here
export const sheets = []; // the styles, for all elements; those of the program come with it

async function ask() {
  const app = await bring(runs() ? PROGRAM : PLAIN);
  ours.add(app.url);
  style(app.styles);
  return app;
}

// One for all elements of the page. What did not come is asked for anew.
export function arrived() {
  program ??= painted.then(ask).catch((error) => {
    program = undefined;
    throw error;
  });
  return program;
}

// Another language than the program's own, asked for twice.
export function learn(name) {
  const module = () => bring(`ruimtescan-${name}.js`);
  languages[name] ??= module().catch(module).catch((error) => {
    delete languages[name];
    throw error;
  });
  return languages[name];
}

// Where an element stands on its page: its id, or its place among its kind. Inside a component of the page that is told
// only together with where the component stands.
export function place(element) {
  const { id, localName } = element;
  const root = element.getRootNode();
  const own = id || [...root.querySelectorAll(localName)].indexOf(element);
  return root.host ? `${place(root.host)}.${root.host.localName}.${own}` : own;
}

// Made by script, so a page needs no exception in its style-src.
export function style(text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  sheets.push(sheet);
}

// The panels wait until the task is done in which it happened.
export function crash(message) {
  if (crashed) return;
  crashed = true;
  console.error(message);
  queueMicrotask(() => {
    for (const tell of [...running]) tell();
  });
}

export function crashes() {
  return crashed;
}

// Gives a program that crashed fresh memory, for whoever goes on with it.
export function revive(app) {
  if (!crashed) return;
  crashed = false;
  app.afresh();
}

// A panic traps, and so does a program without memory left. The stack tells it from the traps of other
// programs on the page: there our frames bear the name of our file or, in Chromium, a name that only a
// call from the program shows.
const ours = new Set();
export function trapped({ error, reason = error }) {
  const trap = ["RuntimeError", "RangeError", "InternalError"].includes(reason?.name);
  if (!trap || running.size === 0) return;
  if ([...ours].some((name) => reason.stack?.includes(name))) crash(reason.message);
}
export function learnFrames() {
  const name = /wasm:\/\/[^:\s]+/.exec(new Error().stack)?.[0];
  if (name) ours.add(name);
}
