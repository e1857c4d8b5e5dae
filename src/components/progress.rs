//! A quiet bar. Decoration: the heading says the same in words.

use yew::{Html, html};

/// How far `number` of `total` is.
pub fn progress(number: usize, total: usize) -> Html {
    let done = number * 100 / total.max(1);
    html! {
        <svg class="progress" width="100%" height="3" aria-hidden="true" focusable="false">
            <rect class="track" width="100%" height="3" />
            <rect class="done" width={format!("{done}%")} height="3" />
        </svg>
    }
}
