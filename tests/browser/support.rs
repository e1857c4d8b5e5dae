//! What the browser tests share: a browser, a scan and a board in the terms of who uses them, and what is measured there.

pub(crate) mod axe;
pub(crate) mod board;
pub(crate) mod browser;
pub(crate) mod codes;
pub(crate) mod driver;
pub(crate) mod file;
pub(crate) mod frame;
pub(crate) mod layout;
pub(crate) mod learning_platform;
pub(crate) mod panic;
pub(crate) mod print;
pub(crate) mod scan;
#[allow(dead_code, reason = "the native tests use the rest of it")]
#[path = "../../crates/scan/tests/it/shipped.rs"]
pub(crate) mod shipped;
pub(crate) mod words;
