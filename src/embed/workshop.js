// The program that makes a participant's code, of either kind: `wasm.js` or `nowasm.js` stands before this.
import { initSync, make } from "the glue";
import { BUILD } from "the build";
import { unpack } from "./wasm.js";

let begun;

// The code, and its picture, a line each.
export async function hand(version, digits, nonce, key) {
  begun ??= unpack().then((module) => {
    initSync({ module });
  });
  await begun;
  return make(version, digits, nonce, key);
}

export { BUILD as build };
