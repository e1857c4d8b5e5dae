//! Something that opens on request: native `details`, so it works with every key and reader.

use crate::components::markup::{around, line, row};
use yew::Html;

/// `content` behind `summary`.
pub fn disclosure(summary: &str, content: Html) -> Html {
    around("details", "disclosure", row![line("summary", "", summary), around("div", "disclosed", content)])
}
