//! A page in one file, opened from a folder where it lies alone.

use crate::support::browser::Browser;
use serde_json::json;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A copy of a page, in a folder with nothing else.
pub(crate) struct Page {
    folder: TempDir,
    name: &'static str,
}

impl Page {
    /// The scan in one file.
    pub(crate) fn scan() -> Page {
        Page::of("ruimtescan.html")
    }

    /// This page of `dist`.
    pub(crate) fn of(name: &'static str) -> Page {
        let folder = tempfile::Builder::new().prefix("ruimtescan één map ").tempdir().unwrap();
        std::fs::write(folder.path().join(name), text(name)).unwrap();
        Page { folder, name }
    }

    pub(crate) fn file(&self) -> PathBuf {
        self.folder.path().join(self.name)
    }
}

/// What stands in a page of `dist`.
pub(crate) fn text(name: &str) -> String {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist").join(name);
    std::fs::read_to_string(page).expect("the page is made: cargo xtask package")
}

pub(crate) async fn without_a_network(browser: &Browser) {
    browser.devtools("Network.enable", json!({})).await;
    let none = json!({ "offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    browser.devtools("Network.emulateNetworkConditions", none).await;
}
