// The program as the loader imports it.
import { __wbg_reset_state, mount } from "the glue";
import { BUILD, STYLES } from "the build";
import { begin } from "./begin.js";

// Gives a program that crashed fresh memory; what it held is lost, and calls from there are refused.
function afresh() {
  __wbg_reset_state();
}

const { url } = import.meta;
export { BUILD as build, STYLES as styles, url, begin, afresh, mount };
