//! Buttons. A second click of a double click is ignored, so that nobody passes a question unseen.

use crate::components::markup::{IntoText, listening, tag, text};
use wasm_bindgen::JsCast;
use yew::virtual_dom::{ListenerKind, VTag};
use yew::{Callback, Event, Html, MouseEvent};

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
pub fn button(look: Look, label: impl IntoText, press: Callback<()>) -> Html {
    pressed(tag!("button", ["type" = "button", "class" = look.class(), "part" = "button"], text(label)), press)
}

/// Passes on a click on this element, but not the second of a double click.
pub fn pressed(button: VTag, press: Callback<()>) -> Html {
    let click = move |click: Event| {
        if click.unchecked_into::<MouseEvent>().detail() <= 1 {
            press.emit(());
        }
    };
    listening(button, ListenerKind::onclick, Callback::from(click))
}
