// What shows when a program stopped, and how that is known. A panic traps, and so does a program without memory left.

const TRAPS = ["RuntimeError", "RangeError", "InternalError"];
const ours = new Set(); // by which the frames of our programs are known in a stack

// The address of a script that holds a program of ours; in Chromium also the name that its frames bear, which only a
// call from the program shows.
export function know(url) {
  ours.add(url);
}
export function knowFrames() {
  const name = /wasm:\/\/[^:\s]+/.exec(new Error().stack)?.[0];
  if (name) ours.add(name);
}

// Tells of each trap of a program of ours. Those of other programs on the page are told from it by their stack.
export function onTrap(act) {
  const heard = ({ error, reason = error }) => {
    const trap = TRAPS.includes(reason?.name) && [...ours].some((name) => reason.stack?.includes(name));
    if (trap) act(reason);
  };
  addEventListener("error", heard);
  addEventListener("unhandledrejection", heard);
}

// In the page before it is filled: only then is an alert read aloud. Gives the panel and its heading.
export function showPanel(shadow, { heading, text, button, lang }, press) {
  const panel = document.createElement("div");
  panel.className = "rescue";
  panel.setAttribute("part", "rescue");
  panel.setAttribute("role", "alert");
  panel.lang = lang;
  shadow.prepend(panel);
  const add = (tag, said) => Object.assign(panel.appendChild(document.createElement(tag)), { textContent: said });
  const title = Object.assign(add("h2", heading), { tabIndex: -1 });
  add("p", text);
  Object.assign(add("button", button), { type: "button" }).addEventListener("click", press);
  return [panel, title];
}
