//! Builds the pages that the widget is compared with, from `bench/`.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::questions::questions;
use crate::command::run;
use crate::npm::{self, Npm};
use crate::workspace::Workspace;

/// Builds every page into `out`, which holds nothing else afterwards but the questions.
pub(crate) fn build(workspace: &Workspace, out: &Path) -> Result<()> {
    let bench = workspace.root().join("bench");
    // The tools are those of the widget itself; the libraries are the bench's own.
    Npm::ready(workspace)?;
    npm::install(&bench)?;
    if out.exists() {
        fs::remove_dir_all(out)?;
    }
    fs::create_dir_all(out)?;
    let data = out.join("questions.json");
    fs::write(&data, questions(workspace)?).with_context(|| format!("{} cannot be written", data.display()))?;
    run(Command::new("node").arg(bench.join("build.mjs")).arg(&data).arg(out))
}
