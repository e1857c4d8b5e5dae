//! The choice of where answers are kept.

use crate::components::markup::{around, element, line, many, row};
use crate::components::option::radio;
use yew::{Callback, Event, Html};

/// One place to keep answers: the id of its radio, what choosing it gives, and its words.
pub type KeepOption<'a, T> = (&'static str, T, &'a str);

/// Native radios under a fold; the present choice is checked.
pub fn keep_choice<T: Copy + PartialEq + 'static>(
    heading: &str,
    options: &[KeepOption<'_, T>],
    chosen: T,
    choose: &Callback<T>,
) -> Html {
    let one = |(id, keep, label): &KeepOption<'_, T>| {
        let (id, keep) = (*id, *keep);
        let onchange = choose.reform(move |_: Event| keep);
        let input = radio("keep", id, id, chosen == keep, onchange);
        element!("label", ["class" = "option", "for" = id], row![input, line("span", "", *label)])
    };
    let options = around("div", "options", many(options.iter().map(one).collect()));
    let fieldset = around("fieldset", "", row![line("legend", "unseen", heading), options]);
    around("details", "keep-choice", row![line("summary", "", heading), fieldset])
}
