//! Something that opens on request: native `details`, so it works with every key and reader.

use yew::{Html, html};

/// `content` behind `summary`.
pub fn disclosure(summary: &str, content: Html) -> Html {
    html! {
        <details class="disclosure">
            <summary>{ summary }</summary>
            <div class="disclosed">{ content }</div>
        </details>
    }
}
