//! The program that makes a participant's code. It stands in `codes`; a page loads it only for a workshop.
#![forbid(unsafe_code)]

use codes::{SealError, qr, seal};
use scan::code::Code;
use wasm_bindgen::prelude::*;

/// What a participant hands over: three lines, with the code, the width of its picture, and the path of that. With a public
/// key the code is sealed, else it is short.
///
/// # Errors
///
/// `closed` when the page has no cryptography to seal with; else nothing that anyone can mend.
#[wasm_bindgen]
pub async fn make(version: u16, digits: String, nonce: String, public: Option<String>) -> Result<String, JsValue> {
    let nonce = nonce.parse().map_err(|_| failed())?;
    let code = Code::from_digits(version, &digits, nonce).ok_or_else(failed)?;
    let text = match public {
        None => code.short(),
        Some(public) => seal(&public, code).await.map_err(said)?,
    };
    let qr = qr(&text).ok_or_else(failed)?;
    Ok([text, qr.size.to_string(), qr.path].join("\n"))
}

fn said(error: SealError) -> JsValue {
    match error {
        SealError::Closed => JsValue::from("closed"),
        SealError::Key => failed(),
    }
}

fn failed() -> JsValue {
    JsValue::from("failed")
}

fn main() {}
