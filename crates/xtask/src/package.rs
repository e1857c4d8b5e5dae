//! Makes every form in which the scan is handed out, from one release build.
//!
//! A form is one small file in `package/`: a function that adds its files to those of the forms before it.

mod files;
mod frame;
mod hosted;
mod kit;
mod npm;
mod pages;
mod paper;
mod scorm;
mod single;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::bind::Mode;
use crate::build::{build, replace};
use crate::npm::Npm;
use crate::place::Place;

pub(crate) use kit::{Files, Kit, Status, VERSION};

/// Adds the files of one form. The same kit gives the same bytes: no time and no name of a machine gets into them.
type Form = fn(&Kit, &mut Files) -> Result<()>;

/// Every form, in the order in which they are made: a form may use the files of those above it.
const FORMS: [(&str, Form); 8] = [
    ("files", files::make),
    ("scorm", scorm::make),
    ("frame", frame::make),
    ("single", single::make),
    ("npm", npm::make),
    ("pages", pages::make),
    ("paper", paper::make),
    // Last: it has something to say of all the others.
    ("hosted", hosted::make),
];

/// Builds, makes every form and writes them to `dist/`.
pub(crate) fn package(place: &Place, status: Status) -> Result<()> {
    let npm = Npm::ready(place).context("the forms are made with tools from npm")?;
    let (site, parts) = build(place, Mode::Release)?;
    let kit = Kit { place, site: &site, status, parts: &parts, npm: &npm };
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
