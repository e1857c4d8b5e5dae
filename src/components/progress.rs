//! A quiet bar. Decoration: the heading says the same in words.

use crate::components::markup::{element, nothing, row};
use yew::Html;

/// How far `number` of `total` is.
pub fn progress(number: usize, total: usize) -> Html {
    let done = (number * 100 / total.max(1)).to_string() + "%";
    let bar = |class, width| element("rect", &["class", "width", "height"], &[class, width, "3"], nothing());
    let values = ["progress", "100%", "3", "true", "false"];
    element(
        "svg",
        &["class", "width", "height", "aria-hidden", "focusable"],
        &values,
        row![bar("track", "100%"), bar("done", &done)],
    )
}
