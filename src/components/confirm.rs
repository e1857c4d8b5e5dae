//! A button that first says what it does: two presses for what cannot be undone.

use crate::components::button::{Look, button};
use yew::{Callback, Html, html};

/// Opens `ask`, with a button `yes` that does it.
pub fn confirm(open: &str, ask: &str, yes: &str, press: Callback<()>) -> Html {
    html! {
        <details class="confirm">
            <summary>{ open }</summary>
            <div class="asked">
                <p>{ ask }</p>
                { button(Look::Secondary, yes, press) }
            </div>
        </details>
    }
}
