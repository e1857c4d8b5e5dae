// SurveyJS as its guide for plain JavaScript says, by modules: a model, and the user interface that draws it.
import { Model } from "survey-core";
import "survey-core/i18n/dutch";
// Without the fonts that the other sheet carries: text in the fonts of the system, as on the other pages.
import "survey-core/survey-core.fontless.min.css";
import "survey-js-ui";
import survey from "questions";
import { showResult } from "../shared/result.js";

const { words, questions } = survey;
const main = document.querySelector("main");

const model = new Model({
  locale: "nl",
  pages: questions.map(page),
  pagePrevText: words.previous,
  pageNextText: words.next,
  completeText: words.result,
  progressBarLocation: "top",
  progressBarType: "questions",
  showProgressBar: true,
  showQuestionNumbers: false,
  showCompletePage: false,
});

function page({ id, ask, hint, ways, options }) {
  const question = {
    type: "radiogroup",
    name: id,
    title: ask,
    description: [hint, ...ways].filter(Boolean).join(" "),
    choices: options.map((text, place) => ({ value: place + 1, text })),
  };
  return { elements: [question] };
}

model.onComplete.add(({ data }) => {
  const result = document.createElement("main");
  main.replaceWith(result);
  showResult(result, data);
});
model.render(main);
