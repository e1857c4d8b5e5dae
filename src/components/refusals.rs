//! What an editor of the page asked for that cannot be, above the sheet: plain, and put away with one press.

use crate::components::button::{Look, button};
use crate::components::markup::{element, line, list, row};
use scan::text::Text;
use yew::{Callback, Html};

/// A line for each mistake.
pub fn refusals(heading: &Text, lines: &[String], dismiss: &Text, done: Callback<()>) -> Html {
    let all = row![
        line("p", "", heading),
        list("ul", "", lines, |one| line("li", "", one)),
        button(Look::Quiet, dismiss, done),
    ];
    element!("div", ["class" = "refusals", "part" = "problem"], all)
}
