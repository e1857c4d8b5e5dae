//! The program a participant downloads, and what the loader may call in it: `mount`, once per element.
//!
//! Here and not in the library, or every program made of that would have to hold the whole scan.
//! A panic traps: the page sees that, makes a fresh program and calls `mount` again.
#![forbid(unsafe_code)]

use ruimtescan::app::{App, AppProps, Content, Message, Outside};
use ruimtescan::embed::host::RawHost;
use ruimtescan::embed::settings::RawSettings;
use ruimtescan::platform::{Browser, history};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use yew::AppHandle;

/// Draws the app into `root`, an empty element in the shadow root.
#[wasm_bindgen]
pub fn mount(root: web_sys::Element, settings: &RawSettings, host: RawHost) -> Handle {
    let config = settings.config();
    let key = config.key.clone();
    let outside = Outside { platform: Rc::new(Browser), host: Rc::new(host) };
    let props = AppProps { content: Content::shared(settings.content(), &config.contact), config, outside };
    Handle { app: yew::Renderer::<App>::with_root_and_props(root, props.clone()).render(), props, key }
}

/// One app on the page.
#[wasm_bindgen]
pub struct Handle {
    app: AppHandle<App>,
    props: AppProps,
    key: String,
}

#[wasm_bindgen]
impl Handle {
    /// Takes the app off the page and frees it, this handle included.
    pub fn destroy(self) {
        self.app.destroy();
    }

    /// Takes over what may change under way: the language, the contact, and what is wrong with the attributes.
    pub fn update(&mut self, settings: &RawSettings) {
        let config = settings.config();
        self.props.content = Content::shared(settings.content(), &config.contact);
        self.props.config.workshop = config.workshop;
        self.props.config.refused = config.refused;
        self.app.update(self.props.clone());
    }

    /// Forgets everything and goes to the intro, for the next person.
    pub fn reset(&self) {
        self.app.send_message(Message::Reset);
    }

    /// Goes to `intro`, `result`, `method` or the question of a number; no further than the answers reach.
    pub fn open(&self, screen: String) {
        self.app.send_message(Message::Open(screen));
    }

    /// Tells the app what came of an order for a code: the code and its picture, or why not.
    pub fn made(&self, turn: u32, made: String) {
        self.app.send_message(Message::Made(turn, made));
    }

    /// Tells the app that what it drew was painted.
    pub fn painted(&self) {
        self.app.send_message(Message::Painted);
    }

    /// Tells the app that what is kept on this device may have changed.
    pub fn stored(&self) {
        self.app.send_message(Message::Stored);
    }

    /// Tells the app that the browser went back or forward to `state`.
    pub fn popped(&self, state: JsValue) {
        // A state without our key belongs to the page, and is not ours to follow.
        if let Some(visit) = history::visit(&state, &self.key) {
            self.app.send_message(Message::Popped(visit));
        }
    }
}

/// A third of the code of the standard one, which counts: this is downloaded.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {}
