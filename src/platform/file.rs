//! Files: one to download, one to read.

use gloo::utils::document;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};
use yew::Callback;

/// A file of ours is about a kilobyte; this is far above that and far below what slows a phone.
const LARGEST: f64 = 100_000.0;

pub(super) fn offer(name: &str, text: &str) -> bool {
    download(name, text).is_ok()
}

fn download(name: &str, text: &str) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type("text/plain;charset=utf-8");
    hand_over(name, &Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), &kind)?)
}

/// Hands anything over as a file to download.
pub(super) fn hand_over(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&url)
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
