// For the page around: gives every <iframe data-ruimtescan> the height of the scan in it, and shows its top when
// another screen opens. Without this script a frame works too, at the height that it has.
{
  const LOWEST = 100; // pixels
  const HIGHEST = 20000;

  const frames = () => [...document.querySelectorAll("iframe[data-ruimtescan]")];

  // A sandbox takes a frame's origin away, and then it says "null". That could be any sandbox: what tells is the source.
  const origin = (frame) => {
    const taken = frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin");
    return taken ? "null" : new URL(frame.src, document.baseURI).origin;
  };

  const fit = (frame, height) => {
    const inside = Math.min(Math.max(Math.ceil(height), LOWEST), HIGHEST);
    // Where the height of a box includes its border, the inside would be too low by just that.
    const border = getComputedStyle(frame).boxSizing === "border-box" ? frame.offsetHeight - frame.clientHeight : 0;
    frame.style.height = `${inside + border}px`;
  };

  const show = (frame) => {
    const { top } = frame.getBoundingClientRect();
    if (top < 0 || top > innerHeight) frame.scrollIntoView({ block: "start" });
  };

  addEventListener("message", ({ source, origin: from, data }) => {
    const frame = source && frames().find((frame) => frame.contentWindow === source);
    if (!frame || from !== origin(frame)) return;
    if (data?.type !== "ruimtescan" || data.v !== 1) return;
    if (Number.isFinite(data.height)) fit(frame, data.height);
    if (data.screen === true) show(frame);
  });

  // What a frame said before this script was there is said again. It tells nothing, so anyone may hear it.
  for (const frame of frames()) frame.contentWindow?.postMessage({ type: "ruimtescan-hello" }, "*");
}
