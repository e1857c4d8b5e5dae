//! The commonest pieces of markup, made in one place: what a macro writes out weighs at each use.

use yew::virtual_dom::{VNode, VText};
use yew::{AttrValue, Html, html};

/// A text.
pub fn text(text: &str) -> Html {
    VNode::VText(VText { text: AttrValue::from(text.to_owned()) })
}

/// An element with one text in it; nothing when there is no text.
pub fn line(name: &'static str, class: &'static str, content: &str) -> Html {
    if content.is_empty() { Html::default() } else { around(name, class, text(content)) }
}

/// An element around something else.
pub fn around(name: &'static str, class: &'static str, content: Html) -> Html {
    html! { <@{name} class={(!class.is_empty()).then_some(class)}>{ content }</@> }
}

/// Things one after the other. Words in a row need the space between them themselves.
pub fn row<const N: usize>(items: [Html; N]) -> Html {
    items.into_iter().collect()
}

/// An element with an item for each thing.
pub fn list<T>(name: &'static str, class: &'static str, things: &[T], item: impl FnMut(&T) -> Html) -> Html {
    around(name, class, things.iter().map(item).collect())
}

/// The heading of a screen. It can be given the focus, and is not on the way of Tab.
pub fn heading(id: &'static str, content: &str) -> Html {
    html! { <h2 {id} tabindex="-1">{ text(content) }</h2> }
}

/// A part of a screen under a heading of its own.
pub fn part(heading: &str, content: Html) -> Html {
    around("section", "part", row([line("h3", "", heading), content]))
}
