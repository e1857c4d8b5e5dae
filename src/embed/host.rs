//! What the element does for the program: events, a memory for crashes, words for the rescue panel.

use crate::platform::{Host, HostEvent, Made, NotMade, Order, Refused};
use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
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
    fn code(this: &RawHost, version: u16, digits: &str, nonce: u32, key: Option<&str>) -> Promise;
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

    fn code(&self, order: Order, done: Callback<Result<Made, NotMade>>) {
        let Order { version, digits, nonce, key } = order;
        let promise = RawHost::code(self, version, &digits, nonce, key.as_deref());
        spawn_local(async move { done.emit(made(JsFuture::from(promise).await)) });
    }

    fn drawn(&self) {
        RawHost::drawn(self);
    }

    fn rescue(&self, heading: &str, text: &str, button: &str) {
        RawHost::rescue(self, heading, text, button);
    }
}

/// Of a code there are three lines. A reason is a word; anything else is the mistake of a program that did not come.
fn made(settled: Result<JsValue, JsValue>) -> Result<Made, NotMade> {
    let text = settled.map_err(|reason| match reason.as_string().as_deref() {
        Some("closed") => NotMade::Closed,
        Some(_) => NotMade::Failed,
        None => NotMade::Missed,
    })?;
    let text = text.as_string().unwrap_or_default();
    let mut lines = text.split('\n').map(str::to_owned);
    let mut line = || lines.next().unwrap_or_default();
    Ok(Made { text: line(), size: line(), path: line() })
}
