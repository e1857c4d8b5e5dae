//! The foot of every screen, always the same: help, how we count, what is kept, and wiping it.

use crate::components::button::{Look, button};
use crate::components::confirm::confirm;
use crate::components::disclosure::disclosure;
use crate::components::door_list::{Size, door_list};
use crate::components::keep_note::keep_note;
use crate::components::markup::{element, row};
use scan::report::DoorReport;
use scan::words::Words;
use yew::{Callback, Html};

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
    let method = foot.method.map(|method| button(Look::Quiet, &words.method_open, method));
    let wipe = foot.wipe.map(|wipe| confirm(&words.wipe, &words.wipe_ask, &words.wipe_yes, wipe));
    let all = row![
        disclosure(&words.help, door_list(foot.doors, Size::Plain)),
        method.unwrap_or_default(),
        wipe.unwrap_or_default(),
        keep_note(foot.kept),
    ];
    element!("div", ["class" = "foot", "part" = "foot"], all)
}
