//! A field to open a file with.

use crate::components::markup::{element, line, listening, nothing, row, tag};
use web_sys::{File, HtmlInputElement};
use yew::virtual_dom::ListenerKind;
use yew::{Callback, Event, Html, TargetCast};

const ID: &str = "open-file";

/// Gives the file that was chosen.
pub fn file_field(label: &str, chosen: Callback<File>) -> Html {
    let onchange = Callback::from(move |event: Event| {
        let field = event.target_dyn_into::<HtmlInputElement>();
        if let Some(file) = field.as_ref().and_then(HtmlInputElement::files).and_then(|files| files.get(0)) {
            chosen.emit(file);
        }
        // Emptied, so that choosing the same file again is a change again.
        if let Some(field) = field {
            field.set_value("");
        }
    });
    let field = tag!("input", ["type" = "file", "id" = ID, "accept" = ".txt,text/plain"], nothing());
    let field = listening(field, ListenerKind::onchange, onchange);
    // The field lies in its label: its own words would be in the browser's language.
    element!("label", ["class" = "file-field", "for" = ID], row![field, line("span", "", label)])
}
