// Starts a program that is plain JavaScript, for where WebAssembly is missing or refused.
import { initSync } from "./glue.js";
import { WebAssembly } from "./webassembly.js";

let begun;

// Once per page, however often it is asked.
export async function begin() {
  begun ??= initSync({ module: new WebAssembly.Module() });
}
