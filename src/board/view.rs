//! What the board shows. Here is what its screens have in common.

mod desk;
mod group;
mod present;
mod report;
mod screen;
mod settings;
mod sheet;

pub(super) use screen::screen;

use crate::app::Content;
use crate::board::state::State;
use crate::board::talk::Talk;
use crate::board::words;
use crate::components::markup::{around, line, many, row};
use crate::components::notice::notice;
use yew::Html;

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

/// The message, and that keeping failed.
fn notices(state: &State) -> Html {
    let unsaved = if state.unsaved { words::NOT_SAVED } else { "" };
    row![notice(&state.notice), line("p", "mend", unsaved)]
}

/// A row of buttons.
fn actions(buttons: Vec<Html>) -> Html {
    around("div", "actions", many(buttons))
}
