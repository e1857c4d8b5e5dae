//! What is said while the program is on its way, and when it does not come.
//!
//! The program itself never shows this: the build draws it under the first screen, where the loader
//! brings one part of it into sight by its class. Until then there is nothing to see.

use crate::components::markup::{element, line, many, row, text};
use scan::words::Words;
use yew::Html;

/// A region that readers follow, with both its parts hidden.
pub fn arrival(words: &Words) -> Html {
    let again = element!("button", ["type" = "button", "part" = "button"], text(&words.arrive_again));
    let said =
        [("arriving", line("p", "", &words.arriving)), ("missed", row![line("p", "", &words.not_arrived), again])];
    let hidden = |(class, said)| element!("div", ["class" = class, "hidden" = "hidden"], said);
    // It takes over the focus from the button in it, which goes when it is pressed.
    let parts = many(said.into_iter().map(hidden).collect());
    element!("div", ["class" = "arrival", "role" = "status", "tabindex" = "-1"], parts)
}
