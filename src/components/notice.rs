//! A message about what just happened, read out when it appears.

use crate::components::markup::{element, nothing};
use yew::Html;

/// The place of messages. It is there before there is a message, or readers would miss the first one.
pub fn notice(text: &str) -> Html {
    let message = match text {
        "" => nothing(),
        text => element!("p", ["class" = "notice", "part" = "notice"], crate::components::markup::text(text)),
    };
    element!("div", ["role" = "status", "class" = "notices"], message)
}
