//! A QR code: dark on white whatever the page is like, or no camera reads it.

use crate::components::markup::{element, line, nothing, row};
use yew::Html;

/// The picture, called `title`, of so many modules across, with its dark ones as a path.
pub fn qr(title: &str, size: &str, path: &str) -> Html {
    let field = ["0 0 ", size, " ", size].concat();
    let drawn = row![
        line("title", "", title),
        element!("rect", ["width" = size, "height" = size, "fill" = "#fff"], nothing()),
        element!("path", ["d" = path, "fill" = "#000"], nothing()),
    ];
    element!("svg", ["viewBox" = &field, "role" = "img", "class" = "qr", "shape-rendering" = "crispEdges"], drawn)
}
