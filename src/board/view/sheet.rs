//! A sheet of paper, tapped in: every question on one screen, one tap per row.

use crate::board::message::{Dispatch, Message};
use crate::board::state::Screen;
use crate::board::view::{HEADING, View, actions, notices};
use crate::board::words;
use crate::components::button::{Look, button};
use crate::components::markup::{around, element, heading, line, many, row, text};
use crate::components::option::radio;
use scan::answers::{Answer, Choice};
use scan::questionnaire::QuestionId;
use yew::Html;

/// The screen.
pub(super) fn sheet(view: &View<'_>, dispatch: &Dispatch) -> Html {
    let questions = view.content.questionnaire.questions();
    let rows = questions.map(|(id, _)| question(view, id, dispatch)).collect();
    row![
        heading(HEADING, words::SHEET_HEADING),
        line("p", "lead", words::SHEET_LEAD),
        around("div", "taps", many(rows)),
        notices(view.state),
        actions(vec![
            button(Look::Primary, words::SHEET_ADD, dispatch.press(Message::AddSheet)),
            button(Look::Secondary, words::BACK, dispatch.press(Message::Go(Screen::Desk))),
        ]),
    ]
}

fn question(view: &View<'_>, id: QuestionId, dispatch: &Dispatch) -> Html {
    let number = id.number().to_string();
    // Names of their own for each sheet: a browser would take over what was chosen on the sheet before.
    let name = ["q", &view.state.sheets.to_string(), "-", &number].concat();
    let given = view.state.sheet.get(id);
    let one = |choice: Option<Choice>| {
        let at = choice.map_or(0, |choice| usize::from(choice.index()) + 1).to_string();
        let own = [&name, "-", &at].concat();
        let chosen = given == Some(choice.map_or(Answer::Skipped, Answer::Chosen));
        let input = radio(&name, &own, &at, chosen, dispatch.change(Message::Tap(id, choice)));
        let said = match choice {
            Some(_) => line("span", "", &at),
            None => row![
                element!("span", ["aria-hidden" = "true"], text("\u{2013}")),
                line("span", "unseen", words::SHEET_SKIPPED),
            ],
        };
        element!("label", ["class" = "tap", "for" = &own], row![input, said])
    };
    let taps = Choice::all().map(Some).chain([None]).map(one).collect();
    let label = view.content.texts.question(id.index()).label;
    let legend = row![
        line("span", "unseen", &words::with(words::SHEET_QUESTION, id.number())),
        element!("b", ["aria-hidden" = "true"], text(&number)),
        text(" "),
        line("span", "label", &label),
    ];
    around("fieldset", "tap-row", row![around("legend", "", legend), around("div", "row", many(taps))])
}
