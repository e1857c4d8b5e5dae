// Where modules come from in a page in one file: none is asked for, but each is a further script in the page, which hands
// itself over in an event of its name.
import { INSIDE } from "./build.js";

const there = {};
for (const file of INSIDE) {
  there[file] = new Promise((come, miss) => {
    addEventListener(file, ({ detail }) => come(detail), { once: true });
    // Somebody may open half a file.
    addEventListener("load", () => document.getElementById(file) || miss(new Error(`${file} is not in this page`)));
  });
  // Not everybody waits for each.
  there[file].catch(() => {});
}

export async function bring(file) {
  if (!there[file]) throw new Error(`${file} is not in this page`);
  // One that stands there as text becomes a script when it is asked for; the policy of the page knows its hash. A script
  // runs where it enters the page: once more, and now as one.
  const asleep = document.getElementById(file);
  if (asleep?.type === "text/plain") {
    asleep.type = "module";
    document.body.append(asleep);
  }
  return there[file];
}
