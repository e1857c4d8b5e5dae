//! The program of the board. It stands in `ruimtescan::board`.
#![forbid(unsafe_code)]

use ruimtescan::board::{Board, BoardProps, rescue_words};
use wasm_bindgen::prelude::*;

/// Draws the board into `root`; `folder` is the address of the folder it is served from, `key` where it keeps the workshop,
/// and `bring` gives a promise of what reads a picture of the camera.
#[wasm_bindgen]
pub fn open(root: web_sys::Element, folder: String, key: String, bring: js_sys::Function) {
    yew::Renderer::<Board>::with_root_and_props(root, BoardProps { folder, key, bring }).render();
}

/// What is said when the program stopped: a heading, a sentence, and a button.
#[wasm_bindgen]
pub fn rescue() -> Vec<String> {
    rescue_words().map(str::to_owned).into()
}

/// Small, as in the scan.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {}
