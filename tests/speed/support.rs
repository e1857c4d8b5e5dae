//! What the browser tests start a browser with.

#[path = "../browser/support/browser.rs"]
pub(crate) mod browser;
#[path = "../browser/support/driver.rs"]
mod driver;
