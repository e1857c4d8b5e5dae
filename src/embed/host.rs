//! What the element does for the program: events, a memory for crashes, words for the rescue panel.

use crate::platform::{Host, HostEvent, Order, Refused};
use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The object that the loader hands to `mount`, one per element.
    #[derive(Clone)]
    pub type RawHost;

    #[wasm_bindgen(method)]
    fn emit(this: &RawHost, name: &str, detail: &JsValue);
    #[wasm_bindgen(method)]
    fn keep(this: &RawHost, text: &str);
    #[wasm_bindgen(method)]
    fn code(this: &RawHost, turn: u32, version: u16, digits: &str, nonce: &str, key: Option<&str>);
    #[wasm_bindgen(method)]
    fn moved(this: &RawHost);
    #[wasm_bindgen(method)]
    fn drawn(this: &RawHost);
    #[wasm_bindgen(method)]
    fn rescue(this: &RawHost, heading: &str, text: &str, button: &str);
}

impl Host for RawHost {
    fn emit(&self, event: &HostEvent) {
        let (name, detail) = match event {
            HostEvent::Started => ("scan-started", Vec::new()),
            HostEvent::Step { number, total } => {
                ("scan-step", vec![("number", JsValue::from(*number as u32)), ("total", JsValue::from(*total as u32))])
            }
            HostEvent::Completed => ("scan-completed", Vec::new()),
            HostEvent::Problem(Refused { name, value, allowed }) => (
                "scan-problem",
                vec![
                    ("problem", JsValue::from(*name)),
                    ("value", JsValue::from(value)),
                    ("allowed", JsValue::from(allowed)),
                ],
            ),
        };
        let object = Object::new();
        for (field, value) in &detail {
            // A plain object takes every field.
            let _ = Reflect::set(&object, &(*field).into(), value);
        }
        let detail = if detail.is_empty() { JsValue::NULL } else { object.into() };
        RawHost::emit(self, name, &detail);
    }

    fn keep(&self, text: &str) {
        RawHost::keep(self, text);
    }

    fn code(&self, order: &Order) {
        RawHost::code(self, order.turn, order.version, &order.digits, &order.nonce, order.key.as_deref());
    }

    fn moved(&self) {
        RawHost::moved(self);
    }

    fn drawn(&self) {
        RawHost::drawn(self);
    }

    fn rescue(&self, heading: &str, text: &str, button: &str) {
        RawHost::rescue(self, heading, text, button);
    }
}
