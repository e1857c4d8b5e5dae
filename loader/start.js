// Starts the program of a module: WebAssembly, packed in the file itself, so that a page may forbid every connection.
import { initSync } from "./glue.js";
import { PROGRAM } from "./build.js";

let begun;

// Once per page, however often it is asked.
export function begin() {
  begun ??= unpack().then((module) => {
    initSync({ module });
  });
  return begun;
}

async function unpack() {
  // It stands in a comment of a function: a string would stay in memory for as long as the page does.
  const [text] = /[\w+/=]{9,}/.exec(PROGRAM);
  const packed = Uint8Array.fromBase64?.(text) ?? Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return WebAssembly.compile(await new Response(stream).arrayBuffer());
}
