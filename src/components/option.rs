//! What can be chosen or ticked: native fields, in rows that are labels as a whole.

use crate::components::markup::{element, line, listening, nothing, row, tag};
use web_sys::HtmlInputElement;
use yew::virtual_dom::ListenerKind;
use yew::{Callback, Event, Html, TargetCast};

/// A native radio button; what is on the screen follows `chosen`.
pub fn radio(name: &str, id: &str, value: &str, chosen: bool, change: Callback<Event>) -> Html {
    let mut input = tag!("input", ["type" = "radio", "name" = name, "id" = id, "value" = value], nothing());
    input.set_checked(chosen);
    listening(input, ListenerKind::onchange, change)
}

/// A row to tick; `change` is told whether it is.
pub fn tick(id: &str, label: &str, ticked: bool, change: Callback<bool>) -> Html {
    let mut input = tag!("input", ["type" = "checkbox", "id" = id], nothing());
    input.set_checked(ticked);
    let change = Callback::from(move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            change.emit(input.checked());
        }
    });
    let input = listening(input, ListenerKind::onchange, change);
    element!("label", ["class" = "option", "for" = id], row![input, line("span", "", label)])
}
