//! Everything outside the program, behind one trait: the browser, and a twin in memory for tests.
//!
//! Every call is best effort: what can be refused says so with a value, and nothing here panics.

mod browser;
pub mod camera;
mod clipboard;
mod clock;
mod file;
pub mod focus;
pub mod fullscreen;
pub mod history;
mod host;
mod memory;
pub mod paint;
pub mod picture;
mod print;
pub mod radios;
mod storage;

pub use browser::Browser;
pub use file::FileType;
pub use history::Visit;
pub use host::{Host, HostEvent, IN_CONTENT, Order, Refused};
pub use memory::Memory;
pub use storage::{Shelf, Stored};

use web_sys::File;
use yew::Callback;

/// What the app asks of the world around it.
pub trait Platform {
    /// Milliseconds since 1970.
    fn now(&self) -> u64;
    /// A moment as a date a person reads, in the language given.
    fn date(&self, at: u64, language: &str) -> String;
    /// A moment as `2026-11-22`, for the name of a file.
    fn stamp(&self, at: u64) -> String;

    /// A number drawn at random.
    fn random(&self) -> u32;

    /// What was kept under this key; `None` also when storage is closed to us.
    fn read(&self, shelf: Shelf, key: &str) -> Option<String>;
    /// Keeps a text under this key.
    fn write(&self, shelf: Shelf, key: &str, text: &str) -> Stored;
    /// Removes what was kept under this key.
    fn remove(&self, shelf: Shelf, key: &str);

    /// Puts a text on the clipboard and says whether that was allowed.
    fn copy(&self, text: &str, done: Callback<bool>);
    /// Opens the print dialogue and says whether the browser did.
    fn print(&self, done: Callback<bool>);
    /// Hands a text over as a file to download; `false` when there is no file. Whether one was saved, no browser says.
    fn offer(&self, name: &str, kind: FileType, text: &str) -> bool;
    /// Reads a file; `None` when it is too large or cannot be read as text.
    fn open(&self, file: File, done: Callback<Option<String>>);

    /// The title of the document.
    fn title(&self) -> String;
    /// Sets the title of the document.
    fn set_title(&self, title: &str);
    /// Where the browser's history says this instance is.
    fn visit(&self, key: &str) -> Option<Visit>;
    /// Adds a place to the browser's history.
    fn push(&self, key: &str, visit: Visit);
    /// Writes a place over the present one in the browser's history.
    fn replace(&self, key: &str, visit: Visit);
    /// Goes one back in the browser's history; `popstate` says where that is.
    fn back(&self);
}
