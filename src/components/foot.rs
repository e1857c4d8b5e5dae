//! The foot of every screen, always the same: help, how we count, what is kept, and wiping it.

use crate::components::button::{Look, button};
use crate::components::confirm::confirm;
use crate::components::disclosure::disclosure;
use crate::components::door_list::{Size, door_list};
use crate::components::keep_note::keep_note;
use scan::report::DoorReport;
use scan::words::Words;
use yew::{Callback, Html, html};

/// What the foot shows and does.
#[derive(Clone, Debug, PartialEq)]
pub struct Foot<'a> {
    /// Every door.
    pub doors: &'a [DoorReport],
    /// Where answers are kept; may be empty.
    pub kept: &'a str,
    /// Opens "Zo rekenen we"; `None` on that page itself.
    pub method: Option<Callback<()>>,
    /// Wipes everything; `None` when there is nothing to wipe.
    pub wipe: Option<Callback<()>>,
}

/// The foot.
pub fn foot(words: &Words, foot: Foot<'_>) -> Html {
    html! {
        <div class="foot" part="foot">
            { disclosure(&words.help, door_list(foot.doors, Size::Plain)) }
            if let Some(method) = foot.method {
                { button(Look::Quiet, &words.method_open, method) }
            }
            if let Some(wipe) = foot.wipe {
                { confirm(&words.wipe, &words.wipe_ask, &words.wipe_yes, wipe) }
            }
            { keep_note(foot.kept) }
        </div>
    }
}
