//! Labelled lines: a word and what it says, such as a strength or an example.

use crate::components::markup::{around, line, row};
use yew::Html;

/// Pairs of label and text; a pair without text is left out.
pub fn facts(pairs: &[(&str, &str)]) -> Html {
    let pairs = pairs.iter().filter(|(_, text)| !text.is_empty());
    let pair = |(label, text): &(&str, &str)| around("div", "", row![line("dt", "", *label), line("dd", "", *text)]);
    around("dl", "facts", pairs.map(pair).collect())
}
