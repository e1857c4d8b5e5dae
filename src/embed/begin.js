// Starts the program of a module, of either kind: `wasm.js` or `nowasm.js` stands before this.
import { initSync } from "the glue";
import { unpack } from "./wasm.js";

let begun;

// Once per page, however often it is asked.
export function begin() {
  begun ??= unpack().then((module) => {
    initSync({ module });
  });
  return begun;
}
