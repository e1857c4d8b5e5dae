// What the glue asks of WebAssembly, for a program that is plain JavaScript: `start` makes it with a memory of its own.
import { start } from "./plain.js";

export const WebAssembly = {
  Module: class {},
  Instance: class {
    constructor(_, imports) {
      this.exports = start(imports);
    }
  },
};
