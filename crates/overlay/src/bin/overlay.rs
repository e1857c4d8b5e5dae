//! The program that lays own content over ours. It stands in `overlay`; a page loads it only when it brings content of its own.
#![forbid(unsafe_code)]

use wasm_bindgen::prelude::*;

/// The scan's content in `language` with what a page adds, packed; or every problem, one on a line.
///
/// # Errors
///
/// The problems, as text.
#[wasm_bindgen]
pub fn lay(language: &str, written: &str) -> Result<String, JsValue> {
    overlay::read(language, written).map_err(|problems| JsValue::from(problems.join("\n")))
}

fn main() {}
