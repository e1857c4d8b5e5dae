//! A labelled field to type in, with what helps and what is wrong with it.

use crate::components::markup::{element, line, listening, nothing, row, tag, text};
use web_sys::HtmlInputElement;
use yew::virtual_dom::ListenerKind;
use yew::{Callback, Event, Html, TargetCast};

/// What a field says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// Its id.
    pub id: &'static str,
    /// What is asked.
    pub ask: &'static str,
    /// What helps; may be empty.
    pub hint: &'static str,
}

/// The field. It keeps its own text; `typed` is given the whole of it at each change.
pub fn field(label: Label, first: &str, problem: Option<&'static str>, typed: Callback<String>) -> Html {
    let oninput = Callback::from(move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            typed.emit(input.value());
        }
    });
    let said = [label.id, "-said"].concat();
    let invalid = if problem.is_some() { "true" } else { "" };
    let input = tag!(
        "input",
        [
            "type" = "text",
            "id" = label.id,
            "value" = first,
            "autocomplete" = "off",
            "spellcheck" = "false",
            "aria-describedby" = &said,
            "aria-invalid" = invalid
        ],
        nothing()
    );
    let about = row![line("span", "hint", label.hint), line("strong", "", problem.unwrap_or_default())];
    element!(
        "p",
        ["class" = "field"],
        row![
            element!("label", ["for" = label.id], text(label.ask)),
            listening(input, ListenerKind::oninput, oninput),
            // There before there is a problem, so that it is read when it comes.
            element!("span", ["id" = &said, "class" = "about-field", "aria-live" = "polite"], about),
        ],
    )
}
