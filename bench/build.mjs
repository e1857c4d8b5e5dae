// Builds every page of the bench for production: node build.mjs QUESTIONS.json OUTPUT-FOLDER
// The questions come from content/ at bench time, so that no page has words of its own.
import { cp, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
// From the packages of the repository itself: one version for the widget and for what it is compared with.
import { build } from "esbuild";
import { fill, questions } from "./handwritten/questions.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const [data, out] = process.argv.slice(2).map((path) => resolve(path));
const survey = JSON.parse(await readFile(data, "utf8"));

// Files of a page that are served as they are.
const AS_THEY_ARE = ["index.html", "policy.txt"];

for (const page of await pages()) {
  const target = join(out, page);
  await mkdir(target, { recursive: true });
  for (const file of AS_THEY_ARE.filter((file) => existsSync(join(here, page, file)))) {
    await cp(join(here, page, file), join(target, file));
  }
  const entry = ["main.js", "main.jsx"].map((file) => join(here, page, file)).find(existsSync);
  if (entry) {
    await build({
      entryPoints: [entry],
      outdir: target,
      alias: { questions: data },
      bundle: true,
      minify: true,
      // What a page loads later, or never, stays out of the first file.
      splitting: true,
      format: "esm",
      target: "es2022",
      charset: "utf8",
      legalComments: "none",
      jsx: "automatic",
      jsxImportSource: "preact",
      define: { "process.env.NODE_ENV": '"production"' },
      logLevel: "warning",
    });
  }
}

// The hand-written page has its questions in the document.
const written = join(out, "handwritten", "index.html");
await writeFile(written, fill(await readFile(written, "utf8"), { ...survey.words, ...questions(survey) }));

async function pages() {
  const entries = await readdir(here, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return folders.filter((folder) => existsSync(join(here, folder, "index.html")));
}
