// Runs before the document of the board, works it as a trainer does, and tells how long that took in the page's own clock.
(() => {
  const memories = [];
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
    construct(Instance, given) {
      const instance = new Instance(...given);
      memories.push(...Object.values(instance.exports).filter((one) => one instanceof WebAssembly.Memory));
      return instance;
    },
  });
  // What is offered as a file is kept here, and not downloaded.
  let offered;
  URL.createObjectURL = (blob) => {
    offered = blob;
    return "#";
  };
  HTMLAnchorElement.prototype.click = () => {};

  const find = (selector) => document.querySelector("ruimte-bord")?.shadowRoot?.querySelector(selector);
  const press = (label) => {
    const all = document.querySelector("ruimte-bord").shadowRoot.querySelectorAll("button");
    [...all].find((one) => one.textContent.startsWith(label)).click();
  };
  // The time just after the frame was painted in which this was so.
  const painted = (test) =>
    new Promise((done) => {
      const look = () => {
        if (!test()) return requestAnimationFrame(look);
        const after = new MessageChannel();
        after.port1.onmessage = () => done(performance.now());
        after.port2.postMessage(null);
      };
      requestAnimationFrame(look);
    });
  const write = (text) => {
    const field = find("#password");
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  };
  const paste = (text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", text);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true, composed: true });
    find("#paste").dispatchEvent(event);
    return painted(() => find(".told li"));
  };

  globalThis.board = {
    async begin() {
      await painted(() => find("h2"));
      press("Begin");
      await painted(() => find("#paste"));
    },
    // Milliseconds, how many are in then, and the longest time that the page stood still.
    async paste(text) {
      let longest = 0;
      let last = performance.now();
      const tick = () => {
        const now = performance.now();
        longest = Math.max(longest, now - last);
        last = now;
      };
      const timer = setInterval(tick, 10);
      const begin = performance.now();
      const took = (await paste(text)) - begin;
      tick();
      clearInterval(timer);
      return [took, parseInt(find(".count").textContent, 10) || 0, longest];
    },
    // From the paste to the picture, with the press between.
    async picture(text) {
      const begin = performance.now();
      await paste(text);
      press("Maak het beeld");
      return (await painted(() => find("svg:not(.qr)"))) - begin;
    },
    async lock(password) {
      write(password);
      await painted(() => true);
      press("Bewaar als bestand");
      await painted(() => offered);
      return offered.text();
    },
    async unlock(password, text) {
      await painted(() => find("#password"));
      write(password);
      await painted(() => true);
      const field = find("input[type=file]");
      const data = new DataTransfer();
      data.items.add(new File([text], "a.ruimtebord.txt", { type: "text/plain" }));
      field.files = data.files;
      const begin = performance.now();
      field.dispatchEvent(new Event("change", { bubbles: true, composed: true }));
      return (await painted(() => find(".count"))) - begin;
    },
    // How long a password alone takes.
    async stretch(iterations) {
      const begin = performance.now();
      const base = await crypto.subtle.importKey("raw", new Uint8Array(9), "PBKDF2", false, ["deriveKey"]);
      const how = { name: "PBKDF2", hash: "SHA-256", salt: new Uint8Array(16), iterations };
      await crypto.subtle.deriveKey(how, base, { name: "AES-GCM", length: 256 }, false, ["decrypt"]);
      return performance.now() - begin;
    },
    // Sealed codes, of people whose answers these are.
    async seal(version, people) {
      const { hand } = await import("/ruimtescan-workshop.js");
      const key = find(".link").textContent.split("#workshop=")[1];
      const sealed = [];
      for (const [nonce, digits] of people.entries()) sealed.push((await hand(version, digits, String(nonce), key)).split("\n")[0]);
      return sealed.join("\n");
    },
    // What a file weighs as it came over the line.
    async weight(file) {
      await import(`/${file}`);
      return performance.getEntriesByType("resource").find((entry) => entry.name.endsWith(`/${file}`)).encodedBodySize;
    },
    memory: () => memories.reduce((total, memory) => total + memory.buffer.byteLength, 0),
  };
})();
