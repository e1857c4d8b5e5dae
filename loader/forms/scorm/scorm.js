// Tells the learning platform that the scan was opened, that it was done, and how long it was open. Nothing else:
// no answer, no score, no note. Every value that is ever set stands in this file.
// Who the learner is it reads for one purpose: so that what this browser keeps is found by nobody else.
// What it does for every kind of platform stands in docs/decisions/013-what-a-learning-platform-hears.md.

const { scorm, done } = document.currentScript.dataset; // "1.2" or "2004"; "completed" or "passed"

const { api: NAME, ...SAY } = {
  1.2: {
    api: "API",
    begin: "LMSInitialize",
    read: "LMSGetValue",
    write: "LMSSetValue",
    commit: "LMSCommit",
    end: "LMSFinish",
    error: "LMSGetLastError",
    learner: "cmi.core.student_id",
    entry: "cmi.core.entry",
    status: "cmi.core.lesson_status",
    time: "cmi.core.session_time",
    exit: "cmi.core.exit",
  },
  2004: {
    api: "API_1484_11",
    begin: "Initialize",
    read: "GetValue",
    write: "SetValue",
    commit: "Commit",
    end: "Terminate",
    error: "GetLastError",
    learner: "cmi.learner_id",
    entry: "cmi.entry",
    status: done === "passed" ? "cmi.success_status" : "cmi.completion_status",
    time: "cmi.session_time",
    exit: "cmi.exit",
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

// What a platform answers, as a word; nothing where it breaks down.
function ask(what, ...given) {
  try {
    return String(api[SAY[what]](...given) ?? "");
  } catch {
    return "";
  }
}

// Whether it says that it heard. The standard says "true", some platforms say 1.
function told(what, ...given) {
  return ["true", "1"].includes(ask(what, ...given));
}

// A value, or nothing where the platform says that something is wrong with it.
function value(name) {
  const answer = ask("read", name);
  return Number(ask("error")) > 0 ? "" : answer;
}

// A session of ours, or one that was open already and can be used: some platforms open it themselves.
function begin() {
  if (told("begin", "")) return true;
  if (!["101", "103"].includes(ask("error"))) return false;
  ask("read", SAY.status);
  // No reading gives 103: where it stands, it stands from before.
  return ["0", "103"].includes(ask("error"));
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

// The number of a learner, for a key in this browser: 128 bits of a hash, so that the key does not name anybody.
async function hashed(learner) {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`ruimtescan ${learner}`));
  return Array.from(new Uint8Array(bytes, 0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Answers are kept for this learner and this attempt, or not at all. No edition gives an attempt a number, so a new
// one begins with nothing. Only where all goes well: until then the scan keeps nothing and looks for nothing.
async function keep(learner, entry) {
  if (!learner || !["ab-initio", "resume"].includes(entry)) return;
  const id = await hashed(learner);
  const key = `ruimtescan:${location.pathname}:${id}`;
  for (const shelf of entry === "ab-initio" ? [sessionStorage, localStorage] : []) {
    for (const name of [key, `${key}:code`]) shelf.removeItem(name);
  }
  // The key first: the scan begins anew when it hears that it may keep.
  scan.id = id;
  scan.setAttribute("remember", "tab");
}

const scan = document.querySelector("ruimte-scan");
const api = find();
let open = Boolean(api) && begin();
// Before anything is written: an answer may depend on that.
const [learner, entry, status] = [SAY.learner, SAY.entry, SAY.status].map((name) => (open ? value(name) : ""));
let reached = false;
let heard = ["completed", "passed"].includes(status);

if (open) {
  // Now already: then an attempt can be gone on with also after the browser was killed.
  ask("write", SAY.exit, "suspend");
  // One status only, and never back: over nothing but the words for a beginning. Where success is what counts there
  // is no such word.
  const fresh = ["not attempted", "unknown"].includes(status);
  if (fresh && SAY.status !== "cmi.success_status") ask("write", SAY.status, "incomplete");
  ask("commit", "");
  // Without a secure context there is nothing to hash with, and storage can be closed to us.
  keep(learner, entry).catch(() => {});
}
show(open ? "open" : api ? "silent" : "alone");

function report() {
  heard ||= told("write", SAY.status, done) && told("commit", "");
}

// At once: a window may be closed in a way that leaves no time for it.
scan.addEventListener("scan-completed", () => {
  if (!open) return;
  reached = true;
  report();
  show(heard ? "done" : "unheard");
});

addEventListener("pagehide", () => {
  if (!open) return;
  if (reached) report();
  ask("write", SAY.time, duration());
  ask("write", SAY.exit, "suspend");
  ask("end", "");
  open = false;
});

// Back from the browser's memory the platform has closed the sitting: begin a new one.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) location.reload();
});
