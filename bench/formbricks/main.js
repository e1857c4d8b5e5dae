// Formbricks' own package for showing a survey, without the server that normally hands it the questions.
import { renderSurveyInline } from "@formbricks/surveys";
import survey from "questions";
import { showResult } from "../shared/result.js";

const { words, questions } = survey;
const answers = {};

function card({ id, ask, hint, ways, options }, place) {
  return {
    id,
    type: "multipleChoiceSingle",
    headline: ask,
    subheader: [hint, ...ways].filter(Boolean).join(" "),
    required: true,
    shuffleOption: "none",
    choices: options.map((label, at) => ({ id: `${id}-${at + 1}`, label })),
    buttonLabel: place === questions.length - 1 ? words.result : words.next,
    backButtonLabel: words.previous,
  };
}

renderSurveyInline({
  containerId: "survey",
  brandColor: "#1d5c5a",
  isBrandingEnabled: false,
  survey: {
    id: "scan",
    type: "link",
    welcomeCard: { enabled: false },
    thankYouCard: { enabled: false },
    questions: questions.map(card),
  },
  // It answers with the label; the place of the label is the value.
  onResponse: ({ data }) => {
    for (const [id, label] of Object.entries(data)) {
      answers[id] = questions.find((question) => question.id === id).options.indexOf(label) + 1;
    }
  },
  onFinished: () => {
    const result = document.createElement("main");
    document.getElementById("survey").replaceWith(result);
    showResult(result, answers);
  },
});
