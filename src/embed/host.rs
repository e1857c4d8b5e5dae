//! What the element does for the program: events, a memory for crashes, words for the rescue panel.

use crate::platform::{Host, HostEvent};
use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;

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

impl Host for RawHost {
    fn emit(&self, event: &HostEvent) {
        let detail = Object::new();
        let with = |name: &str, value: JsValue| {
            // A plain object takes every field.
            let _ = Reflect::set(&detail, &name.into(), &value);
        };
        let name = match event {
            HostEvent::Started => "scan-started",
            HostEvent::Step { number, total } => {
                with("number", (*number as u32).into());
                with("total", (*total as u32).into());
                "scan-step"
            }
            HostEvent::Completed => "scan-completed",
            HostEvent::Problem(what) => {
                with("problem", what.into());
                "scan-problem"
            }
        };
        RawHost::emit(self, name, &detail);
    }

    fn keep(&self, text: &str) {
        RawHost::keep(self, text);
    }

    fn rescue(&self, heading: &str, text: &str, button: &str) {
        RawHost::rescue(self, heading, text, button);
    }
}
