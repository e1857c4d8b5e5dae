// The program that reads a page's own content, of either kind: `wasm.js` or `nowasm.js` stands before this.
import { lay } from "the glue";
import { BUILD } from "the build";
import { begin } from "./begin.js";

export async function read(language, written) {
  await begin();
  return lay(language, written);
}

export { BUILD as build };
