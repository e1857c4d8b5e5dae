// The one module of a page in one file: it is not asked for, but the next script in the page, which hands itself over.
const HERE = "ruimtescan-app.js";
const there = new Promise((come, miss) => {
  addEventListener(HERE, ({ detail }) => come(detail), { once: true });
  // Somebody may open half a file.
  addEventListener("load", () => miss(new Error(`${HERE} is not in this page`)));
});

export async function bring(file) {
  if (file !== HERE) throw new Error(`${file} is not in this page`);
  return there;
}
