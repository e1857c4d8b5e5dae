//! Where the page and the program meet: the only place that knows of `#[wasm_bindgen]`.
//!
//! `element.js` holds the lifecycle of the custom element; `mount` is what it may call,
//! `settings` what it hands over, `host` what it can do for us.

pub mod host;
pub mod mount;
pub mod settings;
