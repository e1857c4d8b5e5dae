// Runs before each document of the bench and tells, in the page's own clock, when something can be
// seen. It looks once per frame and only while it waits for something; every page is treated alike.
(() => {
  const SURVEY = "the survey";
  const { words, questions } = SURVEY;
  const memories = new Set();
  const seen = (element) => element.checkVisibility({ visibilityProperty: true });

  // Every root of the document: the document itself, and each open shadow root of a custom element.
  const roots = function* (root = document) {
    yield root;
    for (const host of root.querySelectorAll("ruimte-scan")) if (host.shadowRoot) yield* roots(host.shadowRoot);
  };
  const all = (selector) => [...roots()].flatMap((root) => [...root.querySelectorAll(selector)]);
  const named = (element) => (element.value || element.textContent).trim();
  const button = (name) =>
    all("button, input[type=button], input[type=submit]").find((one) => named(one) === name && seen(one));

  // Whether a text stands on the page, as a person sees it.
  const says = (text) => {
    for (const root of roots()) {
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        if (texts.currentNode.data.trim() === text && seen(texts.currentNode.parentElement)) return true;
      }
    }
    return false;
  };

  // The controls that answer the question on the screen. A library may hide the control itself and draw another:
  // its label is what is seen and pressed. The widget has other radio buttons too, under other names.
  const answers = (radio) => !radio.disabled && (radio.getRootNode() === document || radio.name === "answer");
  const controls = () => all("input[type=radio]").filter((radio) => answers(radio) && seen(radio.closest("label")));
  const asked = (place) => {
    const found = controls();
    return found.length === questions[place].options.length && says(questions[place].ask) ? found : undefined;
  };

  const wanted = {
    question: (place) => asked(place) !== undefined,
    chosen: (place, option) => asked(place)?.[option].checked,
    result: () => says(words.heading) && controls().length === 0,
  };

  // Resolves with the time just after the frame that showed it was painted.
  const painted = (what, ...which) =>
    new Promise((done) => {
      const look = () => {
        if (!wanted[what](...which)) return requestAnimationFrame(look);
        const after = new MessageChannel();
        after.port1.onmessage = () => done(performance.now());
        after.port2.postMessage(null);
      };
      requestAnimationFrame(look);
    });

  // The moment of the next press, as the browser received it.
  const pressed = () =>
    new Promise((done) => {
      const listen = (event) => {
        if (event.isTrusted) done(event.timeStamp);
      };
      addEventListener("click", listen, { capture: true, once: true });
    });

  // Where to press, once it stays in one place.
  const still = async (what, option) => {
    const find = () => (what === "option" ? controls()[option].closest("label") : button(what));
    for (let before; ; ) {
      const target = find();
      target.scrollIntoView({ block: "nearest", behavior: "instant" });
      const { x, y, width, height } = target.getBoundingClientRect();
      const place = [x + width / 2, y + height / 2];
      if (before && before[0] === place[0] && before[1] === place[1]) return place;
      before = place;
      await new Promise(requestAnimationFrame);
    }
  };

  let result;
  globalThis.bench = {
    first: painted("question", 0),
    // Brings what is to be pressed in view, gives its place, and starts the clock for the press.
    async aim(what, option, ...wanted) {
      const place = await still(what, option);
      result = pressed().then(async (begin) => (await painted(...wanted)) - begin);
      return place;
    },
    result: () => result,
    // All that was loaded: as it came over the line, and as it is.
    bytes() {
      const entries = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
      const loaded = entries.filter((entry) => !entry.name.startsWith("data:"));
      const sum = (of) => loaded.reduce((total, entry) => total + entry[of], 0);
      return [sum("encodedBodySize"), sum("decodedBodySize"), loaded.length];
    },
    programMemory: () => [...memories].reduce((total, memory) => total + memory.buffer.byteLength, 0),
  };

  // The memories of programs are outside the heap of JavaScript: noted as they are made.
  const note = (instance, imports = {}) => {
    const given = Object.values(imports).flatMap((module) => Object.values(module));
    for (const one of [...Object.values(instance.exports), ...given]) {
      if (one instanceof WebAssembly.Memory) memories.add(one);
    }
    return instance;
  };
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
    construct: (Instance, [module, imports]) => note(new Instance(module, imports), imports),
  });
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const native = WebAssembly[name];
    WebAssembly[name] = async (source, imports) => {
      const made = await native.call(WebAssembly, source, imports);
      note(made.instance ?? made, imports);
      return made;
    };
  }
})();
