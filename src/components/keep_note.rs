//! The line that says where answers are kept, and until when.

use crate::components::markup::line;
use yew::Html;

/// The line; nothing when there is nothing to say.
pub fn keep_note(text: &str) -> Html {
    line("p", "keep-note", text)
}
