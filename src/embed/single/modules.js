// The modules of a page in one file: none is asked for, but each is a further script in the page, which hands itself over.
const there = {};
for (const file of ["ruimtescan-app.js", "ruimtescan-workshop.js"]) {
  there[file] = new Promise((come, miss) => {
    addEventListener(file, ({ detail }) => come(detail), { once: true });
    // Somebody may open half a file.
    addEventListener("load", () => miss(new Error(`${file} is not in this page`)));
  });
  // Not everybody waits for each.
  there[file].catch(() => {});
}

export async function bring(file) {
  if (!there[file]) throw new Error(`${file} is not in this page`);
  return there[file];
}
