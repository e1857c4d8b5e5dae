// What reads a picture of the camera, in a page in one file: it stands there as text, and becomes a script when it is asked
// for. The policy of the page knows its hash, and it hands itself over.
let brought;

export function bring() {
  brought ??= new Promise((come) => {
    const script = document.getElementById("ruimtebord-camera.js");
    addEventListener(script.id, ({ detail }) => come(detail.reader()), { once: true });
    script.type = "module";
    // A script runs where it enters the page: once more, and now as one.
    document.body.append(script);
  });
  return brought;
}
