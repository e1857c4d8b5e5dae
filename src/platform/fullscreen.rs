//! The whole screen, for a room to look at; and the keys that are pressed there.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::utils::document;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::NodeRef;

/// Tells of every key, wherever the focus is, for as long as this is held; not of those that belong to the browser.
pub fn keys(tell: impl Fn(&KeyboardEvent) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new_with_options(&window, "keydown", LISTEN, move |event| {
        let event = event.dyn_ref::<KeyboardEvent>();
        if let Some(event) = event.filter(|event| !(event.ctrl_key() || event.alt_key() || event.meta_key())) {
            tell(event);
        }
    }))
}

/// A key may be kept from the browser, which would scroll.
const LISTEN: EventListenerOptions = EventListenerOptions { phase: EventListenerPhase::Bubble, passive: false };

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
