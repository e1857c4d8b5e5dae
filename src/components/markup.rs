//! The commonest pieces of markup, made in one place: what a macro writes out weighs at each use.

use scan::text::Text;
use std::rc::Rc;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Listener, ListenerKind, VList, VNode, VTag, VText};
use yew::{AttrValue, Callback, Event, Html};

/// What can be said: a text of the content as it lies in the program, any other as a copy.
pub trait IntoText {
    /// The text as an element holds it.
    fn into_text(self) -> AttrValue;
}

impl IntoText for &Text {
    fn into_text(self) -> AttrValue {
        AttrValue::Static(self.get())
    }
}

impl IntoText for &str {
    fn into_text(self) -> AttrValue {
        AttrValue::from(self.to_owned())
    }
}

impl IntoText for &String {
    fn into_text(self) -> AttrValue {
        self.as_str().into_text()
    }
}

/// A text.
pub fn text(text: impl IntoText) -> Html {
    VNode::VText(VText { text: text.into_text() })
}

/// An element with one text in it; nothing when there is no text.
pub fn line(name: &'static str, class: &'static str, content: impl IntoText) -> Html {
    line_of(name, class, content.into_text())
}

#[inline(never)]
fn line_of(name: &'static str, class: &'static str, content: AttrValue) -> Html {
    if content.is_empty() { Html::default() } else { around(name, class, VNode::VText(VText { text: content })) }
}

/// An element around something else.
#[inline(never)]
pub fn around(name: &'static str, class: &'static str, content: Html) -> Html {
    let class = (!class.is_empty()).then_some(AttributeOrProperty::Attribute(AttrValue::Static(class)));
    VNode::from(with(name, &["class"], Box::new([class]), content))
}

/// An element with attributes around something else: `element!("a", ["href" = address], content)`.
/// An attribute without a value is left out.
macro_rules! element {
    ($name:expr, [$($key:literal = $value:expr),*], $content:expr $(,)?) => {
        $crate::components::markup::element_of($name, &[$($key),*], &[$($value),*], $content)
    };
}
pub(crate) use element;

/// The same while something can still be added to it.
macro_rules! tag {
    ($name:expr, [$($key:literal = $value:expr),*], $content:expr $(,)?) => {
        $crate::components::markup::tag_of($name, &[$($key),*], &[$($value),*], $content)
    };
}
pub(crate) use tag;

/// What `element!` writes out: the names lie in the program once, apart from the values.
#[inline(never)]
pub fn element_of(name: &'static str, keys: &'static [&'static str], values: &[&str], content: Html) -> Html {
    VNode::from(tag_of(name, keys, values, content))
}

/// What `tag!` writes out.
pub fn tag_of(name: &'static str, keys: &'static [&'static str], values: &[&str], content: Html) -> VTag {
    let value = |value: &&str| match value.is_empty() {
        true => None,
        false => Some(AttributeOrProperty::Attribute(AttrValue::from((*value).to_owned()))),
    };
    with(name, keys, values.iter().map(value).collect(), content)
}

fn with(
    name: &'static str,
    keys: &'static [&'static str],
    values: Box<[Option<AttributeOrProperty>]>,
    content: Html,
) -> VTag {
    let mut tag = VTag::new(name);
    tag.set_attributes(Attributes::Dynamic { keys, values });
    tag.add_child(content);
    tag
}

/// An element that tells what happens to it.
pub fn listening(tag: VTag, kind: ListenerKind, tell: Callback<Event>) -> Html {
    VNode::from(hearing(tag, kind, tell))
}

/// The same while something can still be added to it.
pub fn hearing(mut tag: VTag, kind: ListenerKind, tell: Callback<Event>) -> VTag {
    tag.add_listener(Rc::new(EventListener { kind, tell }));
    tag
}

/// One kind of listener for all events: the macro makes one for each.
struct EventListener {
    kind: ListenerKind,
    tell: Callback<Event>,
}

impl Listener for EventListener {
    fn kind(&self) -> ListenerKind {
        self.kind.clone()
    }

    fn handle(&self, event: Event) {
        self.tell.emit(event);
    }

    fn passive(&self) -> bool {
        false
    }
}

/// Nothing, where an element holds nothing.
pub fn nothing() -> Html {
    Html::default()
}

/// Things one after the other. Words in a row need the space between them themselves.
macro_rules! row {
    ($($item:expr),* $(,)?) => {
        $crate::components::markup::together(&mut [$($item),*])
    };
}
pub(crate) use row;

/// Takes the things of a row out of the place where they were made: a vector at each use weighs more.
#[inline(never)]
pub fn together(items: &mut [Html]) -> Html {
    let none = || VNode::VText(VText { text: AttrValue::Static("") });
    many(items.iter_mut().map(|item| std::mem::replace(item, none())).collect())
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
    element!("h2", ["id" = id, "tabindex" = "-1"], text(content))
}

/// A part of a screen under a heading of its own.
pub fn part(heading: &str, content: Html) -> Html {
    around("section", "part", row![line("h3", "", heading), content])
}
