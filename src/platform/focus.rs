//! Moving the focus inside the app.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlTextAreaElement};
use yew::NodeRef;

/// Puts the focus on the element with this id under `root`; nothing happens when there is none.
pub fn on(root: &NodeRef, id: &str) {
    if let Some(element) = find(root, id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // Only a detached element refuses, and nobody could see that one.
        let _ = element.focus();
        if let Some(field) = element.dyn_ref::<HtmlTextAreaElement>() {
            field.select();
        }
    }
}

/// Lets go of the focus, when something under `root` has it, before that leaves the page; says whether it had.
///
/// A browser that removes what has the focus lays out the page first, with the new screen and the former one in it.
pub fn release(root: &NodeRef) -> bool {
    let focused = root.cast::<Element>().and_then(|root| root.query_selector(":focus").ok()?);
    let Some(element) = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else { return false };
    // Only a detached element refuses.
    let _ = element.blur();
    true
}

fn find(root: &NodeRef, id: &str) -> Option<Element> {
    root.cast::<Element>()?.query_selector(&["#", id].concat()).ok()?
}
