// The program as the loader imports it, of either kind: `wasm.js` or `nowasm.js` stands before this.
import { __wbg_reset_state, initSync, mount } from "the glue";
import { BUILD, STYLES } from "the build";
import { unpack } from "./wasm.js";

let begun;

// Once per page, however many elements ask.
function begin() {
  begun ??= unpack().then((module) => {
    initSync({ module });
  });
  return begun;
}

// Gives a program that crashed fresh memory; what it held is lost, and calls from there are refused.
function afresh() {
  __wbg_reset_state();
}

const { url } = import.meta;
export { BUILD as build, STYLES as styles, url, begin, afresh, mount };
