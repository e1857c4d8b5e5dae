// The program as plain JavaScript, for where WebAssembly is missing or refused. The glue asks for what it knows:
// this stands under that name, and `start` makes the program with a memory of its own.
import { start } from "the build";

const WebAssembly = {
  Module: class {},
  Instance: class {
    constructor(_, imports) {
      this.exports = start(imports);
    }
  },
  // The loader knows a trap by its name.
  RuntimeError: class extends Error {
    name = "RuntimeError";
  },
};

export async function unpack() {
  return new WebAssembly.Module();
}
