// Where modules come from: from beside the script.
import { BUILD, here } from "./build.js";

const asked = {}; // how often each was asked for

// Some browsers never ask again for a module that once failed, unless it has another name; and a cache may keep a file of
// another build.
export async function bring(file) {
  const ask = (query) => import(new URL(file + query, here()));
  asked[file] = (asked[file] ?? 0) + 1;
  let module = await ask(asked[file] > 1 ? `?again=${asked[file]}` : "");
  if (module.build !== BUILD) module = await ask(`?${BUILD}`);
  if (module.build !== BUILD) throw new Error(`${file} is of another build than ${here()}`);
  return module;
}
