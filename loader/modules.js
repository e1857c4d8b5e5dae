// Where modules come from: from beside the script, each by its name; or from where somebody's own bundler put them, each by
// a function, whose text is as good a name.
import { BUILD, load } from "./build.js";

const asked = {}; // how often each was asked for

// Some browsers never ask again for a module that once failed, unless it has another name; and a cache may keep a file of
// another build. In a bundle there is no other name: there the page has to be loaded again.
export async function bring(file) {
  asked[file] = (asked[file] ?? 0) + 1;
  let module = await load(file, asked[file] > 1 ? `?again=${asked[file]}` : "");
  if (module.build !== BUILD) module = await load(file, `?${BUILD}`);
  if (module.build !== BUILD) throw new Error(`${file} is of another build`);
  return module;
}
