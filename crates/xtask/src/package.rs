//! Makes every form in which the scan is handed out, from one release build.
//!
//! A form is one small file in `package/`: a function that adds its files to those of the forms before it.

mod documents;
mod files;
mod frame;
mod npm;
mod paper;
mod scorm;
mod single;
mod versioned;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::build::{Parts, build, replace};
use crate::npm::Npm;
use crate::programs::Tools;
use crate::wasm::Mode;
use crate::workspace::Workspace;

/// The version that is in the name of what is kept for long.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

pub(crate) use scorm::Status;

/// What a form is made from.
pub(crate) struct Kit<'a> {
    /// Where the sources are: the pages and scripts that a form brings along.
    pub(crate) workspace: &'a Workspace,
    /// Where the build put the site.
    pub(crate) site: &'a Path,
    /// What a learning platform is told at the result.
    pub(crate) status: Status,
    /// What the release build made.
    pub(crate) parts: &'a Parts,
    /// The tools that came through npm.
    pub(crate) npm: &'a Npm,
}

impl Kit<'_> {
    /// What programs are made with.
    pub(crate) fn tools(&self) -> Tools<'_> {
        Tools { workspace: self.workspace, mode: Mode::Release, npm: Some(self.npm) }
    }
}

/// Files by their path in `dist/`, with `/` between folders. Their order is always the same.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// Adds the files of one form. The same kit gives the same bytes: no time and no name of a machine gets into them.
type Form = fn(&Kit, &mut Files) -> Result<()>;

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
    let kit = Kit { workspace, site: &site, status, parts: &parts, npm: &npm };
    let files = forms(&kit)?;
    // Nothing in them may depend on when or where they were made.
    let again = forms(&kit)?;
    if let Some((path, _)) = files.iter().find(|(path, bytes)| again.get(*path) != Some(*bytes)) {
        bail!("{path} is not the same when it is made twice");
    }
    for (path, bytes) in &files {
        write(&site.join(path), bytes)?;
        println!("{:>9} {path}", bytes.len());
    }
    Ok(())
}

fn forms(kit: &Kit) -> Result<Files> {
    let mut files = Files::new();
    for (name, form) in FORMS {
        form(kit, &mut files).with_context(|| format!("the form `{name}` cannot be made"))?;
    }
    Ok(files)
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    replace(path, bytes)
}
