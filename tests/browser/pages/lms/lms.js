// A learning platform, as scorm-again is one: it takes the calls, and sends what it was told to the address `to`.
const asked = new URLSearchParams(location.search);
const edition = asked.get("scorm"); // "12" or "2004"
const settings = { lmsCommitUrl: asked.get("to"), commitRequestDataType: "text/plain;charset=UTF-8", logLevel: 5 };
const api = edition === "2004" ? new Scorm2004API(settings) : new Scorm12API(settings);

// What it was asked and told, in that order, beside what it makes of it.
const calls = [];
const seen = (name, given) => [name.replace(/^LMS/, ""), ...given].join(" ").trim();
const heard = {};
for (const name of ["Initialize", "GetValue", "SetValue", "Commit", "Finish", "Terminate"]) {
  const full = edition === "2004" ? name : `LMS${name}`;
  if (!api[full]) continue;
  heard[full] = (...given) => {
    calls.push(seen(full, given));
    if (asked.has("broken") && name !== "Initialize" && name !== "GetValue") throw new Error("out of order");
    return api[full](...given);
  };
}

// Learning platforms keep what was reached before.
const before = asked.get("before");
if (before) api.loadFromJSON(edition === "2004" ? { completion_status: before } : { core: { lesson_status: before } }, "cmi");

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
