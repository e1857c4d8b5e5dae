// Tells the learning platform that the scan was opened, that it was done, and how long it was open. Nothing else:
// no answer, no score, no note. Every value that is ever set stands in this file.

const { scorm, done } = document.currentScript.dataset; // "1.2" or "2004"; "completed" or "passed"

const { api: NAME, ...SAY } = {
  1.2: {
    api: "API",
    begin: "LMSInitialize",
    read: "LMSGetValue",
    write: "LMSSetValue",
    commit: "LMSCommit",
    end: "LMSFinish",
    status: "cmi.core.lesson_status",
    time: "cmi.core.session_time",
    exit: "cmi.core.exit",
    left: "",
  },
  2004: {
    api: "API_1484_11",
    begin: "Initialize",
    read: "GetValue",
    write: "SetValue",
    commit: "Commit",
    end: "Terminate",
    status: done === "passed" ? "cmi.success_status" : "cmi.completion_status",
    time: "cmi.session_time",
    exit: "cmi.exit",
    left: "normal",
  },
}[scorm];

// Up through the frames, and through the windows that opened them. Another site's window may not be looked into.
function find() {
  const places = [window];
  for (const place of places) {
    try {
      if (place[NAME]?.[SAY.begin]) return place[NAME];
    } catch {}
    const next = [place.parent, place.opener].filter((other) => other && !places.includes(other));
    if (places.length < 20) places.push(...next);
  }
}

// A platform answers with a word; one that breaks down has not heard it.
function call(what, ...given) {
  try {
    return String(api[SAY[what]](...given));
  } catch {
    return "false";
  }
}

function duration() {
  const seconds = Math.round(performance.now() / 1000);
  if (scorm === "2004") return `PT${seconds}S`;
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return [String(hours).padStart(4, "0"), ...[minutes, seconds % 60].map((part) => String(part).padStart(2, "0"))].join(":");
}

function show(words) {
  for (const line of document.querySelectorAll("[data-say]")) line.hidden = line.dataset.say !== words;
}

const api = find();
let open = Boolean(api) && call("begin", "") === "true";
let reached = false;
let heard = open && ["completed", "passed"].includes(call("read", SAY.status));

// One status only. Where success is what counts there is no such word for having begun.
if (open && !heard && SAY.status !== "cmi.success_status") {
  call("write", SAY.status, "incomplete");
  call("commit", "");
}
show(open ? "open" : api ? "silent" : "alone");

function report() {
  heard ||= call("write", SAY.status, done) === "true" && call("commit", "") === "true";
}

// At once: a window may be closed in a way that leaves no time for it.
document.querySelector("ruimte-scan").addEventListener("scan-completed", () => {
  if (!open) return;
  reached = true;
  report();
  show(heard ? "done" : "unheard");
});

addEventListener("pagehide", () => {
  if (!open) return;
  if (reached) report();
  call("write", SAY.time, duration());
  call("write", SAY.exit, SAY.left);
  call("end", "");
  open = false;
});

// Back from the browser's memory the platform has closed the sitting: begin a new one.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) location.reload();
});
