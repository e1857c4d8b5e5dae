// The program as the loader imports it, packed in this very file: a page may then forbid every connection.
import { __wbg_reset_state, initSync, mount } from "the glue";
import { BUILD, PROGRAM, STYLES } from "the build";

let begun;

async function unpack() {
  // It stands in a comment of a function: a string would stay in memory for as long as the page does.
  const [text] = /[\w+/=]{9,}/.exec(PROGRAM);
  const packed = Uint8Array.fromBase64?.(text) ?? Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return WebAssembly.compile(await new Response(stream).arrayBuffer());
}

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
