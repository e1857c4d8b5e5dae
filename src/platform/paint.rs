//! Setting a token of the scan on an element, as a page's own style sheet would.

use web_sys::HtmlElement;
use yew::NodeRef;

/// Sets a custom property; an empty value takes it away. Nothing happens before the element is drawn.
pub fn set(element: &NodeRef, name: &str, value: &str) {
    if let Some(element) = element.cast::<HtmlElement>() {
        // Only a name that is none is refused.
        let _ = element.style().set_property(name, value);
    }
}
