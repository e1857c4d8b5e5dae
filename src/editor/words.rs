//! What the page says, as `build.rs` made it of `content/editor/words.toml` and `docs/inbedden`.

/// A piece of a recipe.
#[allow(dead_code, reason = "which pieces there are is up to the recipes")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// A heading.
    Heading(&'static str),
    /// A paragraph.
    Text(&'static str),
    /// A numbered step.
    Step(u64, &'static str),
    /// One of several things without an order.
    Item(&'static str),
    /// Something to copy as it is.
    Code(&'static str),
}

/// How it goes in one system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Recipe {
    /// The system.
    pub(super) title: &'static str,
    /// What to do, in order.
    pub(super) blocks: &'static [Block],
}

include!(concat!(env!("OUT_DIR"), "/editor.rs"));
