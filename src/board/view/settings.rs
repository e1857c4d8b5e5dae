//! The beginning, and the settings that can be changed later.

use crate::board::message::{Dispatch, Message};
use crate::board::state::{Field, State};
use crate::board::view::{HEADING, notices};
use crate::board::words;
use crate::components::button::{Look, button};
use crate::components::copy_field::copy_field;
use crate::components::disclosure::disclosure;
use crate::components::field::{Label, field};
use crate::components::file_field::file_field;
use crate::components::markup::{around, heading, line, many, nothing, row};
use yew::Html;

const FIELDS: [(Label, Field); 4] = [
    (Label { id: "title", ask: words::TITLE, hint: words::TITLE_HINT }, Field::Title),
    (Label { id: "size", ask: words::SIZE, hint: words::SIZE_HINT }, Field::Size),
    (Label { id: "least", ask: words::LEAST, hint: words::LEAST_HINT }, Field::Least),
    (Label { id: "address", ask: words::ADDRESS, hint: words::ADDRESS_HINT }, Field::Address),
];
const PASSWORD: Label = Label { id: "password", ask: words::PASSWORD, hint: words::PASSWORD_HINT };

/// The first screen.
pub(super) fn start(state: &State, dispatch: &Dispatch) -> Html {
    row![
        heading(HEADING, words::HEADING),
        line("p", "lead", words::LEAD),
        line("p", "", words::PRIVATE),
        notices(state),
        fields(state, dispatch),
        around("div", "actions", button(Look::Primary, words::BEGIN, dispatch.press(Message::Begin))),
        disclosure(words::OPEN_WORKSHOP, open(state, dispatch)),
    ]
}

/// The settings of a workshop that has begun.
pub(super) fn settings(state: &State, dispatch: &Dispatch) -> Html {
    row![
        fields(state, dispatch),
        around("div", "actions", button(Look::Secondary, words::SAVE_SETTINGS, dispatch.press(Message::SaveSettings))),
    ]
}

fn fields(state: &State, dispatch: &Dispatch) -> Html {
    many(FIELDS.into_iter().map(|(label, which)| typed(label, which, state, dispatch)).collect())
}

fn typed(label: Label, which: Field, state: &State, dispatch: &Dispatch) -> Html {
    typed_in(label, which, state, state.show_problems, dispatch)
}

fn typed_in(label: Label, which: Field, state: &State, asked: bool, dispatch: &Dispatch) -> Html {
    let problem = if asked { state.typed.problem(which) } else { None };
    field(label, state.typed.get(which), problem, dispatch.0.reform(move |text| Message::Typed(which, text)))
}

/// Opening a file of a workshop.
fn open(state: &State, dispatch: &Dispatch) -> Html {
    row![
        typed_in(PASSWORD, Field::Password, state, false, dispatch),
        file_field(words::OPEN_WORKSHOP, dispatch.0.reform(Message::Unlock)),
    ]
}

/// Keeping the workshop as a file, and taking over that of another trainer.
pub(super) fn files(state: &State, dispatch: &Dispatch) -> Html {
    let locked = &state.locked;
    let copy = match locked.is_empty() {
        true => nothing(),
        false => row![
            copy_field("locked", words::COPY_WORKSHOP_LABEL, "4", locked),
            around(
                "div",
                "actions",
                button(Look::Secondary, words::COPY_WORKSHOP, dispatch.press(Message::Copy(locked.clone())))
            ),
        ],
    };
    row![
        line("p", "", words::FILE_LEAD),
        typed(PASSWORD, Field::Password, state, dispatch),
        around("div", "actions", button(Look::Secondary, words::SAVE_WORKSHOP, dispatch.press(Message::Lock))),
        copy,
        line("p", "", words::MERGE_LEAD),
        file_field(words::OPEN_WORKSHOP, dispatch.0.reform(Message::Unlock)),
    ]
}
