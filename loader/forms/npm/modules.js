// Where modules come from in somebody's own bundle: written out by the build, so that the bundler finds them and names
// them as it likes. There is no other name to ask again by, so a browser that does not ask twice for one that failed needs
// the page to be loaded again; the scan says that it did not come.
import { BUILD, IMPORTS } from "./build.js";

export async function bring(file) {
  const module = await IMPORTS[file]();
  if (module.build !== BUILD) throw new Error(`${file} is of another build`);
  return module;
}
