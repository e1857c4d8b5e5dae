//! The line that says where answers are kept, and until when.

use yew::{Html, html};

/// The line; nothing when there is nothing to say.
pub fn keep_note(text: &str) -> Html {
    if text.is_empty() {
        Html::default()
    } else {
        html! { <p class="keep-note">{ text }</p> }
    }
}
