//! Codes for a workshop: how one is drawn, sealed for a board and opened there. What is in one, `scan::code` knows.
//!
//! Used by the participant's module (`bin/codes.rs`) and by the board. Everything secret is done by the browser's own
//! WebCrypto; where that is closed, as on a page without https, a value says so.

#![forbid(unsafe_code)]

mod crypto;
mod lock;
mod qr;
mod seal;

pub use crypto::random;
pub use lock::{LockError, lock, unlock};
pub use qr::{Qr, qr};
pub use seal::{Keys, OpenError, SealError, seal};
