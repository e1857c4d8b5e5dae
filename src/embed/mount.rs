//! What `element.js` may call: `start` once per program, `mount` once per element.

use wasm_bindgen::prelude::*;
use yew::AppHandle;

use super::host::{Host, RawHost};
use super::settings::{RawSettings, Settings};
use crate::app::{App, AppProps};

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
    let settings = Settings::from(settings);
    let host = Host::new(host);
    let props = AppProps {
        settings,
        host: host.clone(),
    };
    Handle {
        app: yew::Renderer::<App>::with_root_and_props(root, props).render(),
        host,
    }
}

/// One app on the page.
#[wasm_bindgen]
pub struct Handle {
    app: AppHandle<App>,
    host: Host,
}

#[wasm_bindgen]
impl Handle {
    /// Takes the app off the page and frees it, this handle included.
    pub fn destroy(self) {
        self.app.destroy();
    }

    /// Tells the app that the browser went back or forward to `state`.
    pub fn popped(&self, state: JsValue) {
        self.host.popped(state);
    }
}
