//! A text to copy by hand: a field that can be selected and not changed.

use crate::components::markup::{element, nothing, row, tag, text};
use yew::Html;

/// The field, of so many rows, under its label.
pub fn copy_field(id: &str, label: &str, rows: &str, content: &str) -> Html {
    let mut field = tag!("textarea", ["id" = id, "readonly" = "readonly", "rows" = rows], nothing());
    field.set_value(content.to_owned());
    row![element!("label", ["class" = "to-copy", "for" = id], text(label)), Html::from(field)]
}
