//! The commonest pieces of markup, made in one place: what a macro writes out weighs at each use.

use yew::virtual_dom::{AttributeOrProperty, Attributes, VList, VNode, VTag, VText};
use yew::{AttrValue, Html};

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
    element(name, &["class"], &[class], content)
}

/// An element with attributes around something else: their names, then their values in the same order.
/// An attribute without a value is left out.
pub fn element(name: &'static str, keys: &'static [&'static str], values: &[&str], content: Html) -> Html {
    let value = |value: &&str| match value.is_empty() {
        true => None,
        false => Some(AttributeOrProperty::Attribute(AttrValue::from((*value).to_owned()))),
    };
    let mut tag = VTag::new(name);
    tag.set_attributes(Attributes::Dynamic { keys, values: values.iter().map(value).collect() });
    tag.add_child(content);
    VNode::from(tag)
}

/// Nothing, where an element holds nothing.
pub fn nothing() -> Html {
    Html::default()
}

/// Things one after the other. Words in a row need the space between them themselves.
macro_rules! row {
    ($($item:expr),* $(,)?) => {{
        let mut items = Vec::new();
        $( $crate::components::markup::put(&mut items, $item); )*
        $crate::components::markup::many(items)
    }};
}
pub(crate) use row;

/// Puts one more thing in a row; a call, because copying in place weighs more at each use.
#[inline(never)]
pub fn put(items: &mut Vec<Html>, item: Html) {
    items.push(item);
}

/// As many things one after the other as there are.
pub fn many(items: Vec<Html>) -> Html {
    VNode::from(VList::with_children(items, None))
}

/// An element with an item for each thing.
pub fn list<T>(name: &'static str, class: &'static str, things: &[T], item: impl FnMut(&T) -> Html) -> Html {
    around(name, class, many(things.iter().map(item).collect()))
}

/// The heading of a screen. It can be given the focus, and is not on the way of Tab.
pub fn heading(id: &'static str, content: &str) -> Html {
    element("h2", &["id", "tabindex"], &[id, "-1"], text(content))
}

/// A part of a screen under a heading of its own.
pub fn part(heading: &str, content: Html) -> Html {
    around("section", "part", row![line("h3", "", heading), content])
}
