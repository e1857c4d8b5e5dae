// The modules that the loader imports, in somebody's own bundle: written out, so that the bundler finds them and names
// them as it likes. There is no other name to ask again by, so a browser that does not ask twice for one that failed needs
// the page to be loaded again; the scan says that it did not come.
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

export async function bring(file) {
  const module = await MODULES[file]();
  if (module.build !== BUILD) throw new Error(`${file} is of another build`);
  return module;
}
