//! Buttons. A second click of a double click is ignored, so that nobody passes a question unseen.

use yew::{Callback, Html, MouseEvent, html};

/// How much a button stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// The way on; one on a screen.
    Primary,
    /// Anything else one can do.
    Secondary,
    /// Reads as a link.
    Quiet,
}

impl Look {
    fn class(self) -> &'static str {
        match self {
            Look::Primary => "primary",
            Look::Secondary => "secondary",
            Look::Quiet => "quiet",
        }
    }
}

/// A button with words on it.
pub fn button(look: Look, label: &str, press: Callback<()>) -> Html {
    html! {
        <button type="button" class={look.class()} part="button" onclick={single(press)}>{ label }</button>
    }
}

/// Passes on a click, but not the second of a double click.
pub fn single(press: Callback<()>) -> Callback<MouseEvent> {
    Callback::from(move |click: MouseEvent| {
        if click.detail() <= 1 {
            press.emit(());
        }
    })
}
