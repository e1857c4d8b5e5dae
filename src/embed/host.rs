//! What the element does for the program: events, a memory for crashes, words for the rescue panel.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use yew::Callback;

#[wasm_bindgen]
extern "C" {
    /// The object that `element.js` hands to `mount`, one per element.
    #[derive(Clone)]
    pub type RawHost;

    #[wasm_bindgen(method)]
    fn emit(this: &RawHost, name: &str, detail: &JsValue);
    #[wasm_bindgen(method)]
    fn keep(this: &RawHost, text: &str);
    #[wasm_bindgen(method)]
    fn rescue(this: &RawHost, heading: &str, text: &str, button: &str);
}

/// The element as the program sees it. Clones are the same element, and compare as equal.
#[derive(Clone)]
pub struct Host {
    raw: RawHost,
    popped: Rc<RefCell<Option<Callback<JsValue>>>>,
}

impl PartialEq for Host {
    fn eq(&self, other: &Host) -> bool {
        Rc::ptr_eq(&self.popped, &other.popped)
    }
}

impl Host {
    /// Wraps what `element.js` gave.
    pub(crate) fn new(raw: RawHost) -> Host {
        Host {
            raw,
            popped: Rc::default(),
        }
    }

    /// Sends an event to the page. The detail never holds an answer.
    pub fn emit(&self, name: &str, detail: &JsValue) {
        self.raw.emit(name, detail);
    }

    /// Leaves the answers with the element, in memory only, so that a crash loses nothing.
    pub fn keep(&self, text: &str) {
        self.raw.keep(text);
    }

    /// Gives the element the words of the panel it shows when the program has crashed.
    pub fn rescue(&self, heading: &str, text: &str, button: &str) {
        self.raw.rescue(heading, text, button);
    }

    /// Says who wants to know that the browser went back or forward; replaces the former one.
    pub fn on_popped(&self, callback: Callback<JsValue>) {
        self.popped.replace(Some(callback));
    }

    /// Passes on the history state of a `popstate`.
    pub(crate) fn popped(&self, state: JsValue) {
        // Cloned first: the callback may register another one.
        let callback = self.popped.borrow().clone();
        if let Some(callback) = callback {
            callback.emit(state);
        }
    }
}
