// The modules that the loader imports, from beside it.
import { BUILD } from "the build";

const MODULES = {
  "ruimtescan-app.js": () => import("./ruimtescan-app.js"),
  "ruimtescan.nowasm.js": () => import("./ruimtescan.nowasm.js"),
  "ruimtescan-en.js": () => import("./ruimtescan-en.js"),
  "ruimtescan-own.js": () => import("./ruimtescan-own.js"),
  "ruimtescan-own.nowasm.js": () => import("./ruimtescan-own.nowasm.js"),
  "ruimtescan-workshop.js": () => import("./ruimtescan-workshop.js"),
  "ruimtescan-workshop.nowasm.js": () => import("./ruimtescan-workshop.nowasm.js"),
};
const asked = {}; // how often each was asked for

export async function bring(file) {
  // Some browsers never ask again for a module that once failed, unless it has another name; and a cache may keep a
  // file of another build.
  const again = (name) => import(new URL(`${file}?${name}`, import.meta.url));
  asked[file] = (asked[file] ?? 0) + 1;
  let module = await (asked[file] > 1 ? again(`again=${asked[file]}`) : MODULES[file]());
  if (module.build !== BUILD) module = await again(BUILD);
  if (module.build !== BUILD) throw new Error(`${file} is of another build than ${import.meta.url}`);
  return module;
}
