//! The scan on paper, for a workshop: a page to print, and its style sheet.

use std::fs;

use anyhow::{Context, Result};

use crate::command::capture;
use crate::package::form::{Files, FormInputs};

/// Adds the page as `crates/prerender` draws it: a program of its own, since this one may be older than the content.
pub(crate) fn make(inputs: &FormInputs, files: &mut Files) -> Result<()> {
    let mut cargo = inputs.workspace.cargo();
    cargo.args(["run", "--package", "prerender", "--bin", "paper"]);
    let page = capture(&mut cargo).context("the scan on paper cannot be drawn")?;
    files.insert("papier.html".to_owned(), page.into_bytes());
    let path = inputs.workspace.root().join("styles").join("paper.css");
    let styles = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    files.insert("papier.css".to_owned(), inputs.npm.shrink_styles(&styles)?.into_bytes());
    Ok(())
}
