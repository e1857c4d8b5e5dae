//! One question: choose, go on, go back or pass it by. Nothing moves on by itself.

use crate::components::button::{Look, button};
use crate::components::progress::progress;
use crate::components::radio_group::radio_group;
use crate::screens::{Act, HEADING, Hand};
use scan::answers::Choice;
use scan::page::QuestionPage;
use scan::session::Event;
use scan::words::Words;
use yew::{Callback, Html, KeyboardEvent, html};

/// A question.
pub fn question(page: &QuestionPage, words: &Words, hand: &Hand) -> Html {
    let choose = hand.with(|choice| Act::Session(Event::Choose(choice)));
    html! {
        <>
            // Keys count on the heading and inside the fieldset only: all that can have the focus in here.
            <div class="asking" onkeydown={keys(hand.clone())}>
                <div class="where">
                    <p>{ &page.part }</p>
                    <h2 id={HEADING} tabindex="-1">{ &page.heading }</h2>
                </div>
                { progress(page.number, page.total) }
                if !page.note.is_empty() {
                    <p class="note" part="note">{ &page.note }</p>
                }
                { radio_group(page, words, &choose) }
            </div>
            if !page.skipped.is_empty() {
                <p class="was-skipped">{ &page.skipped }</p>
            }
            <div class="actions">
                { button(Look::Secondary, &words.previous, hand.event(Event::Previous)) }
                { button(Look::Primary, &page.next, hand.event(Event::Next)) }
                { button(Look::Quiet, &words.skip, hand.event(Event::Skip)) }
            </div>
            <p class="keys">{ &words.keys_hint }</p>
        </>
    }
}

/// Digits choose and Enter goes on; not together with another key, and not when held down.
fn keys(hand: Hand) -> Callback<KeyboardEvent> {
    Callback::from(move |press: KeyboardEvent| {
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
        hand.act(act);
    })
}
