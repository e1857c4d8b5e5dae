// A frame that would like to be taken for the scan: to the page around it, and to the frames beside it.
const lie = () => {
  const message = { type: "ruimtescan", v: 1, height: 4321, screen: true };
  parent.postMessage(message, "*");
  for (let at = 0; at < parent.length; at += 1) {
    parent[at].postMessage(message, "*");
    parent[at].postMessage({ type: "ruimtescan-hello" }, "*");
  }
};
lie();
setInterval(lie, 50);
