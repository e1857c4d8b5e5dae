//! Labelled lines: a word and what it says, such as a strength or an example.

use yew::{Html, html};

/// Pairs of label and text; a pair without text is left out.
pub fn facts(pairs: &[(&str, &str)]) -> Html {
    let pairs = pairs.iter().filter(|(_, text)| !text.is_empty());
    html! {
        <dl class="facts">
            { for pairs.map(|(label, text)| html! { <div><dt>{ *label }</dt><dd>{ *text }</dd></div> }) }
        </dl>
    }
}
