//! A message about what just happened, read out when it appears.

use yew::{Html, html};

/// The place of messages. It is there before there is a message, or readers would miss the first one.
pub fn notice(text: &str) -> Html {
    html! {
        <div role="status" class="notices">
            if !text.is_empty() {
                <p class="notice" part="notice">{ text }</p>
            }
        </div>
    }
}
