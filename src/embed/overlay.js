// The content that a page brings, laid over that of a language.
import { bring } from "./modules.js";

const OWN = "ruimtescan-own.js";

// What a language becomes with the JSON on the page under this id; what is wrong with that stands in it too.
export async function overlaid(language, name, id) {
  const block = document.getElementById(id);
  if (!block) {
    const all = [...document.querySelectorAll('script[type="application/json"][id]')];
    return { ...language, unknown: all.map((one) => one.id).join(", ") || '<script type="application/json" id="">' };
  }
  const { read } = await bring(OWN);
  try {
    // Its first screens are the program's: the words on them may be the page's own.
    return { first: {}, content: await read(name, block.textContent) };
  } catch (problems) {
    if (typeof problems !== "string") throw problems;
    return { ...language, problems };
  }
}
