// The smallest program there is tells whether this browser and this page's policy let ours run as WebAssembly. Asked
// once: a page's policy reports each time.
let able;
export function runs() {
  try {
    able ??= Boolean(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    able = false;
  }
  return able;
}
