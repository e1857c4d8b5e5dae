//! The page for a frame, and the script that gives the frame its height.

use std::fs;

use anyhow::{Context, Result};

use crate::package::form::{Files, FormInputs};

/// In the frame: the page, its style and its side of the talk. Around it: the other side.
const SOURCES: [&str; 4] = ["frame.html", "frame.css", "frame.js", "ruimtescan-frame.js"];

/// Adds them as they are written: small, and meant to be read by who embeds them.
pub(crate) fn make(inputs: &FormInputs, files: &mut Files) -> Result<()> {
    let folder = inputs.workspace.root().join("loader/forms/frame");
    for name in SOURCES {
        let path = folder.join(name);
        let bytes = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        files.insert(name.to_owned(), bytes);
    }
    Ok(())
}
