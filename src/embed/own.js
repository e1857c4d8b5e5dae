// The program that reads a page's own content, as plain JavaScript: it runs wherever the scan does.
import { initSync, read as reads } from "the glue";
import { BUILD } from "the build";
import { unpack } from "./nowasm.js";

let begun;

export async function read(language, written) {
  begun ??= unpack().then((module) => {
    initSync({ module });
  });
  await begun;
  return reads(language, written);
}

export { BUILD as build };
