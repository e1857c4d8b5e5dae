// Every element of the scan that `root` is in, as it is drawn now: its name, its place, its style and those of what
// stands before and after it.
const own = root.host.getBoundingClientRect();
// The insets say where an element is on the page, and its place is taken below.
const names = [...getComputedStyle(root.host)].filter((name) => !/^(inset-|top|bottom|left|right)/.test(name));
return [...root.querySelectorAll(".scan, .scan *")].map((element) => {
  const { left, top, width, height } = element.getBoundingClientRect();
  // What is not drawn has no place.
  const at = width + height === 0 ? "" : [left - own.left, top - own.top, width, height].map((part) => part.toFixed(1)).join(" ");
  const styles = [null, "::before", "::after"].map((pseudo) => {
    const style = getComputedStyle(element, pseudo);
    // Before or after most elements stands nothing, which is all there is to compare.
    if (pseudo && style.content === "none") return "content: none";
    return names.map((name) => `${name}: ${style.getPropertyValue(name)}`).join("; ");
  });
  const name = element.tagName.toLowerCase() + [...element.classList].map((one) => `.${one}`).join("");
  return [name, at, ...styles];
});
