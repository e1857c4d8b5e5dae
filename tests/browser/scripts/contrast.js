// What of the scan that `root` is in is too pale against what lies behind it: text under 4.5 to 1, what can be chosen
// or pressed under 3 to 1. Text of 24 px, or bold of 18.7, may be 3 to 1.
const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
const rgba = (colour) => {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data];
};
const light = (colour) => {
  const [r, g, b] = rgba(colour).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one, other) => {
  const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};
const behind = (element) => {
  for (let at = element; at; at = at.parentElement ?? at.getRootNode().host) {
    const { backgroundColor } = getComputedStyle(at);
    if (rgba(backgroundColor)[3] === 255) return backgroundColor;
  }
  return getComputedStyle(document.documentElement).colorScheme === "dark" ? "#121212" : "#fff";
};
const faults = [];
let count = 0;
for (const element of root.querySelectorAll("*")) {
  const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const { width, height } = element.getBoundingClientRect();
  if (!own || !element.checkVisibility({ visibilityProperty: true }) || width * height < 4) continue;
  const style = getComputedStyle(element);
  const size = parseFloat(style.fontSize);
  const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  const svg = element.namespaceURI.endsWith("svg");
  const found = contrast(svg ? style.fill : style.color, behind(element.closest("svg") ?? element));
  count += 1;
  // A letter inside a filled shape of a picture is judged by the shape, not by the paper.
  if (found < (large ? 3 : 4.5) && !svg) faults.push(`${element.localName}.${element.className} "${element.textContent.trim().slice(0, 30)}" ${found.toFixed(2)}`);
}
for (const radio of root.querySelectorAll("input[type=radio]")) {
  const found = contrast(getComputedStyle(radio).borderTopColor, behind(radio.parentElement));
  count += 1;
  if (found < 3) faults.push(`a radio's edge ${found.toFixed(2)}`);
}
return [count, faults];
