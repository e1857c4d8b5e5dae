//! The commonest pieces of markup, made in one place: what the macro writes out at each use weighs at each use.

use yew::virtual_dom::{VNode, VText};
use yew::{AttrValue, Html, html};

/// A text.
pub fn text(text: &str) -> Html {
    VNode::VText(VText { text: AttrValue::from(text.to_owned()) })
}

/// Texts one after the other, as a single text.
pub fn texts(parts: &[&str]) -> Html {
    text(&parts.concat())
}

/// An element with one text in it; nothing when there is no text.
pub fn line(name: &'static str, class: &'static str, content: &str) -> Html {
    if content.is_empty() { Html::default() } else { around(name, class, text(content)) }
}

/// An element around something else.
pub fn around(name: &'static str, class: &'static str, content: Html) -> Html {
    html! { <@{name} class={(!class.is_empty()).then_some(class)}>{ content }</@> }
}

/// An element around a row of things.
pub fn list(name: &'static str, class: &'static str, items: impl Iterator<Item = Html>) -> Html {
    around(name, class, items.collect())
}

/// The heading of a screen. It can be given the focus, and is not on the way of Tab.
pub fn heading(id: &'static str, content: &str) -> Html {
    html! { <h2 {id} tabindex="-1">{ text(content) }</h2> }
}
