//! One question: choose, go on, go back or pass it by. Nothing moves on by itself.

use crate::components::button::{Look, button};
use crate::components::markup::{around, heading, line, listening, row, tag};
use crate::components::progress::progress;
use crate::components::radio_group::radio_group;
use crate::screens::{Act, Dispatch, HEADING};
use scan::answers::Choice;
use scan::page::QuestionPage;
use scan::session::Event;
use scan::words::Words;
use wasm_bindgen::JsCast;
use yew::virtual_dom::ListenerKind;
use yew::{Callback, Html, KeyboardEvent};

/// A question.
pub fn question(page: &QuestionPage, words: &Words, dispatch: &Dispatch) -> Html {
    let choose = dispatch.with(|choice| Act::Session(Event::Choose(choice)));
    let asking = row![
        around("div", "where", row![line("p", "", &page.part), heading(HEADING, &page.heading)]),
        progress(page.number, page.total),
        line("p", "note", &page.note),
        radio_group(page, words, &choose),
    ];
    let actions = row![
        button(Look::Secondary, &words.previous, dispatch.event(Event::Previous)),
        button(Look::Primary, &page.next, dispatch.event(Event::Next)),
        button(Look::Quiet, &words.skip, dispatch.event(Event::Skip)),
    ];
    // Nothing of the former question stays behind; all around it, which hardly differs, does.
    let mut asked = tag!("div", ["class" = "asking"], asking);
    asked.key = Some(page.number.into());
    row![
        // Keys count on the heading and inside the fieldset only: all that can have the focus in here.
        listening(asked, ListenerKind::onkeydown, keys(dispatch.clone())),
        line("p", "was-skipped", &page.skipped),
        around("div", "actions", actions),
        line("p", "keys", &words.keys_hint),
    ]
}

/// Digits choose and Enter goes on; not together with another key, and not when held down.
fn keys(dispatch: Dispatch) -> Callback<yew::Event> {
    Callback::from(move |press: yew::Event| {
        let press: KeyboardEvent = press.unchecked_into();
        if press.ctrl_key() || press.alt_key() || press.meta_key() || press.shift_key() || press.repeat() {
            return;
        }
        let key = press.key();
        let digit = key.parse::<u8>().ok().and_then(|digit| digit.checked_sub(1)).and_then(Choice::new);
        let act = match digit {
            Some(choice) => Act::ChooseByKey(choice),
            None if key == "Enter" => Act::Session(Event::Next),
            None => return,
        };
        press.prevent_default();
        dispatch.act(act);
    })
}
