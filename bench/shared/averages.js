// What a result page shows, the same for each peer: the average answer per theme.
import survey from "questions";

/** The name and the average of each theme; `answers` maps the id of a question to 1 to 5. */
export function averages(answers) {
  return survey.themes.map(({ id, name }) => {
    const given = survey.questions.filter(({ theme }) => theme === id).map((question) => answers[question.id]).filter(Boolean);
    const sum = given.reduce((total, value) => total + value, 0);
    return { name, average: given.length ? (sum / given.length).toFixed(1).replace(".", ",") : "–" };
  });
}
