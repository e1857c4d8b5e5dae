//! A quiet bar. Decoration: the heading says the same in words.

use crate::components::markup::{element, nothing, row};
use yew::Html;

/// How far `number` of `total` is.
pub fn progress(number: usize, total: usize) -> Html {
    let done = (number * 100 / total.max(1)).to_string() + "%";
    let bar = |class, width| element!("rect", ["class" = class, "width" = width, "height" = "3"], nothing());
    element!(
        "svg",
        ["class" = "progress", "width" = "100%", "height" = "3", "aria-hidden" = "true", "focusable" = "false"],
        row![bar("track", "100%"), bar("done", &done)]
    )
}
