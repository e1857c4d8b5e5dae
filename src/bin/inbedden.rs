//! The program of the page for editors. It stands in `ruimtescan::builder`.
#![forbid(unsafe_code)]

use ruimtescan::builder::{Builder, BuilderProps};
use wasm_bindgen::prelude::*;

/// Draws the page into `root`; `folder` is the address of the folder it is served from.
#[wasm_bindgen]
pub fn open(root: web_sys::Element, folder: String) {
    yew::Renderer::<Builder>::with_root_and_props(root, BuilderProps { folder }).render();
}

fn main() {}
