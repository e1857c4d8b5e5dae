// The content that a page brings, laid over that of a language.
import { bring } from "./modules.js";
import { runs } from "./runs.js";

const OWN = "ruimtescan-own.js";
const PLAIN_OWN = "ruimtescan-own.nowasm.js";
let reader; // on its way, or here: one for all elements

// What a language becomes with the JSON on the page under this id, or what is wrong with that. Its first screens are no
// longer right: the words on them may be the page's own, and only the program says what is wrong.
export async function overlaid({ content }, name, id) {
  const block = document.getElementById(id);
  if (!block) {
    const all = [...document.querySelectorAll('script[type="application/json"][id]')];
    return { first: {}, content, unknown: all.map((one) => one.id).join(", ") || 'type="application/json" id="…"' };
  }
  reader ??= bring(runs() ? OWN : PLAIN_OWN).catch((error) => {
    reader = undefined;
    throw error;
  });
  const { read } = await reader;
  try {
    return { first: {}, content: await read(name, block.textContent) };
  } catch (problems) {
    if (typeof problems !== "string") throw problems;
    return { first: {}, content, problems };
  }
}
