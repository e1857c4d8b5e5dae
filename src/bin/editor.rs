//! The program of the page for editors. It stands in `ruimtescan::editor`.
#![forbid(unsafe_code)]

use ruimtescan::editor::{Editor, EditorProps, rescue_words};
use wasm_bindgen::prelude::*;

/// Draws the page into `root`; `folder` is the address of the folder it is served from.
#[wasm_bindgen]
pub fn open(root: web_sys::Element, folder: String) {
    yew::Renderer::<Editor>::with_root_and_props(root, EditorProps { folder }).render();
}

/// What is said when the program stopped: a heading, a sentence, and a button.
#[wasm_bindgen]
pub fn rescue() -> Vec<String> {
    rescue_words().map(str::to_owned).into()
}

fn main() {}
