//! What the board shows: one screen at a time, and the report for paper beside it.

mod desk;
mod group;
mod present;
mod report;
mod settings;
mod sheet;

use crate::app::Content;
use crate::board::state::{Screen, State};
use crate::board::talk::Talk;
use crate::board::{Tell, words};
use crate::components::markup::{around, element, line, many, row, tag};
use crate::components::notice::notice;
use yew::{Html, NodeRef};

/// The id of the heading, which gets the focus on a new screen.
pub(super) const HEADING: &str = "heading";

/// What the board shows depends on this and nothing else.
pub(super) struct View<'a> {
    /// What the board holds.
    pub(super) state: &'a State,
    /// Where the conversation is.
    pub(super) talk: &'a Talk,
    /// What is asked, and every word of the scan.
    pub(super) content: &'a Content,
    /// In milliseconds since 1970.
    pub(super) now: u64,
    /// The day, as a person reads it.
    pub(super) date: &'a str,
}

/// The screen.
pub(super) fn view(view: &View<'_>, root: &NodeRef, tell: &Tell) -> Html {
    let state = view.state;
    let shown = match state.screen {
        Screen::Start => settings::start(state, tell),
        Screen::Desk => desk::desk(state, tell),
        Screen::Sheet => sheet::sheet(view, tell),
        Screen::Group => group::group(view, tell),
        Screen::Present => present::present(view, tell),
    };
    let class = ["sheet", "board", if state.screen == Screen::Present { "stage" } else { "" }].join(" ");
    let mut sheet = tag("div", &["part", "class"], &["sheet", &class], shown);
    sheet.node_ref = root.clone();
    let report = if state.screen == Screen::Group { report::report(view) } else { Html::default() };
    element("div", &["class", "lang"], &["scan", "nl"], row![Html::from(sheet), report])
}

/// The message, and that keeping failed.
fn notices(state: &State) -> Html {
    let unsaved = if state.unsaved { words::NOT_SAVED } else { "" };
    row![notice(&state.notice), line("p", "mend", unsaved)]
}

/// A row of buttons.
fn actions(buttons: Vec<Html>) -> Html {
    around("div", "actions", many(buttons))
}
