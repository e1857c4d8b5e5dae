//! Where the page and the program meet: with `src/bin` the only place that knows of `#[wasm_bindgen]`.
//!
//! `loader/ruimtescan.js` holds the lifecycle of the custom element; `src/bin/scan.rs` is what it may call, [`settings`]
//! what it hands over, [`config`] how we understand that, and [`host`] what it can do for us.

pub mod config;
pub mod host;
pub mod settings;
