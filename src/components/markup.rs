//! The commonest pieces of markup, made in one place: what the macro writes out at each use weighs at each use.

use yew::virtual_dom::{VNode, VTag, VText};
use yew::{AttrValue, Html};

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
    let mut element = VTag::new(name);
    if !class.is_empty() {
        element.add_attribute("class", class);
    }
    element.add_child(content);
    element.into()
}

/// An element around a row of things.
pub fn list(name: &'static str, class: &'static str, items: impl Iterator<Item = Html>) -> Html {
    around(name, class, items.collect())
}

/// The heading of a screen. It can be given the focus, and is not on the way of Tab.
pub fn heading(id: &'static str, content: &str) -> Html {
    let mut element = VTag::new("h2");
    element.add_attribute("id", id);
    element.add_attribute("tabindex", "-1");
    element.add_child(text(content));
    element.into()
}
