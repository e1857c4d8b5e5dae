// The same page as the hand-written one, drawn by Preact.
import { render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import survey from "questions";
import { averages } from "../shared/averages.js";
import "../handwritten/main.css";

const { words, questions } = survey;

function Scan() {
  const [at, setAt] = useState(0);
  const [answers, setAnswers] = useState({});
  if (at === questions.length) return <Result answers={answers} />;
  const question = questions[at];
  const go = (event) => {
    event.preventDefault();
    setAt(at + 1);
  };
  return (
    <form autocomplete="off" onSubmit={go}>
      <Heading key={at} moved={at > 0 || answers[question.id]}>
        {at + 1} / {questions.length}
      </Heading>
      <progress max={questions.length} value={at + 1} aria-labelledby="place" />
      <Question
        key={question.id}
        question={question}
        chosen={answers[question.id]}
        choose={(value) => setAnswers({ ...answers, [question.id]: value })}
      />
      <p class="buttons">
        {at > 0 && (
          <button type="button" onClick={() => setAt(at - 1)}>
            {words.previous}
          </button>
        )}
        <button>{at === questions.length - 1 ? words.result : words.next}</button>
      </p>
    </form>
  );
}

function Question({ question, chosen, choose }) {
  const { id, ask, hint, ways, options } = question;
  return (
    <fieldset>
      <legend>{ask}</legend>
      {[hint, ...ways].filter(Boolean).map((text) => (
        <p key={text}>{text}</p>
      ))}
      {options.map((label, place) => (
        <label key={place}>
          <input type="radio" name={id} checked={chosen === place + 1} onChange={() => choose(place + 1)} /> {label}
        </label>
      ))}
    </fieldset>
  );
}

// The focus follows the question, but never on the first load.
function Heading({ moved, children }) {
  const heading = useRef();
  useEffect(() => {
    if (moved) heading.current.focus();
  }, []);
  return (
    <h1 id="place" ref={heading} tabindex="-1">
      {children}
    </h1>
  );
}

function Result({ answers }) {
  return (
    <section>
      <Heading moved>{words.heading}</Heading>
      <table>
        {averages(answers).map(({ name, average }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{average}</td>
          </tr>
        ))}
      </table>
    </section>
  );
}

render(<Scan />, document.querySelector("main"));
