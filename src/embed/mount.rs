//! What `element.js` may call: `start` once per program, `mount` once per element.

use crate::app::{App, AppProps, Content, Message, Outside};
use crate::embed::config::config;
use crate::embed::host::RawHost;
use crate::embed::settings::{RawSettings, Settings};
use crate::platform::{Browser, history};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use yew::AppHandle;

/// Prepares the program. `on_panic` is called with the message, before the program traps.
///
/// After that the program is of no more use: the page makes a fresh one and calls `start` again.
#[wasm_bindgen]
pub fn start(on_panic: js_sys::Function) {
    // Through Yew, because its renderer would replace a hook that was set directly.
    yew::set_custom_panic_hook(Box::new(move |panic| {
        // Nobody is left to act on an error in the page's own function.
        let _ = on_panic.call1(&JsValue::NULL, &JsValue::from_str(&panic.to_string()));
    }));
}

/// Draws the app into `root`, an empty element in the shadow root.
#[wasm_bindgen]
pub fn mount(root: web_sys::Element, settings: &RawSettings, host: RawHost) -> Handle {
    let content = Content::load();
    let config = config(Settings::from(settings));
    let key = config.key.clone();
    let outside = Outside { platform: Rc::new(Browser), host: Rc::new(host) };
    let props = AppProps { content: Rc::new(content), config, outside };
    Handle { app: yew::Renderer::<App>::with_root_and_props(root, props).render(), key }
}

/// One app on the page.
#[wasm_bindgen]
pub struct Handle {
    app: AppHandle<App>,
    key: String,
}

#[wasm_bindgen]
impl Handle {
    /// Takes the app off the page and frees it, this handle included.
    pub fn destroy(self) {
        self.app.destroy();
    }

    /// Tells the app that the browser went back or forward to `state`.
    pub fn popped(&self, state: JsValue) {
        // A state without our key belongs to the page, and is not ours to follow.
        if let Some(visit) = history::visit(&state, &self.key) {
            self.app.send_message(Message::Popped(visit));
        }
    }
}
