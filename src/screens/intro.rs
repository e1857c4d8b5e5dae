//! The first screen: what the scan is, how long it takes, what happens to the answers, and the start.

use crate::components::button::{Look, button};
use crate::components::confirm::confirm;
use crate::components::file_field::file_field;
use crate::components::keep_choice::keep_choice;
use crate::components::notice::notice;
use crate::platform::Shelf;
use crate::screens::{Act, HEADING, Hand};
use scan::page::Intro;
use scan::session::Event;
use scan::words::Words;
use yew::{Html, html};

/// What the intro needs beside its page.
#[derive(Clone, Copy, Debug)]
pub struct IntroView<'a> {
    /// The page.
    pub page: &'a Intro,
    /// Whether answers of this sitting are there: starting again then asks first.
    pub answered: bool,
    /// Where answers are kept.
    pub keep: Option<Shelf>,
    /// The message; may be empty.
    pub notice: &'a str,
}

/// The intro.
pub fn intro(view: IntroView<'_>, words: &Words, hand: &Hand) -> Html {
    let IntroView { page, answered, keep, notice: message } = view;
    html! {
        <>
            <h2 id={HEADING} tabindex="-1">{ &words.intro_heading }</h2>
            <p class="lead">{ &words.intro_lead }</p>
            <ul class="points">
                <li>{ &words.intro_what }</li>
                <li>{ &words.intro_time }</li>
                <li>{ &words.intro_private }</li>
                <li>{ &words.intro_limits }</li>
            </ul>
            { notice(message) }
            if page.resume.is_empty() {
                <div class="actions">{ button(Look::Primary, &words.start, hand.event(Event::Start)) }</div>
            } else {
                <p class="resume">{ &page.resume_note }</p>
                <div class="actions">
                    { button(Look::Primary, &page.resume, hand.event(Event::Resume)) }
                    if answered {
                        { start_again(words, hand) }
                    } else {
                        { button(Look::Secondary, &words.restart, hand.event(Event::Start)) }
                    }
                </div>
            }
            { keep_choice(words, keep, &hand.with(Act::Keep)) }
            { file_field(&words.open_file, hand.with(Act::OpenFile)) }
        </>
    }
}

pub(super) fn start_again(words: &Words, hand: &Hand) -> Html {
    confirm(&words.start_again, &words.start_again_ask, &words.start_again_yes, hand.event(Event::Start))
}
