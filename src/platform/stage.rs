//! The whole screen, for a room to look at; and the keys that are pressed there.

use gloo::events::{EventListenerOptions, EventListenerPhase};
use gloo::utils::document;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::NodeRef;

/// A key may be kept from the browser, which would scroll.
pub const LISTEN: EventListenerOptions = EventListenerOptions { phase: EventListenerPhase::Bubble, passive: false };

/// Gives this the whole screen, where the browser allows it; else it stays on the page.
pub fn enter(root: &NodeRef) {
    if let Some(element) = root.cast::<Element>() {
        ask(&element, "requestFullscreen");
    }
}

/// Gives the screen back.
pub fn leave() {
    if document().fullscreen_element().is_some() {
        ask(&document(), "exitFullscreen");
    }
}

/// Calls what the browser may refuse, at once or later: neither is an error to the board.
fn ask(what: &JsValue, name: &str) {
    let asked = Reflect::get(what, &name.into()).and_then(|method| method.unchecked_into::<Function>().call0(what));
    if let Some(promise) = asked.ok().and_then(|promise| promise.dyn_into::<Promise>().ok()) {
        spawn_local(async move {
            let _ = JsFuture::from(promise).await;
        });
    }
}

/// Whether this key presses what has the focus: then it is not a key of ours. Only those that also press count.
pub fn presses_button(event: &KeyboardEvent, presses: bool) -> bool {
    let target = event.composed_path().get(0).dyn_into::<HtmlElement>();
    let button = target.is_ok_and(|target| matches!(target.tag_name().as_str(), "BUTTON" | "INPUT" | "SUMMARY"));
    presses && button && event.key() == " "
}
