// What the elements of a page share: the programs and the data that come as modules, each asked for once and again after
// a failure, and what only those programs can do.
import { PROGRAMS } from "./build.js";
import { painted } from "./first-screen.js";
import { bring } from "./modules.js";

const coming = {}; // modules on their way, or here

// What did not come is asked for anew by who wants it next.
function once(name, ask) {
  coming[name] ??= ask().catch((error) => {
    delete coming[name];
    throw error;
  });
  return coming[name];
}

// The smallest program there is tells whether this browser and this page's policy let ours run as WebAssembly. Asked
// once: a page's policy reports each time.
let able;
export function runs() {
  try {
    able ??= Boolean(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    able = false;
  }
  return able;
}

// A program, as WebAssembly or as plain JavaScript. The first screen comes before all of them.
export function program(name) {
  const [wasm, plain] = PROGRAMS[name];
  return once(name, () => painted.then(() => bring(runs() ? wasm : plain)));
}

// A language beside the program's own, or other data, asked for twice.
export function data(file) {
  const ask = () => bring(file);
  return once(file, () => ask().catch(ask));
}

// What a language becomes with the JSON on the page under this id, or what is wrong with that. Its first screens are no
// longer right: the words on them may be the page's own, and only the program says what is wrong.
export async function overlaid({ name, content }, id) {
  const block = document.getElementById(id);
  if (!block) {
    const all = [...document.querySelectorAll('script[type="application/json"][id]')];
    return { first: {}, content, unknown: all.map((one) => one.id).join(", ") || 'type="application/json" id="…"' };
  }
  const overlay = await program("overlay");
  await overlay.begin();
  try {
    return { first: {}, content: overlay.lay(name, block.textContent) };
  } catch (problems) {
    if (typeof problems !== "string") throw problems;
    return { first: {}, content, problems };
  }
}

// The board's key in the link by which somebody came; other pages may have a place of that name, so a value is needed.
// It stays for as long as the page does: Back may lead to before it.
let link;
export function linked() {
  link = new URLSearchParams(location.hash.slice(1)).get("workshop") || link;
  return link;
}

// What the page asks, or else the link. In a workshop the program is asked for at once: later the network may be gone.
export function workshop(own) {
  const asked = own || (linked() ?? own);
  if (asked !== undefined) program("codes").catch(() => {});
  return asked;
}

// Makes a code, or gives the reason why not.
export async function code(order) {
  try {
    const codes = await program("codes");
    await codes.begin();
    return await codes.make(...order);
  } catch (reason) {
    if (typeof reason === "string") return reason;
    console.warn(reason);
    return ""; // the mistake of a program that did not come
  }
}
