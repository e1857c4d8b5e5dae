//! The choice of where answers are kept.

use crate::components::markup::line;
use crate::platform::Shelf;
use scan::words::Words;
use yew::{Callback, Event, Html, html};

/// Three native radios under a fold; the present choice is checked.
pub fn keep_choice(words: &Words, chosen: Option<Shelf>, choose: &Callback<Option<Shelf>>) -> Html {
    let options = [
        ("keep-none", None, &words.keep_none),
        ("keep-tab", Some(Shelf::Tab), &words.keep_tab),
        ("keep-device", Some(Shelf::Device), &words.keep_device),
    ];
    let row = |(id, shelf, label): (&'static str, Option<Shelf>, &String)| {
        let onchange = choose.reform(move |_: Event| shelf);
        html! {
            <label class="option" for={id}>
                <input type="radio" name="keep" {id} value={id} checked={chosen == shelf} {onchange} />
                { line("span", "", label) }
            </label>
        }
    };
    html! {
        <details class="keep-choice">
            { line("summary", "", &words.keep_heading) }
            <fieldset>
                <legend class="unseen">{ &words.keep_heading }</legend>
                <div class="options">{ for options.map(row) }</div>
            </fieldset>
        </details>
    }
}
