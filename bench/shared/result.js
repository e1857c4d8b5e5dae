// The result page of a library that has none that counts: drawn by the host, as it would be in practice.
import survey from "questions";
import { averages } from "./averages.js";

/** Draws the averages into an element. */
export function showResult(element, answers) {
  const heading = add(element, "h1", survey.words.heading);
  heading.tabIndex = -1;
  const table = add(element, "table");
  for (const { name, average } of averages(answers)) {
    const row = add(table, "tr");
    add(row, "th", name).scope = "row";
    add(row, "td", average);
  }
  heading.focus();
}

function add(parent, tag, text = "") {
  const element = parent.appendChild(document.createElement(tag));
  element.textContent = text;
  return element;
}
