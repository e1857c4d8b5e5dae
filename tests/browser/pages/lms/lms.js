// A learning platform, as scorm-again is one: it takes the calls, and sends what it was told to the address `to`.
const asked = new URLSearchParams(location.search);
const edition = asked.get("scorm"); // "12" or "2004"
const settings = {
  lmsCommitUrl: asked.get("to"),
  commitRequestDataType: "text/plain;charset=UTF-8",
  logLevel: 5,
  strict_errors: true,
};
const api = edition === "2004" ? new Scorm2004API(settings) : new Scorm12API(settings);
const full = (name) => (edition === "2004" ? name : `LMS${name}`);

// What it keeps of an attempt: `state` is what it was told last, as JSON, and `before` a status alone. A learner
// without either begins an attempt, and so does one who left SCORM 2004 otherwise than by "suspend"; `entry` is for a
// platform with another word for that.
const told = JSON.parse(asked.get("state") ?? "null");
const state = edition === "2004" && told?.exit !== "suspend" ? null : told;
const [learner, before] = [asked.get("learner"), asked.get("before")];
const core = (edition === "2004" ? state : state?.core) ?? {};
if (learner) {
  core[edition === "2004" ? "learner_id" : "student_id"] = learner;
  core.entry = asked.get("entry") ?? { undefined: "ab-initio", suspend: "resume" }[core.exit] ?? "";
}
if (before) core[edition === "2004" ? "completion_status" : "lesson_status"] = before;
// These are of one sitting.
delete core.exit;
delete core.session_time;
if (Object.keys(core).length > 0) api.loadFromJSON(edition === "2004" ? core : { ...state, core }, "cmi");

// What platforms do that the standard does not say, one at a time.
const as = (words) => ({ every: (answer) => (answer in words ? words[answer] : answer) });
const quirk = {
  number: as({ true: 1, false: 0 }),
  boolean: as({ true: true, false: false }),
  // Every value reads as nothing.
  empty: { GetValue: () => "" },
  // No value is read without something being wrong.
  failing: { GetLastError: () => "301" },
  // No session is to be had.
  refusing: { Initialize: () => ((api.lastErrorCode = "101"), "false") },
  broken: { SetValue: breaks, Commit: breaks, Finish: breaks, Terminate: breaks },
}[asked.get("quirk")] ?? {};
function breaks() {
  throw new Error("out of order");
}
// It began the session itself, or that is over already.
if (asked.has("opened") || asked.has("ended")) api[full("Initialize")]("");
if (asked.has("ended")) api[full(edition === "2004" ? "Terminate" : "Finish")]("");

// What it was asked and told, in that order, beside what it makes of it; and what of that it refused: a code of that
// stands after it, and did not before.
const error = () => String(api[full("GetLastError")]());
const calls = [];
const refused = [];
const heard = {};
Object.assign(window, { calls, refused });
for (const name of ["Initialize", "GetValue", "SetValue", "Commit", "Finish", "Terminate"]) {
  if (!api[full(name)]) continue;
  heard[full(name)] = (...given) => {
    const call = [name, ...given].join(" ").trim();
    const stood = error();
    calls.push(call);
    const answer = quirk[name] ? quirk[name](...given) : api[full(name)](...given);
    if (!["0", stood].includes(error())) refused.push(call);
    return quirk.every ? quirk.every(answer) : answer;
  };
}
heard[full("GetLastError")] = quirk.GetLastError ?? error;

if (!asked.has("absent")) window[edition === "2004" ? "API_1484_11" : "API"] = heard;

addEventListener("DOMContentLoaded", () => {
  // Some platforms put a frame around the frame.
  const course = document.createElement("iframe");
  course.title = "Cursus";
  course.width = "1000";
  course.height = "800";
  course.src = asked.get("course");
  document.body.append(course);
});
