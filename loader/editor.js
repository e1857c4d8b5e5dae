// The page for editors, drawn in the page's main part.
import { here } from "./build.js";
import { open, rescue } from "./glue.js";
import { show } from "./page.js";

const words = () => {
  const [heading, text, button] = rescue();
  return { heading, text, button, lang: "nl" };
};
show(document.querySelector("main"), (root) => open(root, new URL(".", here()).href), words);
