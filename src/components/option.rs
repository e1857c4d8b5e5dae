//! A row to choose: a native radio button in its label. A tick is drawn alike.

use crate::components::markup::{listening, nothing, tag};
use yew::virtual_dom::ListenerKind;
use yew::{Callback, Event, Html};

/// A native radio button; what is on the screen follows `chosen`.
pub fn radio(name: &str, id: &str, value: &str, chosen: bool, change: Callback<Event>) -> Html {
    let mut input = tag("input", &["type", "name", "id", "value"], &["radio", name, id, value], nothing());
    input.set_checked(chosen);
    listening(input, ListenerKind::onchange, change)
}
