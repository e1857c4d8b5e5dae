//! Files: one to download, one to read.

use gloo::utils::document;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};
use yew::Callback;

/// A file of ours is about a kilobyte; this is far above that and far below what slows a phone.
const LARGEST: f64 = 100_000.0;

/// What a text is, for the program that opens it: a phone shows a table as text if it is called text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileType {
    /// Plain text.
    Text,
    /// A table.
    Csv,
    /// Data.
    Json,
    /// A drawing.
    Svg,
}

impl FileType {
    fn name(self) -> &'static str {
        match self {
            FileType::Text => "text/plain;charset=utf-8",
            FileType::Csv => "text/csv;charset=utf-8",
            FileType::Json => "application/json",
            FileType::Svg => "image/svg+xml",
        }
    }
}

pub(super) fn offer(name: &str, kind: FileType, text: &str) -> bool {
    download_text(name, kind, text).is_ok()
}

fn download_text(name: &str, kind: FileType, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind.name());
    download(name, &Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), &options)?)
}

thread_local! {
    /// The address of the file that was handed over last.
    static LAST: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Hands anything over as a file to download. A browser may ask its person first, and nothing tells when it has read
/// the file: so its address lives until the next file, or until the page goes.
pub(super) fn download(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&LAST.replace(url))
}

/// The largest file that a board reads: a workshop of a hundred thousand codes is a quarter of it.
const LARGEST_OF_BOARD: f64 = 20_000_000.0;

/// What a file holds; `None` when it is too large or cannot be read.
pub(super) async fn text(file: File) -> Option<String> {
    if file.size() > LARGEST_OF_BOARD {
        return None;
    }
    JsFuture::from(file.text()).await.ok()?.as_string()
}

pub(super) fn open(file: File, done: Callback<Option<String>>) {
    if file.size() > LARGEST {
        return done.emit(None);
    }
    spawn_local(async move {
        let text = JsFuture::from(file.text()).await;
        done.emit(text.ok().and_then(|text| text.as_string()));
    });
}
