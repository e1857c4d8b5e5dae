//! The first screen: what the scan is, how long it takes, what happens to the answers, and the start.

use crate::components::button::{Look, button};
use crate::components::confirm::confirm;
use crate::components::file_field::file_field;
use crate::components::keep_choice::{KeepOption, keep_choice};
use crate::components::markup::{around, heading, line, list, nothing, row};
use crate::components::notice::notice;
use crate::screens::{Act, Dispatch, HEADING, Keep};
use scan::page::Intro;
use scan::session::Event;
use scan::words::Words;
use yew::Html;

/// What the intro needs beside its page.
#[derive(Clone, Copy, Debug)]
pub struct IntroView<'a> {
    /// The page.
    pub page: &'a Intro,
    /// Whether answers of this sitting are there: starting again then asks first.
    pub answered: bool,
    /// Where answers are kept; `None` where nothing may be.
    pub keep: Option<Keep>,
    /// The message; may be empty.
    pub notice: &'a str,
}

/// The intro.
pub fn intro(view: IntroView<'_>, words: &Words, dispatch: &Dispatch) -> Html {
    let options: [KeepOption<'_, Keep>; 3] = [
        ("keep-none", Keep::Nothing, &words.keep_none),
        ("keep-tab", Keep::Tab, &words.keep_tab),
        ("keep-device", Keep::Device, &words.keep_device),
    ];
    let points: [&str; 4] = [&words.intro_what, &view.page.time, &words.intro_private, &words.intro_limits];
    row![
        heading(HEADING, &words.intro_heading),
        line("p", "lead", &words.intro_lead),
        list("ul", "points", &points, |point| line("li", "", *point)),
        notice(view.notice),
        start(view, words, dispatch),
        view.keep.map_or_else(nothing, |keep| keep_choice(
            &words.keep_heading,
            &options,
            keep,
            &dispatch.with(Act::Keep)
        )),
        file_field(&words.open_file, dispatch.with(Act::OpenFile)),
    ]
}

/// The way in; with what there is to go on with, if anything.
fn start(view: IntroView<'_>, words: &Words, dispatch: &Dispatch) -> Html {
    let begin = |look, label| button(look, label, dispatch.event(Event::Start));
    if view.page.resume.is_empty() {
        return around("div", "actions", begin(Look::Primary, &words.start));
    }
    let again = if view.answered { start_again(words, dispatch) } else { begin(Look::Secondary, &words.restart) };
    let go_on = button(Look::Primary, &view.page.resume, dispatch.event(Event::Resume));
    row![line("p", "resume", &view.page.resume_note), around("div", "actions", row![go_on, again])]
}

/// Starting again when there are answers of this sitting: it says what is lost first.
pub(super) fn start_again(words: &Words, dispatch: &Dispatch) -> Html {
    confirm(&words.start_again, &words.start_again_ask, &words.start_again_yes, dispatch.event(Event::Start))
}
