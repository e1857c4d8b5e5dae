//! What the page for editors can be told.

use crate::editor::choices::{Choices, Field};

/// What an editor can do.
#[derive(Clone, Debug)]
pub enum Message {
    /// Chose something.
    Chose(Choices),
    /// Typed in a field.
    Typed(Field, String),
    /// Asked for the code on the clipboard.
    Copy,
    /// That was allowed, or not.
    Copied(bool),
}
