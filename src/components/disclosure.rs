//! Something that opens on request: native `details`, so it works with every key and reader.

use crate::components::button::pressed;
use crate::components::markup::{around, line, row, tag, text};
use yew::{Callback, Html};

/// `content` behind `summary`.
pub fn disclosure(summary: &str, content: Html) -> Html {
    fold(line("summary", "", summary), content)
}

/// The same for content that is only made once it is wanted; `want` is told when it is opened, and closed.
pub fn on_request(summary: &str, content: Html, want: Callback<()>) -> Html {
    fold(pressed(tag!("summary", [], text(summary)), want), content)
}

fn fold(summary: Html, content: Html) -> Html {
    around("details", "disclosure", row![summary, around("div", "disclosed", content)])
}
