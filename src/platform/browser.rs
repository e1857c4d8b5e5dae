//! The platform of a real page.

use super::{FileType, Platform, Shelf, Stored, Visit, clipboard, clock, file, history, print, storage};
use gloo::utils::document;
use web_sys::File;
use yew::Callback;

/// The browser.
#[derive(Clone, Copy, Debug, Default)]
pub struct Browser;

impl Browser {
    /// What a file holds that is handed to the board; `None` when it is too large or cannot be read.
    pub async fn text(self, file: File) -> Option<String> {
        file::text(file).await
    }
}

impl Platform for Browser {
    fn now(&self) -> u64 {
        clock::now()
    }

    fn date(&self, at: u64, language: &str) -> String {
        clock::date(at, language)
    }

    fn stamp(&self, at: u64) -> String {
        clock::stamp(at)
    }

    fn random(&self) -> u32 {
        // It only tells two sittings apart.
        (js_sys::Math::random() * f64::from(u32::MAX)) as u32
    }

    fn read(&self, shelf: Shelf, key: &str) -> Option<String> {
        storage::read(shelf, key)
    }

    fn write(&self, shelf: Shelf, key: &str, text: &str) -> Stored {
        storage::write(shelf, key, text)
    }

    fn remove(&self, shelf: Shelf, key: &str) {
        storage::remove(shelf, key);
    }

    fn copy(&self, text: &str, done: Callback<bool>) {
        clipboard::copy(text, done);
    }

    fn print(&self, done: Callback<bool>) {
        print::print(done);
    }

    fn offer(&self, name: &str, kind: FileType, text: &str) -> bool {
        file::offer(name, kind, text)
    }

    fn open(&self, file: File, done: Callback<Option<String>>) {
        file::open(file, done);
    }

    fn title(&self) -> String {
        document().title()
    }

    fn set_title(&self, title: &str) {
        document().set_title(title);
    }

    fn visit(&self, key: &str) -> Option<Visit> {
        history::current(key)
    }

    fn push(&self, key: &str, visit: Visit) {
        history::push(key, visit);
    }

    fn replace(&self, key: &str, visit: Visit) {
        history::replace(key, visit);
    }

    fn back(&self) {
        history::back();
    }
}
