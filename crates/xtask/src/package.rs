//! Makes every form in which the scan is handed out, from one release build.
//!
//! A form is one small file in `package/`: a function that adds its files to those of the forms before it.

mod documents;
mod files;
mod form;
mod frame;
mod npm;
mod paper;
mod scorm;
mod single;
mod versioned;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::build::{build, replace};
use crate::npm::Npm;
use crate::workspace::{Mode, Workspace};

pub(crate) use form::Status;
use form::{Files, Form, FormInputs};

/// Every form, in the order in which they are made: a form may use the files of those above it.
const FORMS: [(&str, Form); 8] = [
    ("files", files::make),
    ("scorm", scorm::make),
    ("frame", frame::make),
    ("single", single::make),
    ("npm", npm::make),
    ("documents", documents::make),
    ("paper", paper::make),
    // Last: it has something to say of all the others.
    ("versioned", versioned::make),
];

/// Builds, makes every form and writes them to `dist/`.
pub(crate) fn package(workspace: &Workspace, status: Status) -> Result<()> {
    let npm = Npm::ready(workspace).context("the forms are made with tools from npm")?;
    let (site, parts) = build(workspace, Mode::Release)?;
    let inputs = FormInputs { workspace, site: &site, status, parts: &parts, npm: &npm };
    let files = forms(&inputs)?;
    // Nothing in them may depend on when or where they were made.
    let again = forms(&inputs)?;
    if let Some((path, _)) = files.iter().find(|(path, bytes)| again.get(*path) != Some(*bytes)) {
        bail!("{path} is not the same when it is made twice");
    }
    for (path, bytes) in &files {
        write(&site.join(path), bytes)?;
        println!("{:>9} {path}", bytes.len());
    }
    Ok(())
}

fn forms(inputs: &FormInputs) -> Result<Files> {
    let mut files = Files::new();
    for (name, form) in FORMS {
        form(inputs, &mut files).with_context(|| format!("the form `{name}` cannot be made"))?;
    }
    Ok(files)
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    replace(path, bytes)
}
