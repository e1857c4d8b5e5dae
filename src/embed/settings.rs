//! What the page asked for, and what the loader found: handed over with `mount`, and again with each `update`.
//!
//! Nothing is judged here: an impossible value arrives as is.

use crate::app::Config;
use crate::embed::config::config;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The object that the loader makes.
    pub type RawSettings;

    /// An attribute of the element as it is written there; `None` is one that is not there.
    #[wasm_bindgen(method)]
    fn attribute(this: &RawSettings, name: &str) -> Option<String>;

    /// What the loader found beside the attributes: a field of the object.
    #[wasm_bindgen(method, structural, indexing_getter)]
    fn found(this: &RawSettings, name: &str) -> Option<String>;
}

impl RawSettings {
    /// What is asked for, as the app understands it.
    pub fn config(&self) -> Config {
        config(|name| self.attribute(name), |name| self.found(name))
    }

    /// The content as it is packed, where that is not the program's own.
    pub fn content(&self) -> Option<String> {
        self.found("content")
    }
}
