//! The question with its options: one fieldset, native radio buttons, whole rows to press.

use crate::components::markup::{around, element, line, many, nothing, row, text};
use crate::components::option::radio;
use scan::answers::Choice;
use scan::page::{OptionRow, QuestionPage};
use scan::words::Words;
use yew::{Callback, Event, Html};

/// The id of the message; it gets the focus when the question is asked again.
pub const MESSAGE: &str = "message";

const ASK: &str = "ask";
const HINT: &str = "hint";
const WAYS: &str = "ways";

/// The id of the option at a place.
pub fn option_id(index: u8) -> String {
    ["option-", &usize::from(index).to_string()].concat()
}

/// The question, what helps to understand it, both ways of a dilemma, the message and the options.
pub fn radio_group(page: &QuestionPage, words: &Words, choose: &Callback<Choice>) -> Html {
    let asked_again = !page.error.is_empty();
    let described = [(page.ways.is_some(), WAYS), (!page.hint.is_empty(), HINT), (asked_again, MESSAGE)];
    let described: Vec<&str> = described.iter().filter(|(there, _)| *there).map(|(_, id)| *id).collect();
    let hint = match page.hint.is_empty() {
        true => nothing(),
        false => element!("p", ["id" = HINT, "class" = "hint"], text(&page.hint)),
    };
    let ways = page.ways.as_ref().map(|[a, b]| {
        element!("div", ["id" = WAYS, "class" = "ways"], row![way(&words.way_a, a), way(&words.way_b, b)])
    });
    let message = match asked_again {
        true => {
            let said = row![line("span", "unseen", &[&words.message_prefix, " "].concat()), text(&page.error)];
            element!("p", ["id" = MESSAGE, "class" = "message", "tabindex" = "-1"], said)
        }
        false => nothing(),
    };
    let options = many(page.options.iter().map(|one| option(one, choose)).collect());
    let all = row![
        element!("legend", ["id" = ASK], text(&page.ask)),
        hint,
        ways.unwrap_or_default(),
        message,
        element!("div", ["class" = "options", "part" = "options"], options),
    ];
    let described = described.join(" ");
    element!(
        "fieldset",
        [
            "class" = "question",
            "part" = "question",
            "role" = "radiogroup",
            "aria-labelledby" = ASK,
            "aria-describedby" = &described,
            "aria-invalid" = if asked_again { "true" } else { "" }
        ],
        all
    )
}

fn way(letter: &str, way: &str) -> Html {
    around("p", "way", row![line("b", "", letter), text(" "), line("span", "", way)])
}

fn option(option: &OptionRow, choose: &Callback<Choice>) -> Html {
    let id = option_id(option.index);
    let choice = Choice::new(option.index);
    let choose = choose.clone();
    let onchange = Callback::from(move |_: Event| {
        if let Some(choice) = choice {
            choose.emit(choice);
        }
    });
    let input = radio("answer", &id, &(usize::from(option.index) + 1).to_string(), option.chosen, onchange);
    let row = row![input, line("span", "", &option.label)];
    element!("label", ["class" = "option", "part" = "option", "for" = &id], row)
}
