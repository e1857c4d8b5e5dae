//! A button that first says what it does: two presses for what cannot be undone.

use crate::components::button::{Look, button};
use crate::components::markup::{around, line, row};
use yew::{Callback, Html};

/// Opens `ask`, with a button `yes` that does it.
pub fn confirm(open: &str, ask: &str, yes: &str, press: Callback<()>) -> Html {
    let asked = row![line("p", "", ask), button(Look::Secondary, yes, press)];
    around("details", "confirm", row![line("summary", "", open), around("div", "asked", asked)])
}
