// What a workshop asks of the loader: whether there is one, and the program that makes codes.
import { painted } from "./first.js";
import { bring } from "./modules.js";
import { runs } from "./runs.js";

const WORKSHOP = "ruimtescan-workshop.js";
const PLAIN_WORKSHOP = "ruimtescan-workshop.nowasm.js";
let link; // stays for as long as the page does: Back may lead to before it
let maker; // on its way, or here: one for all elements

// The board's key in the link by which somebody came; other pages may have a place of that name, so a value is needed.
export function linked() {
  link = new URLSearchParams(location.hash.slice(1)).get("workshop") || link;
  return link;
}

// What the page asks, or else the link. In a workshop the program is asked for at once: later the network may be gone.
export function workshop(own) {
  const asked = own || (linked() ?? own);
  if (asked !== undefined) made().catch(() => {});
  return asked;
}

// Makes a code, or gives the reason why not. What did not come is asked for anew.
export async function hand(order) {
  try {
    return await (await made()).hand(...order);
  } catch (reason) {
    if (typeof reason === "string") return reason;
    console.warn(reason);
    return ""; // the mistake of a program that did not come
  }
}

function made() {
  maker ??= painted.then(() => bring(runs() ? WORKSHOP : PLAIN_WORKSHOP)).catch((error) => {
    maker = undefined;
    throw error;
  });
  return maker;
}
