// The lifecycle of the page for editors: its program is unpacked as the scan's is, and drawn in the page's main part.
import { begin } from "./begin.js";
import { open } from "the glue";
import { STYLES } from "the build";

const shadow = document.querySelector("main").attachShadow({ mode: "open" });
// What stands in the page shows until the program is there, and when it cannot run.
shadow.append(document.createElement("slot"));
const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLES);
shadow.adoptedStyleSheets = [sheet];
begin().then(() => {
  const root = document.createElement("div");
  shadow.replaceChildren(root);
  open(root, new URL(".", import.meta.url).href);
});