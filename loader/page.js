// A page of one program, drawn in a shadow root. What stands in the page shows until the program is there, and when it
// cannot run.
import { STYLES, ours } from "./build.js";
import { know, onTrap, showPanel } from "./panel.js";
import { begin } from "./start.js";

// `words` gives those of the panel that shows when the program stops; what was kept comes back with the page.
export async function show(host, open, words) {
  const shadow = host.attachShadow({ mode: "open" });
  shadow.append(document.createElement("slot"));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  shadow.adoptedStyleSheets = [sheet];
  await begin();
  know(ours());
  const said = words();
  onTrap(() => {
    shadow.replaceChildren();
    showPanel(shadow, said, () => location.reload());
  });
  const root = document.createElement("div");
  shadow.replaceChildren(root);
  open(root);
}
