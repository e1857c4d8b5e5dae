//! The program that reads a picture of the camera. It stands in `qr_reader`; the board loads it only where it is needed.
#![forbid(unsafe_code)]

use wasm_bindgen::prelude::*;

/// The text of the first QR code in a picture of grey pixels, row by row.
#[wasm_bindgen]
pub fn read(grey: &[u8], width: usize, height: usize) -> Option<String> {
    qr_reader::read(grey, width, height)
}

fn main() {}
