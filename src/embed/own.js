// The program that reads a page's own content, of either kind: `wasm.js` or `nowasm.js` stands before this.
import { initSync, lay } from "the glue";
import { BUILD } from "the build";
import { unpack } from "./wasm.js";

let begun;

export async function read(language, written) {
  begun ??= unpack().then((module) => {
    initSync({ module });
  });
  await begun;
  return lay(language, written);
}

export { BUILD as build };
