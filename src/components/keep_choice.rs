//! The choice of where answers are kept.

use crate::components::markup::{around, line, many, row};
use yew::{Callback, Event, Html, html};

/// One place to keep answers: the id of its radio, what choosing it gives, and its words.
pub type Place<'a, T> = (&'static str, T, &'a str);

/// Native radios under a fold; the present choice is checked.
pub fn keep_choice<T: Copy + PartialEq + 'static>(
    heading: &str,
    places: &[Place<'_, T>],
    chosen: T,
    choose: &Callback<T>,
) -> Html {
    let one = |(id, place, label): &Place<'_, T>| {
        let (id, place) = (*id, *place);
        let onchange = choose.reform(move |_: Event| place);
        html! {
            <label class="option" for={id}>
                <input type="radio" name="keep" {id} value={id} checked={chosen == place} {onchange} />
                { line("span", "", label) }
            </label>
        }
    };
    let options = around("div", "options", many(places.iter().map(one).collect()));
    let fieldset = around("fieldset", "", row![line("legend", "unseen", heading), options]);
    around("details", "keep-choice", row![line("summary", "", heading), fieldset])
}
