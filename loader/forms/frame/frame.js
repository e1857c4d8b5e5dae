// Inside the frame: hands the scan its attributes from the address, and tells the page around it two things:
// how high the scan is, and that another screen has opened. Never an answer.

// `page` is not among them: the scan is all there is on this page.
const ATTRIBUTES = ["id", "lang", "start", "remember", "workshop"];

const scan = document.querySelector("ruimte-scan");
const asked = new URLSearchParams(location.search);
for (const name of ATTRIBUTES) {
  if (asked.has(name)) scan.setAttribute(name, asked.get(name));
}

// The only site that may hear it, when the address names one. A name that is no site's is nobody's.
function named(host) {
  try {
    return new URL(host).origin;
  } catch {
    console.warn(`host=${host} is not a site, such as https://intranet.example: the height of the frame stays as it is`);
  }
}
const host = asked.has("host") ? named(asked.get("host")) : "*";

function tell(what) {
  if (host) parent.postMessage({ type: "ruimtescan", v: 1, ...what }, host);
}

function tellHeight() {
  tell({ height: Math.ceil(document.documentElement.getBoundingClientRect().height) });
}

if (parent !== window) {
  const footer = document.querySelector("footer");
  footer.querySelector("a").href = location.href;
  footer.hidden = false;
  new ResizeObserver(tellHeight).observe(document.documentElement);
  // A script of the page around that came later than the frame asks for what it missed.
  addEventListener("message", ({ source, data }) => {
    if (source === parent && data?.type === "ruimtescan-hello") tellHeight();
  });
  for (const name of ["scan-started", "scan-step", "scan-completed"]) {
    scan.addEventListener(name, () => tell({ screen: true }));
  }
}
