// The parts of the hand-written page that come from content/, as HTML.

/** Fills `{name}` in a text. */
export function fill(text, values) {
  return text.replace(/\{([a-z]+)\}/g, (blank, name) => values[name] ?? blank);
}

/** The fieldset of each question, and the row of each average. */
export function questions(survey) {
  return {
    total: survey.questions.length,
    questions: survey.questions.map(question).join("\n"),
    averages: survey.themes.map(average).join("\n"),
  };
}

function question({ id, theme, ask, hint, ways, options }, place) {
  const help = [hint, ...ways].filter(Boolean).map((text) => `<p>${escape(text)}</p>`);
  const rows = options.map(
    (label, at) => `<label><input type="radio" name="${id}" value="${at + 1}"> ${escape(label)}</label>`,
  );
  const hidden = place === 0 ? "" : " hidden";
  return [`<fieldset data-theme="${theme}"${hidden}>`, `<legend>${escape(ask)}</legend>`, ...help, ...rows, "</fieldset>"].join("\n");
}

function average({ id, name }) {
  return `<tr><th scope="row">${escape(name)}</th><td data-average="${id}"></td></tr>`;
}

function escape(text) {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
