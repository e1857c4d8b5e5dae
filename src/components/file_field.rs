//! A field to open a file with.

use crate::components::markup::line;
use web_sys::{File, HtmlInputElement};
use yew::{Callback, Event, Html, TargetCast, html};

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
    html! {
        // The field lies in its label: its own words would be in the browser's language.
        <label class="file-field" for="open-file">
            <input type="file" id="open-file" accept=".txt,text/plain" {onchange} />
            { line("span", "", label) }
        </label>
    }
}
