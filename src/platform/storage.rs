//! Keeping a text on this device, where the browser lets us.

use web_sys::Storage;

/// Where a text can be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// As long as the tab is open (`sessionStorage`).
    Tab,
    /// On the device (`localStorage`).
    Device,
}

impl Shelf {
    /// Both.
    pub const ALL: [Shelf; 2] = [Shelf::Tab, Shelf::Device];
}

/// Whether a text was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stored {
    /// It is there.
    Saved,
    /// Storage is closed to us, or full.
    NotSaved,
}

/// The storage itself. `None` where reaching for it throws, as in a sandboxed frame.
fn open(shelf: Shelf) -> Option<Storage> {
    let window = web_sys::window()?;
    match shelf {
        Shelf::Tab => window.session_storage(),
        Shelf::Device => window.local_storage(),
    }
    .ok()?
}

pub(super) fn read(shelf: Shelf, key: &str) -> Option<String> {
    open(shelf)?.get_item(key).ok()?
}

pub(super) fn write(shelf: Shelf, key: &str, text: &str) -> Stored {
    match open(shelf).map(|storage| storage.set_item(key, text)) {
        Some(Ok(())) => Stored::Saved,
        Some(Err(_)) | None => Stored::NotSaved,
    }
}

pub(super) fn remove(shelf: Shelf, key: &str) {
    if let Some(storage) = open(shelf) {
        // What cannot be removed could not be kept either.
        let _ = storage.remove_item(key);
    }
}
