// Every element of the scan that `root` is in, as it is drawn now: its name, its place, its style and those of what
// stands before and after it.
return [...root.querySelectorAll(".scan, .scan *")].map((element) => {
  const { left, top, width, height } = element.getBoundingClientRect();
  const own = root.host.getBoundingClientRect();
  // What is not drawn has no place.
  const at = width + height === 0 ? "" : [left - own.left, top - own.top, width, height].map((part) => part.toFixed(1)).join(" ");
  const styles = [null, "::before", "::after"].map((pseudo) => {
    const style = getComputedStyle(element, pseudo);
    // The insets say where that is on the page, and the place was taken above.
    return [...style].filter((name) => !/^(inset-|top|bottom|left|right)/.test(name)).map((name) => `${name}: ${style.getPropertyValue(name)}`).join("; ");
  });
  const name = element.tagName.toLowerCase() + [...element.classList].map((one) => `.${one}`).join("");
  return [name, at, ...styles];
});
