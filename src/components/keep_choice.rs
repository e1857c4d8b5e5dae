//! The choice of where answers are kept.

use crate::components::markup::line;
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
    let row = |(id, place, label): &Place<'_, T>| {
        let (id, place) = (*id, *place);
        let onchange = choose.reform(move |_: Event| place);
        html! {
            <label class="option" for={id}>
                <input type="radio" name="keep" {id} value={id} checked={chosen == place} {onchange} />
                { line("span", "", label) }
            </label>
        }
    };
    html! {
        <details class="keep-choice">
            { line("summary", "", heading) }
            <fieldset>
                { line("legend", "unseen", heading) }
                <div class="options">{ for places.iter().map(row) }</div>
            </fieldset>
        </details>
    }
}
