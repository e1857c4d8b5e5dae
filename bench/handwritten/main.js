// The questions stand in the document; this shows one at a time, and the averages at the end.
import "./main.css";

const form = document.querySelector("form");
const result = document.querySelector("section");
const [previous, next] = form.querySelectorAll("button");
const questions = [...form.querySelectorAll("fieldset")];
const words = next.textContent;
let at = 0;

function show(place) {
  questions[at].hidden = true;
  at = place;
  questions[at].hidden = false;
  form.querySelector("#number").textContent = at + 1;
  form.querySelector("progress").value = at + 1;
  previous.hidden = at === 0;
  next.textContent = at === questions.length - 1 ? next.dataset.last : words;
  form.querySelector("h1").focus();
}

function finish() {
  const answers = new FormData(form);
  for (const cell of result.querySelectorAll("[data-average]")) {
    const theme = questions.filter((question) => question.dataset.theme === cell.dataset.average);
    const given = theme.map((question) => Number(answers.get(question.elements[0].name))).filter(Boolean);
    const sum = given.reduce((total, value) => total + value, 0);
    cell.textContent = given.length ? (sum / given.length).toFixed(1).replace(".", ",") : "–";
  }
  form.hidden = true;
  result.hidden = false;
  result.querySelector("h1").focus();
}

previous.addEventListener("click", () => show(at - 1));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (at === questions.length - 1) finish();
  else show(at + 1);
});
